"""Components of the staff pages that need Python."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst, slugify

from tracker.models import (
    Amendment,
    Assessment,
    Development,
    Document,
    OfficialTotal,
    Publishable,
    Recommendation,
    ReferenceNoun,
    Response,
    ReviewCycle,
    Translation,
)

register = template.Library()

_KINDS: dict[type[Publishable], tuple[str, str, str]] = {
    Recommendation: ("recommendation", "reference", "Recommendation"),
    Amendment: ("amendment", "key", "Change to a published record"),
    Response: ("response", "key", "Answer of China"),
    Assessment: ("assessment", "key", "Assessment"),
    Development: ("development", "slug", "Development"),
    Translation: ("translation", "key", "Translation"),
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
    if isinstance(record, Amendment):
        return str(record.subject)
    if isinstance(record, Translation):
        return f"{record.subject}: {record.get_language_display()}"
    asked: Recommendation = record.recommendation  # type: ignore[attr-defined]
    return f"{asked.reference} {asked.title}: {record}"


@register.filter
def heading(record: Publishable) -> str:
    """A record as the heading of its own page."""
    if isinstance(record, Recommendation | Development):
        return record.title
    if isinstance(record, Amendment | Translation):
        return str(record)
    asked: Recommendation = record.recommendation  # type: ignore[attr-defined]
    if isinstance(record, Response):
        return f"Answer to {asked.reference}: {record.get_position_display()}"
    if isinstance(record, Assessment):
        judged = record.get_status_display() or f"“{record.grade_as_given}”"
        return f"Assessment of {asked.reference}: {judged}"
    return f"{kind_words(record)} of {asked.reference}"


@register.simple_tag
def work_url(record: Publishable) -> str:
    """The page that shows a record as it would become public, with what can be done to it."""
    kind, key, _ = _KINDS[type(record)]
    return reverse("staff:approval", args=[kind, getattr(record, key)])


@register.simple_tag
def step_url(record: Publishable, step: str) -> str:
    """The address of a step of a record's way: send, send_back, recall, withdraw, discard."""
    kind, key, _ = _KINDS[type(record)]
    return reverse(f"staff:{step}", args=[kind, getattr(record, key)])


@register.simple_tag
def translate_url(record: Recommendation | Development, language: str) -> str:
    """Where a public record is translated into a language."""
    kind, key, _ = _KINDS[type(record)]
    return reverse("staff:translation_new", args=[kind, getattr(record, key), language])


@register.simple_tag
def edit_url(record: Publishable) -> str:
    """Where a draft is changed: an answer in the table of its document, if it is in one."""
    if isinstance(record, Recommendation):
        return reverse("staff:recommendation_edit", args=[record.reference])
    if isinstance(record, Development):
        return reverse("staff:development_edit", args=[record.slug])
    if isinstance(record, Amendment):
        return _note_url(record) or edit_url(record.subject)
    if isinstance(record, Translation):
        return reverse("staff:translation_edit", args=[record.key])
    asked: Recommendation = record.recommendation  # type: ignore[attr-defined]
    if isinstance(record, Assessment):
        page = "assess" if record.status else "grade"
        return f"{reverse(f'staff:{page}', args=[asked.reference])}?corrects={record.key}"
    if isinstance(record, Response) and record.cycle and record.is_in_sheet:
        sheet = reverse("staff:sheet", args=[record.cycle.slug, record.document.slug])
        return f"{sheet}#{asked.reference}"
    return reverse("staff:correct_answer", args=[record.key])  # type: ignore[attr-defined]


def _note_url(change: Amendment) -> str:
    """Where a change that is only a note is written; "" for any other."""
    if not change.recommendation or set(change.changes) != {"notes"}:
        return ""
    key = change.changes["notes"][0]["key"]
    page, rest = ("note_correct", [key]) if key else ("note_public", [])
    return reverse(f"staff:{page}", args=[change.recommendation.reference, *rest])


@register.filter
def group_words(row: Any) -> str:
    """A line of the queue that holds several records: how many of what, and in which document."""
    noun = "answer" if row.first.kind == "response" else "recommendation"
    return f"{row.count} {noun}{'' if row.count == 1 else 's'} in {row.document}"


