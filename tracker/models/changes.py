"""The data's version: what was changed, so that every process can follow without a clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Func

_INTO = "INSERT INTO tracker_change (recommendation_id, is_indexed, is_public)"
MANY = 5000  # rows of one statement from which on everything counts as changed


class TransactionIdField(models.Field):
    """PostgreSQL's `xid8`: the transaction that wrote the row."""

    def db_type(self, connection: Any) -> str:
        return "xid8"


class Change(models.Model):
    """
    A recommendation whose findable facts a transaction changed; none: all may have changed.

    Written by triggers, so that raw SQL counts too. A reader that remembers its snapshot finds
    what has been committed since, in whatever order the writers finished. `is_indexed` says
    whether the facet index has to follow, or only what is cached; `is_public` whether the public
    could see what changed, so that no version that it is told counts the work on drafts.
    """

    xid = TransactionIdField(db_default=Func(function="pg_current_xact_id"))
    recommendation_id = models.BigIntegerField(null=True)
    is_indexed = models.BooleanField(default=True)
    is_public = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["xid"], name="change_by_transaction")]

    def __str__(self) -> str:
        return f"{self.xid}: {self.recommendation_id or 'everything'}"


@dataclass(frozen=True)
class Touches:
    """
    What a row's change means for finding.

    `columns` hold a recommendation's id; without any it is something that recommendations refer
    to. Then the index has to be built anew if one of `only` changed (None: whatever changed), and
    for a new row if `when_new`: nothing can refer to it yet, so usually not.
    """

    columns: tuple[str, ...] = ()
    only: tuple[str, ...] | None = None
    when_new: bool = False
    is_indexed: bool = True

    def triggers(self) -> list[pgtrigger.Trigger]:
        operations = {
            "insert": pgtrigger.Insert, "update": pgtrigger.Update, "delete": pgtrigger.Delete,
        }  # fmt: skip
        return [
            _NoteChange(name=f"note_{name}", operation=operation, touches=self)
            for name, operation in operations.items()
        ]


EVERYTHING = Touches()
PAGES = Touches(is_indexed=False)


class _NoteChange(pgtrigger.Composer):
    """After a statement: which recommendations did it touch, and could the public tell?"""

    level = pgtrigger.Statement
    when = pgtrigger.After

    def __init__(self, *, touches: Touches, **kwargs: Any) -> None:
        self.touches = touches
        super().__init__(**kwargs)

    def get_func(self, model: Any) -> str:
        tables = self._tables()
        note = self._of_recommendations if self.touches.columns else self._of_all
        return (
            f"IF EXISTS (SELECT 1 FROM {tables[-1]}) "  # noqa: S608 - names of ours
            f"THEN {note(model, tables)} END IF; RETURN NULL;"
        )

    def _of_recommendations(self, model: Any, tables: list[str]) -> str:
        indexed = str(self.touches.is_indexed).upper()
        rows = " UNION ALL ".join(
            f'SELECT {table}."{column}" AS id, {_is_public(model, table)} AS is_public FROM {table}'  # noqa: S608 - names of ours
            for table in tables
            for column in self.touches.columns
        )
        some = (
            f"{_INTO} SELECT id, {indexed}, bool_or(is_public)"  # noqa: S608
            f" FROM ({rows}) AS touched GROUP BY id;"
        )
        many = f"{_INTO} VALUES (NULL, {indexed}, {_any_public(model, tables)});"
        return f"""
                IF (SELECT count(*) FROM {tables[-1]}) > {MANY} THEN {many}
                ELSE {some} END IF;
            """  # noqa: S608

    def _of_all(self, model: Any, tables: list[str]) -> str:
        touches = self.touches
        indexed = str(touches.is_indexed).upper()
        if touches.only is not None and len(tables) == 2:
            changed = " OR ".join(
                f'old_values."{column}" IS DISTINCT FROM new_values."{column}"'
                for column in touches.only
            )
            both = "old_values JOIN new_values USING (id)"
            indexed = f"EXISTS (SELECT 1 FROM {both} WHERE {changed})"  # noqa: S608
        elif touches.only is not None:
            indexed = str(touches.when_new and tables == ["new_values"]).upper()
        return f"{_INTO} VALUES (NULL, {indexed}, {_any_public(model, tables)});"

    def _tables(self) -> list[str]:
        named = self.referencing
        return [f"{name}_values" for name in ("old", "new") if named and getattr(named, name)]


_WAS_APPROVED = '({row}."state" = \'withdrawn\' AND {row}."approved_at" IS NOT NULL)'
_SHOWN = {
    "state": f"({{row}}.\"state\" = 'published' OR {_WAS_APPROVED})",
    "audience": "{row}.\"audience\" = 'public'",
    "is_public": '{row}."is_public"',
}


def _own_sight(model: Any, row: str) -> str:
    """Whether the public may see a row, by what it says itself; empty if it says nothing."""
    names = {field.name for field in model._meta.fields}
    return next((words.format(row=row) for name, words in _SHOWN.items() if name in names), "")


def _is_public(model: Any, row: str) -> str:
    """In SQL: whether the public may see a row, or else all that it belongs to."""
    if own := _own_sight(model, row):
        return own
    needed = []
    for field in model._meta.fields:
        if field.is_relation and (sight := _own_sight(field.related_model, "other")):
            table, column = field.related_model._meta.db_table, f'{row}."{field.column}"'
            seen = f"EXISTS (SELECT 1 FROM {table} other WHERE other.id = {column} AND {sight})"  # noqa: S608
            needed.append(f"({column} IS NULL OR {seen})" if field.null else seen)
    return " AND ".join(needed) or "TRUE"


def _any_public(model: Any, tables: list[str]) -> str:
    found = [
        f"EXISTS (SELECT 1 FROM {table} WHERE {_is_public(model, table)})"  # noqa: S608
        for table in tables
    ]
    return f"({' OR '.join(found)})"
