"""Load `fixtures/`: the real subject matter, as often as wanted, changing only what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import IntegrityError, connection, transaction
from django.db import models as orm
from django.db.models import Q
from django.utils import timezone

from tracker import models
from tracker.models import Publishable, State, User
from tracker.models.notes import SUBJECTS

from .base import action
from .disclosure import show
from .kept import is_superseded_here
from .locks import held_now
from .nouns import NOUNS, Noun, key_of, name_of, row_key, rows_of
from .records import Finder, assign, natural_key, same, to_plain

FOLDER = Path(__file__).resolve().parents[2] / "fixtures"
APPEND_ONLY = (models.Response, models.Assessment)
_NESTED = {
    models.Assessment: ["evidence__development", "evidence__document", "evidence__response"],
    models.Note: [f"subjects__{name}" for name in SUBJECTS] + ["subjects__article__treaty"],
}


class SeedError(Exception):
    """What is wrong in the fixtures, one line for each fault, with its file and row."""


@dataclass
class Report:
    """How many rows were added, changed, unchanged, or kept as somebody edited them, per noun."""

    counts: dict[str, Counter] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)

    def add(self, noun: Noun, outcome: str, key: tuple[str, ...]) -> None:
        self.counts.setdefault(noun.file.removesuffix(".yaml"), Counter())[outcome] += 1
        if outcome == "kept":
            self.kept.append(f"{noun.model._meta.verbose_name} {' '.join(key)}")


@action(None)
def load_fixtures(*, by: User, folder: Path = FOLDER) -> Report:
    """
    Bring the database to what `fixtures/` says; a second run changes nothing.

    A row that somebody has edited in the tracker since is kept and reported. A response or an
    assessment is never overwritten: its correction is a row of its own. Raises SeedError, and
    loads nothing, if any row is wrong.
    """
    finder, report, faults = Finder(everything=True), Report(), []
    for noun in NOUNS:
        faults += _load_file(noun, folder / noun.file, finder, by, report)
    if faults:
        raise SeedError("\n".join(faults))
    with connection.cursor() as cursor:  # the planner knows nothing of tables that were empty
        cursor.execute("ANALYZE")
    return report


def _load_file(noun: Noun, path: Path, finder: Finder, by: User, report: Report) -> list[str]:
    """Load the rows of one file; returns its faults."""
    try:
        rows = rows_of(path)
    except ValidationError as error:
        return [f"{noun.file}: {_words(error)}"]
    stored, removed, seen, faults = _stored(noun), _removed_here(noun), set(), []
    for number, row in enumerate(rows, start=1):
        try:
            key = row_key(noun, row)
            if key in seen:
                raise ValidationError("This is listed twice.")
            seen.add(key)
            outcome = "kept" if key in removed else _load(noun, row, stored.get(key), finder, by)
            report.add(noun, outcome, key)
        except ValidationError as error:
            faults.append(f"{noun.file} row {number} ({name_of(noun, row)}): {_words(error)}")
    if hasattr(noun.model, "is_public"):
        show(noun.model, [slug for (slug,) in seen])
    return faults


def _words(error: ValidationError) -> str:
    if hasattr(error, "error_dict"):
        return "; ".join(f"{name}: {' '.join(texts)}" for name, texts in error.message_dict.items())
    return " ".join(error.messages)


def _load(
    noun: Noun, row: dict[str, Any], record: orm.Model | None, finder: Finder, by: User
) -> str:
    row = dict(row)
    nested = {name: row.pop(name) for name in ("evidence", "beside") if name in row}
    if noun.model is models.Article:
        row["parent"] = f"{row['treaty']} {row.get('parent', '')}".strip()
    row = _as_merged_here(noun.model, row, finder)
    if "beside" in nested:
        beside = nested["beside"]
        nested["beside"] = [_as_merged_here(models.NoteSubject, one, finder) for one in beside]
    if record is None:
        if is_superseded_here(noun.model, row, finder):
            return "kept"
        _add(noun, row, nested, finder, by)
        return "added"
    _must_be_the_same(record, row)
    changes = {name: value for name, value in row.items() if _differs(record, name, value)}
    if nested and not _same_nested(record, nested):
        changes |= nested
    if not changes:
        return "unchanged"
    return _change(noun, record, changes, nested, finder)


def _as_merged_here(model: Any, row: Mapping[str, Any], finder: Finder) -> dict[str, Any]:
    """The row with organisations that were merged here under the address they have now."""
    fields = [field for field in model._meta.get_fields() if field.concrete]
    names = {field.name for field in fields if field.related_model is models.Organisation}
    fresh = dict(row)
    for name in names & row.keys() if finder.merged else ():
        value = row[name]
        slugs = dict.fromkeys(map(finder.present, value if isinstance(value, list) else [value]))
        fresh[name] = list(slugs) if isinstance(value, list) else next(iter(slugs))
    return fresh


def _change(
    noun: Noun, record: Any, changes: dict[str, Any], nested: Mapping[str, Any], finder: Finder
) -> str:
    if noun.model in APPEND_ONLY:
        raise ValidationError(
            f"{', '.join(changes)} changed: add a row that supersedes it instead."
        )
    if _edited_here(record):
        return "kept"
    if hasattr(record, "version"):
        record.version += 1
    _save(record, {name: changes[name] for name in changes if name not in nested}, finder)
    _save_nested(record, nested, finder)
    return "changed"


def _must_be_the_same(record: orm.Model, row: Mapping[str, Any]) -> None:
    """A reference is given once: the row of another ask must not settle on it."""
    if isinstance(record, models.Recommendation) and record.origin != row.get("origin", ""):
        raise ValidationError(
            {"reference": "Another recommendation has this reference here: give it another."}
        )


def _differs(record: orm.Model, name: str, value: Any) -> bool:
    try:
        return not same(to_plain(record, [name])[name], _tidy(record, name, value))
    except FieldDoesNotExist:
        raise ValidationError({name: "There is no such field."}) from None
    except ValidationError as error:
        raise ValidationError({name: error.messages}) from None


def _tidy(record: orm.Model, name: str, value: Any) -> Any:
    """The value as the field would hold it: folded text has no line end, a date is text."""
    model_field: Any = record._meta.get_field(name)
    if model_field.is_relation or value is None:
        return value
    held = model_field.to_python(value)
    return held if isinstance(held, bool | int | list | dict) else str(held)


def _stored(noun: Noun) -> dict[tuple[str, ...], orm.Model]:
    """Every row of a noun that the database holds, with all that is compared, in a few queries."""
    fields = noun.model._meta.get_fields()
    keys = [f for f in fields if f.many_to_one and f.concrete and f.related_model is not User]
    one = [f.name for f in keys]
    one += [f"{f.name}__treaty" for f in keys if f.related_model is models.Article]
    many = [f.name for f in fields if f.many_to_many and f.concrete]
    rows = noun.model._default_manager.select_related(*one)
    rows = rows.prefetch_related(*many, *_NESTED.get(noun.model, ()))
    return {key_of(noun, to_plain(row, noun.key)): row for row in rows}


def _add(
    noun: Noun, row: Mapping[str, Any], nested: Mapping[str, Any], finder: Finder, by: User
) -> None:
    record = noun.model()
    if isinstance(record, models.Assessment) and not nested.get("evidence"):
        raise ValidationError({"evidence": "An assessment needs evidence."})
    if isinstance(record, Publishable):
        _publish(record, by)
    _save(record, row, finder)
    _save_nested(record, nested, finder)
    if isinstance(record, models.Treaty):  # the treaty as a whole, root of its articles
        finder.remember(models.Article.objects.create(treaty=record))
    if hasattr(record, "natural_key"):
        finder.remember(record)


def _publish(record: Publishable, by: User) -> None:
    """Fixtures are reviewed as code is: two persons read them before they get here."""
    now = timezone.now()
    record.state = State.PUBLISHED
    record.recorded_at = record.submitted_at = record.approved_at = now
    record.recorded_by = record.submitted_by = record.approved_by = by


def _save(record: orm.Model, values: Mapping[str, Any], finder: Finder) -> None:
    links = assign(record, values, finder)
    record.full_clean(validate_unique=False, validate_constraints=False)
    needed = [f.name for f in record._meta.many_to_many if not f.blank]
    if empty := [name for name in needed if not links.get(name, record.pk)]:
        raise ValidationError(dict.fromkeys(empty, "Name at least one."))
    _store(record)
    for name, others in links.items():
        getattr(record, name).set(others)


def _store(record: orm.Model) -> None:
    """
    Save a record, or say in words which constraint it breaks.

    The database checks them all as it stores; asked one by one before, they would be most of the
    time that loading takes.
    """
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        record.full_clean()
        raise


def _by_others() -> Q:
    """Of events: whatever anybody or anything but this loader did."""
    return ~Q(pgh_context__contains={"action": load_fixtures.__name__})


def _edited_here(record: Any) -> bool:
    """Whether somebody changed the row; from now on nobody does until the load is over."""
    held_now(record)
    return bool(record.events.filter(_by_others()).exists())


def _removed_here(noun: Noun) -> set[tuple[str, ...]]:
    """The keys of rows that somebody deleted, and that no file brings back."""
    events: Any = noun.model.pgh_event_model  # type: ignore[attr-defined]
    return {
        key_of(noun, to_plain(event, noun.key))
        for event in events.objects.filter(_by_others(), pgh_label="delete")
    }


def _nested_rows(record: Any) -> tuple[str, list[dict[str, str]]]:
    """An assessment's evidence or a note's subjects, as the file gives them."""
    if isinstance(record, models.Assessment):
        return "evidence", [
            {str(row.thing._meta.model_name): natural_key(row.thing)}
            | ({"locator": row.locator} if row.locator else {})
            for row in record.evidence.all()
        ]
    return "beside", [
        {name: natural_key(getattr(row, name)) for name in SUBJECTS if getattr(row, f"{name}_id")}
        for row in record.subjects.all()
    ]


def _same_nested(record: orm.Model, nested: Mapping[str, Any]) -> bool:
    name, rows = _nested_rows(record)
    return sorted(map(str, rows)) == sorted(map(str, nested[name]))


def _save_nested(record: Any, nested: Mapping[str, Any], finder: Finder) -> None:
    if "evidence" in nested:
        for row in nested["evidence"]:
            _save(models.Evidence(assessment=record), row, finder)
    if "beside" in nested:
        record.subjects.all().delete()
        for row in nested["beside"]:
            _save(models.NoteSubject(note=record), row, finder)
