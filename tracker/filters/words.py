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
from tracker.lib.queries import Group, read_query, words_left_out
from tracker.lib.reading import fetched
from tracker.lib.terms import Term
from tracker.lib.thesaurus import Thesaurus
from tracker.models import Invocation, Recommendation, Relation, Synonym
from tracker.models.articles import article_slug
from tracker.models.search import LexemeQuery

_LEXEMES = """
    SELECT asked.term, CASE kind WHEN 'words' THEN plainto_tsquery('pg_catalog.english', text)
        ELSE phraseto_tsquery('pg_catalog.english', text) END::text
    FROM unnest(%s::int[], %s::text[], %s::text[]) AS asked(term, kind, text)
"""
# Each expression is as an index has it: PostgreSQL uses an index for the very same one.
_LABELS = """
    WITH asked AS (
        SELECT term, query::tsquery, string_to_array(names, chr(30)) AS names, title, symbol,
            article, string_to_array(treaties, chr(30)) AS treaties, is_of_any
        FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[],
            %s::text[], %s::bool[])
            AS asked(term, query, names, title, symbol, article, treaties, is_of_any)
    ), named AS (
        SELECT term, treaty.id FROM asked JOIN tracker_treaty treaty
            ON article <> '' AND (lower(short_name) = ANY (treaties)
                OR lower(treaty.title) = ANY (treaties))
    )
    SELECT term, 'made_by', here.id FROM asked JOIN tracker_organisation here
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
    UNION ALL SELECT term, 'article', here.id FROM asked JOIN named USING (term)
        JOIN tracker_article here ON here.treaty_id = named.id AND here.slug = article
    UNION ALL SELECT term, 'article_of_any', here.id FROM asked JOIN tracker_article here
        ON here.slug = article
        WHERE article <> '' AND is_of_any AND term NOT IN (SELECT term FROM named)
"""
_ARTICLE = ("article", "article__parent", "article__parent__parent")
_INVOKED = {"article": _ARTICLE, "article_of_any": _ARTICLE, "treaty": ("article__treaty",)}
_THROUGH = {"made_by": "maker", "themes": "theme", "affected_groups": "group"}


