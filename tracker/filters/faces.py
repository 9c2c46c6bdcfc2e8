"""What a record says, field by field, as its reader would see it; and what changes in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tracker.lib.partial_dates import PartialDate
from tracker.lib.word_differences import Piece, word_differences
from tracker.models import (
    Amendment,
    Article,
    Assessment,
    Development,
    Document,
    Invocation,
    Note,
    Organisation,
    Recommendation,
    Response,
    State,
    Translation,
)
from tracker.models.wording import LANGUAGES

from .organisations import present_addresses
from .relations import Tie, bare_ties

_OWN_BUSINESS = {
    "origin", "slug", "recommendation", "supersedes_reason", "version", "search_vector",
}  # fmt: skip
_LABELS = {
    "kind": _("Kind"),
    "title": _("Title"),
    "document": _("Document"),
    "made_by": _("Made by"),
    "addressed_to": _("Addressed to"),
    "language": _("Language"),
    "action_strength": _("Action strength"),
    "names_north_koreans": _("Names North Koreans"),
    "themes": _("Themes"),
    "affected_groups": _("Affected groups"),
    "summary": _("Summary"),
    "happened_until": pgettext_lazy("end of a period", "Until"),
    "forum": _("Forum"),
    "sources": _("Sources"),
    "recommendations": _("Recommendations"),
    "invocations": _("Articles invoked"),
    "notes": _("Note for everyone"),
    "evidence": _("Evidence"),
    "relations": _("Relations"),
    "cycle": _("Review cycle"),
    "responded_on": _("Answered on"),
    "made_on": _("Made on"),
    "happened_on": _("Happened on"),
    "words_kind": _("The words are"),
    "text_kind": _("The text is"),
    "text": _("What is asked"),
    "locator": _("Where in the document"),
    "certainty": _("How sure it is"),
    "sha256": _("Fingerprint of its file (SHA-256)"),
    "expects_reply": _("The procedure expects a reply"),
}
_LONG = 60  # characters, from which on words are marked within a text


@dataclass(frozen=True)
class Line:
    """One field of a record: what the public will read, and what it reads now if it reads any."""

    label: str
    new: str
    old: str = ""
    language: str = ""

    @property
    def changed(self) -> bool:
        return self.new != self.old

    @cached_property
    def pieces(self) -> list[Piece]:
        """What became of a long text, word by word; nothing of a short one."""
        is_long = max(len(self.old), len(self.new)) > _LONG
        both = self.changed and self.old and self.new
        return word_differences(self.old, self.new) if both and is_long else []


def face(record: models.Model) -> dict[str, str]:
    """Each public field of a record as words, in the order of the model."""
    shown = {
        field.name: field_words(record, field)
        for field in [*record._meta.fields, *record._meta.many_to_many]
        if field.editable and not field.primary_key and field.name not in _OWN_BUSINESS
    }
    if isinstance(record, Recommendation):
        shown["invocations"] = _lines(
            _invocation(str(row.article), row.get_basis_display(), row.note)
            for row in record.invocations.select_related("article__treaty")
        )
        shown["relations"] = _lines(relation_words(tie) for tie in bare_ties(record))
    if isinstance(record, Assessment):
        shown["evidence"] = _lines(_evidence(record))
    if isinstance(record, Development):
        shown["recommendations"] = _lines(sorted(str(row) for row in record.recommendations.all()))
    return shown


def lines_of(record: models.Model) -> list[Line]:
    """What approval would publish; for a correction or an amendment, beside what is public now."""
    if isinstance(record, Amendment):
        return _amended(record)
    before = getattr(record, "supersedes", None) or _replaced(record)
    old = face(before) if before else {}
    language = str(getattr(record, "language", ""))
    return [
        Line(
            label_of(type(record), name),
            words,
            old.get(name, ""),
            language if name in {"text", "words", "title"} else "",
        )
        for name, words in face(record).items()
        if words or old.get(name)
    ]


def _replaced(record: models.Model) -> models.Model | None:
    """The published text that a newer translation is to take the place of."""
    if not isinstance(record, Translation) or record.state == State.WITHDRAWN:
        return None
    now = record.published_now
    return now if now != record else None


def _amended(amendment: Amendment) -> list[Line]:
    model, now = type(amendment.subject), face(amendment.subject)
    if notes := amendment.changes.get("notes"):
        rows = Note.objects.filter(key__in=[note["key"] for note in notes])
        now["notes"] = _lines(map(note_words, rows.prefetch_related("sources")))
    return [
        Line(label_of(model, name), plain_words(model, name, value), now.get(name, ""))
        for name, value in amendment.changes.items()
    ]


def label_of(model: type[models.Model], name: str) -> str:
    """A field's name as people say it, with a capital."""
    return field_label(model._meta.get_field(name)) if name not in _LABELS else str(_LABELS[name])


