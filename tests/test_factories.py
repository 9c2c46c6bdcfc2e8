"""Every model has a factory, and what it builds is valid."""

import inspect

import pytest
from django.db.models import Model

from tests.factories import FACTORIES, RecommendationFactory
from tracker import models

MODELS = [
    thing
    for name in models.__all__
    if inspect.isclass(thing := getattr(models, name))
    and issubclass(thing, Model)
    and not thing._meta.abstract
    and thing is not models.Change
]
PUBLISHABLE = [model for model in MODELS if issubclass(model, models.Publishable)]


@pytest.mark.parametrize("model", MODELS)
def test_every_model_has_a_factory_that_builds_a_valid_record(model):
    record = FACTORIES[model]()

    record.refresh_from_db()
    record.full_clean()


@pytest.mark.parametrize("model", PUBLISHABLE)
@pytest.mark.parametrize("stage", ["in_review", "published", "withdrawn"])
def test_a_record_can_be_built_at_every_stage_of_its_way(model, stage):
    record = FACTORIES[model](**{stage: True})

    record.full_clean()
    assert record.state.replace("-", "_") == stage


def test_what_was_published_can_be_built_withdrawn():
    withdrawn = RecommendationFactory(published=True, withdrawn=True)

    assert withdrawn.state == models.State.WITHDRAWN
    assert withdrawn.approved_by
    assert withdrawn.reference == "R-0001"
