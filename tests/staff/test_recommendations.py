from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    InvocationFactory,
    MechanismFactory,
    OrganisationFactory,
    RecommendationFactory,
    ReviewCycleFactory,
    TreatyFactory,
)
from tests.staff.choices import chosen
from tracker.models import Amendment, Invocation, Recommendation, State


@pytest.fixture
def typed() -> Any:
    """What a person types about a recommendation, with one row for an article."""
    OrganisationFactory(slug="china", state=True)
    OrganisationFactory(slug="un-cat")
    DocumentFactory(slug="co-5", symbol="CAT/C/CHN/CO/5")

    def values(*articles: str, **changes: Any) -> dict[str, Any]:
        rows: dict[str, Any] = {"articles-TOTAL_FORMS": len(articles), "articles-INITIAL_FORMS": 0}
        for number, article in enumerate(articles):
            rows[f"articles-{number}-article"] = article
            rows[f"articles-{number}-basis"] = "explicit"
        return {
            "kind": "recommendation",
            "document": "cat/c/chn/co/5",
            "made_by": ["un-cat"],
            "addressed_to": "china",
            "made_on": "2015-12",
            "title": "Stop returns",
            "text": "China should stop returns.",
            "text_kind": "paraphrase",
            "language": "en",
            "certainty": "seen",
            "names_north_koreans": "on",
            **rows,
            **changes,
        }

    return values


@pytest.fixture(autouse=True)
def cat_3() -> Any:
    return ArticleFactory(treaty=TreatyFactory(code="cat", short_name="CAT"), number="3")


def test_a_recommendation_is_entered_with_its_articles_as_people_write_them(
    browser: Client, typed: Any, cat_3: Any
) -> None:
    response = browser.post(reverse("staff:recommendation_new"), typed("cat 3", ""))

    recommendation = Recommendation.objects.get()
    assert response["Location"] == reverse("staff:recommendation", args=[recommendation.reference])
    assert recommendation.state == State.DRAFT
    assert recommendation.reference.startswith("D-")
    assert [row.article for row in recommendation.invocations.all()] == [cat_3]


@pytest.mark.parametrize(
    ("procedure", "said", "expected"),
    [(True, {}, True), (False, {}, False), (True, {"expects_reply": "no"}, False),
     (False, {"expects_reply": "yes"}, True)],
)  # fmt: skip
def test_a_reply_to_a_new_ask_is_expected_as_its_procedure_does_unless_it_is_said(
    browser: Client, typed: Any, procedure: bool, said: dict[str, str], expected: bool
) -> None:
    ReviewCycleFactory(slug="upr-4", mechanism__expects_reply=procedure)

    browser.post(reverse("staff:recommendation_new"), typed(cycle="upr-4", **said))

    ask = Recommendation.objects.get()
    assert ask.expects_reply is expected
    page = browser.get(f"{reverse('staff:recommendation_new')}?after={ask.reference}")
    first = page.context["edit"].form["expects_reply"].value()
    assert first == said.get("expects_reply")


@pytest.mark.parametrize(
    ("article", "message"),
    [("CAT 99", "CAT has no article “99” here."), ("XYZ 1", "“XYZ 1” names no treaty known here.")],
)
def test_an_unknown_article_is_named_and_nothing_is_written(
    browser: Client, typed: Any, article: str, message: str
) -> None:
    page = browser.post(reverse("staff:recommendation_new"), typed(article)).content.decode()

    assert message in page
    assert not Recommendation.objects.exists()


def test_an_article_that_stands_twice_is_kept_once_with_a_message(
    browser: Client, typed: Any, cat_3: Any
) -> None:
    notes = {
        "articles-0-note": "Cited.",
        "articles-1-note": "Argued.",
        "articles-0-basis": "section",
    }
    response = browser.post(
        reverse("staff:recommendation_new"), typed("cat 3", "CAT art. 3", **notes), follow=True
    )

    row = Invocation.objects.get()
    assert (row.article, row.basis, row.note) == (cat_3, "explicit", "Cited.; Argued.")
    assert "CAT 3 stood in more than one row. It was kept once" in response.content.decode()


def test_the_next_one_starts_with_what_its_document_shares(browser: Client, typed: Any) -> None:
    address = reverse("staff:recommendation_new")
    response = browser.post(address, typed("CAT 3", next="yes", kind="concern"))
    first = Recommendation.objects.get()
    assert response["Location"] == f"{address}?after={first.reference}"

    form = browser.get(response["Location"]).context["edit"].form

    assert form["document"].value() == "CAT/C/CHN/CO/5"
    assert [form[name].value() for name in ("made_by", "kind", "title", "text")] == [
        "Un Cat",
        "concern",
        None,
        None,
    ]
    assert str(form["made_on"].value()) == "2015-12"


def test_what_may_be_there_already_is_shown_before_it_is_saved(browser: Client, typed: Any) -> None:
    text = "China should stop returning anybody to a country where torture awaits them."
    known = RecommendationFactory(text=text)
    address = reverse("staff:recommendation_new")
    values = typed("CAT 3", text=text.replace("anybody", "women"), next="yes")

    page = browser.post(address, values).content.decode()
    assert "This may be recorded already." in page
    assert '<mark class="differs">women</mark>' in page
    assert '<input type="hidden" name="next" value="yes" form="record-form">' in page
    assert Recommendation.objects.count() == 1

    later = RecommendationFactory(text=text)  # what was not shown is shown once more
    assert (
        later.reference
        in browser.post(address, values | {"seen": known.reference}).content.decode()
    )
    assert Recommendation.objects.count() == 2
    browser.post(address, values | {"seen": f"{known.reference} {later.reference}"})
    assert Recommendation.objects.count() == 3


