import pytest
from django.core.exceptions import ValidationError

from tests.factories import (
    AffectedGroupFactory,
    ArticleFactory,
    DocumentFactory,
    InvocationFactory,
    OrganisationFactory,
    RecommendationFactory,
    ReviewCycleFactory,
    ThemeFactory,
    TreatyFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.publication import approve, return_to_author, submit, withdraw
from tracker.actions.recommendations import (
    EDITABLE,
    draft_recommendation,
    edit_recommendation,
    plain_recommendation,
)
from tracker.models import Amendment, Recommendation, State


@pytest.fixture
def values():
    """A recommendation as a form would give it."""
    OrganisationFactory(slug="china", state=True)
    cat = TreatyFactory(code="cat")
    ArticleFactory(treaty=cat, number="3")
    ArticleFactory(treaty=TreatyFactory(code="crc"), number="7(1)")
    return {
        "kind": "recommendation",
        "document": DocumentFactory(slug="cat-c-chn-co-5").slug,
        "cycle": ReviewCycleFactory(slug="cat-5").slug,
        "made_by": [OrganisationFactory(slug="cat-committee").slug],
        "addressed_to": "china",
        "made_on": "2015-12",
        "title": "Stop returning escapees",
        "text": "China is asked to stop returning North Korean escapees.",
        "themes": [ThemeFactory(code="nonref").code],
        "affected_groups": [AffectedGroupFactory(code="returned-women").code],
        "action_strength": 5,
        "invocations": [
            {"article": "cat 3", "basis": "explicit", "note": ""},
            {"article": "crc 7(1)", "basis": "inferred", "note": "Registration."},
        ],
    }


@pytest.fixture
def draft(values, contributor):
    return draft_recommendation(values=values, by=contributor)


@pytest.fixture
def published(draft, contributor, coordinator):
    submit(records=[draft], by=contributor)
    return approve(record=draft, by=coordinator)


def edit(recommendation, expected=None, by=None, **kwargs):
    """Change what is given by keyword; `reason` is the action's own."""
    reason = kwargs.pop("reason", "")
    return edit_recommendation(
        recommendation=recommendation,
        values=kwargs,
        expected=recommendation.version if expected is None else expected,
        reason=reason,
        by=by or recommendation.recorded_by,
    )


def test_a_draft_holds_what_was_entered(draft, values, contributor):
    stored = Recommendation.objects.get(pk=draft.pk)

    told = plain_recommendation(stored)
    assert {name: told[name] for name in values} == values
    assert (stored.state, stored.recorded_by, stored.version) == (State.DRAFT, contributor, 1)
    assert stored.reference.startswith("D-")
    assert stored.events.get().pgh_context == {
        "action": "draft_recommendation",
        "user": contributor.pk,
    }


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("made_by", [], "Say who makes the ask"),
        ("made_by", ["nobody"], "There is no organisation “nobody”"),
        ("document", "nothing", "There is no document “nothing”"),
        ("document", "", "cannot be null"),
        ("made_on", "", "cannot be null"),
        ("made_on", "2015-02-29", "There is no such date"),
        ("kind", "order", "is not a valid choice"),
        ("title", "x" * 161, "at most 160 characters"),
        ("action_strength", 6, "less than or equal to 5"),
        ("action_strength", "strong", "must be an integer"),
        ("invocations", [{"article": "cat 99", "basis": "explicit", "note": ""}], "There is no"),
        ("invocations", [{"article": "cat 3", "basis": "said", "note": ""}], "not a valid choice"),
        (
            "invocations",
            [{"article": "cat 3", "basis": b, "note": ""} for b in ("explicit", "inferred")],
            "twice",
        ),
        ("colour", "red", "There is no such field"),
        ("state", "published", "There is no such field"),
        ("reference", "R-0001", "There is no such field"),
        ("approved_at", "2024-01-01", "There is no such field"),
        ("version", 7, "There is no such field"),
    ],
)
def test_a_draft_that_breaks_a_rule_leaves_no_trace(
    values, contributor, refused, field, value, complaint
):
    with refused(ValidationError, match=complaint) as refusal:
        draft_recommendation(values=values | {field: value}, by=contributor)
    assert list(refusal.value.message_dict) == [field]


