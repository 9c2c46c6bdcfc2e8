"""Two organisations that are the same body become one, and nothing that named either is lost."""

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories as make
from tracker.actions.accounts import fixtures_account
from tracker.actions.base import Conflict
from tracker.actions.mergers import merge_organisations, merger_of
from tracker.actions.publication import approve
from tracker.actions.reference import enter_reference
from tracker.actions.seeding import load_fixtures
from tracker.filters.facets import BY_NAME
from tracker.filters.finding import find
from tracker.filters.history import history_of
from tracker.filters.recommendations import RecommendationFilter
from tracker.models import (
    REFERENCE_BY_NAME,
    Assessment,
    FormerAddress,
    Organisation,
    Recommendation,
)
from tracker.models.uses import references_to, uses_of

TODAY = dt.date(2026, 11, 1)
PUBLIC = Recommendation.objects.published()


@pytest.fixture
def keep() -> Organisation:
    return make.OrganisationFactory(slug="nkdb", name="Database Center", acronym="NKDB")


@pytest.fixture
def fold() -> Organisation:
    return make.OrganisationFactory(
        slug="nkdb-seoul", name="NKDB Seoul", acronym="nkdb", aliases=["북한인권정보센터"],
        country="Republic of Korea", founded_on="2003",
    )  # fmt: skip


@pytest.fixture
def merge(coordinator: Any) -> Any:
    def run(keep: Organisation, fold: Organisation, **changes: Any) -> Organisation:
        mark = merger_of(keep, fold).mark
        fine = {"expected": mark, "reason": "Same site and same people.", "by": coordinator}
        return merge_organisations(keep=keep, fold=fold, **fine | changes)

    return run


def found(*slugs: str) -> set[str]:
    """The asks that a reader finds under those of these organisations that asked anything."""
    slugs = tuple(slug for slug in slugs if slug in BY_NAME["organisation"].used(PUBLIC))
    if not slugs:
        return set()
    query = QueryDict("&".join(f"organisation={slug}" for slug in slugs))
    finding = find(RecommendationFilter(query, on=TODAY))
    keys = finding.keys(0, finding.total, "newest")
    return set(Recommendation.objects.filter(pk__in=keys).values_list("reference", flat=True))


def name_everywhere(fold: Organisation, keep: Organisation) -> None:
    """Rows of every sort that can name an organisation, some of which name both."""
    make.RecommendationFactory(published=True, made_by=[fold])
    make.RecommendationFactory(published=True, made_by=[fold, keep])
    make.RecommendationFactory(published=True, addressed_to=fold)
    make.DocumentFactory(authors=[fold])
    make.DocumentFactory(authors=[fold, keep])
    make.AssessmentFactory(published=True, assessor=fold)
    make.OrganisationFactory(members=[fold, keep])
    make.FormerAddressFactory(slug="older", organisation=fold)
    for organisation in (fold, keep):
        make.ColumnMappingFactory(organisation=organisation, signature="0" * 64)
    make.ColumnMappingFactory(organisation=fold)
    make.TranslationFactory(published=True, kind="organisation", translator=fold)
    note = make.NoteFactory()
    for organisation in (fold, keep):
        make.NoteSubjectFactory(note=note, recommendation=None, organisation=organisation)
    make.NoteSubjectFactory(recommendation=None, organisation=fold)


def test_everything_that_named_the_one_names_the_other(
    merge: Any, keep: Organisation, fold: Organisation
) -> None:
    fold.members.set([make.OrganisationFactory()])
    name_everywhere(fold, keep)
    sorts = references_to(Organisation, owned=True)
    assert len(uses_of(fold, owned=True)) == len(sorts), "say it in name_everywhere"

    merge(keep, fold)

    assert not Organisation.objects.filter(slug="nkdb-seoul").exists()
    for field in sorts:
        assert not field.model.objects.filter(**{field.name: fold.pk}).exists(), field
    assert Assessment.objects.get().assessor == keep
    assert keep.recommendations.count() == 2
    assert keep.documents.count() == 2


def test_its_names_become_other_names_and_its_addresses_lead_on(
    merge: Any, keep: Organisation, fold: Organisation
) -> None:
    make.FormerAddressFactory(slug="older", organisation=fold)
    make.TranslationFactory(published=True, kind="organisation", translator=fold)

    merge(keep, fold)

    keep.refresh_from_db()
    assert keep.aliases == ["NKDB Seoul", "북한인권정보센터"]
    assert (keep.name, keep.acronym, keep.country) == (
        "Database Center", "NKDB", "Republic of Korea",
    )  # fmt: skip
    former = FormerAddress.objects.values_list("slug", "organisation__slug")
    assert set(former) == {("older", "nkdb"), ("nkdb-seoul", "nkdb")}