def test_a_changed_text_that_repeats_a_record_is_shown_before_it_is_saved(
    browser: Client, typed: Any
) -> None:
    text = "China should stop returning anybody to a country where torture awaits them."
    known, draft = RecommendationFactory(text=text), RecommendationFactory(text="Protect them.")
    address = reverse("staff:recommendation_edit", args=[draft.reference])

    page = browser.post(address, typed(text=text, expected="1")).content.decode()
    assert f'name="seen" value="{known.reference}"' in page
    stale = typed(text=text, expected="0", over="1")
    stale = chosen(browser.post(address, stale), stale)
    page = browser.post(address, stale).content.decode()
    assert '<input type="hidden" name="take-text" value="mine" form="record-form">' in page
    assert '<input type="hidden" name="over" value="1" form="record-form">' in page
    browser.post(address, stale | {"seen": known.reference})
    draft.refresh_from_db()
    assert draft.text == text

    browser.post(address, typed(text=text, expected="2", title="Only the title is new"))
    draft.refresh_from_db()
    assert draft.title == "Only the title is new"


def test_another_row_for_an_article_comes_without_script_and_without_complaints(
    browser: Client, typed: Any
) -> None:
    values = typed("CAT 3", title="", add="article")

    response = browser.post(reverse("staff:recommendation_new"), values)

    rows = response.context["edit"].rows
    assert [row["article"].value() for row in rows] == ["CAT 3", None]
    assert "China should stop returns." in response.content.decode()
    assert "Please put right" not in response.content.decode()
    assert not Recommendation.objects.exists()


def test_the_articles_that_a_text_cites_come_as_rows_without_script(
    browser: Client, typed: Any, cat_3: Any
) -> None:
    ArticleFactory(treaty=cat_3.treaty, number="16")
    text = "Honour articles 3 and 16 of the CAT; the CAT binds. CAT Article 40 too."
    values = typed("", "CAT 3", text=text, title="", cite="yes")

    response = browser.post(reverse("staff:recommendation_new"), values)

    rows = response.context["edit"].rows
    told = [(row["article"].value(), row["basis"].value()) for row in rows]
    assert told == [("CAT 3", "explicit"), ("CAT 16", "explicit"), (None, "explicit")]
    page = response.content.decode()
    assert "Added as explicit, because the text names it: <strong>CAT 16</strong>." in page
    assert "The text names CAT 40, too, which cannot be chosen yet" in page
    assert "Please put right" not in page
    assert not Recommendation.objects.exists()


def test_a_draft_says_which_articles_its_text_cites_beside_its_rows(
    browser: Client, cat_3: Any
) -> None:
    sixteen = ArticleFactory(treaty=cat_3.treaty, number="16")
    cycle = ReviewCycleFactory(mechanism=MechanismFactory(treaty=cat_3.treaty))
    draft = RecommendationFactory(text="Under Articles 3 and 16, stop.", cycle=cycle)
    InvocationFactory(recommendation=draft, article=sixteen, basis="inferred", note="Ours")
    address = reverse("staff:recommendation_edit", args=[draft.reference])

    page = browser.get(address).content.decode()

    assert "The text cites <strong>CAT 3</strong>, which is not among the articles." in page
    assert 'name="cite" value="yes"' in page
    assert "Added as explicit" not in page


def test_a_text_that_cites_nothing_more_says_so(browser: Client, typed: Any) -> None:
    values = typed("CAT 3", text="Honour CAT Article 3 and Article 3(2).", cite="yes")

    page = browser.post(reverse("staff:recommendation_new"), values).content.decode()

    assert "The text names no article known here that is not among these." in page


def test_a_draft_changes_at_once(browser: Client, typed: Any) -> None:
    draft = RecommendationFactory()

    browser.post(reverse("staff:recommendation_edit", args=[draft.reference]), typed(expected="1"))

    draft.refresh_from_db()
    assert (draft.title, draft.version) == ("Stop returns", 2)


def test_a_change_of_a_published_record_needs_a_reason_and_waits(
    browser: Client, typed: Any
) -> None:
    public = RecommendationFactory(published=True, title="Before")
    address = reverse("staff:recommendation_edit", args=[public.reference])

    page = browser.post(address, typed(expected="1")).content.decode()
    assert "Say why the published record should change." in page

    browser.post(address, typed(expected="1", reason="The title was too vague."))
    public.refresh_from_db()
    assert public.title == "Before"
    assert Amendment.objects.get().state == State.IN_REVIEW


def test_a_conflict_shows_both_versions_and_keeps_what_was_typed(
    browser: Client, typed: Any
) -> None:
    draft = RecommendationFactory(title="Their title")
    Recommendation.objects.update(version=2)
    address = reverse("staff:recommendation_edit", args=[draft.reference])

    refused = browser.post(address, typed(expected="1", title="My title"))
    page = refused.content.decode()
    assert "Their title" in page
    assert page.count("My title") == 2

    browser.post(address, chosen(refused, typed(expected="1", over="2", title="My title")))
    draft.refresh_from_db()
    assert draft.title == "My title"


def test_emptying_a_row_takes_the_article_out(browser: Client, typed: Any, cat_3: Any) -> None:
    draft = RecommendationFactory()
    InvocationFactory(recommendation=draft, article=cat_3)

    browser.post(
        reverse("staff:recommendation_edit", args=[draft.reference]), typed("", expected="1")
    )

    assert not Invocation.objects.exists()


def test_records_are_found_by_reference_whatever_their_state(browser: Client) -> None:
    draft = RecommendationFactory()

    page = browser.get(reverse("staff:find"), {"q": draft.reference.lower()}).content.decode()

    assert draft.title in page
