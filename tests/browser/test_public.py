"""The public pages as people meet them: any window, by keyboard, with or without scripts."""

import pytest

from tests.browser.tabs import NARROW, WIDE

PAGES = {
    "home": "/en/",
    "home on a day": "/en/?as_of=2014-01-01",
    "recommendations": "/en/recommendations/",
    "filtered": "/en/recommendations/?treaty=cat&q=return&as_of=2024-07-31",
    "nothing found": "/en/recommendations/?q=nothing-at-all",
    "table": "/en/recommendations/?view=table&sort=oldest&size=50",
    "matrix": "/en/matrix/?rows=treaty&columns=position&asked_by=ngo",
    "coverage": "/en/coverage/",
    "coverage of norms by review": "/en/coverage/?rows=norm&columns=cycle",
    "claims": "/en/claims/",
    "as published on": "/en/recommendations/?published_on=2026-01-01",
    "data": "/en/data/",
    "API": "/api/v1/reference/",
    "recommendation": "/en/recommendations/R-0219/",
    "answered recommendation": "/en/recommendations/R-0203/",
    "lineage": "/en/lineage/R-0219/",
    "uptake": "/en/uptake/",
    "submission": "/en/uptake/nkhr-tjwg-inkhr-cedaw-2023/",
    "treaties": "/en/treaties/",
    "treaty": "/en/treaties/cat/",
    "article": "/en/treaties/cat/3/",
    "norm": "/en/norms/non-refoulement/",
    "reviews": "/en/reviews/",
    "review": "/en/reviews/upr-4/",
    "organisations": "/en/organisations/",
    "organisation": "/en/organisations/rfnk/",
    "developments": "/en/developments/",
    "development": "/en/developments/pos-01-returns-acknowledged/",
    "sources": "/en/sources/",
    "source": "/en/sources/a-hrc-56-6/",
    "methodology": "/en/methodology/",
    "themes": "/en/themes/",
    "theme": "/en/themes/nonref/",
    "groups": "/en/groups/",
    "group": "/en/groups/north-korean-women/",
    "mechanisms": "/en/mechanisms/",
    "mechanism": "/en/mechanisms/upr/",
    "State": "/en/organisations/republic-of-korea/",
    "changes": "/en/changes/",
    "glossary": "/en/glossary/",
    "about": "/en/about/",
    "privacy": "/en/privacy/",
    "accessibility": "/en/accessibility/",
    "embedded chart": "/en/embed/position/",
    "dark chart of some asks": "/en/embed/status/?treaty=cat&look=dark&as_of=2024-07-31",
    "refused": "/en/recommendations/?treaty=nowhere&what=1&as_of=soon",
}


LANGUAGES = ["en", "ko", "zh-hans"]
SCHEMES = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 28)"}  # with the colour of paper
OPEN_ALL = "document.querySelectorAll('details').forEach(it => { it.open = true })"


def pages_in(language):
    """The page types in a language: what each is called, where it is, and how it is answered."""
    for name, path in PAGES.items():
        yield name, path.replace("/en/", f"/{language}/", 1), 400 if name == "refused" else 200


@pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_anything_that_axe_finds(open_tab, language, window):
    tab = open_tab(viewport=window)
    found = {}
    for name, path, status in pages_in(language):
        tab.goto(path, status=status)
        found[name] = tab.violations(colours=False)

    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_hard_to_read_by_day_or_by_night(open_tab, language):
    """Colours take most time; they are the same in every window."""
    tab = open_tab(reduced_motion="reduce")  # or a colour would be taken on its way to another
    found = {}
    for name, path, status in pages_in(language):
        page = tab.goto(path, status=status)
        page.evaluate(OPEN_ALL)
        for scheme, paper in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            shown = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            if shown != paper and "look=" not in path:
                found[name, scheme] = [f"The page is {shown}."]
            elif faults := tab.violations(only="color-contrast"):
                found[name, scheme] = faults

    assert found == {}


@pytest.mark.parametrize(("language", "width"), [*((one, 320) for one in LANGUAGES), ("en", 390)])
def test_no_page_scrolls_sideways(open_tab, language, width):
    tab = open_tab(viewport={"width": width, "height": 800})
    too_wide = {}
    for name, path, status in pages_in(language):
        tab.goto(path, status=status)
        if tab.overflow():
            too_wide[name] = tab.overflow()

    assert too_wide == {}


