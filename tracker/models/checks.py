"""What is true of a row, with few questions to the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.core.exceptions import FieldError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import CheckConstraint, Q, Value
from django.db.models.functions import Coalesce
from django.db.models.sql import Query
from django.db.models.sql.constants import SINGLE

Constraints = list[tuple[type[models.Model], Sequence[models.BaseConstraint]]]


class CheckedTogether(models.Model):
    """
    A model that validates as any other, and quicker while nothing is wrong.

    Django asks the database about each check by itself. Here they are asked about together; only
    if one is broken, each again, to say which. Nor is it asked whether a row exists that was read
    from it: should it be gone by now, its foreign key says so.
    """

    class Meta:
        abstract = True

    _checks_hold = False

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        super().clean_fields(exclude={*(exclude or ()), *self._read_before()})

    def _read_before(self) -> Iterator[str]:
        """The fields that hold a row of the database, not only its number."""
        for field in self._meta.concrete_fields:
            found = field.is_relation and self._state.fields_cache.get(field.name)
            if found and not found._state.adding and found.pk == getattr(self, field.attname):
                yield field.name

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Raises ValidationError as Django does; checks that name an excluded field are left."""
        self._checks_hold = self._hold_together(set(exclude or ()))
        try:
            super().validate_constraints(exclude=exclude)
        finally:
            self._checks_hold = False

    def get_constraints(self) -> Constraints:
        """Those still to be validated."""
        every: Constraints = super().get_constraints()
        if not self._checks_hold:
            return every
        return [
            (model, [one for one in some if not isinstance(one, CheckConstraint)])
            for model, some in every
        ]

    def _hold_together(self, exclude: set[str]) -> bool:
        conditions = [
            condition
            for _, constraints in self.get_constraints()
            for condition in _conditions(constraints)
            if not exclude & condition.referenced_base_fields
        ]
        if not conditions:
            return True
        row: Any = self
        try:
            values = row._get_field_expression_map(meta=self._meta, exclude=exclude)
            return _hold(Q(*conditions), values)
        except FieldError:  # a check names an excluded field in a way that is not known here
            return False


def _hold(condition: Q, values: dict[str, Any]) -> bool:
    """As `Q.check`, without its savepoint: no check of ours can fail on a field that is valid."""
    query = Query(None)
    for name, value in values.items():
        query.add_annotation(value, name, select=False)
    query.add_annotation(Value(1), "_check")
    query.add_q(Q(Coalesce(condition, True, output_field=models.BooleanField())))
    return query.get_compiler(DEFAULT_DB_ALIAS).execute_sql(SINGLE) is not None


def _conditions(constraints: Iterable[Any]) -> Iterable[Any]:
    return (Q(one.condition) for one in constraints if isinstance(one, CheckConstraint))
