import pytest
from django.core.exceptions import ValidationError

from tests.factories import DocumentFactory, OrganisationFactory, ReviewCycleFactory
from tracker.actions.base import Conflict
from tracker.actions.documents import document_mark, record_document, revise_document
from tracker.models import Document


@pytest.fixture
def record(contributor):
    def run(**changes):
        fine = {"kind": Document.Kind.PRESS, "title": "Returns across the Yalu", "by": contributor}
        return record_document(**fine | changes)

    return run


def test_a_document_is_kept_with_its_authors_and_shown_to_no_reader(record, contributor):
    author = OrganisationFactory()
    document = record(authors=[author], published_on="2026-01-05")

    document.refresh_from_db()
    assert document.authors.get() == author
    assert not document.is_public
    assert document.events.get().pgh_context == {
        "action": "record_document",
        "user": contributor.pk,
    }


@pytest.mark.parametrize(
    ("symbol", "title", "slug"),
    [
        ("A/HRC/56/6/Add.1", "Views", "a-hrc-56-6-add-1"),
        ("", "Returns across the Yalu", "returns-across-the-yalu"),
        ("", "강제 북송", "document"),
        ("", "Very " * 40, ("very-" * 14)[:-1]),
    ],
)
def test_the_address_of_a_document_is_made_of_its_symbol_or_title(record, symbol, title, slug):
    assert record(symbol=symbol, title=title).slug == slug


def test_each_document_has_an_address_of_its_own_that_no_change_touches(record, contributor):
    first, second = record(), record()
    revised = revise_document(
        document=second, expected=document_mark(second), title="Another", by=contributor
    )

    assert first.slug != second.slug
    assert (revised.slug, revised.title) == (second.slug, "Another")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("kind", "rumour"),
        ("published_on", "soon"),
        ("url", "ftp://example.org/"),
        ("archived_url", "example"),
        ("symbol", "a/hrc/56/6"),
    ],
)
def test_a_document_that_breaks_a_rule_leaves_no_trace(record, refused, field, value):
    DocumentFactory(symbol="A/HRC/56/6")

    with refused(ValidationError) as refusal:
        record(**{field: value})
    assert field in refusal.value.message_dict


@pytest.mark.parametrize("smuggled", ["is_public", "slug", "origin", "sha256"])
def test_what_nobody_fills_in_cannot_be_smuggled_in(record, contributor, refused, smuggled):
    document = record()
    with refused(TypeError, match=smuggled):
        record(**{smuggled: "x"})
    with refused(TypeError, match=smuggled):
        mark = document_mark(document)
        revise_document(document=document, expected=mark, by=contributor, **{smuggled: "x"})


@pytest.mark.parametrize("change", ["title", "cycle", "authors"])
def test_whoever_read_an_older_version_of_a_document_is_told(record, contributor, refused, change):
    document = record()
    revise = {"document": document, "expected": document_mark(document), "by": contributor}
    makers = {
        "title": lambda: "Theirs",
        "cycle": ReviewCycleFactory,
        "authors": lambda: [OrganisationFactory()],
    }
    revise_document(**revise, **{change: makers[change]()})

    with refused(Conflict):
        revise_document(**revise, title="Ours")


def test_a_change_is_said_who_made(record, contributor):
    document = record()
    revise_document(
        document=document, expected=document_mark(document), title="New", by=contributor
    )

    last = document.events.order_by("-pgh_id").first()
    assert last.pgh_context["action"] == "revise_document"


def test_what_is_public_is_changed_by_coordinators_only(contributor, coordinator, refused):
    """One stolen account would change what everybody reads, at once."""
    document = DocumentFactory(is_public=True, kind="press")
    change = {"document": document, "expected": document_mark(document), "title": "Mine"}

    with refused(ValidationError, match="only a coordinator changes it"):
        revise_document(**change, by=contributor)
    assert revise_document(**change, by=coordinator).title == "Mine"
