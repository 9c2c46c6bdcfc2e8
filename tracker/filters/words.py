"""
Which recommendations a reader's words find.

Each term of a query is a set: what says it, what is labelled with it, who is called so. Sets are
intersected, united and subtracted in the database.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator
from functools import reduce
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from tracker.lib.folding import gram_query
from tracker.lib.queries import Group, Term, read_query
from tracker.lib.thesaurus import Thesaurus
from tracker.models import (
    AffectedGroup,
    Document,
    Invocation,
    Organisation,
    Recommendation,
    ReviewCycle,
    Synonym,
    Theme,
    Treaty,
)
from tracker.models.search import GramQuery, Joined, Searchable

_NOTHING = "''"


def read_words(words: str) -> list[Group]:
    """What a reader's words ask for, widened by the synonyms that the database holds."""
    return read_query(words, Thesaurus(row.terms for row in Synonym.objects.all()))


def found_by_words(words: str) -> QuerySet:
    """Primary keys of recommendations that the words find, whoever may see them."""
    found = [_in_group(group) for group in read_words(words)]
    if not found:
        return Recommendation.objects.none().values_list("pk")
    return found[0].union(*found[1:]) if found[1:] else found[0]


def _in_group(group: Group) -> QuerySet:
    """All terms and none of those excluded; with nothing but those, everything else."""
    wanted = [_found(term) for term in group.terms]
    found = wanted[0] if wanted else Recommendation.objects.order_by().values_list("pk")
    if wanted[1:]:
        found = found.intersection(*wanted[1:])
    unwanted = [_found(term) for term in group.excluded]
    return found.difference(*unwanted) if unwanted else found


def _found(term: Term) -> QuerySet:
    first, *others = _sources(term)
    return first.union(*others, all=True) if others else first


def _sources(term: Term) -> Iterator[QuerySet]:
    """Keys of the recommendations that a term finds in one place or another."""
    rows = Recommendation.objects.order_by()
    if term.reference:
        yield rows.filter(reference=term.reference).values_list("pk")
        return
    query = _asked(term)
    yield rows.filter(search_vector=query).values_list("pk")
    for field, end, named in _NAMED:
        through = getattr(Recommendation, field).through.objects
        named_rows = named.filter(searched=query).values("pk")
        yield through.filter(**{f"{end}__in": named_rows}).values_list("recommendation_id")
    yield rows.filter(cycle__in=_CYCLES.filter(searched=query).values("pk")).values_list("pk")
    if term.symbol or term.title:
        documents = Document.objects.filter(_documents(term)).order_by().values("pk")
        yield rows.filter(document__in=documents).values_list("pk")
    if term.names:
        yield _invoking(term.names)


def _searched(model: type[Any], *parts: Any) -> QuerySet:
    return model.objects.order_by().annotate(searched=Searchable(*parts))


# As their indexes have it: PostgreSQL uses an index for the very expression that it holds.
_NAMED = [
    ("made_by", "maker", _searched(Organisation, "name", "acronym", Joined("aliases"))),
    ("themes", "theme", _searched(Theme, "name")),
    ("affected_groups", "group", _searched(AffectedGroup, "name")),
]
_CYCLES = _searched(ReviewCycle, "name")


def _asked(term: Term) -> Any:
    """The term as one `tsquery`: any of the ways in which it may be written."""
    queries = [
        *(SearchQuery(words, config="english", search_type="plain") for words in term.words),
        *(SearchQuery(text, config="english", search_type="phrase") for text in term.phrases),
    ]
    if term.runs:
        queries.append(GramQuery(" | ".join(f"({gram_query(run)})" for run in term.runs)))
    return reduce(operator.or_, queries) if queries else GramQuery(_NOTHING)


def _documents(term: Term) -> Q:
    """By its symbol, with its addenda; by its title, or what stands before a colon or dash."""
    found = Q()
    if term.symbol:
        found |= Q(symbol__iexact=term.symbol) | Q(symbol__istartswith=f"{term.symbol}/")
    if term.title:
        found |= Q(title__iexact=term.title)
        for mark in (":", " —", " –"):
            found |= Q(title__istartswith=f"{term.title}{mark}")
    return found


def _invoking(names: tuple[str, ...]) -> QuerySet:
    """What invokes an article of a treaty that is called so."""
    treaties = Treaty.objects.order_by().annotate(short=Lower("short_name"), long=Lower("title"))
    called = treaties.filter(Q(short__in=names) | Q(long__in=names)).values("pk")
    rows = Invocation.objects.order_by().filter(article__treaty__in=called)
    return rows.values_list("recommendation_id")
