"""Uptake and lineage are what plain Python over all rows finds, whatever the world and the day."""

import pytest
from django.db import transaction

from tests.factories import OrganisationFactory, RelationFactory
from tests.filters.plain import NGOS, Plain, begun
from tests.filters.world import DAYS, World
from tracker.filters import lineage
from tracker.filters.index import FacetIndex
from tracker.filters.uptake import Totals, chains_in, ngo_asks, submissions, totals_of
from tracker.models import Organisation, Recommendation, Relation, State

CLOSEST = ["verbatim", "close", "partial", "theme"]
TIES = [Relation.Kind.TAKES_UP, Relation.Kind.REPEATS]
WORLDS = pytest.mark.parametrize("seed", range(2))


def tied_world(seed):
    """A random world with many relations, in circles too."""
    world = World(seed, size=30)
    with transaction.atomic():
        for _ in range(45):
            tie(world.chance)
    return world


def tie(chance):
    one, other = chance.sample(list(Recommendation.objects.order_by("pk")), 2)
    kind = chance.choice(TIES)
    if not Relation.objects.filter(from_recommendation=one, to_recommendation=other, kind=kind):
        RelationFactory(
            from_recommendation=one,
            to_recommendation=other,
            kind=kind,
            closeness=chance.choice(CLOSEST),
        )


class PlainTies(Plain):
    """What is taken up and repeated on a day, found by loops."""

    def __post_init__(self):
        super().__post_init__()
        self.public = {
            pk
            for pk, row in self.all.items()
            if row.state == State.PUBLISHED and begun(row.made_on, self.day)
        }
        self.ties = [
            tie
            for tie in Relation.objects.filter(kind__in=TIES)
            if {tie.from_recommendation_id, tie.to_recommendation_id} <= self.public
        ]

    def asks(self):
        """What NGOs asked, each thing once, with the relations by which it is taken up."""
        rows = [row for row in self.there if any(m.kind in NGOS for m in row.made_by.all())]
        return {row: self.to(row.pk, Relation.Kind.TAKES_UP) for row in rows}

    def to(self, pk, kind):
        return [tie for tie in self.ties if tie.kind == kind and tie.to_recommendation_id == pk]

    def chain(self, takings):
        """How closely an ask is taken up, and by what, each with what repeats that."""
        return min(CLOSEST.index(tie.closeness) for tie in takings), {
            tie.from_recommendation_id: {
                again.from_recommendation_id
                for again in self.to(tie.from_recommendation_id, Relation.Kind.REPEATS)
            }
            for tie in takings
        }

    def reached(self, pk):
        found, ahead = {pk}, [pk]
        while ahead:
            here = ahead.pop()
            for tie in self.ties:
                ends = {tie.from_recommendation_id, tie.to_recommendation_id}
                if here in ends and (new := ends - found):
                    found |= new
                    ahead += new
        return found


def as_plain(chain):
    return CLOSEST.index(chain.closeness), {
        taking.tie.other.pk: {tie.other.pk for tie in taking.repeats} for taking in chain.takings
    }


@WORLDS
def test_each_submission_is_taken_up_as_plain_python_finds_it(seed):
    tied_world(seed)
    taken = 0
    for day in DAYS:
        plain = PlainTies(day)
        asks = plain.asks()
        found = {submission.document: submission for submission in submissions(day)}

        assert set(found) == {ask.document for ask in asks}
        for document, submission in found.items():
            mine = {ask.pk: ties for ask, ties in asks.items() if ask.document == document}
            chains = {pk: plain.chain(ties) for pk, ties in mine.items() if ties}
            taken += len(chains)
            assert submission.totals == Totals(len(mine), len(chains))
            assert {chain.ask.pk: as_plain(chain) for chain in submission.chains} == chains
            closeness = [CLOSEST.index(chain.closeness) for chain in submission.chains]
            assert closeness == sorted(closeness)
            counted, wholes = chains_in(document, day)
            assert [chain.ask for chain in counted] == [chain.ask for chain in submission.chains]
            assert not {chain.ask.pk for chain in wholes} & {row.pk for row in plain.there}
    assert taken


@WORLDS
def test_the_totals_of_uptake_are_the_lengths_of_the_lists_that_they_lead_to(seed):
    tied_world(seed)
    index = FacetIndex.build(drafts=False)  # which the browse page answers from

    def listed(**chosen):
        return len(index.select({name: [value] for name, value in chosen.items()}, day))

    for day in DAYS:
        everything = [submission.totals for submission in submissions(day)]
        assert sum(totals.asked for totals in everything) == listed(asked_by="ngo")
        assert sum(totals.taken for totals in everything) == listed(taken_up="yes")
        assert sum(totals.nobody for totals in everything) == listed(taken_up="no")
        for maker in Organisation.objects.all():
            assert totals_of(ngo_asks(day).filter(made_by=maker), day) == Totals(
                listed(organisation=maker.slug, asked_by="ngo"),
                listed(organisation=maker.slug, taken_up="yes"),
            )


def test_of_an_organisation_that_asked_nothing_nothing_is_taken_up():
    quiet = OrganisationFactory()

    assert totals_of(ngo_asks(DAYS[0]).filter(made_by=quiet), DAYS[0]) == Totals(0, 0)


@WORLDS
def test_a_lineage_is_all_that_plain_python_reaches_the_oldest_first(seed):
    tied_world(seed)
    longest = 0
    for day in DAYS[:3]:
        plain = PlainTies(day)
        for pk in sorted(plain.public)[::2]:
            found = lineage.lineage_of(pk, day)
            records = [step.record for step in found.steps]
            assert {record.pk for record in records} == plain.reached(pk)
            assert records == sorted(records, key=lambda row: (str(row.made_on), row.reference))
            assert not found.is_cut
            longest = max(longest, len(records))
    assert longest > 5


@WORLDS
def test_each_step_is_compared_with_the_closest_earlier_one_that_it_follows(seed):
    tied_world(seed)
    day = DAYS[0]
    plain = PlainTies(day)
    for pk in sorted(plain.public)[::4]:
        for step in lineage.lineage_of(pk, day).steps:
            out = [tie for tie in plain.ties if tie.from_recommendation_id == step.record.pk]
            assert {tie.relation.pk for tie in step.ties} == {tie.pk for tie in out}
            earlier = [
                tie
                for tie in out
                if lineage.age(plain.all[tie.to_recommendation_id]) < lineage.age(step.record)
            ]
            closest = min((CLOSEST.index(tie.closeness) for tie in earlier), default=None)
            before = step.before and CLOSEST.index(step.before.relation.closeness)
            assert before == closest


def test_of_a_lineage_that_is_too_long_the_nearest_steps_are_shown(monkeypatch):
    monkeypatch.setattr(lineage, "MOST", 4)
    tied_world(1)
    plain = PlainTies(DAYS[0])
    for pk in plain.public:
        found = lineage.lineage_of(pk, DAYS[0])
        whole = plain.reached(pk)
        near = {pk} | {
            end
            for tie in plain.ties
            for end in (tie.from_recommendation_id, tie.to_recommendation_id)
            if pk in (tie.from_recommendation_id, tie.to_recommendation_id)
        }
        shown = {step.record.pk for step in found.steps}
        assert found.is_cut == (len(whole) > 4)
        assert len(shown) == min(len(whole), 4)
        assert pk in shown
        assert near <= shown or shown <= near
