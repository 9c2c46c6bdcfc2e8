from django.core.exceptions import PermissionDenied, ValidationError

from tests.factories import (
    ArticleFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ThemeFactory,
    TreatyFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.publication import approve, submit
from tracker.actions.recommendations import draft_recommendations
from tracker.actions.relations import relate, remove_relation, split_recommendation
from tracker.filters.history import ACTIONS, history_of
from tracker.models import Recommendation, Relation, State

LIMBS = [
    {"title": "Stop returns", "text": "Stop returns.", "locator": "a", "invocations": []},
    {"title": "Allow asylum", "text": "Allow asylum.", "locator": "b", "invocations": []},
]


def takes_up(one, other, by, **given):
    given = {"kind": "takes-up", "closeness": "close"} | given
    return relate(from_recommendation=one, to_recommendation=other, by=by, **given)


def test_a_relation_of_a_draft_is_added_by_whoever_records_and_is_in_both_histories(contributor):
    draft, public = RecommendationFactory(), RecommendationFactory(published=True)

    relation = takes_up(draft, public, contributor, note=" Footnote 12. ")

    assert (relation.note, relation.events.get().pgh_context["user"]) == (
        "Footnote 12.",
        contributor.pk,
    )
    for record in (draft, public):
        assert ACTIONS["relate"] in {step.did for step in history_of(record)}


def test_between_public_records_only_who_may_approve_adds_and_removes(
    contributor, coordinator, refused
):
    one, other = RecommendationFactory.create_batch(2, published=True)
    with refused(PermissionDenied):
        takes_up(one, other, contributor)

    relation = takes_up(one, other, coordinator)
    with refused(PermissionDenied):
        remove_relation(relation=relation, reason="Misread.", by=contributor)
    remove_relation(relation=relation, reason="Misread.", by=coordinator)

    assert not Relation.objects.exists()
    steps = {(step.did, step.reason) for step in history_of(one)}
    assert (ACTIONS["remove_relation"], "Misread.") in steps


def test_a_record_in_review_goes_back_to_its_author_with_a_relation(contributor):
    sent, public = RecommendationFactory(in_review=True), RecommendationFactory(published=True)

    relation = takes_up(sent, public, contributor)
    sent.refresh_from_db()
    assert (sent.state, sent.submitted_by) == (State.DRAFT, None)

    submit(records=[sent], by=contributor)
    remove_relation(relation=relation, reason="Misread.", by=contributor)
    sent.refresh_from_db()
    assert sent.state == State.DRAFT


def test_a_relation_is_a_new_version_only_of_what_is_not_public(contributor):
    draft, public = RecommendationFactory(), RecommendationFactory(published=True)

    relation = takes_up(draft, public, contributor)
    remove_relation(relation=relation, reason="Misread.", by=contributor)

    for record, more in ((draft, 2), (public, 0)):
        before = record.version
        record.refresh_from_db()
        assert record.version == before + more


def test_what_a_relation_breaks_is_said_and_leaves_no_trace(contributor, refused):
    one, other, third = RecommendationFactory.create_batch(3)
    takes_up(one, other, contributor)
    RelationFactory(part_of=True, from_recommendation=third, to_recommendation=other)

    for message, ends, given in [
        ("recorded already", (one, other), {}),
        ("the other way round: remove that", (other, one), {}),
        ("not related to itself", (one, one), {}),
        ("Say how close it is", (other, one), {"kind": "repeats", "closeness": ""}),
        ("nothing is part of a limb", (one, third), {"kind": "part-of"}),
        ("has limbs itself", (other, one), {"kind": "part-of"}),
    ]:
        with refused(ValidationError, match=message):
            takes_up(*ends, contributor, **given)
    gone = RecommendationFactory(withdrawn=True)
    with refused(Conflict, match="is withdrawn"):
        takes_up(one, gone, contributor)


def test_a_relation_of_what_was_public_once_is_not_a_contributors_to_remove(
    contributor, coordinator, refused
):
    withdrawn = RecommendationFactory(published=True, withdrawn=True)
    relation = RelationFactory(
        from_recommendation=RecommendationFactory(published=True), to_recommendation=withdrawn
    )

    with refused(PermissionDenied):
        remove_relation(relation=relation, reason="Misread.", by=contributor)
    remove_relation(relation=relation, reason="Misread.", by=coordinator)


def test_a_removal_needs_a_reason_and_something_to_remove(contributor, refused):
    relation = RelationFactory()

    with refused(ValidationError, match="Say why"):
        remove_relation(relation=relation, reason=" ", by=contributor)
    gone = Relation.objects.get()
    Relation.objects.all().delete()
    with refused(Conflict, match="removed this relation meanwhile"):
        remove_relation(relation=gone, reason="Misread.", by=contributor)


def test_limbs_share_what_the_item_has_and_are_counted_from_their_publication_on(
    contributor, coordinator
):
    ArticleFactory(treaty=TreatyFactory(code="cat"), number="3")
    maker = OrganisationFactory(slug="committee")
    item = RecommendationFactory(published=True, made_by=[maker], themes=[ThemeFactory()])
    invoked = LIMBS[0] | {"invocations": [{"article": "cat 3", "basis": "explicit", "note": ""}]}

    drafts = split_recommendation(
        recommendation=item, limbs=[invoked, LIMBS[1]], expected=item.version, by=contributor
    )

    assert [(limb.title, limb.state, limb.made_on) for limb in drafts] == [
        ("Stop returns", State.DRAFT, item.made_on),
        ("Allow asylum", State.DRAFT, item.made_on),
    ]
    assert [*drafts[0].made_by.all()] == [maker]
    assert [*drafts[1].themes.all()] == [*item.themes.all()]
    assert drafts[0].invocations.get().article.number == "3"
    assert [*Recommendation.objects.published().singly()] == [item]

    submit(records=drafts, by=contributor)
    for limb in drafts:
        approve(record=limb, by=coordinator)
    assert {row.title for row in Recommendation.objects.published().singly()} == {
        "Stop returns",
        "Allow asylum",
    }


def test_a_split_that_fails_in_one_limb_leaves_none(contributor, refused):
    item = RecommendationFactory(published=True)

    def split(**given):
        given = {"recommendation": item, "limbs": LIMBS, "expected": item.version} | given
        return split_recommendation(by=contributor, **given)

    with refused(ValidationError) as wrong:
        split(limbs=[LIMBS[0], LIMBS[1] | {"title": " "}])
    assert [*wrong.value.message_dict] == ["1"]
    with refused(Conflict, match="changed this recommendation meanwhile"):
        split(expected=item.version + 1)
    with refused(ValidationError, match="at least one limb"):
        split(limbs=[])
    limb = RelationFactory(part_of=True).from_recommendation
    with refused(ValidationError, match="This is a limb itself"):
        split(recommendation=limb, expected=limb.version)


def test_several_asks_are_entered_together_or_not_at_all(contributor, refused):
    item = RecommendationFactory()
    OrganisationFactory(slug="committee")
    values = {
        "kind": "recommendation",
        "document": item.document.slug,
        "made_by": ["committee"],
        "addressed_to": "china",
        "made_on": "2024-07-04",
        "text": "Stop returns.",
    }

    with refused(ValidationError) as wrong:
        draft_recommendations(
            several=[values | {"title": "Stop"}, values | {"title": ""}], by=contributor
        )
    assert [*wrong.value.message_dict] == ["1"]

    found = draft_recommendations(
        several=[values | {"title": name} for name in "ab"], by=contributor
    )
    assert [row.title for row in found] == ["a", "b"]
    assert found[0].events.get().pgh_context["action"] == "draft_recommendations"
