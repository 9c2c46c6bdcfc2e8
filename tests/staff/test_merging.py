"""Two people change one record: what both changed is decided, and nothing typed is lost."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    AmendmentFactory,
    ArticleFactory,
    DevelopmentFactory,
    DocumentFactory,
    InvocationFactory,
    OrganisationFactory,
    RecommendationFactory,
    ReviewCycleFactory,
)
from tests.staff.choices import decide, form_of, sent_by
from tracker.lib.merging import Side
from tracker.models import Development, Document, Organisation, Recommendation, State, User


@pytest.fixture
def browser(client: Client, coordinator: User) -> Client:
    client.force_login(coordinator)
    return client


def sides(refused: Any) -> dict[str, Side]:
    return {line.name: line.side for line in form_of(refused).differences}


def both_change(
    browser: Client, address: str, mine: dict[str, Any], theirs: dict[str, Any]
) -> tuple[Any, Any]:
    """Two people open a form; theirs is saved first. Gives what was sent, and the answer."""
    page = browser.get(address)
    saved = browser.post(address, sent_by(page) | theirs)
    assert saved.status_code == 302, form_of(saved).errors
    return page, browser.post(address, sent_by(page) | mine)


@pytest.fixture
def draft() -> Recommendation:
    """One with an article, as it is entered."""
    article = ArticleFactory(treaty__code="cat", treaty__short_name="CAT", number="3")
    draft = RecommendationFactory(title="Stop returns", text="Stop them.\nAll of them.")
    draft.made_by.add(OrganisationFactory(slug="canada", name="Canada"))
    InvocationFactory(recommendation=draft, article=article, note="Says so.")
    return draft


def test_what_only_one_changed_is_taken_and_what_both_changed_is_chosen(
    browser: Client, draft: Recommendation
) -> None:
    address = reverse("staff:recommendation_edit", args=[draft.reference])
    mine = {"title": "My title", "locator": "para. 5", "text": "Stop them.\r\nAll of them."}
    theirs = {"title": "Their title", "text": "Stop each return."}

    _, refused = both_change(browser, address, mine, theirs)

    found = {"title": Side.BOTH, "text": Side.THEIRS, "locator": Side.MINE}
    assert sides(refused) == found
    page = refused.content.decode()
    assert "you both changed it" in page
    assert "only they changed it" in page
    assert "only you changed it" in page
    asked_again = decide(browser, refused)
    assert "Choose yours or theirs: Title." in asked_again.content.decode()
    assert sides(asked_again) == found
    draft.refresh_from_db()
    assert (draft.title, draft.locator) == ("Their title", "")

    assert decide(browser, asked_again, title="mine").status_code == 302
    draft.refresh_from_db()
    assert (draft.title, draft.text, draft.locator) == (
        "My title", "Stop each return.", "para. 5"
    )  # fmt: skip


def test_theirs_is_taken_where_it_is_chosen(browser: Client, draft: Recommendation) -> None:
    address = reverse("staff:recommendation_edit", args=[draft.reference])
    other = OrganisationFactory(slug="ccd", name="CCD")
    mine = {"title": "My title", "made_by": ["canada"], "articles-0-note": "My note."}
    theirs = {"title": "Their title", "made_by": ["ccd"], "articles-0-note": "Their note."}

    _, refused = both_change(browser, address, mine | {"locator": "p. 5"}, theirs)

    lines = {line.name: line for line in form_of(refused).differences}
    assert (lines["made_by"].theirs, lines["articles"].mine) == (
        "CCD", "CAT 3 – explicit – My note."
    )  # fmt: skip
    decided = decide(browser, refused, title="theirs", made_by="theirs", articles="theirs")
    assert decided.status_code == 302
    draft.refresh_from_db()
    assert (draft.title, draft.locator, [*draft.made_by.all()]) == ("Their title", "p. 5", [other])
    assert draft.invocations.get().note == "Their note."


def test_what_is_typed_after_theirs_was_chosen_is_asked_for(
    browser: Client, draft: Recommendation
) -> None:
    address = reverse("staff:recommendation_edit", args=[draft.reference])
    theirs = {"title": "Theirs", "text": "Stop each return."}
    _, refused = both_change(browser, address, {"title": "Mine"}, theirs)
    choice = {"over": form_of(refused).mark_now, "take-title": "theirs"}

    again = browser.post(address, sent_by(refused) | choice | {"text": "Typed now."})

    assert "Choose yours or theirs: What is asked." in again.content.decode()
    assert "Typed now." in again.content.decode()
    assert decide(browser, again, text="mine").status_code == 302
    draft.refresh_from_db()
    assert (draft.title, draft.text) == ("Theirs", "Typed now.")


def test_another_row_for_an_article_does_not_forget_what_was_there_before(
    browser: Client, draft: Recommendation
) -> None:
    address = reverse("staff:recommendation_edit", args=[draft.reference])
    page = browser.get(address)
    theirs = sent_by(page) | {"text": "Stop each return."}
    more = browser.post(address, sent_by(page) | {"title": "Mine", "add": "article"})
    assert browser.post(address, theirs).status_code == 302

    refused = browser.post(address, sent_by(more))

    assert sides(refused) == {"title": Side.MINE, "text": Side.THEIRS}


def test_a_choice_made_of_an_older_version_is_not_saved(
    browser: Client, draft: Recommendation
) -> None:
    address = reverse("staff:recommendation_edit", args=[draft.reference])
    page, refused = both_change(browser, address, {"title": "Mine"}, {"title": "Theirs"})
    third = sent_by(page) | {"title": "Of a third", "expected": ["2"]}
    assert browser.post(address, third).status_code == 302

    again = decide(browser, refused, title="mine")

    assert "changed once more" in again.content.decode()
    assert "Of a third" in again.content.decode()
    draft.refresh_from_db()
    assert draft.title == "Of a third"
    decide(browser, again, title="mine")
    draft.refresh_from_db()
    assert draft.title == "Mine"


def test_a_choice_outlives_a_mistake_elsewhere(browser: Client, draft: Recommendation) -> None:
    address = reverse("staff:recommendation_edit", args=[draft.reference])
    _, refused = both_change(browser, address, {"title": "Mine", "made_on": "x"}, {"title": "T"})
    assert not form_of(refused).is_met
    refused = browser.post(address, sent_by(refused) | {"made_on": "2024"})
    choice = {"take-title": "mine", "over": form_of(refused).mark_now, "made_on": "x"}

    wrong = browser.post(address, sent_by(refused) | choice)

    assert browser.post(address, sent_by(wrong) | {"made_on": "2024"}).status_code == 302
    draft.refresh_from_db()
    assert draft.title == "Mine"


def test_a_development_is_merged_with_a_returned_change_of_a_colleague(browser: Client) -> None:
    public = DevelopmentFactory(published=True, title="Returns")
    address = reverse("staff:development_edit", args=[public.slug])
    mine = sent_by(browser.get(address)) | {"title": "My title", "forum": "Tumen", "reason": "So."}
    changes = {"title": "Their title", "locator": "p. 9"}
    change = AmendmentFactory(
        recommendation=None, development=public, changes=changes, returned_reason="Why?"
    )

    refused = browser.post(address, mine)

    assert sides(refused) == {"title": Side.BOTH, "forum": Side.MINE, "locator": Side.THEIRS}
    decide(browser, refused, title="mine")
    change.refresh_from_db()
    assert change.state == State.IN_REVIEW
    assert change.changes == {"title": "My title", "forum": "Tumen", "locator": "p. 9"}


def test_an_unpublished_development_is_merged(browser: Client) -> None:
    draft = DevelopmentFactory(title="Returns")
    asked = RecommendationFactory(published=True)
    address = reverse("staff:development_edit", args=[draft.slug])
    theirs = {"title": "Their title", "recommendations": asked.reference}

    _, refused = both_change(browser, address, {"title": "Mine", "forum": "Tumen"}, theirs)
    decide(browser, refused, title="theirs")

    now = Development.objects.get()
    assert (now.title, now.forum, [*now.recommendations.all()]) == ("Their title", "Tumen", [asked])


def test_a_document_a_review_and_an_organisation_are_merged(browser: Client) -> None:
    document = DocumentFactory(title="Title", is_public=False)
    cycle = ReviewCycleFactory(name="Name", is_public=False)
    body = OrganisationFactory(name="Name", slug="name")
    edits = [
        (document, reverse("staff:document_edit", args=[document.slug]), "title", "description"),
        (cycle, reverse("staff:cycle_edit", args=[cycle.slug]), "name", "session"),
        (body, reverse("staff:reference_edit", args=["organisations", "name"]), "name", "aliases"),
    ]
    for record, address, contested, own in edits:
        mine, theirs = {contested: "My words", own: "Own words"}, {contested: "Their words"}
        _, refused = both_change(browser, address, mine, theirs)
        assert sides(refused) == {contested: Side.BOTH, own: Side.MINE}, address
        decide(browser, refused, **{contested: "theirs"})
        record.refresh_from_db()
        assert getattr(record, contested) == "Their words"
        assert "Own words" in str(getattr(record, own))
    assert Document.objects.count() == Organisation.objects.filter(name="Their words").count() == 1
