"""What a judgement rests on, as a person ticks and writes it."""

from __future__ import annotations

from typing import Any, TypeAlias

from django import forms
from django.forms import BaseFormSet, formset_factory

from tracker.actions.assessments import Thing
from tracker.filters.record import answers_to, assessments_of, developments_of
from tracker.models import Assessment, Development, Document, Evidence, Recommendation

from .fields import UNKNOWN_ADDRESS, DocumentField
from .rows import HelpedRows

_ROWS = 3
_THINGS = ["development", "document", "response__document"]
_MOST = 30
_LOCATOR = Evidence._meta.get_field("locator").max_length
Things: TypeAlias = dict[str, tuple[str, Thing]]


class DocumentRow(forms.Form):
    """Another document that a judgement rests on; an empty row is no row."""

    document = DocumentField(label="Another document", required=False, max_length=500)
    locator = forms.CharField(
        label="Where in it",
        required=False,
        max_length=_LOCATOR,
        help_text="Paragraph, item or page.",
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("locator") and not given.get("document") and "document" not in self.errors:
            self.add_error("document", "Name the document that this place is in.")
        return given

    @property
    def unknown_address(self) -> str:
        """The address that was written, if no document here has it."""
        wrong = self.errors.as_data().get("document", [])
        is_unknown = any(error.code == UNKNOWN_ADDRESS for error in wrong)
        return self["document"].value().strip() if is_unknown else ""


DocumentRows = formset_factory(DocumentRow, HelpedRows, extra=0, max_num=_MOST, validate_max=True)
Rows: TypeAlias = "BaseFormSet[DocumentRow]"


def document_rows(data: Any = None) -> Rows:
    """The rows of other documents: empty, as they were sent, or as typed with one more."""
    if data is None:
        return DocumentRows(initial=[{}] * _ROWS, prefix="more")
    return DocumentRows(data, prefix="more")


def one_more(data: Any) -> Rows:
    """The rows as they were typed, and an empty one more; nothing is checked yet."""
    total = str(data.get("more-TOTAL_FORMS", ""))
    count = min(int(total), _MOST - 1) if total.isascii() and total.isdecimal() else 0
    names = DocumentRow.base_fields
    rows = [{name: data.get(f"more-{n}-{name}", "") for name in names} for n in range(count)]
    return DocumentRows(initial=[*rows, {}], prefix="more")


def key_of(thing: Thing) -> str:
    return f"{thing._meta.model_name}:{thing.natural_key()[0]}"


def place_of(key: str) -> str:
    """The name of the field that says where in a thing it stands."""
    return f"at-{key}"


def place_field(words: str) -> forms.CharField:
    """Where in a thing it stands; `words` is the element that says in which."""
    widget = forms.TextInput(attrs={"aria-describedby": words})
    return forms.CharField(label="Where in it", required=False, max_length=_LOCATOR, widget=widget)


def given_evidence(corrected: Assessment) -> dict[str, Any]:
    """What the form of a correction starts with: what the earlier one rests on, and where."""
    places: dict[str, list[str]] = {}
    for row in corrected.evidence.select_related(*_THINGS):
        places.setdefault(key_of(row.thing), []).append(row.locator)
    words = {place_of(key): "; ".join(filter(None, found)) for key, found in places.items()}
    return {"evidence": list(places)} | words


def possible_evidence(recommendation: Recommendation, corrected: Assessment | None) -> Things:
    """What a judgement may rest on, as the tracker knows it: words and record, by key."""
    answers = [*answers_to(recommendation)]
    found: list[Thing] = [answer for answer in answers if answer.is_published]
    developments: list[Development] = [*developments_of(recommendation)]
    found += developments
    found += [recommendation.document]
    found += [thing.document for thing in [*answers, *developments]]
    found += _cited(recommendation)
    if corrected:  # rests on it, though it has been withdrawn or is no longer linked by now
        found += [row.thing for row in corrected.evidence.select_related(*_THINGS)]
    return {key_of(thing): (_words(thing), thing) for thing in found}


def _cited(recommendation: Recommendation) -> list[Document]:
    """The documents that its assessments rest on."""
    rows = [row for judged in assessments_of(recommendation) for row in judged.evidence.all()]
    return [row.document for row in rows if row.document]


def _words(thing: Thing) -> str:
    if isinstance(thing, Document):
        return f"Document: {f'{thing.symbol}: ' if thing.symbol else ''}{thing.title}"
    if isinstance(thing, Development):
        date = f"{thing.happened_on.label}: " if thing.happened_on else ""
        return f"Development: {date}{thing.title}"
    return f"Answer of China: {thing.get_position_display()}, {thing.document}"