def test_the_first_key_skips_to_the_content(tab):
    page = tab.goto("/en/recommendations/")

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    assert skip.evaluate("link => link === document.activeElement && link.checkVisibility()")
    assert skip.bounding_box()["width"] > 40, "it can be seen while it has the focus"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def press_until(page, reached, *, at_most=200):
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if page.evaluate(f"({reached})(document.activeElement)"):
            return
    raise AssertionError(f"no key led to {reached}")


def test_a_list_is_filtered_by_the_keyboard_alone(tab):
    page = tab.goto("/en/recommendations/")

    press_until(page, "it => it.name === 'q'")
    page.keyboard.type("trafficking")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=trafficking**")
    found = page.locator("#count").inner_text()
    open_facet(page, "Treaty")
    press_until(page, "it => it.name === 'treaty' && it.value === 'cat'")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**treaty=cat**")

    assert int(page.locator("#count").inner_text().split()[0]) < int(found.split()[0])
    chips = page.get_by_role("list", name="Active filters")
    assert chips.get_by_role("link").count() == 2
    press_until(page, "it => it.classList.contains('chip') && it.innerText.includes('Treaty')")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "treaty=" not in url)
    assert page.locator("#count").inner_text() == found
    tab.no_fault()


def open_facet(page, name):
    press_until(page, f"it => it.tagName === 'SUMMARY' && it.innerText.trim() === '{name}'")
    page.keyboard.press("Enter")


def test_what_has_the_focus_can_be_seen(tab):
    page = tab.goto("/en/recommendations/?treaty=cat")
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        look = page.evaluate("""() => {
            const it = document.activeElement, style = getComputedStyle(it);
            return [it.outerHTML.slice(0, 120), style.outlineStyle, style.outlineWidth,
                    style.boxShadow, it === document.body];
        }""")
        html, outline, width, shadow, is_body = look
        is_inside = 'type="date"' in html  # the focus is on a part of it, which shows it
        if (
            not is_body
            and not is_inside
            and shadow == "none"
            and (outline == "none" or width == "0px")
        ):
            unseen.append(html)

    assert unseen == []


@pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])
def test_targets_are_large_enough_for_a_finger(open_tab, window):
    tab = open_tab(viewport=window)
    small = {}
    for name, path in PAGES.items():
        tab.goto(path, status=400 if name == "refused" else 200)
        found = tab.page.evaluate("""() => [...document.querySelectorAll(
                'button, input:not([type=hidden]), select, summary, .chip, nav a'
            )].filter(it => it.checkVisibility()).filter(it => {
                const box = (it.closest('label') || it).getBoundingClientRect();
                return box.width && (box.width < 23.5 || box.height < 23.5);
            }).map(it => it.outerHTML.slice(0, 120))""")
        if found:
            small[name] = found

    assert small == {}


def test_without_scripts_one_finds_a_record_and_goes_back_to_a_day(open_tab):
    tab = open_tab(java_script_enabled=False, viewport=NARROW)
    page = tab.page
    page.goto("/en/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Recommendations").click()
    page.locator("summary", has_text="Filter by").click()
    page.get_by_text("Treaty", exact=True).click()
    page.locator("[name=treaty][value=cat]").check()
    page.get_by_text("Article", exact=True).click()
    page.locator("[name=article][value='cat/3']").check()
    page.get_by_role("button", name="Apply").click()
    assert "treaty=cat" in page.url
    assert "article=cat%2F3" in page.url
    number = int(page.locator("#count").inner_text().split()[0])
    assert 0 < number < 100

    page.locator(".records h3 a").first.click()
    assert page.locator("h1").count() == 1
    page.goto("/en/recommendations/R-0219/")
    assert page.locator("#timeline-heading").is_visible()
    assert page.locator(".state .status").first.inner_text().strip().startswith("C")
    page.get_by_label("Show as of").fill("2019-01-01")
    page.get_by_role("button", name="Show").click()

    assert "as_of=2019-01-01" in page.url
    assert "Shown as of 1 January 2019" in page.get_by_role("status").inner_text()
    assert "17 October 2023" not in page.locator("main").inner_text()
    page.get_by_role("link", name="Back to today").click()
    assert "as_of" not in page.url
    assert page.context.cookies() == []
    tab.no_fault()


def test_a_page_in_the_dark_of_forced_colours_and_on_paper_still_shows_its_charts(tab):
    page = tab.goto("/en/")
    for media in ({"forced_colors": "active"}, {"media": "print", "forced_colors": "none"}):
        page.emulate_media(**media)
        assert page.locator(".bars").first.is_visible()
        assert page.locator(".bars td").first.is_visible()


def test_paper_is_white_by_night_too(tab):
    page = tab.goto("/en/")
    page.emulate_media(media="print", color_scheme="dark")

    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == SCHEMES["light"]
