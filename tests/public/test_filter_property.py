"""Any data and any question: the filter answers as a plain loop over plain values does."""

import datetime as dt
import random

from django.db import transaction
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import (
    ArticleFactory,
    AssessmentFactory,
    InvocationFactory,
    MechanismFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    ThemeFactory,
)
from tracker.filters.recommendations import RecommendationFilter, public_asks
from tracker.models import (
    Organisation,
    Recommendation,
    Relation,
    Status,
)
from tracker.models.responses import RECORDABLE_POSITIONS

KINDS = {"ngo": {"ngo", "coalition"}, "un": {"un-body"}, "state": {"state"}}
DAYS = [dt.date(year, month, 15) for year in (2013, 2018, 2023, 2024, 2026) for month in (1, 7)]


def facts():
    """Every recommendation as plain values, and which are split into public limbs."""
    rows = Recommendation.objects.select_related("cycle__mechanism").prefetch_related(
        "made_by",
        "themes",
        "responses__corrections",
        "assessments__corrections",
        "invocations__article__treaty",
        "invocations__article__parent__parent",
    )
    links = Relation.objects.filter(kind="part-of", from_recommendation__state="published")
    split = set(links.values_list("to_recommendation__reference", flat=True))
    return [plain(row) for row in rows if row.reference not in split]


def plain(row):
    articles = set()
    for invocation in row.invocations.all():
        article = invocation.article
        while article:
            articles.add(f"{article.treaty.code}/{article.slug}")
            article = article.parent
    return {
        "reference": row.reference,
        "state": row.state,
        "made_on": str(row.made_on),
        "treaty": {invocation.article.treaty.code for invocation in row.invocations.all()},
        "article": articles,
        "theme": {theme.code for theme in row.themes.all()},
        "organisation": {maker.slug for maker in row.made_by.all()},
        "asked_by": {
            name for name, kinds in KINDS.items() for m in row.made_by.all() if m.kind in kinds
        },
        "mechanism": {row.cycle.mechanism.code} if row.cycle else set(),
        "cycle": {row.cycle.slug} if row.cycle else set(),
        "answers": dated(row.responses.all(), "responded_on", "position"),
        "grades": dated(
            [a for a in row.assessments.all() if a.scale == "tracker-1"], "as_of", "status"
        ),
        "silent": "none-recorded" if row.expects_reply else "not-asked-for",
    }


def dated(rows, date, value):
    """What was public of some rows, each with its date and its value, the latest last."""
    live = [
        row
        for row in rows
        if row.state == "published" and not any(c.is_published for c in row.corrections.all())
    ]
    live.sort(key=lambda row: (str(getattr(row, date)), row.recorded_at, row.pk))
    return [(str(getattr(row, date)), getattr(row, value)) for row in live]


def answer(rows, question, day):
    """The references that fit, by plain Python."""
    on, found = day.isoformat(), set()
    for row in rows:
        if row["state"] != "published" or row["made_on"] > on:
            continue
        now = dict(row)
        now["position"] = {[row["silent"], *(p for since, p in row["answers"] if since <= on)][-1]}
        now["status"] = {["not-assessed", *(s for since, s in row["grades"] if since <= on)][-1]}
        if all(now[facet] & set(values) for facet, values in question.items()):
            found.add(row["reference"])
    return found


def filtered(question, day):
    query = QueryDict(mutable=True)
    for facet, values in question.items():
        query.setlist(facet, values)
    asked = RecommendationFilter(query, public_asks(day))
    assert asked.is_valid(), asked.form.errors
    return list(asked.qs.values_list("reference", flat=True))


def values():
    """What can be chosen of each facet, as the page offers it."""
    fields = RecommendationFilter(QueryDict(), Recommendation.objects.none()).form.fields
    return {name: [v for v, _ in fields[name].choices] for name in fields if name != "q"}


def question(data, offered):
    facets = [facet for facet, choices in offered.items() if choices]
    chosen = data.draw(st.lists(st.sampled_from(facets), max_size=3, unique=True))
    some = {"min_size": 1, "max_size": 4, "unique": True}
    return {f: data.draw(st.lists(st.sampled_from(offered[f]), **some)) for f in chosen}


def test_our_subject_matter_is_filtered_as_by_a_plain_loop(seeded):
    rows, offered = facts(), values()

    @settings(max_examples=100)
    @given(st.data())
    def holds(data):
        asked, day = question(data, offered), data.draw(st.sampled_from(DAYS))
        found = filtered(asked, day)
        assert len(found) == len(set(found))
        assert set(found) == answer(rows, asked, day)

    holds()


def test_any_subject_matter_is_filtered_as_by_a_plain_loop():
    @settings(max_examples=8)
    @given(st.data(), st.randoms(use_true_random=False))
    def holds(data, chance):
        with transaction.atomic():
            build(chance)
            rows, offered = facts(), values()
            for _ in range(10):
                asked, day = question(data, offered), data.draw(st.sampled_from(DAYS))
                assert sorted(filtered(asked, day)) == sorted(answer(rows, asked, day))
            transaction.set_rollback(True)

    holds()


def build(chance: random.Random):
    """A few recommendations with whatever chance ties to them."""
    article = ArticleFactory(treaty__code="a", number="1")
    paragraph = ArticleFactory(treaty=article.treaty, number="1(1)", parent=article)
    articles = [article, paragraph, ArticleFactory(treaty__code="b", number="1")]
    kinds = [Organisation.Kind.NGO, Organisation.Kind.UN_BODY, Organisation.Kind.STATE]
    makers = [OrganisationFactory(kind=kind) for kind in kinds]
    cycles = [ReviewCycleFactory(mechanism=MechanismFactory()) for _ in range(2)]
    themes = ThemeFactory.create_batch(2)
    states = [{"published": True}] * 3 + [{}, {"in_review": True}]
    dates = ["2013", "2018-07", "2018-07-15", "2023-02-01", "2024"]
    asks = [
        RecommendationFactory(
            made_on=chance.choice(dates),
            cycle=chance.choice([None, *cycles]),
            made_by=chance.sample(makers, chance.randint(1, 3)),
            themes=chance.sample(themes, chance.randint(0, 2)),
            expects_reply=chance.random() < 0.5,
            **chance.choice(states),
        )
        for _ in range(6)
    ]
    for ask in asks:
        for invoked in chance.sample(articles, chance.randint(0, 3)):
            InvocationFactory(recommendation=ask, article=invoked)
        for _ in range(chance.randint(0, 2)):
            said = {"position": chance.choice(RECORDABLE_POSITIONS)}
            dated = {"responded_on": chance.choice(dates), **chance.choice(states)}
            ResponseFactory(recommendation=ask, **said, **dated)
        for _ in range(chance.randint(0, 2)):
            dated = {"as_of": chance.choice(dates), **chance.choice(states)}
            AssessmentFactory(recommendation=ask, status=chance.choice(list(Status)[:5]), **dated)
    RelationFactory(part_of=True, from_recommendation=asks[0], to_recommendation=asks[1])
