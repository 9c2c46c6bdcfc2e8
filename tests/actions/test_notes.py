from django.core.exceptions import ValidationError

from tests.factories import RecommendationFactory
from tracker.actions.notes import write_note
from tracker.models import Note


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
