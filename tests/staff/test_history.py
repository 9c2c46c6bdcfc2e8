import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    UserFactory,
)
from tracker.actions.developments import record_development, revise_development
from tracker.actions.publication import approve, return_to_author, submit
from tracker.actions.recommendations import draft_recommendation, edit_recommendation
from tracker.actions.responses import record_response
from tracker.filters.history import history_of
from tracker.models import Development, Recommendation, User

pytestmark = pytest.mark.django_db(transaction=True)  # each step has its own moment


@pytest.fixture
def author() -> User:
    return UserFactory(contributor=True, name="Ada")


@pytest.fixture
def approver() -> User:
    return UserFactory(coordinator=True, name="Ben")


@pytest.fixture
def asked(author: User, approver: User) -> Recommendation:
    """Entered, sent, returned, sent again, approved; then answered and changed."""
    OrganisationFactory(slug="china", state=True)
    document = DocumentFactory(slug="report")
    values = {
        "kind": "recommendation", "document": "report", "addressed_to": "china",
        "made_by": ["china"], "made_on": "2024", "title": "Stop", "text": "Stop it.",
    }  # fmt: skip
    record = draft_recommendation(values=values, by=author)
    submit(records=[record], by=author)
    return_to_author(record=record, reason="Say more.", by=approver)
    submit(records=[record], by=author)
    record = approve(record=record, by=approver)
    record_response(
        recommendation=record, document=document, position="noted", responded_on="2024", by=author
    )
    change = edit_recommendation(
        recommendation=record, values={"title": "Stop now"}, expected=1, reason="Vague.", by=author
    )
    approve(record=change, by=approver)
    return record


def test_history_names_each_step_in_order_with_who_and_why(asked: Recommendation) -> None:
    steps = history_of(asked)

    assert [(step.who, step.did) for step in steps] == [
        ("Ada", "entered the recommendation"),
        ("Ada", "sent for approval"),
        ("Ben", "returned to the author"),
        ("Ada", "sent for approval"),
        ("Ben", "approved"),
        ("Ada", "recorded an answer of China"),
        ("Ada", "changed the recommendation or proposed a change"),
        ("Ben", "approved"),
    ]
    assert steps[2].reason == "Say more."


def test_history_says_what_changed_from_what_to_what(asked: Recommendation) -> None:
    last = history_of(asked)[-1]

    changes = {
        (part.what, change.label, change.old, change.new)
        for part in last.parts
        for change in part.changes
    }
    assert ("recommendation", "Title", "Stop", "Stop now") in changes


def test_history_says_what_was_proposed_in_words(asked: Recommendation) -> None:
    [part] = history_of(asked)[-2].parts

    assert part.what == "proposed change"
    assert "Title: Stop now" in [change.new for change in part.changes]


def test_a_write_past_the_actions_is_told_apart(asked: Recommendation) -> None:
    Recommendation.objects.filter(pk=asked.pk).update(locator="p. 1")

    last = history_of(asked)[-1]

    assert last.who == "Somebody past the application"
    assert last.parts[0].changes[0].new == "p. 1"


def test_the_page_tells_the_history(client: Client, asked: Recommendation, author: User) -> None:
    client.force_login(author)

    page = client.get(reverse("staff:history", args=[asked.reference])).content.decode()

    assert "Ben returned to the author" in page
    assert "Say more." in page
    assert "<del>Stop</del>" in page


@pytest.fixture
def happened(author: User, approver: User) -> Development:
    """Recorded, changed with what it bears on, sent and approved."""
    substance = {"kind": "event", "summary": "Told.", "document": DocumentFactory()}
    record = record_development(title="Returns", by=author, **substance)
    record = revise_development(
        development=record,
        recommendations=[RecommendationFactory(title="Stop returns")],
        expected=1,
        title="Returns are reported",
        by=author,
    )
    submit(records=[record], by=author)
    approve(record=record, by=approver)
    return record


def test_a_development_has_its_history_too(happened: Development) -> None:
    steps = history_of(happened)

    assert [(step.who, step.did) for step in steps] == [
        ("Ada", "recorded a development"),
        ("Ada", "changed the development or proposed a change"),
        ("Ada", "sent for approval"),
        ("Ben", "approved"),
    ]
    changes = {
        (part.what, change.label, change.old, change.new)
        for part in steps[1].parts
        for change in part.changes
    }
    assert ("development", "Title", "Returns", "Returns are reported") in changes
    [(_, label, _, link)] = [row for row in changes if row[0] == "recommendation it bears on"]
    assert label == "Recommendation"
    assert "Stop returns" in link


def test_the_history_of_a_development_is_linked_from_its_pages(
    client: Client, happened: Development, author: User
) -> None:
    client.force_login(author)
    address = reverse("staff:development_history", args=[happened.slug])

    for page in ("staff:development_edit", "staff:approval"):
        kind = ["development"] if page == "staff:approval" else []
        words = client.get(reverse(page, args=[*kind, happened.slug])).content.decode()
        assert address in words, page
    assert "<del>Returns</del>" in client.get(address).content.decode()
