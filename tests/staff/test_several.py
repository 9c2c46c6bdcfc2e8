from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    ReviewCycleFactory,
    TreatyFactory,
)
from tracker.models import Recommendation, Relation, State, Treaty, User

TEXT = "Refrain from returning anybody who would face torture, and allow access to protection."
PASTED = "45. Refrain from returning anybody\nwho would face torture;\n46. Register every child."
Post = Callable[..., Any]


@pytest.fixture
def browser(client: Client, contributor: User) -> Client:
    client.force_login(contributor)
    OrganisationFactory(slug="china", state=True)
    OrganisationFactory(slug="un-cat")
    DocumentFactory(slug="co-5", symbol="CAT/C/CHN/CO/5")
    for number in ("3", "16"):
        ArticleFactory(treaty=TreatyFactory(code="cat", short_name="CAT"), number=number)
    return client


@pytest.fixture
def enter(browser: Client) -> Post:
    """Send the page with a row for each dictionary."""

    def post(*rows: dict[str, str], **changes: Any) -> Any:
        shared = {
            "document": "cat/c/chn/co/5", "made_by": ["un-cat"], "addressed_to": "china",
            "made_on": "2015-12", "kind": "recommendation", "text_kind": "paraphrase",
            "language": "en", "certainty": "seen", "names_north_koreans": "on",
        }  # fmt: skip
        return browser.post(reverse("staff:several"), shared | in_rows(*rows) | changes)

    return post


def in_rows(*rows: dict[str, str]) -> dict[str, Any]:
    """The rows of a table as a browser sends them."""
    given: dict[str, Any] = {"asks-TOTAL_FORMS": len(rows), "asks-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        given |= {f"asks-{number}-{name}": value for name, value in row.items()}
    return given


def shown(response: Any) -> list[tuple[str, str, str]]:
    """Place, title and text of each row of the table."""
    rows = response.context["several"].rows
    return [tuple(row[name].value() for name in ("locator", "title", "text")) for row in rows]


def test_what_is_pasted_becomes_rows_and_nothing_is_saved_yet(enter: Post) -> None:
    response = enter(split="yes", pasted=PASTED, before="para. ")

    assert shown(response) == [
        (
            "para. 45",
            "Refrain from returning anybody who would face torture",
            "Refrain from returning anybody who would face torture;",
        ),
        ("para. 46", "Register every child", "Register every child."),
    ]
    assert response.context["several"].form["document"].value() == "cat/c/chn/co/5"
    assert not Recommendation.objects.exists()


def test_a_pasted_ask_proposes_the_articles_that_it_names(enter: Post) -> None:
    pasted = (
        "45. Honour articles 3 and 16 of the CAT;\n46. Article 221 of the Criminal Code;\n47. CAT."
    )

    rows = enter(split="yes", pasted=pasted).context["several"].rows

    assert [row["articles"].value() for row in rows] == ["CAT 3; CAT 16", "", ""]
    assert {row["basis"].value() for row in rows} == {"explicit"}


def test_an_article_alone_is_of_the_treaty_of_the_review_that_was_chosen(enter: Post) -> None:
    cycle = ReviewCycleFactory(mechanism__treaty=Treaty.objects.get(code="cat"))

    rows = enter(split="yes", pasted="- Apply Article 3.", cycle=cycle.slug).context["several"].rows

    assert [row["articles"].value() for row in rows] == ["CAT 3"]


def test_pasting_more_and_adding_a_row_keep_what_is_in_the_table(enter: Post) -> None:
    typed = {"locator": "p. 1", "title": "Stop", "text": "Stop returns."}

    assert [row[1] for row in shown(enter(typed, split="yes", pasted="Allow asylum."))] == [
        "Stop",
        "Allow asylum",
    ]
    response = enter(typed, add="row", pasted="Not split yet")
    assert [row[1] for row in shown(response)] == ["Stop", None]
    assert "Not split yet" in response.content.decode()
    assert "put right" not in response.content.decode()


@pytest.mark.parametrize(
    ("pasted", "message"),
    [(" ", "Paste the asks first."), ("- a\n" * 61, "These are 61 asks. Enter at most 60")],
)
def test_too_little_or_too_much_is_refused_at_the_field(
    enter: Post, pasted: str, message: str
) -> None:
    assert message in enter(split="yes", pasted=pasted).content.decode()


def test_every_row_becomes_a_draft_with_its_articles_and_what_all_share(enter: Post) -> None:
    response = enter(
        {"locator": "para. 45", "title": "Stop returns", "text": TEXT, "articles": "cat 3, 16"},
        {"locator": "", "title": "", "text": ""},
        {"locator": "para. 46", "title": "Register", "text": "Register every child."},
    )

    assert response["Location"] == f"{reverse('staff:home')}#drafts"
    first, second = Recommendation.objects.order_by("locator")
    assert (first.state, first.document.slug, str(first.made_on)) == (
        State.DRAFT,
        "co-5",
        "2015-12",
    )
    assert [row.article.number for row in first.invocations.all()] == ["3", "16"]
    assert second.title == "Register"


@pytest.mark.parametrize(("said", "expected"), [("", True), ("no", False)])
def test_replies_are_expected_as_the_procedure_does_unless_it_is_said(
    enter: Post, said: str, expected: bool
) -> None:
    ReviewCycleFactory(slug="upr-4", mechanism__expects_reply=True)
    typed = {"title": "Stop", "text": TEXT}

    page = enter(typed, cycle="upr-4", expects_reply=said, add="row")
    assert page.context["several"].form["expects_reply"].value() == said
    enter(typed, cycle="upr-4", expects_reply=said)

    assert Recommendation.objects.get().expects_reply is expected


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"title": "", "text": "Stop."}, "Give it a title, or empty the whole row."),
        ({"title": "Stop", "text": ""}, "Write what is asked, or empty the whole row."),
        ({"title": "Stop", "text": "Stop.", "articles": "CAT 99"}, "CAT has no article “99” here."),
        ({"title": "x" * 161, "text": "Stop."}, "at most 160 characters"),
        ({"title": "Stop", "text": "register  every CHILD."}, "This is the text of row 1 again."),
    ],
)
def test_a_fault_in_one_row_is_said_there_and_nothing_is_saved(
    enter: Post, row: dict[str, str], message: str
) -> None:
    page = enter({"title": "Register", "text": "Register every child."}, row).content.decode()

    assert message in page
    assert "Ask 2, " in page
    assert not Recommendation.objects.exists()


