"""An import taken back: what nobody has touched goes, the rest stays and says why."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.actions.imports.rows import Outcome, row, stage, staged
from tests.actions.imports.test_confirming import ADDITIONS, ANSWER, changed
from tests.factories import (
    NoteFactory,
    NoteSubjectFactory,
    OrganisationFactory,
    RecommendationFactory,
    ResponseFactory,
    SourceKeyFactory,
    UserFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.imports import confirm_import, undo_import
from tracker.actions.publication import approve, return_to_author, submit
from tracker.actions.recommendations import edit_recommendation, plain_recommendation
from tracker.actions.responses import current_response, record_response
from tracker.models import (
    Amendment,
    Document,
    Import,
    Organisation,
    Recommendation,
    SourceKey,
    State,
)


@pytest.fixture
def done(staged_new, contributor):
    return confirm_import(imported=staged_new, by=contributor)


def test_what_an_import_added_goes_and_comes_again_as_new(done, new, contributor):
    undone = undo_import(imported=done, by=contributor)

    rows = done.rows.select_related("record", "answer")
    for record in [one for kept in rows for one in (kept.record, kept.answer)]:
        assert (record.state, record.withdrawn_by) == (State.WITHDRAWN, contributor)
        assert "import" in record.withdrawn_reason
    assert (undone.stage, undone.ended_by) == (Import.Stage.UNDONE, contributor)
    assert set(staged(done, "left_because")) == {("",)}
    assert not SourceKey.objects.exists()

    again = stage(new(1), new(2), new(3), by=contributor)
    confirm_import(imported=again, by=contributor)
    assert Recommendation.objects.filter(state=State.DRAFT).count() == 3


def test_what_had_an_origin_may_come_again_with_it(world, new, contributor):
    for _ in range(2):
        imported = stage(new(1, origin="B-1"), by=contributor)
        undo_import(imported=confirm_import(imported=imported, by=contributor), by=contributor)


def test_organisations_and_documents_go_where_nothing_else_names_them(world, new, contributor):
    rows = new(1, made_by=["tuvalu", "france"]), new(2, made_by=["fiji"])
    imported = stage(*rows, by=contributor, additions=ADDITIONS)
    done = confirm_import(imported=imported, by=contributor)
    RecommendationFactory(made_by=[Organisation.objects.get(slug="fiji")])

    undo_import(imported=done, by=contributor)

    slugs = set(Organisation.objects.values_list("slug", flat=True))
    assert ({"tuvalu", "fiji"} & slugs, "france" in slugs) == ({"fiji"}, True)


def test_a_document_that_withdrawn_drafts_name_stays(world, new, contributor):
    imported = stage(new(1, document="a-hrc-40-6"), by=contributor, additions=ADDITIONS)

    undo_import(imported=confirm_import(imported=imported, by=contributor), by=contributor)

    assert Document.objects.filter(slug="a-hrc-40-6").exists()


def annotated(record, by):
    NoteSubjectFactory(note=NoteFactory(), recommendation=record)


def answered_elsewhere(record, by):
    ResponseFactory(recommendation=record, responded_on="2024-08")


def answered_anew(record, by):
    document = Document.objects.get(slug="a-hrc-56-6-add-1")
    record_response(recommendation=record, by=by, **ANSWER | {"document": document})


def edited(record, by):
    edit_recommendation(recommendation=record, values={"title": "Mine"}, expected=1, by=by)


def sent(record, by):
    submit(records=[record], by=by)


def sent_answer(record, by):
    submit(records=[*record.responses.all()], by=by)


def returned(record, by):
    submit(records=[record], by=by)
    return_to_author(record=record, reason="Which?", by=UserFactory(coordinator=True))


def published(record, by):
    submit(records=[record], by=by)
    approve(record=record, by=UserFactory(coordinator=True))


@pytest.mark.parametrize(
    ("touch", "why"),
    [
        (annotated, "It has notes"),
        (answered_elsewhere, "Another answer was recorded"),
        (answered_anew, "has changed the answer since"),
        (edited, "It was changed since"),
        (sent, "It was sent for approval since"),
        (sent_answer, "The answer was sent for approval since"),
        (returned, "It was sent and returned since"),
        (published, "It was published since"),
    ],
)
def test_a_draft_that_somebody_touched_stays_and_says_why(touch, why, done, contributor):
    record = done.rows.get(number=2).record
    touch(record, contributor)
    record.refresh_from_db()
    before = plain_recommendation(record)

    undo_import(imported=done, by=contributor)

    record.refresh_from_db()
    assert record.state != State.WITHDRAWN
    assert plain_recommendation(record) == before
    assert current_response(record, Document.objects.get(slug="a-hrc-56-6-add-1"))
    assert why in done.rows.get(number=2).left_because
    assert SourceKey.objects.get().recommendation == record
    others = done.rows.exclude(number=2)
    assert set(others.values_list("record__state", flat=True)) == {State.WITHDRAWN}


def test_an_undo_asks_as_often_for_forty_rows_as_for_one(world, new, contributor, queries):
    one = stage(new(1, made_by=["czechia"]), by=contributor)
    rows = (new(number, made_by=["france"]) for number in range(2, 42))
    many = stage(*rows, by=contributor, sha256="b" * 64)
    for imported in (one, many):
        confirm_import(imported=imported, by=contributor)

    first = queries(lambda: undo_import(imported=one, by=contributor))
    assert queries(lambda: undo_import(imported=many, by=contributor)) == first


# Changes


def test_a_draft_that_an_import_changed_says_again_what_it_said(world, contributor):
    draft = RecommendationFactory(locator="138.1", made_by=[OrganisationFactory(slug="peru")])
    before = plain_recommendation(draft)
    rows = changed(draft, title="Protect", themes=["asylum"], made_by=["france"])
    done = confirm_import(imported=stage(rows, by=contributor), by=contributor)

    undo_import(imported=done, by=contributor)

    draft.refresh_from_db()
    assert plain_recommendation(draft) == before
    assert draft.version == 3


def test_a_draft_that_was_changed_since_keeps_what_was_written_then(world, contributor):
    draft = RecommendationFactory()
    imported = stage(changed(draft, title="Protect"), by=contributor)
    done = confirm_import(imported=imported, by=contributor)
    edit_recommendation(recommendation=draft, values={"locator": "9"}, expected=2, by=contributor)

    undo_import(imported=done, by=contributor)

    draft.refresh_from_db()
    assert (draft.title, draft.locator) == ("Protect", "9")
    assert staged(done, "left_because") == [("It was changed since.",)]


def test_a_change_that_waits_is_withdrawn_and_one_that_was_approved_stays(world, contributor):
    asks = RecommendationFactory.create_batch(2, published=True)
    rows = [changed(ask, number, title="Protect") for number, ask in enumerate(asks, 1)]
    done = confirm_import(
        imported=stage(*rows, by=contributor), reason="The corrected report.", by=contributor
    )
    approve(record=Amendment.objects.get(recommendation=asks[1]), by=UserFactory(coordinator=True))

    undo_import(imported=done, by=contributor)

    states = {change.recommendation_id: change.state for change in Amendment.objects.all()}
    assert states == {asks[0].pk: State.WITHDRAWN, asks[1].pk: State.PUBLISHED}
    assert staged(done, "left_because") == [("",), ("The change was approved since.",)]


def test_an_answer_that_was_replaced_is_entered_again(world, contributor):
    document = Document.objects.get(slug=ANSWER["document"])
    ask = RecommendationFactory(published=True)
    hers = ResponseFactory(recommendation=ask, document=document, position="noted", words="Mine")
    done = confirm_import(
        imported=stage(changed(ask, answer=ANSWER), by=contributor), by=contributor
    )

    undo_import(imported=done, by=contributor)

    now = current_response(ask, document)
    assert (now.position, now.words, now.recorded_by) == ("noted", "Mine", hers.recorded_by)


def test_a_key_that_only_the_import_recorded_goes_with_it(world, contributor):
    here, keyed = RecommendationFactory.create_batch(2)
    SourceKeyFactory(source="upr-info", key="17-2", recommendation=keyed)
    rows = [
        row(n, key=f"17-{n}", outcome=Outcome.UNCHANGED, record=one.pk, expected=1)
        for n, one in enumerate((here, keyed), 1)
    ]
    done = confirm_import(imported=stage(*rows, by=contributor), by=contributor)

    undo_import(imported=done, by=contributor)

    assert SourceKey.objects.get().key == "17-2"


# Who and when


def test_an_import_is_undone_once_and_after_it_was_confirmed(staged_new, contributor, refused):
    with refused(Conflict, match="not confirmed yet"):
        undo_import(imported=staged_new, by=contributor)
    confirm_import(imported=staged_new, by=contributor)
    undo_import(imported=staged_new, by=contributor)
    with refused(Conflict, match="was undone"):
        undo_import(imported=staged_new, by=contributor)


def test_a_colleague_undoes_nothing_and_a_coordinator_does(done, coordinator, refused):
    colleague = UserFactory(contributor=True)

    with refused(PermissionDenied):
        undo_import(imported=done, by=colleague)
    assert undo_import(imported=done, by=coordinator).ended_by == coordinator


def test_every_change_of_an_undo_says_who_did_it(done, contributor):
    undo_import(imported=done, by=contributor)

    for model in (Recommendation, SourceKey, Import):
        event = model.pgh_event_model.objects.latest("pgh_id")
        assert event.pgh_context == {"action": "undo_import", "user": contributor.pk}
