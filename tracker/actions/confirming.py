"""Within another action: the chosen rows of a file, checked once more and written together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import connection

from tracker.lib.collecting import without_collecting
from tracker.models import Import, Recommendation, SourceKey, StagedRow, User

from .additions import add_missing
from .alike import NearRecords
from .base import Conflict
from .changed_records import Change, held_records, judged, moved_on, write_changes
from .new_records import Made, Maker, write_new
from .records import Finder
from .row_values import Faults, Names, Row, lines

Outcome = StagedRow.Outcome
_CONFIRMING = 0x696D_706F  # an advisory lock's number: one import is confirmed at a time
_UNSEEN = dt.timedelta(minutes=1)  # what was being written while rows were compared with the rest
_NEW = {Outcome.NEW, Outcome.DUPLICATE}
_WRITTEN = [*_NEW, Outcome.CHANGED, Outcome.UNCHANGED]
_LEFT = {
    Outcome.ERROR: "It has errors.",
    Outcome.DUPLICATE: "It may be here already, and nobody said that it is another one.",
}
_NOT_CHOSEN = "It was not chosen."


@without_collecting()
def write_chosen(imported: Import, *, by: User, reason: str, clean_only: bool) -> None:
    """
    Within another action: write the chosen rows of an import, and say of the others why not.

    Raises ValidationError if nothing is chosen, if a chosen row has an error, unless only the
    others are wanted, and if one breaks a rule; Conflict if something they rest on has changed
    since they were read.
    """
    _one_at_a_time()
    _must_be_clean(imported, clean_only)
    finder = Finder()
    rows = rows_of(imported, is_chosen=True, outcome__in=_WRITTEN)
    if not rows:
        raise ValidationError("Nothing is chosen that could be imported.")
    add_missing(imported, rows, finder)
    names = Names(rows, finder)
    known = {row.pk for row in _with_key(imported, rows)}
    made, changes = _checked(imported, rows, names, known, by=by, reason=reason)
    write_new(made, source=imported.source, by=by)
    write_changes(changes, by=by, reason=reason)
    known |= {one.row.pk for one in made}
    keyed = _remember_keys(imported, [row for row in rows if row.pk not in known])
    for change in changes:
        change.undo["key"] = change.row.pk in keyed
    _tell(imported, made, changes, keyed)


def rows_of(imported: Import, **which: object) -> list[Row]:
    """Some rows of an import, in their order."""
    found = imported.rows.filter(**which).order_by("number")
    return [Row(*values) for values in found.values_list(*Row._fields)]


def _one_at_a_time() -> None:
    """Nobody else confirms meanwhile: what is found free stays free."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CONFIRMING])


def _must_be_clean(imported: Import, clean_only: bool) -> None:
    faulty = imported.rows.filter(is_chosen=True, outcome=Outcome.ERROR).count()
    if faulty and not clean_only:
        rows = "1 row has errors" if faulty == 1 else f"{faulty} rows have errors"
        raise ValidationError(f"{rows}: mend them, or import only the rows without errors.")


def _with_key(imported: Import, rows: Iterable[Row]) -> list[Row]:
    """The rows whose key in the source names a record already."""
    keys = list({row.key for row in rows if row.key})
    with connection.cursor() as cursor:  # one parameter: thousands take longer than the search
        query = "SELECT key FROM tracker_sourcekey WHERE source = %s AND key = ANY(%s)"
        cursor.execute(query, [imported.source, keys])
        taken = {key for (key,) in cursor.fetchall()}
    return [row for row in rows if row.key in taken]