@pytest.mark.parametrize("field", ["colour", "state", "reference", "recorded_by"])
def test_an_edit_of_what_is_not_edited_by_hand_is_refused(draft, refused, field):
    with refused(ValidationError, match="There is no such field") as refusal:
        edit(draft, **{field: "published"})
    assert list(refusal.value.message_dict) == [field]


def test_a_draft_is_changed_at_once(draft):
    edited = edit(draft, title="Return nobody", cycle="", themes=[])

    assert (edited.title, edited.cycle, edited.version) == ("Return nobody", None, 2)
    stored = Recommendation.objects.get(pk=draft.pk)
    assert (stored.title, list(stored.themes.all())) == ("Return nobody", [])
    assert stored.made_by.get().slug == "cat-committee"


def test_articles_are_added_changed_and_removed(draft):
    wanted = [
        {"article": "crc 7(1)", "basis": "section", "note": "Heading."},
        {"article": "crc", "basis": "inferred", "note": ""},
    ]
    edit(draft, invocations=wanted)

    told = plain_recommendation(Recommendation.objects.get(pk=draft.pk))["invocations"]
    assert sorted(told, key=str) == sorted(wanted, key=str)


def test_an_edit_in_review_takes_it_out_of_review(draft, contributor):
    submit(records=[draft], by=contributor)
    edited = edit(Recommendation.objects.get(pk=draft.pk), title="Return nobody")

    assert edited.state == State.DRAFT
    assert edited.submitted_at is edited.submitted_by is None


def test_whoever_read_an_older_version_is_told(draft, refused):
    edit(draft, title="Return nobody", expected=1)

    with refused(Conflict, match="meanwhile") as refusal:
        edit(draft, text="Other words.", expected=1)
    assert refusal.value.current.title == "Return nobody"


def test_an_edit_that_changes_nothing_leaves_no_trace(draft, values, refused):
    reordered = values | {"invocations": [dict(reversed(i.items())) for i in values["invocations"]]}
    for same in [{"title": values["title"]}, values, reordered, {"cycle": "cat-5"}]:
        with refused(ValidationError, match="Nothing was changed"):
            edit(draft, **same)


def test_what_is_withdrawn_is_not_edited(draft, coordinator, refused):
    withdraw(record=draft, reason="Twice.", by=coordinator)

    with refused(Conflict, match="withdrawn"):
        edit(draft, title="Return nobody")


def test_an_edit_that_breaks_a_rule_leaves_no_trace(draft, refused):
    with refused(ValidationError) as refusal:
        edit(draft, title="", made_by=[])
    assert "title" in refusal.value.message_dict
    with refused(ValidationError, match="Say who"):
        edit(draft, made_by=[])


# Once it is public: amendments


def test_a_published_record_stays_as_it_is_until_a_second_person_agrees(published, coordinator):
    amendment = edit(published, title="Return nobody", reason=" The title left some out. ")

    assert isinstance(amendment, Amendment)
    assert (amendment.state, amendment.base_version) == (State.IN_REVIEW, published.version)
    assert amendment.changes == {"title": "Return nobody"}
    assert amendment.reason == "The title left some out."
    assert Recommendation.objects.get().title == "Stop returning escapees"

    approve(record=amendment, by=coordinator)
    amended = Recommendation.objects.get()
    assert (amended.title, amended.version) == ("Return nobody", published.version + 1)
    assert (amended.state, amended.reference) == (State.PUBLISHED, published.reference)
    assert amended.approved_at == published.approved_at
    assert amended.events.last().pgh_context == {"action": "approve", "user": coordinator.pk}


