import pytest
from django.core.exceptions import ValidationError

from tests.factories import (
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tracker.actions.assessments import assess_status, latest_assessment
from tracker.actions.base import Conflict
from tracker.actions.publication import approve, submit
from tracker.models import Assessment, Scale, State


@pytest.fixture
def recommendation():
    return RecommendationFactory(made_on="2024-01-23", published=True)


@pytest.fixture
def assess(recommendation, contributor):
    """Judge with all that is needed, but for what the test changes."""
    fine = {
        "recommendation": recommendation,
        "evidence": [(DocumentFactory(), "p. 3")],
        "status": "C",
        "as_of": "2024-07",
        "assessor": OrganisationFactory(),
        "rationale": "Returns are reported after the answer.",
        "by": contributor,
    }

    def run(**changes):
        return assess_status(**fine | changes)

    return run


def publish(assessment):
    submit(records=[assessment], by=UserFactory(contributor=True))
    return approve(record=assessment, by=UserFactory(coordinator=True))


def test_a_judgement_is_kept_with_all_that_it_rests_on(assess, contributor):
    things = [DocumentFactory(), DevelopmentFactory(), ResponseFactory()]
    assessment = assess(evidence=[(thing, f"at {n}") for n, thing in enumerate(things)])

    rows = assessment.evidence.all()
    assert [(row.thing, row.locator) for row in rows] == list(
        zip(things, ["at 0", "at 1", "at 2"], strict=True)
    )
    assert assessment.events.get().pgh_context["user"] == contributor.pk
    assert rows[0].events.get().pgh_context["action"] == "assess_status"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("evidence", []),
        ("rationale", ""),
        ("as_of", "2023-12-31"),
        ("as_of", "lately"),
        ("status", "not-assessed"),
        ("scale", "ours"),
        ("assessor", None),
    ],
)
def test_a_judgement_that_breaks_a_rule_leaves_no_trace(assess, refused, field, value):
    with refused(ValidationError) as refusal:
        assess(**{field: value})
    assert next(iter(refusal.value.message_dict)) == field


@pytest.mark.parametrize("changes", [{"status": ""}, {"rationale": " \n"}, {"scale": Scale.OTHER}])
def test_a_judgement_has_a_status_on_our_scale_and_its_reasons(assess, refused, changes):
    with refused(ValidationError):
        assess(**changes)


def test_evidence_that_breaks_a_rule_takes_the_judgement_with_it(assess, refused):
    document = DocumentFactory()
    with refused(ValidationError, match="at most 150 characters"):
        assess(evidence=[(document, ""), (document, "x" * 151)])


def test_a_later_judgement_stands_beside_the_earlier(assess):
    first, second = publish(assess()), assess(as_of="2025", status="B")

    assert second.supersedes is None
    assert set(Assessment.objects.all()) == {first, second}
    assert latest_assessment(first.recommendation) == second


def test_a_published_judgement_is_corrected_with_a_reason_only(assess, refused):
    wrong = publish(assess())

    with refused(ValidationError) as refusal:
        assess(corrects=wrong, reason="  ")
    assert list(refusal.value.message_dict) == ["reason"]
    correction = assess(corrects=wrong, reason=" Another law was meant. ")
    assert (correction.supersedes, correction.supersedes_reason) == (
        wrong,
        "Another law was meant.",
    )


def test_a_published_judgement_has_one_correction_at_a_time(assess, refused):
    wrong = publish(assess())
    assess(corrects=wrong, reason="Misread.")

    with refused(ValidationError, match="Another correction of this entry"):
        assess(corrects=wrong, reason="Misread again.")


def test_a_draft_that_is_corrected_is_replaced(assess):
    draft = assess()
    better = assess(corrects=draft, status="B")

    draft.refresh_from_db()
    assert draft.state == State.WITHDRAWN
    assert better.supersedes is None


def test_what_was_withdrawn_is_not_corrected(assess, recommendation, refused):
    withdrawn = AssessmentFactory(recommendation=recommendation, withdrawn=True)

    with refused(Conflict, match="withdrawn"):
        assess(corrects=withdrawn, reason="Misread.")


def test_a_judgement_of_another_recommendation_is_not_corrected_here(assess, refused):
    elsewhere = AssessmentFactory()

    with refused(ValidationError, match="stays with its recommendation"):
        assess(corrects=elsewhere, reason="Misread.")


def test_a_draft_published_since_it_was_read_is_not_replaced_but_corrected(assess):
    stale = assess()
    publish(Assessment.objects.get(pk=stale.pk))
    correction = assess(corrects=stale, reason="Misread.")

    stale.refresh_from_db()
    assert stale.is_published
    assert correction.supersedes == stale


def test_whoever_saw_another_judgement_is_told_and_shown_the_current_one(assess, refused):
    seen = assess(expected="")
    meanwhile = assess(expected=seen.key)

    for expected in [seen.key, ""]:
        with refused(Conflict, match="meanwhile") as refusal:
            assess(expected=expected)
        assert refusal.value.current == meanwhile


@pytest.mark.parametrize("smuggled", ["state", "approved_at", "supersedes", "recorded_at", "key"])
def test_the_way_to_the_public_cannot_be_skipped(assess, refused, smuggled):
    with refused(TypeError, match=smuggled):
        assess(**{smuggled: State.PUBLISHED})


def test_neither_our_status_nor_another_bodys_grade_corrects_the_other(
    assess, recommendation, refused
):
    ours = publish(assess())
    grade = {"status": "", "scale": Scale.CEDAW_FOLLOW_UP, "grade_as_given": "[B]"}
    theirs = publish(assess(**grade))

    with refused(ValidationError, match="never corrects another body’s grade"):
        assess(corrects=theirs, reason="Misread.")
    with refused(ValidationError, match="never corrects another body’s grade"):
        assess(corrects=ours, reason="Misread.", **grade)
    wrong = AssessmentFactory.build(
        recommendation=recommendation, supersedes=theirs, supersedes_reason="Misread."
    )
    with pytest.raises(ValidationError, match="stand side by side"):
        wrong.clean()
    assert assess(corrects=theirs, reason="Misread.", **grade).supersedes == theirs
