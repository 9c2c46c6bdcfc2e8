"""Finding as people do it: counts that follow each choice, with a script and without."""

import re

BROWSE = "/en/recommendations/"


def shown(page):
    """How many asks the list says it has."""
    return int(page.locator("#count").inner_text().split()[0])


def beside(page, name, value):
    """How many asks the list says another choice would give."""
    option = page.locator(f"#options-{name} label", has=page.locator(f"[value='{value}']"))
    return int(option.locator(".count").text_content())


def choose(page, name, value):
    fold = page.locator(f"#facet-{name}")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    page.locator(f"#facet-{name} [value='{value}']").click()


def test_each_choice_swaps_the_list_its_counts_and_its_address_and_says_so_once(tab):
    page = tab.goto(BROWSE)
    everything, promised = shown(page), beside(page, "treaty", "cat")
    by_states = beside(page, "asked_by", "state")
    page.evaluate("window.stayed = true")

    choose(page, "treaty", "cat")
    page.wait_for_url("**treaty=cat**")

    assert shown(page) == promised < everything
    assert page.locator("#told").inner_text() == f"{promised} asks found"
    assert page.locator("[role=status]").count() == 1
    assert beside(page, "treaty", "cat") == promised, "its own choice is left aside"
    assert beside(page, "asked_by", "state") < by_states
    assert page.evaluate("window.stayed"), "the page was not loaded again"
    assert page.locator(":focus").get_attribute("value") == "cat", "the focus stays"

    page.go_back()
    page.locator("#count", has_text=f"{everything} asks").wait_for()
    assert page.locator("h1").inner_text() == "Recommendations", "the whole page is back"


def test_a_question_can_be_followed_to_its_list_its_matrix_and_its_files(tab):
    page = tab.goto(f"{BROWSE}?treaty=cat&sort=oldest&size=50&view=table")
    total = shown(page)
    assert page.locator("table tbody tr").count() == min(total, 50)
    names = page.locator(".downloads a").evaluate_all("links => links.map(link => link.href)")
    assert any(re.search(r"recommendations[.]csv[?].*treaty=cat", name) for name in names)

    page.get_by_role("link", name="Matrix").click()
    page.wait_for_url("**/matrix/**")
    cell = page.locator("td.number a").first
    promised = int(cell.inner_text())
    cell.click()
    page.wait_for_url(f"**{BROWSE}**")

    assert shown(page) == promised
    assert "treaty=cat" in page.url
    tab.no_fault()


def test_what_empties_a_list_is_said_and_can_be_taken_away(tab):
    page = tab.goto(f"{BROWSE}?treaty=cedaw&state=czechia")

    assert shown(page) == 0
    page.get_by_role("link", name=re.compile("Without Treaty: [1-9]")).click()
    page.wait_for_url(lambda url: "treaty=" not in url)

    assert shown(page) > 0


def test_everything_works_without_a_script(open_tab):
    page = open_tab(java_script_enabled=False).page
    page.goto(BROWSE)
    promised = beside(page, "treaty", "cat")

    page.locator("#facet-treaty summary").click()
    page.locator("#facet-treaty [value=cat]").check()
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**treaty=cat**")
    assert shown(page) == promised

    page.get_by_role("link", name=re.compile("Treaty: CAT")).click()
    page.wait_for_url(lambda url: "treaty=" not in url)
    assert shown(page) > promised


def test_words_in_each_language_find_the_records_and_are_marked(tab):
    for words in ("forced return", "강제송환", "遣返"):
        page = tab.goto(f"{BROWSE}?q={words}")
        assert shown(page) > 0, words
        assert page.locator("#answer mark").count() > 0, words