def _checked(
    imported: Import, rows: Sequence[Row], names: Names, known: set[int], *, by: User, reason: str
) -> tuple[list[Made], list[Change]]:
    """What the rows become, if nothing has moved on and nothing is wrong."""
    new = [row for row in rows if row.outcome in _NEW]
    changed = [row for row in rows if row.outcome == Outcome.CHANGED]
    conflicts = names.gone(rows)
    conflicts += [(row, "it is here by now") for row in new if row.pk in known]
    conflicts += _like_newer(imported, [row for row in new if row.pk not in known])
    records = held_records(changed)
    conflicts += moved_on(changed, records)
    _must_be_as_read(imported, conflicts)
    changes = [Change(row, records[row.record_id or 0]) for row in changed]
    conflicts, faults = judged(changes, names, by=by, reason=reason)
    _must_be_as_read(imported, conflicts)
    made, wrong = Maker(names).make_all(new)
    if faults or wrong:
        raise ValidationError(lines(faults + wrong))
    return made, changes


def _must_be_as_read(imported: Import, conflicts: Faults) -> None:
    told = ["the same file was imported"] if _came_meanwhile(imported) else []
    if told := [*told, *lines(conflicts)]:
        found = "; ".join(told)
        message = f"Something has changed since this was read: {found}. Read the file anew."
        raise Conflict(message, imported)


def _came_meanwhile(imported: Import) -> bool:
    """Whether the very same file was confirmed since this one was compared with the records."""
    others = Import.objects.filter(sha256=imported.sha256, stage=Import.Stage.CONFIRMED)
    return others.filter(confirmed_at__gt=imported.read_at).exists()


def _like_newer(imported: Import, rows: Iterable[Row]) -> Faults:
    """
    The new rows that somebody has recorded meanwhile in like words: from another file, or by hand.

    What a person has called another ask is one.
    """
    decided = imported.settings.get("decided", {})
    new = [row for row in rows if row.outcome == Outcome.NEW and str(row.number) not in decided]
    near = NearRecords([row.values for row in new], since=imported.read_at - _UNSEEN)
    found = [(row, near.likeliest(row.values)) for row in new]
    like = [(row, one.pk) for row, one in found if one]
    records = Recommendation.objects.filter(pk__in=[pk for _, pk in like])
    named = dict(records.values_list("pk", "reference"))
    return [(row, f"it may be {named[pk]} by now") for row, pk in like]


def _remember_keys(imported: Import, rows: Iterable[Row]) -> set[int]:
    """Record what the source calls records that were here before; gives the rows that say so."""
    found = {row.key: row for row in rows if row.key and row.record_id}
    SourceKey.objects.bulk_create(
        [
            SourceKey(source=imported.source, key=row.key, recommendation_id=row.record_id)
            for row in found.values()
            if row.record_id
        ]
    )
    return {row.pk for row in found.values()}


def _tell(
    imported: Import, made: Sequence[Made], changes: Sequence[Change], keyed: set[int]
) -> None:
    """Let each staged row lead to what became of it."""
    written = [(one.row.pk, one.pk, one.answer_pk) for one in made]
    written += [
        (one.row.pk, one.record.pk, one.answer.pk if one.answer else None) for one in changes
    ]
    _point(written)
    rows = {row.pk: row for row in StagedRow.objects.filter(pk__in=[c.row.pk for c in changes])}
    for change in changes:
        rows[change.row.pk].values = {**change.row.values, "undo": change.undo}
    StagedRow.objects.bulk_update(rows.values(), ["values"], batch_size=500)
    imported.rows.filter(pk__in=keyed).update(is_written=True)
    left = imported.rows.filter(is_written=False)
    left.filter(is_chosen=False).update(left_because=_NOT_CHOSEN)
    for outcome, words in _LEFT.items():
        left.filter(outcome=outcome).update(left_because=words)


def _point(written: Sequence[tuple[int, int, int | None]]) -> None:
    if not written:
        return
    columns = [list(column) for column in zip(*written, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE tracker_stagedrow AS row SET record_id = new.record, answer_id = new.answer,"
            " is_written = true FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[])"
            " AS new(id, record, answer) WHERE row.id = new.id",
            columns,
        )
