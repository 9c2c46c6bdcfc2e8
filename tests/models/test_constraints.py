"""What the database holds to within one row, whoever writes it. Each rule is broken once."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint, Model
from django.utils import timezone

from tests import factories as make
from tests.factories import FACTORIES
from tracker import models
from tracker.models.checks import CheckedTogether

NOW = timezone.now()

BROKEN = {
    "organisation_only_states_have_a_group": {"regional_group": "african"},
    "cycle_review_ends_after_it_begins": {"reviewed_on": "2023-05", "reviewed_until": "2023-04-30"},
    "cycle_session_ends_after_it_begins": {"session_from": "2023-05", "session_until": "2022"},
    "document_sha256_is_a_hash": {"sha256": "beef"},
    "document_file_has_kind_size_and_hash": {"file_kind": "pdf"},
    "development_ends_after_it_begins": {"happened_on": "2023-05", "happened_until": "2023-04"},
    "assessment_status_or_grade": {"status": ""},
    "assessment_our_scale_is_named_once": {"scale_as_given": "Version 1"},
    "relation_closeness_where_it_means_something": {"closeness": ""},
    "recommendation_action_strength_1_to_5": {"action_strength": 6},
    "recommendation_published_has_public_reference": {"published": True, "reference": "D-23456789"},
    "article_only_the_whole_treaty_has_no_parent": {"parent": None},
    "article_with_a_number_has_its_place": {"order": ""},
    "evidence_is_one_thing": {"document": None},
    "note_subject_is_one": {"recommendation": None},
    "amendment_is_of_one_record": {"recommendation": None},
    "translation_is_of_one_record": {"recommendation": None},
    "translation_official_text_has_its_document": {"kind": "official"},
    "translation_by_an_organisation_names_it": {"kind": "organisation"},
    "response_correction_has_a_reason": {"supersedes": make.ResponseFactory},
    "assessment_correction_has_a_reason": {"supersedes": make.AssessmentFactory},
    "{model}_recorded_at_and_by": {"recorded_by": None},
    "{model}_submitted_at_and_by": {"submitted_at": NOW},
    "{model}_approved_at_and_by": {"approved_by": make.UserFactory},
    "{model}_withdrawn_at_and_by": {"withdrawn_at": NOW},
    "{model}_published_is_approved": {"state": "published", "reference": "R-0457"},
    "{model}_undone_at_and_by": {"undone_at": NOW},
    "{model}_confirmed_at_and_by": {"confirmed_at": NOW},
    "{model}_ended_at_and_by": {"ended_at": NOW},
    "{model}_withdrawal_has_a_reason": {"withdrawn": True, "withdrawn_reason": ""},
}


def breaks(model, name):
    """What has to change in a valid record to break the constraint of that name."""
    generic = name.replace(model._meta.model_name, "{model}", 1)
    if found := BROKEN.get(name) or BROKEN.get(generic):
        known = {field.name for field in model._meta.fields} | {"published", "withdrawn"}
        return {field: value for field, value in found.items() if field in known}
    if name.endswith("_not_blank"):
        return {f.name: "" for f in model._meta.fields if name.endswith(f"{f.name}_not_blank")}
    raise LookupError(f"Say in BROKEN what breaks {name}.")


RULES = [
    pytest.param(FACTORIES[model], breaks(model, rule.name), rule, id=rule.name)
    for model in FACTORIES
    for rule in model._meta.constraints
    if isinstance(rule, CheckConstraint)
    and not rule.name.endswith("_date")  # tests/models/test_fields.py
    and rule.name != "relation_between_two"  # below
]


def valid(value):
    """The value, or the record that a factory makes."""
    return value() if isinstance(value, type) else value


@pytest.mark.parametrize(("factory", "changes", "rule"), RULES)
def test_the_database_refuses_a_row_that_breaks_a_rule(factory, changes, rule):
    with pytest.raises(IntegrityError, match=f'constraint "{rule.name}"'), transaction.atomic():
        factory(**{name: valid(value) for name, value in changes.items()})


@pytest.mark.parametrize("rule", [rule.values[2] for rule in RULES], ids=lambda rule: rule.name)
def test_a_broken_rule_is_told_in_words(rule):
    assert rule.violation_error_message != rule.default_violation_error_message


BLANKABLE = [rule for rule in RULES if rule.id.endswith("_not_blank")]


@pytest.mark.parametrize(("factory", "changes", "rule"), BLANKABLE)
@pytest.mark.parametrize("nothing", [" ", "\n\t ", "\u00a0", "\u3000"])
def test_white_space_alone_is_blank(factory, changes, rule, nothing):
    with pytest.raises(IntegrityError, match=f'constraint "{rule.name}"'), transaction.atomic():
        factory(**dict.fromkeys(changes, nothing))


@pytest.mark.parametrize("until", ["2023-05-12", "2023-05-13", "2023-05", "2023", "2024"])
def test_an_end_may_be_known_less_well_than_the_beginning(until):
    make.DevelopmentFactory(happened_on="2023-05-12", happened_until=until).full_clean()


@pytest.mark.parametrize("until", ["2023-05-11", "2023-04", "2022"])
def test_an_end_comes_after_the_beginning_however_well_it_is_known(until):
    with pytest.raises(IntegrityError, match="development_ends_after_it_begins"):
        make.DevelopmentFactory(happened_on="2023-05-12", happened_until=until)


def test_a_recommendation_is_not_related_to_itself():
    recommendation = make.RecommendationFactory()

    with pytest.raises(IntegrityError, match="relation_between_two"):
        make.RelationFactory(from_recommendation=recommendation, to_recommendation=recommendation)


@pytest.mark.parametrize("closeness", [c.value for c in models.Relation.Closeness if c.value])
def test_a_limb_has_no_closeness(closeness):
    with pytest.raises(IntegrityError, match="relation_closeness_where_it_means_something"):
        make.RelationFactory(part_of=True, closeness=closeness)


@pytest.mark.parametrize(
    "changes",
    [
        {"scale": "ccpr-follow-up-2016", "status": "C", "grade_as_given": "C2"},
        {"scale": "ccpr-follow-up-2016", "status": "", "grade_as_given": ""},
    ],
)
def test_a_grade_of_another_body_is_kept_in_its_own_words_only(changes):
    with pytest.raises(IntegrityError, match="assessment_status_or_grade"):
        make.AssessmentFactory(**changes)


@pytest.mark.parametrize("reference", ["R-1", "R-045a", "r-0457", "0457", ""])
@pytest.mark.parametrize("published", [True, False])
def test_a_reference_has_one_of_two_shapes(reference, published):
    with pytest.raises(IntegrityError, match="recommendation_published_has_public_reference"):
        make.RecommendationFactory(published=published, reference=reference)


@pytest.mark.parametrize("subjects", [("treaty", "document"), ("recommendation", "article")])
def test_a_note_stands_beside_one_record_at_a_time(subjects):
    makers = {
        "treaty": make.TreatyFactory, "document": make.DocumentFactory,
        "recommendation": make.RecommendationFactory, "article": make.ArticleFactory,
    }  # fmt: skip
    several = {"recommendation": None} | {name: makers[name]() for name in subjects}

    with pytest.raises(IntegrityError, match="note_subject_is_one"):
        make.NoteSubjectFactory(**several)


TOGETHER = [rule for rule in RULES if issubclass(rule.values[0]._meta.model, CheckedTogether)]


@pytest.mark.parametrize(("factory", "changes", "rule"), TOGETHER)
def test_asked_about_together_the_checks_find_what_each_finds_by_itself(factory, changes, rule):
    record = factory(**{name: value for name, value in changes.items() if value is True})
    assert violated(record, type(record)) == []

    for name, value in changes.items():
        if value is not True:
            setattr(record, name, as_kept(record._meta.get_field(name), valid(value)))

    alone = violated(record, Model)
    assert violated(record, type(record)) == alone
    assert rule.get_violation_error_message() in alone


def as_kept(field, value):
    return value if field.is_relation else field.to_python(value)


def violated(record, how):
    """The messages of the checks that a record breaks, by one of the two ways to ask."""
    try:
        how.validate_constraints(record)
    except ValidationError as error:
        return sorted(error.messages)
    return []
