import pytest
from django.core.exceptions import ValidationError

from tests.factories import MechanismFactory, ReviewCycleFactory
from tracker.actions.base import Conflict
from tracker.actions.reviews import cycle_mark, record_cycle, revise_cycle


@pytest.fixture
def record(contributor):
    mechanism = MechanismFactory()

    def run(**changes):
        fine = {"mechanism": mechanism, "name": "UPR 5th cycle", "by": contributor}
        return record_cycle(**fine | changes)

    return run


def test_a_review_is_kept_with_its_dates_and_shown_to_no_reader(record):
    cycle = record(reviewed_on="2029-01", session="59th session")

    cycle.refresh_from_db()
    assert (cycle.slug, str(cycle.reviewed_on)) == ("upr-5th-cycle", "2029-01")
    assert not cycle.is_public


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("name", "UPR 4th cycle"), ("mechanism", None), ("reviewed_on", "soon")],
)
def test_a_review_that_breaks_a_rule_leaves_no_trace(record, refused, field, value):
    ReviewCycleFactory(name="UPR 4th cycle")

    with refused(ValidationError) as refusal:
        record(**{field: value})
    assert field in refusal.value.message_dict


def test_a_review_does_not_end_before_it_begins(record, refused):
    with refused(ValidationError, match="cannot end before it begins"):
        record(reviewed_on="2029-02", reviewed_until="2029-01")


@pytest.mark.parametrize("smuggled", ["is_public", "slug"])
def test_what_nobody_fills_in_cannot_be_smuggled_in(record, contributor, refused, smuggled):
    cycle = record()
    with refused(TypeError, match=smuggled):
        record(**{smuggled: "x"})
    with refused(TypeError, match=smuggled):
        revise_cycle(cycle=cycle, expected=cycle_mark(cycle), by=contributor, **{smuggled: "x"})


def test_a_review_is_changed_and_its_address_stays(record, contributor):
    cycle = record()
    revised = revise_cycle(
        cycle=cycle, expected=cycle_mark(cycle), name="UPR, fifth", by=contributor
    )

    assert (revised.slug, revised.name) == (cycle.slug, "UPR, fifth")


def test_whoever_read_an_older_version_of_a_review_is_told(record, contributor, refused):
    cycle = record()
    revise = {"cycle": cycle, "expected": cycle_mark(cycle), "by": contributor}
    revise_cycle(**revise, session="59th session")

    with refused(Conflict):
        revise_cycle(**revise, session="60th session")


def test_what_is_public_is_changed_by_coordinators_only(contributor, coordinator, refused):
    cycle = ReviewCycleFactory(is_public=True)
    change = {"cycle": cycle, "expected": cycle_mark(cycle), "name": "Mine"}

    with refused(ValidationError, match="only a coordinator changes it"):
        revise_cycle(**change, by=contributor)
    assert revise_cycle(**change, by=coordinator).name == "Mine"
