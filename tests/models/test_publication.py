"""The way of a record to the public, and what may never change on it."""

import itertools

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from tests.factories import (
    FACTORIES,
    AssessmentFactory,
    EvidenceFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tracker.models import Assessment, Evidence, Publishable, Recommendation, Response, State
from tracker.models.publication import STATE_CHANGES, WORKFLOW_FIELDS

PUBLISHABLE = [model for model in FACTORIES if issubclass(model, Publishable)]
APPEND_ONLY = [Response, Assessment]


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("model", PUBLISHABLE)
@pytest.mark.parametrize(("old", "new"), list(itertools.permutations(State, 2)))
def test_a_record_goes_only_the_ways_there_are(model, old, new):
    somebody, now = UserFactory(), timezone.now()
    done = {"submitted_by": somebody, "approved_by": somebody, "withdrawn_by": somebody}
    done |= {name.replace("_by", "_at"): now for name in done} | {"withdrawn_reason": "Wrong."}
    number = {"reference": "R-0457"} if model is Recommendation else {}
    record = FACTORIES[model](state=old, **done, **number)

    def go():
        with transaction.atomic():
            model.objects.filter(pk=record.pk).update(state=new)

    if (old, new) in STATE_CHANGES:
        go()
    else:
        with pytest.raises(DatabaseError, match="Invalid transition"):
            go()


SUBSTANCE = [
    pytest.param(model, field, id=f"{model.__name__}-{field.name}")
    for model in APPEND_ONLY
    for field in model._meta.concrete_fields
    if field.name not in WORKFLOW_FIELDS and not field.primary_key
]


def another(record, field):
    """A value that the field does not hold, and that only its being kept makes wrong."""
    if field.name == "supersedes":
        return type(record).objects.exclude(pk=record.pk).get().pk
    if field.is_relation:
        return FACTORIES[field.related_model]().pk
    if field.name in {"as_of", "responded_on"}:
        return field.to_python("2025-01-02")
    if field.name == "recorded_at":
        return timezone.now()
    if field.choices:
        held = getattr(record, field.name)
        return next(value for value, _ in field.choices if value not in {held, ""})
    return "something-else"


@pytest.mark.parametrize(("model", "field"), SUBSTANCE)
@pytest.mark.parametrize("published", [False, True], ids=["draft", "published"])
def test_the_substance_is_kept_whichever_way_it_is_written(model, field, published):
    record = FACTORIES[model](published=published)
    FACTORIES[model]()
    before = model.objects.values().get(pk=record.pk)
    value = another(record, field)
    row = model.objects.filter(pk=record.pk)
    setattr(record, field.attname, value)
    ways = [
        record.save,
        lambda: row.update(**{field.attname: value}),
        lambda: model.objects.bulk_update([record], [field.name]),
        lambda: in_sql(model, field, record.pk),
    ]
    for way in ways:
        with pytest.raises(DatabaseError, match="substance_is_kept"), transaction.atomic():
            way()
    assert row.values().get() == before


def in_sql(model, field, pk):
    """Set the column to something else, in SQL of its own."""
    column, table = field.column, model._meta.db_table
    other = f"left({column}, 3) || 'x'"
    if field.is_relation:
        other = f"coalesce({column}, 0) + 1"
    if field.name == "recorded_at":
        other = f"{column} + interval '1 s'"
    run(f"UPDATE {table} SET {column} = {other} WHERE id = {pk}")  # noqa: S608


@pytest.mark.parametrize("model", APPEND_ONLY)
def test_a_response_and_an_assessment_are_never_deleted(model):
    record = FACTORIES[model]()
    table = model._meta.db_table
    ways = [
        model.objects.filter(pk=record.pk)._raw_delete,
        lambda _: run(f"DELETE FROM {table} WHERE id = {record.pk}"),  # noqa: S608
    ]
    for way in ways:
        with pytest.raises(DatabaseError, match="never_deleted"), transaction.atomic():
            way(connection.alias)


@pytest.mark.parametrize("way", ["update", "delete"])
def test_evidence_is_neither_changed_nor_deleted(way):
    evidence = EvidenceFactory()
    rows = Evidence.objects.filter(pk=evidence.pk)

    with pytest.raises(DatabaseError, match="never_changed"):
        rows.update(locator="p. 3") if way == "update" else rows.delete()


def commit():
    run("SET CONSTRAINTS ALL IMMEDIATE")


def test_an_assessment_has_evidence_by_the_time_it_is_committed():
    assessment = AssessmentFactory(evidence=None)
    with pytest.raises(DatabaseError, match="An assessment needs evidence"), transaction.atomic():
        commit()

    EvidenceFactory(assessment=assessment)
    commit()


def test_a_public_reference_is_never_changed():
    recommendation = RecommendationFactory(published=True)
    rows = Recommendation.objects.filter(pk=recommendation.pk)

    for other in ["R-9999", "D-23456789"]:
        with pytest.raises(DatabaseError, match="public_reference_is_kept"), transaction.atomic():
            rows.update(reference=other)


def test_what_was_ever_published_is_never_deleted():
    published = RecommendationFactory(published=True, made_by=[])
    withdrawn = RecommendationFactory(published=True, withdrawn=True, made_by=[])
    draft = RecommendationFactory(made_by=[])

    for record in [published, withdrawn]:
        with pytest.raises(DatabaseError, match="published_is_never"), transaction.atomic():
            record.delete()
    draft.delete()


@pytest.mark.parametrize("model", PUBLISHABLE)
@pytest.mark.parametrize("step", ["submitted", "approved", "withdrawn"])
def test_who_decided_and_when_come_together(model, step):
    record = FACTORIES[model]()
    rows = model.objects.filter(pk=record.pk)
    for half in [{f"{step}_at": timezone.now()}, {f"{step}_by": UserFactory()}]:
        name = f"{model._meta.model_name}_{step}_at_and_by"
        with pytest.raises(DatabaseError, match=name), transaction.atomic():
            rows.update(**half)


def test_a_withdrawn_row_is_no_longer_known_but_was_until_then():
    before = timezone.now()
    response = ResponseFactory(published=True, withdrawn=True)

    known = Response.objects.known
    assert not known().exists()
    assert not known(before).exists()
    assert known(response.approved_at).get() == response
    assert not known(response.withdrawn_at).exists()
