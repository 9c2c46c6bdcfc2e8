"""What is true of a row, with few questions to the database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any

from django.core.exceptions import FieldError
from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models import CheckConstraint, Expression, Q, Value
from django.db.models.functions import Coalesce
from django.db.models.sql import Query

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
        try:
            query, params = _question(type(self), frozenset(exclude))
        except FieldError:  # a check names an excluded field in a way that is not known here
            return False
        if not query:
            return True
        with connection.cursor() as cursor:
            cursor.execute(query, [self._value_of(param) for param in params])
            return cursor.fetchone() is not None

    def _value_of(self, param: Any) -> Any:
        """What is asked with; of a field this row's value, as it would be saved."""
        if not isinstance(param, models.Field):
            return param
        return param.get_db_prep_value(getattr(self, param.attname), connection)


@cache  # the same for every row of a model but for the values
def _question(model: type[CheckedTogether], exclude: frozenset[str]) -> tuple[str, tuple[Any, ...]]:
    """
    What asks whether all checks of a row hold, and the fields and constants that go into it; "" if
    there are none.

    As `Q.check` does, without its savepoint: no check of ours can fail on a field that is valid.
    """
    conditions = [
        Q(check.condition)
        for _, constraints in model().get_constraints()
        for check in constraints
        if isinstance(check, CheckConstraint)
        and not exclude & Q(check.condition).referenced_base_fields
    ]
    if not conditions:
        return "", ()
    query = Query(None)
    for field in model._meta.local_concrete_fields:
        if field.name not in exclude and not field.generated:
            query.add_annotation(_Slot(field), field.name, select=False)
    query.add_annotation(Value(1), "_check")
    query.add_q(Q(Coalesce(Q(*conditions), True, output_field=models.BooleanField())))
    sql, params = query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    return sql, tuple(params)


class _Slot(Expression):
    """Where the value of a field goes when it is known."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        field: Any = self.output_field
        has_own = hasattr(field, "get_placeholder")
        return field.get_placeholder(None, compiler, connection) if has_own else "%s", [field]
