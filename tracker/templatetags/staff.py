"""Components of the staff pages that need Python."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from tracker.models import (
    Amendment,
    Assessment,
    Development,
    Document,
    Publishable,
    Recommendation,
    Response,
    ReviewCycle,
)

register = template.Library()

_KINDS: dict[type[Publishable], tuple[str, str, str]] = {
    Recommendation: ("recommendation", "reference", "Recommendation"),
    Amendment: ("amendment", "key", "Change to a published recommendation"),
    Response: ("response", "key", "Answer of China"),
    Assessment: ("assessment", "key", "Assessment"),
    Development: ("development", "slug", "Development"),
}


@register.filter
def kind_words(record: Publishable) -> str:
    """What kind of record it is, as people say it."""
    return _KINDS[type(record)][2]


@register.filter
def work_title(record: Publishable) -> str:
    """A record in a line: its reference and what it is about."""
    if isinstance(record, Recommendation):
        return f"{record.reference} {record.title}"
    if isinstance(record, Development):
        return record.title
    asked: Recommendation = record.recommendation  # type: ignore[attr-defined]
    said = "" if isinstance(record, Amendment) else f": {record}"
    return f"{asked.reference} {asked.title}{said}"


@register.filter
def heading(record: Publishable) -> str:
    """A record as the heading of its own page."""
    if isinstance(record, Recommendation | Development):
        return record.title
    asked: Recommendation = record.recommendation  # type: ignore[attr-defined]
    if isinstance(record, Response):
        return f"Answer to {asked.reference}: {record.get_position_display()}"
    if isinstance(record, Assessment):
        return f"Assessment of {asked.reference}: {record.get_status_display() or record}"
    return f"Change to {asked.reference}"


@register.simple_tag
def work_url(record: Publishable) -> str:
    """The page that shows a record as it would become public, with what can be done to it."""
    kind, key, _ = _KINDS[type(record)]
    return reverse("staff:approval", args=[kind, getattr(record, key)])


@register.simple_tag
def step_url(record: Publishable, step: str) -> str:
    """The address of a step of a record's way: send, send_back, withdraw, discard."""
    kind, key, _ = _KINDS[type(record)]
    return reverse(f"staff:{step}", args=[kind, getattr(record, key)])


@register.simple_tag
def edit_url(record: Publishable) -> str:
    """Where a draft is changed; empty where it is not changed but entered anew."""
    if isinstance(record, Recommendation):
        return reverse("staff:recommendation_edit", args=[record.reference])
    if isinstance(record, Development):
        return reverse("staff:development_edit", args=[record.slug])
    asked: Recommendation = record.recommendation  # type: ignore[attr-defined]
    if isinstance(record, Amendment):
        return reverse("staff:recommendation_edit", args=[asked.reference])
    if isinstance(record, Assessment):
        return f"{reverse('staff:assess', args=[asked.reference])}?corrects={record.key}"
    if isinstance(record, Response) and record.cycle and asked.cycle_id == record.cycle_id:
        sheet = reverse("staff:sheet", args=[record.cycle.slug, record.document.slug])
        return f"{sheet}#{asked.reference}"
    return ""


@register.simple_tag
def source_edit_url(source: Document | ReviewCycle) -> str:
    """Where a document or a review cycle is read and changed."""
    name = "document_edit" if isinstance(source, Document) else "cycle_edit"
    return reverse(f"staff:{name}", args=[source.slug])


@register.filter
def first_id(field: Any) -> str:
    """The control that a message about a field leads to: of a group, the first."""
    return str(field.subwidgets[0].id_for_label if field.subwidgets else field.auto_id)


@register.filter
def row_name(field: Any) -> str:
    """The recommendation that a field of a sheet belongs to."""
    return str(field.form.instance.recommendation.reference)


@register.filter
def in_row(field: Any) -> SafeString:
    """A control in a cell of a sheet, tied to the form in its row's last cell."""
    widget: SafeString = field.as_widget(attrs={"form": f"{row_name(field)}-form"})
    return widget


@register.filter
def shared_words(form: Any) -> str:
    """What a row shares with the others, in a line: date, kind of words, language, certainty."""
    names = ("words_kind", "language", "certainty")
    words = [str(dict(form.fields[name].choices).get(form[name].value(), "")) for name in names]
    return " · ".join([str(form["responded_on"].value() or "no date yet"), *filter(None, words)])


@register.filter
def kept_parameters(sheet: Any) -> list[tuple[str, str]]:
    """What the address of a sheet holds beside its filter."""
    own = {"show", "asked_by", "assigned", "ngos", "page"}
    return [(name, value) for name, value in sheet.query.items() if name not in own]


@register.filter
def entry(words: dict[str, str], key: str) -> str:
    """What a dictionary says of a key."""
    return words.get(str(key), "")
