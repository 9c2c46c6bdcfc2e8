"""What a row says in other languages is filled in beside the English, and is public at once."""

from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.factories import ReviewCycleFactory, ThemeFactory
from tracker.models import Theme

ADDRESS = reverse("staff:reference_edit", args=["themes", "detain"])


def typed(browser: Client, address: str, **changes: str) -> dict[str, str]:
    form = browser.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in sent.items() if value is not None} | changes


def test_words_in_each_language_are_kept_and_shown_again(browser: Client) -> None:
    ThemeFactory(code="detain", name="Detention")

    browser.post(ADDRESS, typed(browser, ADDRESS, name_ko="구금", description_zh_hans="拘留。"))

    theme = Theme.objects.get()
    assert theme.translations == {"ko": {"name": "구금"}, "zh-hans": {"description": "拘留。"}}
    form = browser.get(ADDRESS).context["form"]
    assert (form["name"].value(), form["name_ko"].value()) == ("Detention", "구금")
    assert form["name_ko"].label == "Name in Korean"
    with override("ko"):
        assert "구금" in browser.get(theme.get_absolute_url()).content.decode()
    history = browser.get(reverse("staff:record_history", args=["theme", "detain"]))
    assert "Korean, name: 구금" in history.content.decode()

    browser.post(ADDRESS, typed(browser, ADDRESS, name_ko=" "))
    assert Theme.objects.get().translations == {"zh-hans": {"description": "拘留。"}}


def test_two_people_who_translate_at_once_see_both_versions(browser: Client) -> None:
    ThemeFactory(code="detain", name="Detention")
    mine = typed(browser, ADDRESS, name_ko="구금")
    browser.post(ADDRESS, typed(browser, ADDRESS, name_ko="억류"))

    page = browser.post(ADDRESS, mine).content.decode()

    assert "Somebody has changed this theme meanwhile." in page
    assert "억류" in page
    assert Theme.objects.get().translations == {"ko": {"name": "억류"}}


def test_words_that_are_too_long_are_said_at_their_place(browser: Client) -> None:
    ThemeFactory(code="detain")

    form = browser.post(ADDRESS, typed(browser, ADDRESS, name_ko="가" * 121)).context["form"]

    assert "name_ko" in form.errors
    assert Theme.objects.get().translations == {}


def test_a_review_is_named_in_other_languages_on_its_own_page(browser: Client) -> None:
    cycle = ReviewCycleFactory(slug="upr-4", name="UPR 4th cycle")
    address = reverse("staff:cycle_edit", args=["upr-4"])

    browser.post(address, typed(browser, address, name_ko="UPR 제4차 주기"))

    cycle.refresh_from_db()
    assert cycle.translations == {"ko": {"name": "UPR 제4차 주기"}}
