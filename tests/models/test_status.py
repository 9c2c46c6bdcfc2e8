"""Status and position on a day, as far as was known at a moment."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import (
    AssessmentFactory,
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    UserFactory,
)
from tracker.lib.partial_dates import PartialDate
from tracker.models import Assessment, Position, Recommendation, Response, Scale, State, Status

DAY = dt.timedelta(days=1)
NEW_YEAR = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
MAY_1, MAY_20 = dt.date(2024, 5, 1), dt.date(2024, 5, 20)


def status(recommendation, on, known_at=None):
    return Recommendation.objects.with_status(on, known_at).get(pk=recommendation.pk).status


def position(recommendation, on, known_at=None):
    return Recommendation.objects.with_position(on, known_at).get(pk=recommendation.pk).position


@pytest.fixture
def recommendation():
    return RecommendationFactory(expects_reply=True)


def test_status_is_that_of_the_latest_assessment_up_to_the_day(recommendation):
    for letter, day in [("C", MAY_1), ("B", MAY_20)]:
        AssessmentFactory(
            published=True, recommendation=recommendation, status=letter, as_of=PartialDate.of(day)
        )

    assert status(recommendation, MAY_20) == "B"
    assert status(recommendation, MAY_20 - DAY) == "C"
    assert status(recommendation, MAY_1 - DAY) == Status.NOT_ASSESSED


def test_a_vague_date_counts_from_the_first_day_it_may_mean(recommendation):
    ResponseFactory(published=True, recommendation=recommendation, responded_on="2024-05")

    assert position(recommendation, MAY_1) == Position.ACCEPTED
    assert position(recommendation, MAY_1 - DAY) == Position.NONE_RECORDED


def test_of_two_answers_on_one_day_the_one_recorded_later_counts(recommendation):
    for recorded, answer in [(2, Position.NOTED), (1, Position.ACCEPTED)]:
        ResponseFactory(
            published=True,
            recommendation=recommendation,
            position=answer,
            recorded_at=NEW_YEAR + recorded * DAY,
        )

    assert position(recommendation, MAY_20 + 100 * DAY) == Position.NOTED


def test_silence_means_nothing_where_no_reply_is_asked_for():
    assert position(RecommendationFactory(), MAY_1) == Position.NOT_ASKED_FOR


@pytest.mark.parametrize("stage", ["in_review", "withdrawn"])
def test_what_is_not_public_changes_neither_status_nor_position(recommendation, stage):
    AssessmentFactory(recommendation=recommendation, as_of="2023", **{stage: True})
    ResponseFactory(recommendation=recommendation, responded_on="2023", **{stage: True})

    assert status(recommendation, MAY_1) == Status.NOT_ASSESSED
    assert position(recommendation, MAY_1) == Position.NONE_RECORDED


def test_a_grade_on_another_scale_is_not_our_status(recommendation):
    AssessmentFactory(
        published=True,
        recommendation=recommendation,
        scale=Scale.CAT_FOLLOW_UP,
        status="",
        grade_as_given="C",
        as_of="2023",
    )

    assert status(recommendation, MAY_1) == Status.NOT_ASSESSED


def test_a_correction_holds_from_the_moment_it_was_published(recommendation):
    published = {"published": True, "recommendation": recommendation, "responded_on": "2023"}
    noted = ResponseFactory(**published, position=Position.NOTED, approved_at=NEW_YEAR)
    ResponseFactory(
        **published,
        supersedes=noted,
        supersedes_reason="Read from the wrong line.",
        approved_at=NEW_YEAR + 10 * DAY,
    )

    def known(days):
        return position(recommendation, MAY_1, NEW_YEAR + days * DAY)

    assert known(-1) == Position.NONE_RECORDED
    assert known(0) == Position.NOTED
    assert known(9) == Position.NOTED
    assert known(10) == Position.ACCEPTED
    assert position(recommendation, MAY_1) == Position.ACCEPTED


def test_an_item_stands_back_for_its_published_limbs():
    item = RecommendationFactory(published=True)
    limbs = RecommendationFactory.create_batch(2, published=True)
    for limb in limbs:
        RelationFactory(part_of=True, from_recommendation=limb, to_recommendation=item)
    whole = RecommendationFactory(published=True)
    RelationFactory(
        part_of=True, from_recommendation=RecommendationFactory(), to_recommendation=whole
    )

    assert set(Recommendation.objects.published().singly()) == {*limbs, whole}


# Any rows at all, against the rule in plain Python

MOMENTS = st.integers(0, 9).map(lambda n: NEW_YEAR + n * DAY)
EFFECTIVE = st.sampled_from(
    ["2023", "2023-12", "2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-05", "2024-02"]
)
ROW = st.fixed_dictionaries(
    {
        "about": st.integers(0, 1),
        "state": st.sampled_from(State),
        "effective": EFFECTIVE,
        "recorded_at": MOMENTS,
        "approved_at": MOMENTS,
        "was_public": st.booleans(),
        "withdrawn_at": MOMENTS,
        "value": st.integers(0, 4),
        "ours": st.sampled_from([True, True, False]),
        "corrects": st.none() | st.integers(0, 5),
    }
)
QUESTION = st.tuples(st.dates(dt.date(2023, 12, 29), dt.date(2024, 2, 2)), st.none() | MOMENTS)


def reachable(rows):
    """Drop what the constraints rule out: a second live correction, one of another's answer."""
    corrected = set()
    for number, row in enumerate(rows):
        target, live = row["corrects"], row["state"] != State.WITHDRAWN
        if target is None:
            continue
        if (
            target >= number
            or rows[target]["about"] != row["about"]
            or (live and target in corrected)
        ):
            row["corrects"] = None
        elif live:
            corrected.add(target)
    return rows


