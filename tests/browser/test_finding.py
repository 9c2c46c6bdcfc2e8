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

    page.locator("#answer").get_by_role("link", name="Matrix").click()
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


def test_words_show_why_they_found_what_no_title_says_and_the_best_match_first(tab):
    page = tab.goto(f"{BROWSE}?q=detention women")
    rows = page.locator("ol.records > li")
    current = page.locator(".list-shape [aria-current]").first

    assert current.inner_text() == "Best match first"
    assert rows.count() == shown(page) > 3
    assert rows.filter(has=page.locator(".excerpt mark")).count() > 0
    for row in rows.all():
        assert row.locator("mark").count() > 0, row.inner_text()


def test_the_table_is_ordered_from_its_headings_by_keyboard(open_tab):
    page = open_tab(java_script_enabled=False).page
    page.goto(f"{BROWSE}?view=table&q=return")

    def heading():
        return page.locator("th[scope=col]", has_text="Status")

    for way, address in (("ascending", "sort=status"), ("descending", "sort=-status")):
        heading().locator("a").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{address}")
        assert heading().get_attribute("aria-sort") == way
        assert page.locator("th[aria-sort]").count() == 1
    assert "q=return" in page.url
    assert "view=table" in page.url


def test_a_choice_of_a_day_says_which_day_is_shown_and_the_way_back_keeps_the_rest(tab):
    page = tab.goto(f"{BROWSE}?as_of=2024-07-01")
    shown_as_of, back = page.locator("#shown-as-of"), page.get_by_text("Back to today")
    choose(page, "treaty", "cat")
    page.wait_for_url("**treaty=cat**")
    assert back.get_attribute("href") == "?treaty=cat"

    page.locator("#as-of").fill("2023-01-31")
    page.wait_for_url("**as_of=2023-01-31")
    assert "31 January 2023" in shown_as_of.inner_text()
    treaties = page.locator("#menu a", has_text="Treaties")
    assert (treaties.get_attribute("href") or "").endswith("?as_of=2023-01-31")

    page.locator("#as-of").fill("")
    page.wait_for_url(lambda url: "as_of" not in url)
    assert shown_as_of.inner_text().strip() == ""
    assert page.url.endswith(f"{BROWSE}?treaty=cat"), "nothing that is left open"
    tab.no_fault()


def test_a_day_before_everything_leads_to_a_day_with_something_to_choose(tab):
    page = tab.goto(f"{BROWSE}?as_of=1960-01-01")
    assert shown(page) == 0

    page.locator("#as-of").fill("")
    page.wait_for_url(lambda url: "as_of" not in url)

    assert page.locator("#facet-treaty").is_visible()
    assert beside(page, "treaty", "cat") > 0
    tab.no_fault()


def test_a_refused_choice_is_told_and_the_next_one_is_answered(tab):
    page = tab.goto(BROWSE)
    page.locator("#as-of").fill("2099-01-01")
    page.get_by_text("does not answer it").wait_for()

    assert page.locator("#told").inner_text() == "Part of the question was not understood"
    assert "still to come" in page.locator("#as-of-error").inner_text()
    assert page.locator("#as-of").get_attribute("aria-invalid") == "true"
    assert page.locator("#count").count() == page.locator("#answer .downloads").count() == 0
    (fault,) = tab.faults
    assert fault.startswith("400: "), "which a script alone would have kept to itself"
    tab.faults.clear()

    page.locator("#as-of").fill("2024-01-31")
    page.wait_for_url("**as_of=2024-01-31")
    assert shown(page) > 0
    assert page.locator("#as-of-error").inner_text() == ""
    assert page.locator("#as-of").get_attribute("aria-invalid") == "false"


def test_changes_since_a_day_to_come_are_refused_at_the_field(tab):
    page = tab.goto(BROWSE)
    page.locator("#id_changed_since").fill("2099-01-01")
    page.get_by_text("does not answer it").wait_for()

    assert "still to come" in page.locator("#id_changed_since_error").inner_text()
    assert page.locator("#id_changed_since").get_attribute("aria-invalid") == "true"
    assert page.locator("#options-treaty .count").count() == 0
    tab.faults.clear()

    page.locator("#id_changed_since").fill("2024-01-31")
    page.wait_for_url("**changed_since=2024-01-31")
    assert page.locator("#id_changed_since_error").inner_text() == ""
    assert page.locator("#id_changed_since").get_attribute("aria-invalid") == "false"
    assert page.locator("#options-treaty .count").count() > 0


def test_a_long_facet_stays_where_it_is_scrolled_and_unfolded(tab):
    page = tab.goto(BROWSE)
    choose(page, "treaty", "cat")
    page.wait_for_url("**treaty=cat**")
    page.locator("#facet-article summary").click()
    page.locator("#options-article").get_by_role("link", name=re.compile("more$")).click()
    page.wait_for_url("**treaty=cat&unfold=article**")

    options = page.locator("#options-article")
    everything = options.locator("label").count()
    box = options.locator("input").nth(everything - 3)
    box.click()
    page.wait_for_url("**article=**")

    assert options.locator("label").count() == everything, "no tick folds it again"
    assert options.evaluate("box => box.scrollTop") > 100
    page.locator("#count").wait_for()
    assert box.evaluate("box => box === document.activeElement"), "the focus stays"
    place, frame = box.bounding_box(), options.bounding_box()
    assert frame["y"] <= place["y"] <= frame["y"] + frame["height"] - place["height"]


def test_results_are_one_key_away_from_the_filters(tab):
    page = tab.goto(BROWSE)
    page.locator("#question a.skip").focus()
    page.keyboard.press("Enter")

    assert page.locator(":focus").get_attribute("id") == "answer"


def test_a_phone_tells_the_count_while_the_filters_are_open(phone):
    page = phone.goto(BROWSE)
    page.locator("details.all > summary").click()
    choose(page, "treaty", "cat")
    page.wait_for_url("**treaty=cat**")
    show = page.get_by_role("link", name=f"Show {shown(page)} asks")

    place = show.bounding_box()
    assert 0 < place["y"] < 844 - place["height"], "in sight without scrolling"
    show.click()
    assert page.locator("#count").bounding_box()["y"] < 844


def test_a_long_word_and_a_wide_matrix_fit_the_narrowest_window(open_tab):
    tab = open_tab(viewport={"width": 320, "height": 640})
    for query in (f"q={'x' * 300}", "view=table"):
        tab.goto(f"{BROWSE}?{query}")
        assert tab.overflow() == 0, query
    page = tab.goto("/en/matrix/?rows=organisation&columns=theme")
    assert tab.overflow() == 0

    page.get_by_role("region", name="Matrix").evaluate("box => box.scrollTo(400, 400)")
    head, first = page.locator("thead th").nth(0), page.locator("tbody th").nth(12)
    assert head.bounding_box()["x"] == first.bounding_box()["x"] < 40, "heads stay in sight"


def test_the_parts_of_finding_have_no_barrier(tab):
    for path in (f"{BROWSE}?treaty=caat", f"{BROWSE}?as_of=1960-01-01", "/en/matrix/"):
        tab.page.goto(path)
        assert tab.violations(colours=False) == [], path
