"""Every change leaves an event, whoever makes it, and the events are kept."""

import pghistory
import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import FACTORIES, RECORDS, ThemeFactory, UserFactory
from tracker.actions.publication import approve_all, return_to_author, submit, withdraw
from tracker.actions.recommendations import edit_recommendation
from tracker.actions.responses import record_response
from tracker.models import Document, Recommendation, Theme, User

EVENTS = [model.pgh_event_model for model in RECORDS]


def run(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def make(model):
    """A row of any model; one that only joins two records is made of them."""
    if model in FACTORIES:
        return FACTORIES[model]()
    ends = [field for field in model._meta.fields if field.is_relation]
    return model.objects.create(**{end.name: FACTORIES[end.related_model]() for end in ends})


def replayed(model):
    """The rows of a model as its events alone tell them."""
    rows = {}
    events = model.pgh_event_model
    names = [field.attname for field in model._meta.concrete_fields]
    kept = [name for name in names if name in {f.attname for f in events._meta.concrete_fields}]
    for event in events.objects.order_by("pgh_id").values("pgh_label", "pgh_obj_id", *kept):
        if event["pgh_label"] == "delete":
            del rows[event["pgh_obj_id"]]
        else:
            rows[event["pgh_obj_id"]] = {name: event[name] for name in kept}
    return rows, kept


def assert_events_tell_everything(model):
    rows, kept = replayed(model)
    assert rows == {row["id"]: row for row in model.objects.values(*kept)}


@pytest.mark.parametrize("model", RECORDS)
def test_a_new_row_leaves_an_event_that_tells_all_of_it(model):
    make(model)

    assert_events_tell_everything(model)


WRITES = {
    "save": lambda theme: (setattr(theme, "name", "Refoulement"), theme.save()),
    "update": lambda theme: Theme.objects.filter(pk=theme.pk).update(name="Refoulement"),
    "bulk_update": lambda theme: (
        setattr(theme, "name", "Refoulement"),
        Theme.objects.bulk_update([theme], ["name"]),
    ),
    "raw SQL": lambda theme: run(
        "UPDATE tracker_theme SET name = 'Refoulement' WHERE id = %s", theme.pk
    ),
}


@pytest.mark.parametrize("way", WRITES)
def test_a_change_leaves_an_event_whichever_way_it_is_made(way):
    theme, untouched = ThemeFactory.create_batch(2)

    WRITES[way](theme)

    labels = list(theme.events.order_by("pgh_id").values_list("pgh_label", "name"))
    assert labels == [("insert", f"Theme {theme.code}"), ("update", "Refoulement")]
    assert untouched.events.count() == 1


def test_rows_written_together_leave_an_event_each():
    Theme.objects.bulk_create([Theme(code=code, name=code) for code in ["a", "b", "c"]])
    run("INSERT INTO tracker_theme (code, name, aliases, description, sort_order)"
        " SELECT 'more-' || n, 'More ' || n, '{}', '', n FROM generate_series(1, 3) n")  # fmt: skip
    with (
        connection.cursor() as cursor,
        cursor.copy(
            "COPY tracker_theme (code, name, aliases, description, sort_order) FROM STDIN"
        ) as copy,
    ):
        copy.write_row(["copied", "Copied", "{}", "", 1])
    Theme.objects.bulk_create(
        [Theme(code="a", name="A again"), Theme(code="d", name="d")],
        update_conflicts=True, unique_fields=["code"], update_fields=["name"],
    )  # fmt: skip
    Theme.objects.filter(code__startswith="more").delete()
    run("DELETE FROM tracker_theme WHERE code = 'copied'")

    assert set(Theme.objects.values_list("name", flat=True)) == {"A again", "b", "c", "d"}
    assert_events_tell_everything(Theme)


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["add", "rename", "rename all", "delete", "swap"]), st.integers(0, 4)
    ),
    max_size=12,
)


@given(changes=CHANGES)
def test_replaying_the_events_gives_the_rows_whatever_happened(changes):
    with transaction.atomic():
        for number, (change, code) in enumerate(changes):
            rows = Theme.objects.filter(code=str(code))
            if change == "add" and not rows.exists():
                ThemeFactory(code=str(code))
            elif change == "rename":
                rows.update(name=f"Name {number}")
            elif change == "rename all":
                run("UPDATE tracker_theme SET description = description || %s", "x")
            elif change == "delete":
                rows.delete()
            elif change == "swap":
                run("UPDATE tracker_theme SET sort_order = 100 - sort_order")
        assert_events_tell_everything(Theme)
        transaction.set_rollback(True)


@pytest.mark.usefixtures("seeded")
def test_replaying_the_history_gives_the_records_we_ship_after_a_day_of_work():
    author, approver = UserFactory(contributor=True), UserFactory(coordinator=True)
    asked = Recommendation.objects.filter(state="published", responses__isnull=False).first()
    answered = asked.responses.first()
    correction = record_response(
        recommendation=asked, document=answered.document, position="noted",
        responded_on=answered.responded_on, cycle=answered.cycle, reason="Misread.", by=author,
    )  # fmt: skip
    change = edit_recommendation(
        recommendation=asked, values={"themes": [], "title": "Other words", "invocations": []},
        expected=asked.version, reason="Vague.", by=author,
    )  # fmt: skip
    submit(records=[correction], by=author)
    return_to_author(record=correction, reason="Say more.", by=approver)
    submit(records=[correction], by=author)
    assert approve_all(records=[correction, change], by=approver) == []
    withdraw(record=asked, reason="Entered twice.", by=approver)
    Document.objects.update(description="Described by raw SQL, all at once.")

    for model in RECORDS:
        assert_events_tell_everything(model)


def test_writing_what_is_there_already_leaves_no_event():
    theme = ThemeFactory()
    theme.save()
    Theme.objects.update(name=theme.name)

    assert theme.events.count() == 1


@pytest.mark.parametrize("model", RECORDS)
def test_a_table_is_not_emptied_past_its_history(model):
    with pytest.raises(DatabaseError, match="TRUNCATE would leave no history"):
        run(f"TRUNCATE {model._meta.db_table} CASCADE")


@pytest.mark.parametrize("events", EVENTS)
@pytest.mark.parametrize(
    ("sql", "refusal"),
    [
        ("UPDATE {} SET pgh_label = 'none'", "append_only"),
        ("DELETE FROM {}", "append_only"),
        ("TRUNCATE {} CASCADE", "TRUNCATE would leave no history"),
    ],
)
def test_an_event_can_be_neither_changed_nor_deleted(events, sql, refusal):
    make(events.pgh_tracked_model)

    with pytest.raises(DatabaseError, match=refusal):
        run(sql.format(events._meta.db_table))


def test_an_event_keeps_who_did_what_and_why():
    with pghistory.context(action="rename", user=7, reason="A typo."):
        theme = ThemeFactory()

    assert theme.events.get().pgh_context == {"action": "rename", "user": 7, "reason": "A typo."}


def test_a_password_is_in_no_event():
    user = UserFactory()
    User.objects.update(password="changed")  # noqa: S106

    assert user.events.count() == 1
    assert "password" not in {field.name for field in User.pgh_event_model._meta.fields}