def is_known(row, at):
    """Whether the public could read the row at a moment, or can now."""
    if at is None:
        return row["state"] == State.PUBLISHED
    withdrawn = row["state"] == State.WITHDRAWN and row["withdrawn_at"] <= at
    return was_approved(row) and row["approved_at"] <= at and not withdrawn


def was_approved(row):
    return row["state"] == State.PUBLISHED or (
        row["state"] == State.WITHDRAWN and row["was_public"]
    )


def answer(rows, about, on, at, *, only_ours):
    """The value of the latest row in force, or None: the rule, one row at a time."""
    corrected = {row["corrects"] for row in rows if is_known(row, at)}
    holding = [
        (row["effective"], row["recorded_at"], number)
        for number, row in enumerate(rows)
        if row["about"] == about
        and is_known(row, at)
        and PartialDate.parse(row["effective"]).first_day <= on
        and number not in corrected
        and (row["ours"] or not only_ours)
    ]
    return rows[max(holding)[-1]]["value"] if holding else None


def workflow(row, person):
    """The columns that say where the row stands."""
    filled = {"state": row["state"], "recorded_at": row["recorded_at"], "recorded_by": person}
    if was_approved(row):
        filled |= {"approved_at": row["approved_at"], "approved_by": person}
    if row["state"] == State.WITHDRAWN:
        filled |= {"withdrawn_at": row["withdrawn_at"], "withdrawn_by": person}
        filled |= {"withdrawn_reason": "Wrong."}
    return filled


LETTERS = ["A", "B", "C", "D", "E"]
POSITIONS = list(Position)[:5]


def store(rows, model, subjects, **fields):
    """Write the rows as responses or assessments; a row may correct one written before it."""
    stored, person = [], UserFactory()
    for row in rows:
        date = PartialDate.parse(row["effective"])
        if model is Response:
            fields |= {"responded_on": date, "position": POSITIONS[row["value"]]}
        else:
            scale = Scale.OURS if row["ours"] else Scale.OTHER
            status = LETTERS[row["value"]] if row["ours"] else ""
            fields |= {"as_of": date, "scale": scale, "status": status}
        if row["corrects"] is not None:
            fields |= {"supersedes": stored[row["corrects"]], "supersedes_reason": "Misread."}
        else:
            fields |= {"supersedes": None, "supersedes_reason": ""}
        subject = subjects[row["about"]]
        stored.append(
            model.objects.create(recommendation=subject, **workflow(row, person), **fields)
        )


def compare(rows, questions, model, found, fields):
    """Ask the database and the plain rule the same questions about two recommendations."""
    with transaction.atomic():
        subjects = RecommendationFactory.create_batch(2, expects_reply=True)
        store(reachable(rows), model, subjects, **fields())
        for on, at in questions:
            told = found(on, at)
            for about, subject in enumerate(subjects):
                expected = answer(rows, about, on, at, only_ours=model is Assessment)
                assert told[subject.pk] == expected, (on, at, rows)
        transaction.set_rollback(True)


@settings(max_examples=80)
@given(rows=st.lists(ROW, max_size=6), questions=st.lists(QUESTION, min_size=1, max_size=5))
def test_status_follows_the_rule_whatever_was_recorded(rows, questions):
    def found(on, at):
        told = Recommendation.objects.with_status(on=on, known_at=at)
        return {r.pk: LETTERS.index(r.status) if r.status in LETTERS else None for r in told}

    def fields():
        return {"assessor": OrganisationFactory(), "rationale": "So.", "grade_as_given": "C2"}

    compare(rows, questions, Assessment, found, fields)


@settings(max_examples=80)
@given(rows=st.lists(ROW, max_size=6), questions=st.lists(QUESTION, min_size=1, max_size=5))
def test_position_follows_the_rule_whatever_was_recorded(rows, questions):
    def found(on, at):
        told = Recommendation.objects.with_position(on=on, known_at=at)
        return {
            r.pk: POSITIONS.index(r.position) if r.position in POSITIONS else None for r in told
        }

    compare(rows, questions, Response, found, lambda: {"document": DocumentFactory()})


@pytest.mark.parametrize("rows", [1, 10])
def test_status_and_position_of_any_number_of_rows_are_one_query(django_assert_num_queries, rows):
    for recommendation in RecommendationFactory.create_batch(rows):
        AssessmentFactory.create_batch(2, published=True, recommendation=recommendation)
        ResponseFactory.create_batch(2, published=True, recommendation=recommendation)

    with django_assert_num_queries(1):
        listed = list(Recommendation.objects.with_status(MAY_1).with_position(MAY_1))
    assert len(listed) == rows
