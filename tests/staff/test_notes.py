import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import AmendmentFactory, NoteSubjectFactory, RecommendationFactory
from tracker.actions.notes import note_mark
from tracker.forms.notes import PublicNoteForm
from tracker.models import Amendment, Note, Recommendation, User


@pytest.fixture
def asked() -> Recommendation:
    return RecommendationFactory(published=True)


def workspace(asked: Recommendation) -> str:
    return reverse("staff:recommendation", args=[asked.reference])


def test_staff_read_public_notes_and_their_own(
    client: Client, contributor: User, asked: Recommendation
) -> None:
    NoteSubjectFactory(recommendation=asked, note__text="Sources differ on the date.")
    client.force_login(contributor)
    client.post(reverse("staff:note_new", args=[asked.reference]), {"text": "Ask Geneva."})

    page = client.get(workspace(asked)).content.decode()

    assert "Sources differ on the date." in page
    assert "Ask Geneva." in page
    assert contributor.email in page
    assert Note.objects.get(text="Ask Geneva.").audience == Note.Audience.STAFF


def test_an_empty_note_is_refused_on_the_page_where_it_was_typed(
    client: Client, contributor: User, asked: Recommendation
) -> None:
    client.force_login(contributor)

    page = client.post(reverse("staff:note_new", args=[asked.reference]), {"text": " "})

    assert page.status_code == 200
    assert "Write the note first." in page.content.decode()
    assert not Note.objects.exists()


def test_a_note_is_shown_as_text(client: Client, contributor: User, asked: Recommendation) -> None:
    client.force_login(contributor)
    client.post(reverse("staff:note_new", args=[asked.reference]), {"text": "<b>bold</b>"})

    assert "&lt;b&gt;bold&lt;/b&gt;" in client.get(workspace(asked)).content.decode()


def test_the_page_takes_as_many_queries_for_ten_notes_as_for_one(
    client: Client, contributor: User, asked: Recommendation, django_assert_max_num_queries: object
) -> None:
    client.force_login(contributor)
    for _ in range(10):
        NoteSubjectFactory(recommendation=asked)

    with django_assert_max_num_queries(30):  # type: ignore[operator]
        client.get(workspace(asked))


def test_a_note_for_everyone_is_written_read_by_an_approver_and_taken_out(
    client: Client, contributor: User, coordinator: User, asked: Recommendation
) -> None:
    client.force_login(contributor)
    address = reverse("staff:note_public", args=[asked.reference])
    assert address in client.get(workspace(asked)).content.decode()

    typed = {"kind": "conflict", "text": "Two dates.", "sources": asked.document.slug}
    page = client.post(address, typed | {"sources": "A/0/0"}).content.decode()
    assert "There is no document “A/0/0”." in page
    assert "Say why the public should read this, or read it no more." in page
    assert "Two dates." in page
    client.post(address, typed | {"reason": "Seen."})

    change = reverse("staff:approval", args=["amendment", Amendment.objects.get().key])
    client.force_login(coordinator)
    page = client.get(change)
    [line] = page.context["lines"]
    assert (line.label, line.old) == ("Note for everyone", "")
    assert line.new == f"Conflict between sources: Two dates. Source: {asked.document}"
    client.post(change, {"expected": page.context["sent_mark"]})
    note = Note.objects.get()
    assert "Two dates." in client.get(asked.get_absolute_url()).content.decode()

    address = reverse("staff:note_correct", args=[asked.reference, note.key])
    page = client.get(address)
    assert page.context["form"]["text"].value() == "Two dates."
    mark = page.context["form"]["expected"].value()
    client.post(address, {"take_out": "yes", "expected": mark, "reason": "One was a misprint."})
    assert Amendment.objects.filter(changes__notes__0__gone=True).exists()


def test_a_returned_note_is_in_the_form_again(
    client: Client, contributor: User, asked: Recommendation
) -> None:
    said = {"key": "", "before": "", "kind": "gap", "text": "Not found.", "locator": ""}
    change = AmendmentFactory(
        recommendation=asked, recorded_by=contributor, changes={"notes": [said | {"sources": []}]}
    )
    client.force_login(contributor)
    address = reverse("staff:note_public", args=[asked.reference])

    shown = client.get(reverse("staff:approval", args=["amendment", change.key]))
    assert f'href="{address}"' in shown.content.decode()
    form = client.get(address).context["form"]

    assert (form["text"].value(), form["reason"].value()) == ("Not found.", change.reason)


def test_a_returned_note_keeps_the_mark_of_what_its_author_had_read(
    contributor: User, asked: Recommendation
) -> None:
    note = NoteSubjectFactory(recommendation=asked).note
    read = note_mark(note)
    said = {"key": note.key, "before": read, "kind": "gap", "text": "Mine.", "locator": ""}
    AmendmentFactory(
        recommendation=asked, recorded_by=contributor, changes={"notes": [said | {"sources": []}]}
    )
    Note.objects.update(text="Theirs.")
    note.refresh_from_db()

    form = PublicNoteForm(recommendation=asked, note=note)

    assert (form["text"].value(), form["expected"].value()) == ("Mine.", read)


@pytest.mark.parametrize("takes_out", [False, True])
def test_who_loses_a_note_to_a_colleague_reads_both_versions_and_then_saves(
    client: Client, contributor: User, takes_out: bool
) -> None:
    draft = RecommendationFactory(recorded_by=contributor)
    note = NoteSubjectFactory(recommendation=draft).note
    typed = {"kind": "gap", "text": "My words.", "expected": note_mark(note)}
    typed |= {"take_out": "yes"} if takes_out else {}
    Note.objects.update(text="Their words.")
    client.force_login(contributor)
    address = reverse("staff:note_correct", args=[draft.reference, note.key])

    page = client.post(address, typed)
    assert "Their words." in page.content.decode()
    assert page.context["form"]["text"].value() == "My words."
    assert Note.objects.get().text == "Their words."

    over = page.context["form"].mark_now
    assert f'name="over" value="{over}"' in page.content.decode()
    assert client.post(address, typed | {"over": over}).status_code == 302
    assert [n.text for n in Note.objects.all()] == ([] if takes_out else ["My words."])


def test_a_colleagues_returned_note_is_read_before_it_is_taken_over(
    client: Client, coordinator: User, contributor: User, asked: Recommendation
) -> None:
    said = {"key": "", "before": "", "kind": "gap", "text": "Not found.", "locator": ""}
    AmendmentFactory(
        recommendation=asked, recorded_by=contributor, changes={"notes": [said | {"sources": []}]}
    )
    client.force_login(coordinator)
    address = reverse("staff:note_public", args=[asked.reference])
    typed = {"kind": "gap", "text": "My words.", "reason": "Seen."}

    page = client.post(address, typed)
    assert "Not found." in page.content.decode()
    client.post(address, typed | {"over": page.context["form"].mark_now})

    assert Amendment.objects.get().changes["notes"][0]["text"] == "My words."


def test_a_note_beside_a_draft_is_saved_at_once(client: Client, contributor: User) -> None:
    draft = RecommendationFactory()
    client.force_login(contributor)
    address = reverse("staff:note_public", args=[draft.reference])

    client.post(address, {"kind": "gap", "text": "The annex was not found."})

    assert Note.objects.public().get().subjects.get().recommendation == draft
