"""What a column may hold: partial dates and words from a list."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories import FACTORIES
from tracker.models.fields import ChoiceField, PartialDateField

DATES = [
    pytest.param(model, field.column, id=f"{model.__name__}-{field.name}")
    for model in FACTORIES
    for field in model._meta.fields
    if isinstance(field, PartialDateField)
]
SHAPES = ["2023-5", "2023-13", "23", "0999", "2023-05-32", "2023-00", " 2023", ""]
NO_DAYS = ["2023-02-29", "1900-02-29", "2023-02-30", "2023-04-31", "2023-11-31", "2100-02-29"]


def write(record, column, value):
    """In raw SQL, past the triggers, so that only the constraint is left to refuse."""
    table = record._meta.db_table
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(f'UPDATE {table} SET "{column}" = %s WHERE id = %s', [value, record.pk])  # noqa: S608
        cursor.execute("SET LOCAL session_replication_role = origin")


@pytest.mark.parametrize(("model", "column"), DATES)
def test_a_column_of_dates_holds_nothing_else(model, column):
    record = FACTORIES[model]()

    for text in ["2023", "2023-05", "2024-02-29", "2000-02-29", "2023-12-31"]:
        write(record, column, text)
    for text in [*SHAPES, *NO_DAYS]:
        with pytest.raises(IntegrityError, match=f"{column}_date"):
            write(record, column, text)


CHOICES = [
    pytest.param(model, field.name, id=f"{model.__name__}-{field.name}")
    for model in FACTORIES
    for field in model._meta.fields
    if isinstance(field, ChoiceField)
]


ELSE = {
    "regional_group": {"state": True},
    "scale": {"status": "", "grade_as_given": "C2"},
    "file_kind": {"file_size": 1, "sha256": "ab" * 32},
}


@pytest.mark.parametrize(("model", "field"), CHOICES)
def test_the_database_holds_to_the_choices(model, field):
    with pytest.raises(IntegrityError, match=f"violates check constraint.*_{field}_check"):
        FACTORIES[model](**{field: "perhaps"}, **ELSE.get(field, {}))


@pytest.mark.parametrize("model", FACTORIES)
def test_every_field_with_choices_is_one_that_the_database_holds_to(model):
    loose = [f.name for f in model._meta.fields if f.choices and not isinstance(f, ChoiceField)]

    assert not loose, "use ChoiceField"