def test_a_fault_in_what_they_share_is_said_there_and_nothing_is_saved(enter: Post) -> None:
    page = enter({"title": "Stop", "text": TEXT}, document="A/0/0").content.decode()

    assert "There is no document “A/0/0”." in page
    assert not Recommendation.objects.exists()
    assert "Write at least one ask" in enter().content.decode()


def test_rows_that_may_repeat_a_record_are_saved_only_by_who_has_seen_it(enter: Post) -> None:
    known = RecommendationFactory(text=TEXT)
    rows = [{"title": "Stop", "text": TEXT}, {"title": "Register", "text": "Register all births."}]

    page = enter(*rows).content.decode()
    assert "Some of these may be recorded already." in page
    assert f'name="seen" value="{known.reference}"' in page
    assert Recommendation.objects.count() == 1

    enter(*rows, seen="R-9999")
    assert Recommendation.objects.count() == 1
    enter(*rows, seen=known.reference)
    assert Recommendation.objects.count() == 3


def test_an_empty_page_shows_how_it_is_done(browser: Client) -> None:
    page = browser.get(reverse("staff:several")).content.decode()

    assert "For example, these three lines become two asks" in page


def test_an_item_is_split_into_limbs_beside_its_text(browser: Client) -> None:
    item = RecommendationFactory(published=True, locator="para. 45", text=TEXT)
    address = reverse("staff:split", args=[item.reference])
    page = browser.get(address).content.decode()
    assert TEXT in page
    assert page.count("para. 45") == 3

    rows = [
        {"title": "Stop returns", "text": "Stop returns.", "articles": "CAT 3"},
        {"title": "Allow access", "text": "Allow access."},
    ]
    response = browser.post(address, in_rows(*rows) | {"expected": item.version})

    assert response.status_code == 302
    assert [row.from_recommendation.title for row in Relation.objects.order_by("pk")] == [
        "Stop returns",
        "Allow access",
    ]
    assert "Limbs it has already" in browser.get(address).content.decode()


def test_a_split_of_an_item_that_was_changed_meanwhile_loses_nothing(browser: Client) -> None:
    item = RecommendationFactory(version=2)
    address = reverse("staff:split", args=[item.reference])
    rows = in_rows({"title": "Stop returns", "text": "My limb."})

    page = browser.post(address, rows | {"expected": 1}).content.decode()
    assert "Somebody has changed this recommendation meanwhile." in page
    assert "My limb." in page
    assert not Relation.objects.exists()

    browser.post(address, rows | {"expected": 2})
    assert Relation.objects.exists()