@dataclass
class _Term:
    """A term as the database is asked for it: single lexemes, phrases, and labels by their keys."""

    term: Term
    lexemes: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    labels: dict[str, list[int]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Only words that are left out of every index, such as “of”."""
        return not (self.term.reference or self.lexemes or self.phrases or self.labels)

    @property
    def is_only_said(self) -> bool:
        """It has to stand in the text: it is no label and no reference."""
        return not (self.labels or self.term.reference)

    @property
    def query(self) -> str:
        return " | ".join([*self.lexemes, *self.phrases])


@dataclass(frozen=True)
class Reading:
    """What words ask for, and which of them are passed over: in order, each once, as typed."""

    groups: list[Group]
    ignored: list[str]


def read_words(words: str) -> Reading:
    """What a reader's words ask for, widened by the synonyms that the database holds."""
    known = _synonyms()
    return Reading(read_query(words, known), words_left_out(words, known))


def _synonyms() -> Thesaurus:
    rows = Synonym.objects.order_by("pk").values_list("en", "ko", "zh")
    return _thesaurus(tuple(tuple(chain(*terms)) for terms in rows))


@lru_cache(maxsize=2)
def _thesaurus(sets: tuple[tuple[str, ...], ...]) -> Thesaurus:
    return Thesaurus(sets)


def found_by_words(reading: Reading) -> QuerySet:
    """A query for the keys of the recommendations that the words find, whoever may see them."""
    groups = reading.groups
    asked = [_Term(term) for group in groups for term in (*group.terms, *group.excluded)]
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


@dataclass(frozen=True)
class Sought:
    """What words look for in a text, as queries for all of it together and for any of it."""

    references: list[str]
    together: str
    any: str


def sought(reading: Reading) -> Sought:
    """The same that finds; what is excluded and what only labels have is left aside."""
    groups = [[_Term(term) for term in group.terms] for group in reading.groups]
    asked = [one for group in groups for one in group]
    _look_up_lexemes(asked)
    queries = [[f"({one.query})" for one in group if one.query] for group in groups]
    return Sought(
        [one.term.reference for one in asked if one.term.reference],
        " | ".join(" & ".join(query) for query in queries if query),
        " | ".join(chain.from_iterable(queries)),
    )


def _look_up_lexemes(asked: list[_Term]) -> None:
    """The lexemes of each way of writing a term; a phrase has to be checked row by row."""
    rows = [
        (at, kind, text)
        for at, one in enumerate(asked)
        for kind in ("words", "phrases")
        for text in getattr(one.term, kind)
    ]
    queries = [(at, gram_query(run)) for at, one in enumerate(asked) for run in one.term.runs]
    if rows:
        queries = [*fetched(_LEXEMES, _columns(rows)), *queries]
    for at, query in queries:
        kind = asked[at].phrases if "<" in query or "&" in query else asked[at].lexemes
        if query and f"({query})" not in kind:
            kind.append(f"({query})")


def _look_up_labels(asked: list[_Term]) -> None:
    """The labels of each term; the article of a treaty that is named is meant and nothing else."""
    rows = [(at, one.query, *_label_words(one.term)) for at, one in enumerate(asked) if one.query]
    if not rows:
        return
    for at, kind, pk in fetched(_LABELS, _columns(rows)):
        asked[at].labels.setdefault(kind, []).append(pk)
    for one in asked:
        if articles := one.labels.get("article"):
            one.lexemes, one.phrases, one.labels = [], [], {"article": articles}


def _label_words(term: Term) -> tuple[Any, ...]:
    """What labels are looked up by, in the order of `asked`."""
    names, treaties = "\x1e".join(term.names), "\x1e".join(term.of)
    article, is_of_any = article_slug(term.article), not term.words
    return names, term.title, term.symbol, article, treaties, is_of_any


def _columns(rows: list[tuple[Any, ...]]) -> list[list[Any]]:
    """Several rows that are asked about at once, as arrays for `unnest`."""
    return [list(column) for column in zip(*rows, strict=True)]


def _all_of(wanted: list[_Term], unwanted: list[_Term]) -> QuerySet:
    """All terms and none of those excluded; with nothing but those, everything else."""
    rows = Recommendation.objects.order_by()
    sets = [_found(one) for one in wanted if not one.is_only_said]
    said = [one for one in wanted if one.is_only_said]
    plain = [one for one in unwanted if one.is_only_said and not one.phrases]
    if said and plain and not any(one.phrases for one in said):  # the index knows both at once
        parts = [f"({one.query})" for one in said] + [f"!({one.query})" for one in plain]
        sets.append(rows.filter(search_vector=LexemeQuery(" & ".join(parts))).values_list("pk"))
        unwanted = [one for one in unwanted if one not in plain]
    elif len(said) == 1:
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


def _found(one: _Term) -> QuerySet:
    first, *others = _sources(one)
    return first.union(*others, all=True) if others else first


def _sources(one: _Term) -> Iterator[QuerySet]:
    """Where a term is found: each a query for the keys of recommendations."""
    rows = Recommendation.objects.order_by()
    if reference := one.term.reference:
        yield rows.filter(reference=reference).values_list("pk")
        limbs = Relation.objects.order_by().filter(kind=Relation.Kind.PART_OF)
        whole = {"to_recommendation__reference": reference}
        yield limbs.filter(**whole).values_list("from_recommendation")
    for queries in (one.lexemes, one.phrases):
        if queries:
            query = LexemeQuery(" | ".join(queries))
            yield rows.filter(search_vector=query).values_list("pk")
    for kind, keys in one.labels.items():
        yield from _labelled(kind, keys)


def _labelled(kind: str, keys: list[int]) -> Iterator[QuerySet]:
    """Recommendations with a label, or with an article or a paragraph of it."""
    if end := _THROUGH.get(kind):
        through = getattr(Recommendation, kind).through.objects.order_by()
        yield through.filter(**{f"{end}__in": keys}).values_list("recommendation_id")
    elif paths := _INVOKED.get(kind):
        for path in paths:
            invoking = Invocation.objects.order_by().filter(**{f"{path}__in": keys})
            yield invoking.values_list("recommendation_id")
    else:
        rows = Recommendation.objects.order_by().filter(**{f"{kind}__in": keys})
        yield rows.values_list("pk")
