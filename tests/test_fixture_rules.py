"""The records we ship keep the rules of CONTRIBUTING: what is seen, whose words they are."""

import re

import pytest

from tests.factories import FACTORIES
from tests.test_fixtures import SUBMISSIONS
from tracker.actions.accounts import fixtures_account
from tracker.actions.seeding import load_fixtures
from tracker.models import (
    Development,
    Document,
    Milestone,
    OfficialTotal,
    Recommendation,
    Response,
    ReviewCycle,
    TreatyAction,
)

pytestmark = pytest.mark.usefixtures("seeded")


OFFICIAL = {
    Document.Kind.CONCLUDING_OBSERVATIONS, Document.Kind.WORKING_GROUP_REPORT,
    Document.Kind.ADDENDUM, Document.Kind.UPR_INPUT, Document.Kind.INQUIRY_REPORT,
    Document.Kind.COMMUNICATION, Document.Kind.SPECIAL_PROCEDURE_REPORT, Document.Kind.RESOLUTION,
    Document.Kind.SUMMARY_RECORD, Document.Kind.UN_OTHER, Document.Kind.STATE_REPORT,
    Document.Kind.STATEMENT, Document.Kind.TREATY_TEXT, Document.Kind.LAW,
    Document.Kind.OFFICIAL_OTHER,
}  # fmt: skip


COPY = r"(Copy|Mirror|Translation|Official text) of "


def is_official(document):
    """An official text that was read, or a copy of one."""
    copied = document.kind == Document.Kind.RESEARCH and re.match(COPY, document.description)
    return document.certainty == "seen" and bool(document.kind in OFFICIAL or copied)


def is_submission(document):
    return bool(re.fullmatch(SUBMISSIONS, document.origin))


def may_tell_of(document, happened_on):
    """A text knows of nothing that came after it."""
    published_on = document.published_on
    return not (published_on and happened_on) or happened_on.first_day <= published_on.last_day


SEEN_IN = {
    TreatyAction: lambda act: [d for d in act.sources.all() if may_tell_of(d, act.done_on)],
    Milestone: lambda stone: [d for d in stone.sources.all() if may_tell_of(d, stone.done_on)],
    ReviewCycle: lambda cycle: [
        d for d in cycle.documents.all() if may_tell_of(d, cycle.outcome_adopted_on)
    ],
    OfficialTotal: lambda total: [total.source],
    Response: lambda response: [response.document],
    Development: lambda what: [what.document, *what.sources.all()],
    Recommendation: lambda asked: [asked.document],
    Document: lambda document: [document],
}


IN_THEIR_OWN_WORDS = (Recommendation, Document)  # what a submission asks is seen in it


@pytest.mark.parametrize("model", SEEN_IN, ids=lambda model: model.__name__)
def test_what_is_called_seen_was_seen_in_an_official_text_or_a_copy(model):
    also = is_submission if model in IN_THEIR_OWN_WORDS else lambda _: False
    unfounded = [
        row
        for row in model.objects.filter(certainty="seen")
        if not any(is_official(d) or also(d) for d in SEEN_IN[model](row))
    ]

    assert unfounded == []


@pytest.mark.parametrize("model", FACTORIES)
def test_no_row_breaks_a_rule(model):
    """The database has refused what breaks a constraint; the other rules are asked here."""
    for row in model.objects.all():
        row.full_clean(validate_unique=False, validate_constraints=False)


def test_a_second_load_changes_nothing():
    report = load_fixtures(by=fixtures_account())

    assert {outcome for counts in report.counts.values() for outcome in counts} == {"unchanged"}
    assert report.kept == []


def test_every_recommendation_says_who_makes_it():
    assert not Recommendation.objects.filter(made_by=None).exists()


def test_no_text_of_ours_is_called_official():
    assert set(Recommendation.objects.values_list("text_kind", flat=True)) == {"paraphrase"}
    assert set(Response.objects.values_list("words_kind", flat=True)) <= {"paraphrase"}