def field_label(field: Any) -> str:
    """The same of a field of any model."""
    words = str(_LABELS.get(field.name) or getattr(field, "verbose_name", field.name))
    return words[:1].upper() + words[1:]


def field_words(record: models.Model, field: Any) -> str:
    """A field's value in words."""
    if field.many_to_many:
        others = getattr(record, field.name).all()
        if field.related_model is Article:
            others = others.select_related("treaty")
        return _lines(sorted(map(str, others)))
    value = getattr(record, field.name)
    return str(value or "") if field.is_relation else value_words(field, value)


def value_words(field: Any, value: Any) -> str:
    """A plain value of a field in words: a choice by its label, a date as it is known."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, PartialDate):
        return value.label
    if isinstance(value, list):
        return _lines(map(str, value))
    if isinstance(value, dict):
        return _lines(_translations(value))
    return str(value)


def _translations(said: Mapping[str, Mapping[str, str]]) -> Iterable[str]:
    for language, words in said.items():
        for name, text in words.items():
            yield f"{LANGUAGES[language]}, {name.replace('_', ' ')}: {text}"


def plain_words(model: type[models.Model], name: str, value: Any) -> str:
    """What an amendment's plain value means: keys become names."""
    if name == "invocations":
        bases = {value: str(label) for value, label in Invocation.Basis.choices}
        names = _article_names([row["article"] for row in value])
        return _lines(
            _invocation(names[row["article"]], bases.get(row["basis"], ""), row.get("note", ""))
            for row in value
        )
    if name == "notes":
        return _lines(
            _note(row["kind"], row["text"], row["locator"], _names(Document, row["sources"]))
            for row in value
            if "gone" not in row
        )
    field: Any = model._meta.get_field(name)
    if field.is_relation:
        keys = value if isinstance(value, list) else [value] if value else []
        return _lines(sorted(_names(field.related_model, keys)))
    return value_words(field, field.to_python(value))


def _names(model: Any, keys: list[str]) -> list[str]:
    key = next(name for name in ("slug", "code", "reference") if hasattr(model, name))
    if model is Organisation:
        keys = present_addresses(keys)
    return [str(row) for row in model._default_manager.filter(**{f"{key}__in": keys})]


def _article_names(keys: list[str]) -> dict[str, str]:
    codes = {key.split()[0] for key in keys}
    rows = Article.objects.filter(treaty__code__in=codes).select_related("treaty")
    known = {" ".join(part for part in row.natural_key() if part): str(row) for row in rows}
    return {key: known.get(key, key) for key in keys}


def _invocation(article: str, basis: str, note: str) -> str:
    return f"{article} – {basis}" + (f" ({note})" if note else "")


def _note(kind: str, text: str, locator: str, sources: Iterable[str]) -> str:
    named = "; ".join(sorted(sources))
    place = f" ({locator})" if locator else ""
    return f"{Note.Kind(kind).label}: {text}{place}" + (f" Source: {named}" if named else "")


def note_words(note: Note) -> str:
    """A note for everyone: its kind, its text, where in its source, and the sources."""
    return _note(note.kind, note.text, note.locator, map(str, note.sources.all()))


def relation_words(tie: Tie) -> str:
    """How a recommendation stands to another, with what is said of it."""
    closeness = tie.relation.get_closeness_display().lower() if tie.relation.closeness else ""
    said = ", ".join(filter(None, (closeness, tie.relation.note)))
    return f"{tie.words}: {tie.other}" + (f" ({said})" if said else "")


def _evidence(assessment: Assessment) -> Iterable[str]:
    rows = assessment.evidence.select_related("development", "document", "response__document")
    for row in rows:
        thing = row.thing
        name = f"{thing}, {thing.document}" if isinstance(thing, Response) else str(thing)
        kind = str(thing._meta.verbose_name).capitalize()
        yield f"{kind}: {name}" + (f", {row.locator}" if row.locator else "")


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)
