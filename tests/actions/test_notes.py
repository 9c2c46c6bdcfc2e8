from django.core.exceptions import ValidationError

from tests.factories import DocumentFactory, NoteSubjectFactory, RecommendationFactory
from tracker.actions.base import Conflict
from tracker.actions.notes import note_mark, write_note
from tracker.actions.public_notes import propose_note
from tracker.actions.publication import approve, return_to_author, submit
from tracker.actions.recommendations import edit_recommendation
from tracker.models import Note, State

SAID = {"kind": "conflict", "text": "Two dates.", "locator": "para. 3", "sources": ["co-5"]}


def test_a_note_for_staff_stands_beside_its_recommendation(contributor):
    asked = RecommendationFactory()
    note = write_note(recommendation=asked, text=" Ask Geneva. ", by=contributor)

    assert (note.text, note.audience) == ("Ask Geneva.", Note.Audience.STAFF)
    assert note.subjects.get().recommendation == asked
    assert note.events.get().pgh_context == {"action": "write_note", "user": contributor.pk}


def test_a_blank_note_leaves_no_trace(contributor, refused):
    asked = RecommendationFactory()

    with refused(ValidationError) as refusal:
        write_note(recommendation=asked, text=" ", by=contributor)
    assert list(refusal.value.message_dict) == ["text"]


def test_a_note_for_everyone_beside_what_is_public_waits_for_a_second_person(
    contributor, coordinator
):
    asked = RecommendationFactory(published=True)
    source = DocumentFactory(slug="co-5", is_public=False)
    change = propose_note(recommendation=asked, values=SAID, reason="Seen.", by=contributor)
    assert not Note.objects.exists()

    approve(record=change, by=coordinator)
    note = Note.objects.public().get()
    assert (note.kind, note.text, [*note.sources.all()]) == ("conflict", "Two dates.", [source])
    assert note.subjects.get().recommendation == asked
    source.refresh_from_db()
    assert source.is_public

    seen = {"recommendation": asked, "note": note, "expected": note_mark(note), "reason": "Wrong."}
    better = SAID | {"text": "One date.", "sources": []}
    approve(record=propose_note(values=better, by=contributor, **seen), by=coordinator)
    note.refresh_from_db()
    assert (note.text, note.sources.count()) == ("One date.", 0)

    seen["expected"] = note_mark(note)
    approve(record=propose_note(values=None, by=contributor, **seen), by=coordinator)
    assert not Note.objects.exists()


def test_who_writes_a_note_beside_a_colleagues_draft_does_not_approve_it(coordinator, refused):
    draft = RecommendationFactory(in_review=True)
    DocumentFactory(slug="co-5")

    propose_note(recommendation=draft, values=SAID, by=coordinator)
    draft.refresh_from_db()
    assert draft.state == State.DRAFT
    assert Note.objects.public().get().subjects.get().recommendation == draft

    submit(records=[draft], by=draft.recorded_by)
    with refused(ValidationError, match="You wrote part of this"):
        approve(record=draft, by=coordinator)


def test_a_note_that_was_changed_meanwhile_is_not_overwritten(contributor, coordinator, refused):
    beside = NoteSubjectFactory(recommendation__published=True)
    asked, note = beside.recommendation, beside.note
    seen = {"recommendation": asked, "note": note, "expected": note_mark(note), "reason": "Wrong."}
    DocumentFactory(slug="co-5")
    change = propose_note(values=SAID, by=contributor, **seen)
    Note.objects.filter(pk=note.pk).update(text="Another.")

    with refused(Conflict, match="changed this note meanwhile"):
        approve(record=change, by=coordinator)


def test_a_note_that_was_changed_meanwhile_is_not_sent_for_approval(contributor, refused):
    beside = NoteSubjectFactory(recommendation__published=True)
    asked, note = beside.recommendation, beside.note
    seen = {"recommendation": asked, "note": note, "expected": note_mark(note), "reason": "Wrong."}
    DocumentFactory(slug="co-5")
    Note.objects.filter(pk=note.pk).update(text="Another.")

    with refused(Conflict, match="changed this note meanwhile"):
        propose_note(values=SAID, by=contributor, **seen)


def test_a_note_of_several_records_is_not_changed_beside_a_draft(contributor, refused):
    beside = NoteSubjectFactory()
    NoteSubjectFactory(note=beside.note, recommendation=RecommendationFactory(published=True))
    seen = {"note": beside.note, "expected": note_mark(beside.note)}

    with refused(ValidationError, match="beside other records too"):
        propose_note(recommendation=beside.recommendation, values=None, by=contributor, **seen)


def test_a_note_that_is_taken_out_stays_beside_the_other_records(contributor, coordinator):
    there = NoteSubjectFactory(recommendation__published=True)
    note, asked = there.note, RecommendationFactory(published=True)
    NoteSubjectFactory(note=note, recommendation=asked)
    seen = {"note": note, "expected": note_mark(note), "reason": "Not of this."}

    change = propose_note(recommendation=asked, values=None, by=contributor, **seen)
    approve(record=change, by=coordinator)

    assert [*note.subjects.all()] == [there]


def test_a_returned_note_and_a_change_of_fields_keep_each_other(contributor, coordinator):
    asked = RecommendationFactory(published=True)
    DocumentFactory(slug="co-5")
    note = propose_note(recommendation=asked, values=SAID, reason="Seen.", by=contributor)
    return_to_author(record=note, reason="Where?", by=coordinator)

    both = edit_recommendation(
        recommendation=asked, values={"title": "New"}, expected=1, reason="Better.", by=contributor
    )

    assert set(both.changes) == {"notes", "title"}


def test_a_returned_change_of_one_note_stays_where_another_is_changed(contributor, coordinator):
    asked = RecommendationFactory(published=True)
    one, other = (NoteSubjectFactory(recommendation=asked).note for _ in range(2))
    DocumentFactory(slug="co-5")

    def change(note, text):
        return propose_note(
            recommendation=asked,
            note=note,
            values=SAID | {"text": text},
            expected=note_mark(note),
            reason="Wrong.",
            by=contributor,
        )

    return_to_author(record=change(one, "First."), reason="Where?", by=coordinator)
    both = change(other, "Second.")
    assert [entry["text"] for entry in both.changes["notes"]] == ["First.", "Second."]

    return_to_author(record=both, reason="Where?", by=coordinator)
    approve(record=change(one, "Third."), by=coordinator)
    assert {note.text for note in Note.objects.all()} == {"Third.", "Second."}


def test_a_blank_note_for_everyone_leaves_no_trace(contributor, refused):
    asked = RecommendationFactory(published=True)

    with refused(ValidationError) as refusal:
        propose_note(
            recommendation=asked, values=SAID | {"text": "", "sources": []}, by=contributor
        )
    assert list(refusal.value.message_dict) == ["text"]
