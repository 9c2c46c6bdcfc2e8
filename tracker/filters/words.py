"""
Which recommendations a reader's words find.

A term of a query finds what says it, what is labelled with it and what is stated by whom it names.
The few labels are looked up first; the recommendations are then found by one query.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from tracker.lib.folding import gram_query
from tracker.lib.queries import Group, Term, read_query
from tracker.lib.thesaurus import Thesaurus
from tracker.models import Invocation, Recommendation, Synonym
from tracker.models.search import LexemeQuery

_LEXEMES = """
    SELECT asked.term AS id, CASE kind WHEN 'words' THEN plainto_tsquery('pg_catalog.english', text)
        ELSE phraseto_tsquery('pg_catalog.english', text) END::text AS query
    FROM unnest(%s::int[], %s::text[], %s::text[]) AS asked(term, kind, text)
"""
# Each expression is as an index has it: PostgreSQL uses an index for the very same one.
_LABELS = """
    WITH asked AS (
        SELECT term, query::tsquery, string_to_array(names, chr(30)) AS names, title, symbol
        FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[], %s::text[])
            AS asked(term, query, names, title, symbol)
    )
    SELECT term AS id, 'made_by' AS kind, here.id AS label FROM asked JOIN tracker_organisation here
        ON tracker_searchable(here.name, here.acronym, tracker_joined(here.aliases)) @@ query
    UNION ALL SELECT term, 'themes', here.id FROM asked JOIN tracker_theme here
        ON tracker_searchable(here.name) @@ query
    UNION ALL SELECT term, 'affected_groups', here.id FROM asked JOIN tracker_affectedgroup here
        ON tracker_searchable(here.name) @@ query
    UNION ALL SELECT term, 'cycle', here.id FROM asked JOIN tracker_reviewcycle here
        ON tracker_searchable(here.name) @@ query
    UNION ALL SELECT term, 'treaty', here.id FROM asked JOIN tracker_treaty here
        ON lower(here.short_name) = ANY (names) OR lower(here.title) = ANY (names)
    UNION ALL SELECT term, 'document', here.id FROM asked JOIN tracker_document here
        ON (asked.symbol <> '' AND starts_with(lower(here.symbol) || '/', asked.symbol || '/'))
        OR (asked.title <> '' AND (lower(here.title) = asked.title
            OR starts_with(lower(here.title), asked.title || ':')
            OR starts_with(lower(here.title), asked.title || ' —')))
"""
_THROUGH = {"made_by": "maker", "themes": "theme", "affected_groups": "group"}


@dataclass
class _Asked:
    """A term as the database is asked for it: single lexemes, phrases, and labels by their keys."""

    term: Term
    lexemes: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    labels: dict[str, list[int]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Only words that are left out of every index, such as “of”."""
        return not (self.term.reference or self.lexemes or self.phrases)

    @property
    def query(self) -> str:
        return " | ".join([*self.lexemes, *self.phrases])


def read_words(words: str) -> list[Group]:
    """What a reader's words ask for, widened by the synonyms that the database holds."""
    rows = Synonym.objects.order_by("pk").values_list("en", "ko", "zh")
    return read_query(words, _thesaurus(tuple(tuple(chain(*terms)) for terms in rows)))


@lru_cache(maxsize=2)
def _thesaurus(sets: tuple[tuple[str, ...], ...]) -> Thesaurus:
    return Thesaurus(sets)


def found_by_words(words: str) -> QuerySet:
    """A query for the keys of the recommendations that the words find, whoever may see them."""
    groups = read_words(words)
    asked = [_Asked(term) for group in groups for term in (*group.terms, *group.excluded)]
    _look_up_lexemes(asked)
    _look_up_labels(asked)
    known = {id(one.term): one for one in asked if not one.is_empty}
    found = []
    for group in groups:
        wanted = [known[id(term)] for term in group.terms if id(term) in known]
        unwanted = [known[id(term)] for term in group.excluded if id(term) in known]
        if wanted or (unwanted and not group.terms):
            found.append(_all_of(wanted, unwanted))
    if not found:
        return Recommendation.objects.none().values_list("pk")
    return found[0].union(*found[1:]) if found[1:] else found[0]


def _look_up_lexemes(asked: list[_Asked]) -> None:
    """The lexemes of each way of writing a term; a phrase has to be checked row by row."""
    rows = [
        (at, kind, text)
        for at, one in enumerate(asked)
        for kind in ("words", "phrases")
        for text in getattr(one.term, kind)
    ]
    queries = [(at, gram_query(run)) for at, one in enumerate(asked) for run in one.term.runs]
    if rows:
        queries = [*((row.pk, row.query) for row in _raw(_LEXEMES, rows)), *queries]
    for at, query in queries:
        kind = asked[at].phrases if "<" in query or "&" in query else asked[at].lexemes
        if query and f"({query})" not in kind:
            kind.append(f"({query})")


def _look_up_labels(asked: list[_Asked]) -> None:
    rows = [
        (at, one.query, "\x1e".join(one.term.names), one.term.title, one.term.symbol)
        for at, one in enumerate(asked)
        if one.query
    ]
    if not rows:
        return
    for row in _raw(_LABELS, rows):
        asked[row.pk].labels.setdefault(row.kind, []).append(row.label)


def _raw(sql: str, rows: list[tuple[Any, ...]]) -> Iterator[Any]:
    """Ask about several rows at once, a parameter a column; what comes back has their place."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    return iter(Recommendation.objects.raw(sql, columns))


def _all_of(wanted: list[_Asked], unwanted: list[_Asked]) -> QuerySet:
    """All terms and none of those excluded; with nothing but those, everything else."""
    rows = Recommendation.objects.order_by()
    sets = [_found(one) for one in wanted if one.labels or one.term.reference]
    said = [one for one in wanted if not (one.labels or one.term.reference)]
    if len(said) == 1:
        sets.append(_found(said[0]))
    elif said:  # one look into the index, however many words
        for one in said:
            rows = rows.filter(search_vector=LexemeQuery(one.query))
        sets.append(rows.values_list("pk"))
    found = sets[0] if sets else rows.values_list("pk")
    if sets[1:]:
        found = found.intersection(*sets[1:])
    without = [_found(one) for one in unwanted]
    return found.difference(*without) if without else found


def _found(one: _Asked) -> QuerySet:
    first, *others = _sources(one)
    return first.union(*others, all=True) if others else first


def _sources(one: _Asked) -> Iterator[QuerySet]:
    """Where a term is found: each a query for the keys of recommendations."""
    rows = Recommendation.objects.order_by()
    if one.term.reference:
        yield rows.filter(reference=one.term.reference).values_list("pk")
    for queries in (one.lexemes, one.phrases):
        if queries:
            query = LexemeQuery(" | ".join(queries))
            yield rows.filter(search_vector=query).values_list("pk")
    for kind, keys in one.labels.items():
        if end := _THROUGH.get(kind):
            through = getattr(Recommendation, kind).through.objects.order_by()
            yield through.filter(**{f"{end}__in": keys}).values_list("recommendation_id")
        elif kind == "treaty":
            invoking = Invocation.objects.order_by().filter(article__treaty__in=keys)
            yield invoking.values_list("recommendation_id")
        else:
            yield rows.filter(**{f"{kind}__in": keys}).values_list("pk")
