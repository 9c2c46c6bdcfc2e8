"""What there is only one of."""

import pytest
from django.apps import apps
from django.db import IntegrityError
from django.db.models import UniqueConstraint

from tests import factories as make
from tests.factories import FACTORIES


def twice(factory, **fields):
    """Makes two records that agree in `fields`: values, or factories of one shared record."""

    def write():
        shared = {name: v() if isinstance(v, type) else v for name, v in fields.items()}
        factory(**shared)
        factory(**shared)

    return write


def limb_of_two():
    limb = make.RecommendationFactory()
    make.RelationFactory(part_of=True, from_recommendation=limb)
    make.RelationFactory(part_of=True, from_recommendation=limb)


def corrected_twice(factory):
    earlier = factory(published=True)
    for _ in range(2):
        factory(
            recommendation=earlier.recommendation, supersedes=earlier, supersedes_reason="A typo."
        )


def published_twice(**subject):
    for _ in range(2):
        make.TranslationFactory(published=True, **subject)


def beside(subject, factory):
    return twice(
        make.NoteSubjectFactory, note=make.NoteFactory, **{"recommendation": None, subject: factory}
    )


UNIQUE = {
    "article_number_unique_in_treaty": twice(
        make.ArticleFactory, treaty=make.TreatyFactory, number="3"
    ),
    "article_slug_unique_in_treaty": lambda: (
        a := make.ArticleFactory(number="3(1)"),
        make.ArticleFactory(treaty=a.treaty, number="3-1"),
    ),
    "assignment_to_one_person": twice(
        make.AssignmentFactory,
        recommendation=make.RecommendationFactory,
        document=make.DocumentFactory,
    ),
    "official_total_once": twice(make.OfficialTotalFactory, cycle=make.ReviewCycleFactory),
    "document_symbol_unique": twice(make.DocumentFactory, symbol="A/HRC/56/6"),
    "document_file_once": twice(make.DocumentFactory, sha256="ab" * 32),
    "citation_once": twice(
        make.CitationFactory, document=make.DocumentFactory, article=make.ArticleFactory
    ),
    "invocation_once": twice(
        make.InvocationFactory,
        recommendation=make.RecommendationFactory,
        article=make.ArticleFactory,
    ),
    "relation_once": twice(
        make.RelationFactory,
        from_recommendation=make.RecommendationFactory,
        to_recommendation=make.RecommendationFactory,
    ),
    "relation_limb_of_one_item": limb_of_two,
    "staged_row_once": twice(make.StagedRowFactory, imported=make.ImportFactory, number=1),
    "source_key_once": twice(make.SourceKeyFactory, key="17-1"),
    "column_mapping_once": twice(
        make.ColumnMappingFactory, organisation=make.OrganisationFactory, signature="0" * 64
    ),
    "recommendation_origin_unique": twice(make.RecommendationFactory, origin="S000-R1"),
    "amendment_one_open_at_a_time": lambda: make.AmendmentFactory(
        recommendation=make.AmendmentFactory().recommendation
    ),
    "amendment_one_open_of_a_development": twice(
        make.AmendmentFactory, recommendation=None, development=make.DevelopmentFactory
    ),
    "translation_one_open_of_a_recommendation": twice(
        make.TranslationFactory, recommendation=make.RecommendationFactory
    ),
    "translation_one_open_of_a_development": twice(
        make.TranslationFactory, recommendation=None, development=make.DevelopmentFactory
    ),
    "translation_one_published_of_a_recommendation": lambda: published_twice(
        recommendation=make.RecommendationFactory()
    ),
    "translation_one_published_of_a_development": lambda: published_twice(
        recommendation=None, development=make.DevelopmentFactory()
    ),
    "response_one_live_correction": lambda: corrected_twice(make.ResponseFactory),
    "assessment_one_live_correction": lambda: corrected_twice(make.AssessmentFactory),
    "note_once_beside_recommendation": beside("recommendation", make.RecommendationFactory),
    "note_once_beside_document": beside("document", make.DocumentFactory),
    "note_once_beside_treaty": beside("treaty", make.TreatyFactory),
    "note_once_beside_treaty_action": beside("treaty_action", make.TreatyActionFactory),
    "note_once_beside_article": beside("article", make.ArticleFactory),
    "note_once_beside_development": beside("development", make.DevelopmentFactory),
    "note_once_beside_cycle": beside("cycle", make.ReviewCycleFactory),
    "note_once_beside_organisation": beside("organisation", make.OrganisationFactory),
}


CONSTRAINTS = {
    rule.name: model
    for model in apps.get_app_config("tracker").get_models()
    for rule in model._meta.constraints
    if isinstance(rule, UniqueConstraint)
}
LINKS = {name: model for name, model in CONSTRAINTS.items() if model not in FACTORIES}


def test_every_rule_that_something_is_unique_is_tested_here():
    assert set(UNIQUE) | set(LINKS) == set(CONSTRAINTS)


@pytest.mark.parametrize("name", UNIQUE)
def test_a_second_one_is_refused(name):
    with pytest.raises(IntegrityError, match=f'constraint "{name}"'):
        UNIQUE[name]()


@pytest.mark.parametrize("name", LINKS)
def test_two_records_are_joined_once(name):
    ends = [field for field in LINKS[name]._meta.fields if field.is_relation]
    joined = {field.name: FACTORIES[field.related_model]() for field in ends}
    LINKS[name].objects.create(**joined)

    with pytest.raises(IntegrityError, match=f'constraint "{name}"'):
        LINKS[name].objects.create(**joined)


def test_a_correction_that_was_withdrawn_makes_room_for_another():
    earlier = make.ResponseFactory(published=True)
    correction = {"recommendation": earlier.recommendation, "supersedes": earlier}
    make.ResponseFactory(**correction, supersedes_reason="A typo.", withdrawn=True)

    make.ResponseFactory(**correction, supersedes_reason="Another typo.")


def test_an_amendment_that_was_decided_makes_room_for_another():
    recommendation = make.RecommendationFactory(published=True)
    make.AmendmentFactory(recommendation=recommendation, published=True)
    make.AmendmentFactory(recommendation=recommendation, withdrawn=True)

    make.AmendmentFactory(recommendation=recommendation, in_review=True)