@register.simple_tag
def group_url(row: Any, may_approve: bool) -> str:
    """Where the records of a line of the queue are decided or sent together; "" if nowhere."""
    is_answers, slug = row.first.kind == "response", getattr(row.document, "slug", "")
    if row.first.sender:
        page = "approve_answers" if is_answers else "approve_asks"
        return reverse(f"staff:{page}", args=[slug]) if may_approve else ""
    if is_answers:
        return reverse("staff:sheet", args=[row.cycle.slug, slug]) if row.cycle else ""
    return reverse("staff:asks_send", args=[slug])


@register.simple_tag
def correct_url(record: Publishable) -> str:
    """Where a published record is corrected; "" for a change, which is corrected by another."""
    if isinstance(record, Response):
        return reverse("staff:correct_answer", args=[record.key])
    return "" if isinstance(record, Amendment) else edit_url(record)


@register.filter
def is_withdrawable(record: Publishable) -> bool:
    """Whether it has a place of its own before the public, from which it can be taken."""
    return not isinstance(record, Amendment)


@register.filter
def line_words(record: Model) -> str:
    """Any record in a line."""
    return work_title(record) if isinstance(record, Publishable) else str(record)


@register.simple_tag
def source_edit_url(source: Document | ReviewCycle) -> str:
    """Where a document or a review cycle is read and changed."""
    name = "document_edit" if isinstance(source, Document) else "cycle_edit"
    return reverse(f"staff:{name}", args=[source.slug])


@register.simple_tag
def entry_url(noun: ReferenceNoun) -> str:
    """Where a row of a noun is entered."""
    if noun.entered_at:
        return reverse(f"staff:{noun.entered_at}_new")
    return reverse("staff:reference_new", args=[noun.name])


@register.simple_tag
def row_url(noun: ReferenceNoun, address: str) -> str:
    """Where a row of a noun is changed."""
    if noun.entered_at:
        return reverse(f"staff:{noun.entered_at}_edit", args=[address])
    return reverse("staff:reference_edit", args=[noun.name, address])


@register.filter
def with_article(words: str) -> str:
    """`organisation` → `an organisation`."""
    return f"{'an' if words[:1].lower() in set('aeiou') else 'a'} {words}"


@register.filter
def noun_words(record: Model) -> str:
    """The same of any record."""
    if isinstance(record, Publishable):
        return kind_words(record)
    words = str(record._meta.verbose_name)
    return words[:1].upper() + words[1:]


@register.simple_tag
def history_url(record: Model, page: str = "history") -> str:
    """A page of a record's history: `history`, `compare` or `as_of`; of a total, its review's."""
    record = record.cycle if isinstance(record, OfficialTotal) else record
    key = ".".join(filter(None, record.natural_key()))  # type: ignore[attr-defined]
    return reverse(f"staff:record_{page}", args=[slugify(str(record._meta.verbose_name)), key])


@register.simple_tag
def record_url(record: Model) -> str:
    """Where people work on a record; "" where there is no such page."""
    if isinstance(record, Recommendation):
        return reverse("staff:recommendation", args=[record.reference])
    if isinstance(record, Publishable):
        return work_url(record)
    return source_edit_url(record) if isinstance(record, Document | ReviewCycle) else ""


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
    described = f"{field.auto_id}_error"  # the help for all rows stands once, above them
    attrs = {"form": f"{row_name(field)}-form", "aria-describedby": described}
    if field.name in {"words", "category_as_stated"}:  # quoted as they are, in that language
        attrs["lang"] = field.form["language"].value()
    widget: SafeString = field.as_widget(attrs=attrs)
    return widget


@register.filter
def in_cell(field: Any) -> SafeString:
    """The same with its label, for the ear and for small screens, and its errors; in one go."""
    return format_html(
        '<label class="cell-label" for="{}">{}<span class="visually-hidden"> for {}</span></label>'
        '\n{}\n<span class="error" id="{}_error" data-error="{}">{}</span>',
        field.id_for_label, capfirst(field.label), row_name(field),
        in_row(field), field.auto_id, field.name, " ".join(field.errors),
    )  # fmt: skip


@register.filter
def shared_words(form: Any) -> str:
    """What a row shares with the others, in a line: date, kind of words, certainty."""
    names = ("words_kind", "certainty")
    words = [str(dict(form.fields[name].choices).get(form[name].value(), "")) for name in names]
    return " · ".join([str(form["responded_on"].value() or "no date yet"), *filter(None, words)])


@register.filter
def entry(words: dict[str, str], key: str) -> str:
    """What a dictionary says of a key."""
    return words.get(str(key), "")
