"""The history of any record: its steps, two versions of it, and as it was on a day."""

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    FACTORIES,
    RECORDS,
    CitationFactory,
    DocumentFactory,
    InvocationFactory,
    OrganisationFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.models.test_history import make
from tracker import models
from tracker.actions.documents import EDITABLE, document_mark, record_document, revise_document
from tracker.filters.events import events_of
from tracker.filters.faces import field_label
from tracker.filters.past import as_it_was, versions_of
from tracker.filters.tracked import noun_of, nouns, owner_of, record_named, sources
from tracker.models import Document, User
from tracker.templatetags.staff import history_url

NO_FACTS = {models.User}
TEXT = "China is asked to stop returning North Korean escapees at once, whoever they are."


@pytest.fixture
def reader(client: Client, contributor: User) -> Client:
    client.force_login(contributor)
    return client


@pytest.mark.parametrize("model", RECORDS)
def test_every_change_is_told_in_the_history_of_a_record(model: Any) -> None:
    if model in NO_FACTS:
        assert owner_of(model) is None
        return
    owner = owner_of(model)
    assert owner is not None, "give it a key of its own, or a foreign key to what it belongs to"
    row = make(model)
    record = row if owner[0] is model else getattr(row, owner[1].removesuffix("_id"))

    assert model in [source for source, _ in sources(owner[0])]
    assert any(event.pgh_obj_id == row.pk for event in events_of(record))


@pytest.mark.parametrize("noun", nouns())
def test_every_noun_has_the_three_pages(reader: Client, noun: str) -> None:
    record = FACTORIES[nouns()[noun]]()
    if noun == "article":
        assert history_url(record).endswith(f"/{record.treaty.code}.{record.number}/")

    assert record_named(noun, ".".join(record.natural_key())) == record
    for page in ("history", "compare", "as_of"):
        answer = reader.get(history_url(record, page))
        assert answer.status_code == 200
        assert str(record)[:40] in answer.content.decode().replace("&#x27;", "’")


def changed_document(author: User) -> Document:
    """Entered and changed twice, at moments of their own."""
    values = {"kind": "press", "title": "Returns", "description": TEXT}
    document = record_document(by=author, authors=[OrganisationFactory(name="A press")], **values)
    for change in ({"title": "Returns reported"}, {"description": TEXT.replace("once", "last")}):
        values |= change
        document = revise_document(
            document=document, expected=document_mark(document), by=author, **values
        )
    return document


@pytest.mark.django_db(transaction=True)
def test_two_versions_are_compared_field_by_field_and_word_by_word(client: Client) -> None:
    author = UserFactory(contributor=True, name="Ada")
    document = changed_document(author)
    client.force_login(author)

    page = client.get(history_url(document, "compare"), {"old": 1, "new": 3})

    changed = {line.label: (line.old, line.new) for line in page.context["differing"]}
    assert changed["Title"] == ("Returns", "Returns reported")
    assert changed["Author"] == ("A press", "")
    assert [line.label for line in page.context["differing"] if line.pieces] == ["Description"]
    words = page.content.decode()
    assert re.search(r"<del>.*?once.*?</del>", words)
    assert re.search(r"<ins>.*?last.*?</ins>", words)
    assert "Ada entered a document" in words


def test_a_record_with_one_version_says_where_its_answers_are_told(reader: Client) -> None:
    record = ResponseFactory(recommendation__made_by=[]).recommendation

    page = reader.get(history_url(record, "compare")).content.decode()

    assert "its own fields have not been changed since it was entered" in page
    assert f'Its answers and assessments are told <a href="{history_url(record)}">' in page


@pytest.mark.django_db(transaction=True)
def test_a_version_that_there_is_not_is_named_at_its_place(client: Client) -> None:
    author = UserFactory(contributor=True)
    document = changed_document(author)
    client.force_login(author)

    for old in ("9", "x", "\0", ""):
        page = client.get(history_url(document, "compare"), {"old": old, "new": 1})
        assert page.status_code == 200
        assert page.context["form"].errors["old"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", [models.Recommendation, models.Document, models.Organisation])
def test_the_last_version_is_the_record_as_it_is(model: Any) -> None:
    record = make(model)
    if model is models.Recommendation:
        InvocationFactory(recommendation=record)
    for name in ("title", "name"):
        if hasattr(record, name):
            model.objects.filter(pk=record.pk).update(**{name: "Other words"})

    told = versions_of(record)[-1].told

    assert "Other words" in told.values()
    if model is models.Recommendation:
        assert told["Article invoked"].startswith(str(record.invocations.get().article))
        assert told["Asker"] == str(record.made_by.get())


@pytest.mark.django_db(transaction=True)
def test_what_was_taken_out_is_in_the_versions_before_only() -> None:
    citation = CitationFactory()
    document = citation.document
    citation.delete()

    told = [version.told.get("Article cited", "") for version in versions_of(document)]

    assert told[-1] == ""
    assert str(citation.article) in told[-2]


def test_a_record_is_shown_as_it_was_on_a_day_or_that_it_was_not_there(reader: Client) -> None:
    document = DocumentFactory(title="Returns")
    today = timezone.localdate()

    page = reader.get(history_url(document, "as_of"), {"as_of": today.isoformat()})
    assert {"Title": "Returns"}.items() <= page.context["version"].told.items()

    before = (today - dt.timedelta(days=1)).isoformat()
    words = reader.get(history_url(document, "as_of"), {"as_of": before}).content.decode()
    assert "It was not here yet" in words

    wrong = reader.get(history_url(document, "as_of"), {"as_of": "yesterday"}).content.decode()
    assert "is no date" in wrong


def test_a_day_ends_where_the_next_begins() -> None:
    document = DocumentFactory()
    [version] = versions_of(document)
    day = timezone.localtime(version.at).date()

    assert as_it_was([version], day) == version
    assert as_it_was([version], day - dt.timedelta(days=1)) is None


def test_the_queries_of_a_history_do_not_grow_with_it(
    reader: Client, django_assert_max_num_queries: Any
) -> None:
    record = RecommendationFactory(published=True)
    for _ in range(6):
        InvocationFactory(recommendation=record)
        models.Recommendation.objects.filter(pk=record.pk).update(locator=str(_))

    for page in ("history", "compare", "as_of"):
        with django_assert_max_num_queries(36):
            reader.get(history_url(record, page))


def test_what_people_may_change_of_a_document_is_in_its_versions() -> None:
    told = versions_of(DocumentFactory())[-1].told
    labels = {field_label(Document._meta.get_field(name)) for name in EDITABLE}

    assert labels - set(told) == {"Authors"}  # there are none


def test_an_address_names_the_noun_as_people_do() -> None:
    assert noun_of(models.ReviewCycle) == "review-cycle"
    assert reverse("staff:record_history", args=["review-cycle", "upr-4"])
