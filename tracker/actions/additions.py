"""Within another action: organisations and documents that only a file names so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from tracker.lib.folding import fold
from tracker.models import Document, Import, Organisation
from tracker.models.recommendations import RecommendationMaker
from tracker.models.uses import uses_of

from .base import Conflict
from .documents import same_symbol
from .locks import held
from .records import Finder, assign
from .row_values import Row, named_in, said

SORTS: dict[str, Any] = {"organisations": Organisation, "documents": Document}
Wanted = Mapping[str, Any]


def add_missing(imported: Import, rows: Iterable[Row], finder: Finder) -> None:
    """
    Within another action: enter what rows name and only the import knows so far.

    What was entered stands in `additions` as `written`. Raises Conflict if its address or name is
    another's by now, ValidationError if it breaks a rule.
    """
    named = {(model, key) for row in rows for model, key in named_in(row)}
    wanted = {name: _said(imported, name) for name in SORTS}
    documents = {key for key in wanted["documents"] if (Document, key) in named}
    named |= {
        (Organisation, author)
        for key in documents
        for author in wanted["documents"][key].get("authors", [])
    }
    written: dict[str, list[str]] = {}
    for name, model in SORTS.items():
        used = [key for key in wanted[name] if (model, key) in named]
        known = finder.known(model, used)
        here = {key: known[key] for key in used if key in known}
        for key, found in here.items():
            _must_be_the_same(imported, found, wanted[name][key])
        new = [key for key in used if key not in here]
        for key in new:
            finder.remember(_added(imported, model, wanted[name][key], finder))
        written[name] = new
    if any(written.values()):
        imported.additions = {**imported.additions, "written": written}


def _said(imported: Import, name: str) -> dict[str, Wanted]:
    return {values["slug"]: values for values in imported.additions.get(name, [])}


def _must_be_the_same(imported: Import, found: Any, values: Wanted) -> None:
    """Somebody may have entered it since; but not another thing at the same address."""
    own = {found.name, *found.aliases} if isinstance(found, Organisation) else {found.title}
    said = {values.get("name") or values.get("title") or ""}
    if isinstance(found, Document) and found.symbol:
        own, said = {*own, found.symbol}, {*said, values.get("symbol", "")}
    if not {fold(word) for word in own} & {fold(word) for word in said if word}:
        raise _taken(imported, f"“{found}”", values)


def _taken(imported: Import, found: str, values: Wanted) -> Conflict:
    name = values.get("name") or values.get("title")
    message = f"The address or name of “{name}” belongs to {found} by now. Read the file anew."
    return Conflict(message, imported)


def _added(imported: Import, model: Any, values: Wanted, finder: Finder) -> models.Model:
    record: models.Model = model()
    name = values.get("name") or values.get("title")
    try:
        links = assign(record, values, finder)
        if isinstance(record, Document) and (other := same_symbol(record.symbol)):
            raise _taken(imported, f"“{other}”", values)
        record.full_clean()
    except ValidationError as error:
        if any(one.code in ("unique", "unique_together") for one in _each(error)):
            raise _taken(imported, "another record", values) from None
        raise ValidationError(f"{name}: {said(error, model)}") from None
    record.save()
    for field, others in links.items():
        getattr(record, field).set(others)
    return record


def _each(error: ValidationError) -> list[ValidationError]:
    return [one for some in error.update_error_dict({}).values() for one in some]


def take_out_unused(imported: Import, gone: Sequence[int | None]) -> None:
    """
    Within another action: delete what an import added and nothing refers to any more.

    Who made a draft that is `gone` does not stay for it alone: its history still names them.
    """
    written = imported.additions.get("written", {})
    for name, model in reversed(SORTS.items()):
        for record in held(model._default_manager.filter(slug__in=written.get(name, []))):
            links = RecommendationMaker._default_manager.filter(recommendation__in=gone)
            links = links.filter(maker=record) if model is Organisation else links.none()
            if sum(use.count for use in uses_of(record)) == links.count():
                links.delete()
                record.delete()
