"""Reference data: rows that records refer to, kept by coordinators, public at once."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from tracker.models import (
    Amendment,
    Article,
    Recommendation,
    ReferenceNoun,
    State,
    Treaty,
    User,
)
from tracker.models.uses import uses_of
from tracker.permissions import Permission

from .base import Conflict, action
from .locks import held_now
from .records import fingerprint, free_slug, natural_key, only


def reference_mark(noun: ReferenceNoun, row: models.Model) -> str:
    """Names the version of a row that a person reads and may change."""
    return fingerprint(row, noun.fields)


@action(Permission.KEEP_REFERENCE)
def enter_reference(*, noun: ReferenceNoun, by: User, **substance: Any) -> Any:
    """
    Enter a row of a noun; a treaty gets its article without a number, the root of the others.

    Its address is made of its words and never changes. Raises ValidationError, keyed by field, if
    it breaks a rule of its model.
    """
    row = noun.model()
    links = _assign(noun, row, substance)
    if noun.named_by:
        [field] = noun.key
        words = " ".join(_words(getattr(row, name, "")) for name in noun.named_by)
        setattr(row, field, free_slug(noun.model, words, field=field))
    _store(row, links)
    if isinstance(row, Treaty):
        Article.objects.create(treaty=row)
    return row


@action(Permission.KEEP_REFERENCE)
def revise_reference(
    *, noun: ReferenceNoun, row: models.Model, expected: str, by: User, **substance: Any
) -> Any:
    """
    Change what is said of a row, at once; its address stays.

    `expected` is the `reference_mark` of what the person read: Conflict if it is another by now.
    Raises ValidationError, keyed by field, if it breaks a rule of its model.
    """
    row = held_now(row)
    if reference_mark(noun, row) != expected:
        raise Conflict(f"Somebody has changed this {noun.one} meanwhile.", row)
    given = {name: value for name, value in substance.items() if name not in noun.fixed}
    _store(row, _assign(noun, row, given))
    return row


@action(Permission.KEEP_REFERENCE)
def delete_reference(*, noun: ReferenceNoun, row: models.Model, reason: str, by: User) -> None:
    """
    Take out a row that nothing uses; its history stays.

    Raises ValidationError if something uses it, or without a reason.
    """
    row = held_now(row)
    if not reason.strip():
        raise ValidationError({"reason": "Say why it is taken out."})
    if uses := uses_of(row):
        told = ", ".join(f"{use.count} {use.words}" for use in uses)
        raise ValidationError(f"It is used by {told}, so it stays.")
    if waiting := _named_in(row):
        raise ValidationError(f"A change that waits for approval names it: {waiting}.")
    if isinstance(row, Treaty):
        row.articles.filter(number="").delete()
    row.delete()


def _assign(noun: ReferenceNoun, row: Any, substance: dict[str, Any]) -> dict[str, Any]:
    """Set the row's own fields; returns the many-to-many ones, to be set once it is saved."""
    only(substance, noun.fields)
    linked = {field.name for field in noun.model._meta.many_to_many}
    for name in set(substance) - linked:
        setattr(row, name, substance[name])
    if missing := [name for name in noun.needed if getattr(row, name) in (None, "")]:
        raise ValidationError(dict.fromkeys(missing, "Fill this in."))
    if isinstance(row, Article) and row.parent is None and row.number and row.treaty_id:
        row.parent = Article.objects.whole(row.treaty)
    return {name: substance[name] for name in linked & set(substance)}


def _store(row: models.Model, links: dict[str, Any]) -> None:
    row.full_clean()
    row.save()
    for name, others in links.items():
        getattr(row, name).set(others)


def _words(value: Any) -> str:
    """A value in an address: of a list of terms the first."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value or "")


def _named_in(row: Any) -> str:
    """The change on its way that names a row by its key: no constraint of the database sees it."""
    fields = [*Recommendation._meta.fields, *Recommendation._meta.many_to_many]
    names = [field.name for field in fields if field.related_model is type(row)]
    waiting = Amendment.objects.filter(state__in=[State.DRAFT, State.IN_REVIEW])
    for amendment in waiting.select_related("recommendation"):
        said = [amendment.changes.get(name) for name in names]
        if isinstance(row, Article):
            said += [entry["article"] for entry in amendment.changes.get("invocations", [])]
        if any(
            natural_key(row) in (value if isinstance(value, list) else [value]) for value in said
        ):
            return str(amendment)
    return ""