def test_many_rows_take_few_queries_to_show(
    enter: Post, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(25):
        enter(split="yes", pasted="- Register every child.\n" * 60)


@pytest.mark.parametrize("total", ["", "x", "99999999999999999999", "-1", "61"])
def test_a_forged_number_of_rows_breaks_nothing(enter: Post, total: str) -> None:
    for button in ("add", "split", "save"):
        changes = {"asks-TOTAL_FORMS": total, button: "yes", "pasted": "a"}
        assert enter({"title": "Stop", "text": TEXT}, **changes).status_code in {200, 302}


def test_a_limb_that_may_repeat_a_record_is_saved_only_by_who_has_seen_it(browser: Client) -> None:
    item = RecommendationFactory(text=TEXT)
    known = RecommendationFactory(text="Register the births of all children of escapees.")
    address = reverse("staff:split", args=[item.reference])
    limbs = in_rows(
        {"title": "Stop", "text": TEXT.split(",")[0]},  # most of the item's words: as limbs are
        {"title": "Register", "text": known.text},
    ) | {"expected": item.version}

    page = browser.post(address, limbs).content.decode()
    assert "Limb 2: Register" in page
    assert "Limb 1: Stop" not in page
    assert f'name="seen" value="{known.reference}"' in page
    assert not Relation.objects.exists()

    browser.post(address, limbs | {"seen": known.reference})
    assert Relation.objects.count() == 2


def test_a_limb_that_is_the_whole_item_again_is_a_warning(browser: Client) -> None:
    item = RecommendationFactory(text=TEXT)
    limbs = in_rows({"title": "All of it", "text": TEXT}) | {"expected": item.version}

    page = browser.post(reverse("staff:split", args=[item.reference]), limbs).content.decode()

    assert f'name="seen" value="{item.reference}"' in page


@pytest.fixture
def states() -> None:
    for slug, name in [("canada", "Canada"), ("norway", "Norway"), ("niger", "Niger")]:
        OrganisationFactory(slug=slug, name=name, state=True)
    OrganisationFactory(
        slug="iran", name="Iran (Islamic Republic of)", aliases=["Iran"], state=True
    )


def test_that_all_asks_name_north_koreans_has_to_be_said(browser: Client) -> None:
    form = browser.get(reverse("staff:several")).context["several"].form

    assert form["names_north_koreans"].value() is False


@pytest.mark.usefixtures("states")
def test_who_stands_in_brackets_at_the_end_of_an_ask_makes_it(enter: Post) -> None:
    pasted = (
        "6.1 Stop returns (Canada);\n6.2 Allow access (Norway, Niger and Canada).\n"
        "6.3 Protect (Iran (Islamic Republic of))\n6.4 Register (Canada; Atlantis)\n"
        "6.5 Ratify the Convention (CAT)\n"
    )
    rows = enter(split="yes", pasted=pasted).context["several"].rows

    found = [(row["text"].value(), row["made_by"].value()) for row in rows]
    assert found == [
        ("Stop returns", "Canada"),
        ("Allow access", "Norway; Niger; Canada"),
        ("Protect", "Iran (Islamic Republic of)"),
        ("Register", "Canada; Atlantis"),
        ("Ratify the Convention (CAT)", ""),
    ]


@pytest.mark.usefixtures("states")
def test_a_row_names_its_makers_and_the_others_have_those_of_all(enter: Post) -> None:
    rows = [
        {"title": "Stop", "text": "Stop.", "made_by": "canada; Nor"},
        {"title": "Register", "text": "Register."},
    ]

    alone = {"title": "Open asylum", "text": "Open asylum (Atlantis)."}
    _, second, third = enter(*rows, alone, made_by="").context["several"].rows
    assert second.errors["made_by"][0].startswith("Write who asks for this")
    assert third.errors["made_by"][0].startswith("“Atlantis”, in brackets at its end, is no org")
    page = enter(rows[0] | {"made_by": "N; Atlantis"}).content.decode()
    assert "“N” may be Niger or Norway. Write more of its name." in page
    enter(*rows, made_by="un-cat")

    makers = {
        row.title: {str(o) for o in row.made_by.all()} for row in Recommendation.objects.all()
    }
    assert makers["Stop"] == {"Canada", "Norway"}
    assert makers["Register"] == {"Un Cat"}
