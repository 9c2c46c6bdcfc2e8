"""Records as plain values: text, numbers and natural keys, as fixtures and amendments do."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import connection, models
from django.utils.text import slugify

from tracker.lib.partial_dates import PartialDate
from tracker.models import Article, FormerAddress, Organisation

Plain = Any
_NATURAL = ("reference", "code", "slug", "key", "email")  # what names a record, if it has it
_ADDRESSES = 0x6164_6472  # an advisory lock's number


def natural_key(record: models.Model) -> str:
    """One word (or two, for an article) that names a record: `upr-4`, `cat 3`, `R-0001`."""
    return " ".join(part for part in record.natural_key() if part)  # type: ignore[attr-defined]


class Finder:
    """Finds records by natural key; with `everything`, by reading each model once."""

    def __init__(self, *, everything: bool = False) -> None:
        self._everything = everything
        self._known: dict[type[models.Model], dict[str, models.Model]] = {}

    def find(self, model: Any, key: str) -> Any:
        """The record of a model with this natural key, or ValidationError."""
        return self.find_all(model, [key])[0]

    def find_all(self, model: Any, keys: Iterable[str]) -> list[Any]:
        """The record for each natural key, in one query; ValidationError if a key names nothing."""
        wanted = [str(key) for key in keys]
        known = self.known(model, wanted)
        for key in wanted:
            if key not in known:
                raise ValidationError(f"There is no {model._meta.verbose_name} “{key}”.")
        return [known[key] for key in wanted]

    def known(self, model: Any, keys: Iterable[str]) -> Mapping[str, Any]:
        """The records that are there by natural key, these among them; in one query."""
        self._read(model, keys)
        return self._known[model]

    def _read(self, model: Any, wanted: Iterable[str]) -> None:
        if self._everything and model in self._known:
            return
        known = self._known.setdefault(model, {})
        new = {key for key in wanted if key.isprintable()} - known.keys()
        if not new and not self._everything:
            return
        rows = _light(model) if self._everything else _light(model).filter(_named(model, new))
        known |= {natural_key(row): row for row in rows}
        if model is Organisation and (self._everything or new - known.keys()):
            known |= self.merged

    @cached_property
    def merged(self) -> dict[str, Organisation]:
        """Organisations by the addresses of those that were merged into them."""
        rows = FormerAddress.objects.select_related("organisation")
        return {row.slug: row.organisation for row in rows}

    def present(self, slug: Any) -> Any:
        """The slug of what an organisation was merged into, or else its own."""
        found = self.merged.get(str(slug))
        return natural_key(found) if found else slug

    def remember(self, record: models.Model) -> None:
        """Let a record that was just added be found."""
        if (known := self._known.get(type(record))) is not None:
            known[natural_key(record)] = record


def _light(model: Any) -> models.QuerySet[Any]:
    """Records of a model with what their natural keys need, and without the words of a search."""
    rows: models.QuerySet[Any] = model._default_manager.all()
    if model is Article:
        return rows.select_related("treaty")
    heavy = [field.name for field in model._meta.fields if field.name == "search_vector"]
    return rows.defer(*heavy) if heavy else rows


def _named(model: Any, keys: Iterable[str]) -> models.Q:
    """What is true of the records with these natural keys."""
    if model is Article:
        found = models.Q(pk__in=[])
        for code, _, number in (key.partition(" ") for key in keys):
            found |= models.Q(treaty__code=code, number=number)
        return found
    names = {field.name for field in model._meta.fields}
    return models.Q(**{f"{next(n for n in _NATURAL if n in names)}__in": [*keys]})


def to_plain(record: models.Model, names: Iterable[str]) -> dict[str, Plain]:
    """The named fields of a record as plain values."""
    return {name: _plain_value(record, name) for name in names}


def _plain_value(record: models.Model, name: str) -> Plain:
    field = record._meta.get_field(name)
    if field.many_to_many:
        others = getattr(record, name).all()
        if field.related_model is Article:
            others = others.select_related("treaty")
        return sorted(natural_key(other) for other in others)
    value = getattr(record, name)
    if isinstance(value, models.Model):
        return natural_key(value)
    return str(value) if isinstance(value, PartialDate) else value


def fingerprint(record: models.Model, names: Iterable[str]) -> str:
    """Names the version of a record that counts none: another one if a named field differs."""
    plain = json.dumps(to_plain(record, names), sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def free_slug(model: Any, words: str, *, field: str = "slug") -> str:
    """
    Within another action: an address for a new record, made of its name.

    `A/HRC/56/6` → `a-hrc-56-6`, or with `-2` if that is taken or was before a merger.
    """
    with connection.cursor() as cursor:  # two of the same name at once get two addresses
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADDRESSES])
    limit = model._meta.get_field(field).max_length - 10
    stem = slugify(re.sub(r"[/.()]", "-", words))[:limit].strip("-")
    stem = stem or slugify(model._meta.verbose_name)
    rows = model._default_manager.filter(**{f"{field}__startswith": stem})
    taken = set(rows.values_list(field, flat=True))
    if model is Organisation:
        taken |= set(FormerAddress.objects.values_list("slug", flat=True))
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def only(values: Mapping[str, Any], names: Iterable[str]) -> None:
    """TypeError if a value is of another field than a person fills in, like `slug`."""
    if others := sorted(set(values) - set(names)):
        raise TypeError(f"{', '.join(others)}: not filled in by hand.")


def by_hand(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    """The values, each of a field that a person fills in; TypeError for any other, like `state`."""
    for name in values:
        if not model._meta.get_field(name).editable:
            raise TypeError(f"{name} is not filled in by hand.")
    return values


def assign(record: models.Model, values: Mapping[str, Plain], finder: Finder) -> dict[str, list]:
    """
    Set a record's fields from plain values; returns the many-to-many ones, to be set once saved.

    Raises ValidationError, keyed by field, for an unknown field or a key that names nothing.
    """
    links: dict[str, list] = {}
    for name, value in values.items():
        try:
            field: Any = record._meta.get_field(name)
            if field.many_to_many:
                if not isinstance(value, list):
                    raise ValidationError("Write a list.")
                links[name] = finder.find_all(field.related_model, value)
            elif field.is_relation:
                found = finder.find(field.related_model, value) if value else None
                setattr(record, name, found)
            else:
                setattr(record, name, field.to_python(value))
        except FieldDoesNotExist:
            raise ValidationError({name: "There is no such field."}) from None
        except ValidationError as error:
            raise ValidationError({name: error.messages}) from None
    return links


def same(now: Plain, wanted: Plain) -> bool:
    """Whether two plain values mean the same; the order of links means nothing."""
    if isinstance(now, list) and isinstance(wanted, list):
        return sorted(map(_text, now)) == sorted(map(_text, wanted))
    return (now or None) == (wanted or None) if not isinstance(now, bool) else now == wanted


def _text(item: Plain) -> str:
    return str(sorted(item.items()) if isinstance(item, Mapping) else item)