@given(
    made=st.lists(st.sets(st.sampled_from("abc"), min_size=1), max_size=6),
    drafts=st.integers(0, 2),
)
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_merged_one_finds_exactly_what_both_found(made: list[set[str]], drafts: int) -> None:
    with transaction.atomic():
        letters = {letter: make.OrganisationFactory(slug=f"body-{letter}") for letter in "abc"}
        by = make.UserFactory(coordinator=True)
        for makers in made:
            make.RecommendationFactory(published=True, made_by=[letters[m] for m in makers])
        for _ in range(drafts):
            make.RecommendationFactory(made_by=[letters["b"]])
        union, other = found("body-a", "body-b"), found("body-c")

        merger = merger_of(letters["a"], letters["b"])
        merge_organisations(
            keep=merger.keep, fold=merger.fold, expected=merger.mark, reason="One.", by=by
        )

        assert (found("body-a"), found("body-c")) == (union, other)
        twice = Recommendation.made_by.through._default_manager.values("recommendation", "maker")
        assert not twice.annotate(n=Count("pk")).filter(n__gt=1).exists()
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)  # each step has its own moment
def test_the_history_of_both_is_told_together_and_says_why(
    merge: Any, keep: Organisation, fold: Organisation
) -> None:
    Organisation.objects.filter(pk=fold.pk).update(country="Korea")

    merge(keep, Organisation.objects.get(pk=fold.pk))

    steps = history_of(Organisation.objects.get(slug="nkdb"))
    assert steps[-1].did == "merged a duplicate into it"
    assert steps[-1].reason == "Same site and same people."
    said = [change.new for step in steps for part in step.parts for change in part.changes]
    assert "Korea" in said
    assert "NKDB Seoul" in said


REFUSED = {
    "a State and an NGO": (
        lambda: (make.OrganisationFactory(state=True), make.OrganisationFactory()),
        "of the kind “State”",
    ),
    "a coalition and its member": (
        lambda: (
            make.OrganisationFactory(kind="coalition", members=[(m := make.OrganisationFactory())]),
            m,
        ),
        "is a member of",
    ),
    "a member and its coalition": (
        lambda: (
            (m := make.OrganisationFactory()),
            make.OrganisationFactory(kind="coalition", members=[m]),
        ),
        "is a member of",
    ),
    "two States": (
        lambda: (
            make.OrganisationFactory(state=True, regional_group="african"),
            make.OrganisationFactory(state=True, regional_group="weog"),
        ),
        "different regional groups",
    ),
    "one with itself": (lambda: (o := make.OrganisationFactory(), o), "two different"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_the_same_body_stays_two(merge: Any, refused: Any, name: str) -> None:
    pair, words = REFUSED[name]
    keep, fold = pair()

    with refused(ValidationError, match=words):
        merge(keep, fold)


def test_a_merger_needs_its_reason(
    merge: Any, refused: Any, keep: Organisation, fold: Organisation
) -> None:
    with refused(ValidationError, match="how you know"):
        merge(keep, fold, reason=" ")


def test_whoever_read_an_older_version_of_either_is_told(
    merge: Any, refused: Any, keep: Organisation, fold: Organisation, coordinator: Any
) -> None:
    mark = merger_of(keep, fold).mark
    Organisation.objects.filter(pk=fold.pk).update(country="Elsewhere")

    with refused(Conflict, match="changed meanwhile"):
        merge(keep, fold, expected=mark)

    Organisation.objects.filter(pk=fold.pk).delete()
    with refused(Conflict, match="is gone"):
        merge(keep, fold, expected=mark)


def test_a_change_that_waited_names_the_kept_one_when_it_is_approved(
    merge: Any, keep: Organisation, fold: Organisation, coordinator: Any
) -> None:
    change = make.AmendmentFactory(in_review=True, changes={"made_by": ["nkdb-seoul"]})
    merge(keep, fold)

    approve(record=change, by=coordinator)

    assert change.recommendation.made_by.get() == keep


def test_its_address_is_given_to_nobody_else(
    merge: Any, keep: Organisation, fold: Organisation, coordinator: Any
) -> None:
    merge(keep, fold)

    noun = REFERENCE_BY_NAME["organisations"]
    again = enter_reference(noun=noun, name="NKDB Seoul", kind="ngo", by=coordinator)
    assert again.slug == "nkdb-seoul-2"


@pytest.mark.usefixtures("seeded")
def test_the_fixtures_bring_a_merged_one_not_back(coordinator: Any) -> None:
    counts = Count("recommendations")
    ngos = Organisation.objects.filter(kind="ngo").annotate(n=counts).filter(n__gt=0)
    fold, keep = ngos.order_by("-n")[:2]
    merger = merger_of(keep, fold)
    merge_organisations(keep=keep, fold=fold, expected=merger.mark, reason="x", by=coordinator)
    asks = set(keep.recommendations.values_list("reference", flat=True))

    report = load_fixtures(by=fixtures_account())

    assert not Organisation.objects.filter(slug=fold.slug).exists()
    assert set(keep.recommendations.values_list("reference", flat=True)) == asks
    assert sum(count["changed"] + count["added"] for count in report.counts.values()) == 0
