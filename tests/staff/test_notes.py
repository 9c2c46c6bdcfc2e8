import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import NoteSubjectFactory, RecommendationFactory
from tracker.models import Note, Recommendation, User


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