def test_an_amendment_may_change_all_that_is_edited(published, coordinator):
    RecommendationFactory(document__slug="other", published=True)
    changes = {
        "kind": "concern", "document": "other", "locator": "para. 9", "cycle": None,
        "made_by": [OrganisationFactory(slug="canada").slug],
        "addressed_to": OrganisationFactory(slug="dprk").slug, "made_on": "2016",
        "title": "Another", "text": "Other words.", "text_kind": "official", "language": "zh-Hans",
        "action_strength": None, "names_north_koreans": False, "expects_reply": True,
        "themes": [ThemeFactory(code="rsd").code], "affected_groups": [], "certainty": "reported",
        "invocations": [{"article": "cat", "basis": "inferred", "note": ""}],
    }  # fmt: skip
    assert set(changes) == {*EDITABLE, "invocations"}
    amendment = edit(published, **changes, reason="All of it was wrong.")
    approve(record=Amendment.objects.get(pk=amendment.pk), by=coordinator)

    assert plain_recommendation(Recommendation.objects.get(pk=published.pk)) == changes


def test_an_amendment_needs_its_reason(published, refused):
    with refused(ValidationError) as refusal:
        edit(published, title="Return nobody", reason=" ")
    assert list(refusal.value.message_dict) == ["reason"]


def test_a_second_amendment_waits_for_the_first(published, refused):
    edit(published, title="Return nobody", reason="Shorter.")

    with refused(ValidationError, match="waiting for approval"):
        edit(published, title="Return no one", reason="Other words.")


def test_an_amendment_that_was_returned_is_written_anew(published, coordinator, contributor):
    amendment = edit(published, title="Return nobody", reason="Shorter.", by=contributor)
    return_to_author(record=amendment, reason="Too short.", by=coordinator)
    better = edit(published, title="Return nobody at all", reason="Clearer.", by=contributor)

    assert better.state == State.IN_REVIEW
    approve(record=better, by=coordinator)
    assert Recommendation.objects.get().title == "Return nobody at all"


def test_an_amendment_that_was_withdrawn_makes_room(published, coordinator):
    amendment = edit(published, title="Return nobody", reason="Shorter.")
    withdraw(record=amendment, reason="No.", by=coordinator)

    assert edit(published, title="Return no one", reason="Better.").state == State.IN_REVIEW


def test_whoever_proposed_an_amendment_does_not_approve_it(published, coordinator, refused):
    amendment = edit(published, title="Return nobody", reason="Shorter.", by=coordinator)

    with refused(ValidationError, match="a second person"):
        approve(record=amendment, by=coordinator)


def test_an_amendment_to_another_version_is_a_conflict(published, coordinator, refused):
    amendment = edit(published, title="Return nobody", reason="Shorter.")
    Recommendation.objects.update(version=7)

    with refused(Conflict, match="has changed since"):
        approve(record=amendment, by=coordinator)


def test_an_amendment_that_no_longer_fits_leaves_no_trace(published, coordinator, refused):
    ThemeFactory(code="rsd")
    amendment = edit(published, themes=["rsd"], reason="It fits better.")
    ThemeFactory._meta.model.objects.filter(code="rsd").delete()

    with refused(ValidationError, match="There is no theme “rsd”"):
        approve(record=amendment, by=coordinator)


def test_an_amendment_of_what_is_withdrawn_meanwhile_is_refused(published, coordinator, refused):
    amendment = edit(published, title="Return nobody", reason="Shorter.")
    withdraw(record=published, reason="Twice.", by=coordinator)

    with refused(Conflict, match="The record was withdrawn"):
        approve(record=amendment, by=coordinator)


def test_articles_may_come_in_any_order(published, values):
    InvocationFactory(recommendation=published, article__number="1")
    told = plain_recommendation(published)["invocations"]

    with pytest.raises(ValidationError, match="Nothing was changed"):
        edit(published, invocations=told[::-1], reason="Sorted.")
