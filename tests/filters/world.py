"""A small random world: every kind of record, in every state, on every kind of date."""

import datetime as dt
import random

from django.db import transaction
from django.utils import timezone

from tests import factories as make
from tracker.models import (
    Document,
    Invocation,
    Mechanism,
    Organisation,
    Position,
    Recommendation,
    Relation,
    Response,
    Scale,
    State,
)

TODAY = dt.date(2024, 6, 1)
DAYS = [TODAY, dt.date(2024, 2, 29), dt.date(2023, 1, 1), dt.date(2020, 5, 17), dt.date(2001, 1, 1)]
POSITIONS = [p for p in Position if p not in (Position.NOT_ASKED_FOR, Position.NONE_RECORDED)]
PUBLISHED, DRAFT = {"published": True}, {}
STATES = [PUBLISHED, PUBLISHED, PUBLISHED, PUBLISHED, DRAFT, {"in_review": True}]


class World:
    """Reference data and `size` recommendations; `edit()` changes something at random."""

    def __init__(self, seed, size=24):
        self.chance = random.Random(seed)  # noqa: S311 - the same world each time
        with transaction.atomic():
            self.user = make.UserFactory(coordinator=True)
            self.by = {"recorded_by": self.user}
            self._make_reference_data()
            for _ in range(size):
                self.recommend()
            for _ in range(size // 2):
                self.relate()

    def _make_reference_data(self):
        pick = self.chance.choice
        treaties = [make.TreatyFactory() for _ in range(3)]
        self.articles = [make.whole_treaty(treaty) for treaty in treaties]
        for treaty in treaties:
            parent = make.ArticleFactory(treaty=treaty, number="3")
            below = make.ArticleFactory(treaty=treaty, number="3(1)", parent=parent)
            deep = make.ArticleFactory(treaty=treaty, number="3(1)(a)", parent=below)
            self.articles += [parent, below, deep, make.ArticleFactory(treaty=treaty, number="14")]
        for _ in range(2):
            make.NormFactory(articles=self.chance.sample(self.articles, 3))
        self.themes = [make.ThemeFactory() for _ in range(3)]
        self.groups = [make.AffectedGroupFactory() for _ in range(2)]
        kinds = [*Organisation.Kind, Organisation.Kind.STATE, Organisation.Kind.NGO]
        regions = ["african", "weog", "grulac"]
        self.makers = [
            make.OrganisationFactory(kind=k, regional_group=pick(regions) if k == "state" else "")
            for k in kinds
        ]
        self.china = make.OrganisationFactory(slug="china", state=True)
        mechanisms = [make.MechanismFactory(kind=pick(list(Mechanism.Kind))) for _ in range(3)]
        self.cycles = [
            make.ReviewCycleFactory(mechanism=pick(mechanisms), reviewed_on=pick([None, date]))
            for date in ("2018", "2020-05", "2023-01-23", "2024-03", "2025-01-01", "2019-11-05")
        ]
        self.documents = [make.DocumentFactory(kind=kind) for kind in list(Document.Kind)[:4]]

    def date(self):
        """A date of any sharpness, some of them after TODAY."""
        day = dt.date(2017, 1, 1) + dt.timedelta(days=self.chance.randrange(3000))
        return str(day)[: self.chance.choice([4, 7, 10, 10])]

    def some(self, things, most):
        return self.chance.sample(things, self.chance.randint(0, most))

    def recommend(self):
        pick = self.chance.choice
        found = make.RecommendationFactory(
            **pick(STATES), **self.by, kind=pick(list(Recommendation.Kind)),
            document=pick(self.documents), cycle=pick([None, *self.cycles]), made_on=self.date(),
            made_by=self.some(self.makers, 2) or [pick(self.makers)],
            themes=self.some(self.themes, 2), affected_groups=self.some(self.groups, 1),
            action_strength=pick([None, 1, 3, 5]), names_north_koreans=pick([True, False]),
            expects_reply=pick([True, False]), addressed_to=pick([self.china, self.makers[0]]),
        )  # fmt: skip
        for article in self.some(self.articles, 3):
            basis = pick(list(Invocation.Basis))
            make.InvocationFactory(recommendation=found, article=article, basis=basis)
        for _ in range(self.chance.randint(0, 3)):
            self.answer(found)
        for _ in range(self.chance.randint(0, 3)):
            self.assess(found)
        return found

    def answer(self, recommendation):
        make.ResponseFactory(
            **self.chance.choice(STATES), **self.by, recommendation=recommendation,
            position=self.chance.choice(POSITIONS), responded_on=self.date(),
            document=self.chance.choice(self.documents),
            **self.correcting(recommendation.responses),
        )  # fmt: skip

    def assess(self, recommendation):
        is_ours = self.chance.random() < 0.8
        make.AssessmentFactory(
            **self.chance.choice(STATES), **self.by, recommendation=recommendation,
            status=self.chance.choice("ABCDE") if is_ours else "",
            scale=Scale.OURS if is_ours else Scale.OTHER,
            grade_as_given="" if is_ours else "B1", as_of=self.date(),
            assessor=self.chance.choice(self.makers),
            **self.correcting(recommendation.assessments),
        )  # fmt: skip

    def correcting(self, rows):
        free = list(rows.filter(corrections=None))
        if not free or self.chance.random() < 0.7:
            return {}
        return {"supersedes": self.chance.choice(free), "supersedes_reason": "A slip."}

    def relate(self):
        """A relation between two recommendations, if there is room for another."""
        mine, other = self.chance.sample(list(Recommendation.objects.all()), 2)
        kind = self.chance.choice([Relation.Kind.TAKES_UP, Relation.Kind.PART_OF])
        is_limb = Relation.objects.filter(kind=Relation.Kind.PART_OF, from_recommendation=mine)
        known = Relation.objects.filter(from_recommendation=mine, to_recommendation=other)
        if known.exists() or (kind == Relation.Kind.PART_OF and is_limb.exists()):
            return
        make.RelationFactory(
            from_recommendation=mine, to_recommendation=other, kind=kind,
            closeness="" if kind == Relation.Kind.PART_OF else "close",
        )  # fmt: skip

    # What people, imports and repairs do to it

    def edit(self):
        """One change, committed; gives its name."""
        edits = [
            self.recommend, self.relate, self.unrelate, self.add_answer, self.add_assessment,
            self.redate, self.relabel, self.relink, self.publish, self.withdraw,
            self.withdraw_answer,
        ]  # fmt: skip
        edit = self.chance.choice(edits)
        with transaction.atomic():
            edit()
        return edit.__name__

    def anyone(self):
        return self.chance.choice(list(Recommendation.objects.order_by("pk")))

    def add_answer(self):
        self.answer(self.anyone())

    def add_assessment(self):
        self.assess(self.anyone())

    def redate(self):
        Recommendation.objects.filter(pk=self.anyone().pk).update(made_on=self.date())

    def relabel(self):
        some = Recommendation.objects.filter(pk__in=[self.anyone().pk, self.anyone().pk])
        some.update(
            cycle=self.chance.choice([None, *self.cycles]),
            kind=self.chance.choice(list(Recommendation.Kind)),
            expects_reply=self.chance.choice([True, False]),
            addressed_to=self.chance.choice([self.china, self.makers[1]]),
        )

    def relink(self):
        found = self.anyone()
        found.themes.set(self.some(self.themes, 3))
        found.made_by.set(self.some(self.makers, 2) or self.makers[:1])
        found.invocations.all().delete()
        make.InvocationFactory(recommendation=found, article=self.chance.choice(self.articles))

    def unrelate(self):
        if found := Relation.objects.order_by("?").first():
            found.delete()

    def _move(self, rows, state):
        step = {State.IN_REVIEW: "submitted", State.PUBLISHED: "approved"}.get(state, "withdrawn")
        rows.update(state=state, **{f"{step}_at": timezone.now(), f"{step}_by": self.user})

    def publish(self):
        drafts = Recommendation.objects.filter(state=State.DRAFT)
        if found := drafts.first():
            rows = Recommendation.objects.filter(pk=found.pk)
            self._move(rows, State.IN_REVIEW)
            rows.update(reference=make.next_public_reference())
            self._move(rows, State.PUBLISHED)

    def withdraw(self):
        self._withdrawn(Recommendation.objects.published())

    def withdraw_answer(self):
        self._withdrawn(Response.objects.published())

    def _withdrawn(self, rows):
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        if keys:
            chosen = rows.model.objects.filter(pk=self.chance.choice(keys))
            chosen.update(withdrawn_reason="Entered twice.")
            self._move(chosen, State.WITHDRAWN)
