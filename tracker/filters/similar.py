"""
Which records ask nearly the same in nearly the same words, or have the same title or place.

Two texts are as alike as the share of their words (of their 2-grams, where they are Korean or
Chinese) that both have. The index of words finds them: of texts that share six words in ten, at
least one is among the rarest few of either, so only those are looked up. Measured on 30,000 texts
beside pg_trgm: docs/adr/0032-relations-and-similar-asks.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tracker.lib.reading import fetched
from tracker.lib.word_differences import Piece, word_differences
from tracker.models import Recommendation

ALIKE = 0.6
_SHOWN = 5
_FOUND = """
    WITH asked AS MATERIALIZED (
        SELECT at, words, ceil(cardinality(words) * %(alike)s)::int AS least
        FROM unnest(%(places)s::int[], %(texts)s::text[]) AS given(at, text),
            LATERAL (SELECT tsvector_to_array(tracker_searchable(text)) AS words) AS said
    ), common AS MATERIALIZED (
        SELECT word, share FROM pg_stats,
            unnest(most_common_elems::text::text[], most_common_elem_freqs) AS known(word, share)
        WHERE schemaname = current_schema() AND tablename = 'tracker_recommendation'
            AND attname = 'search_vector'
    ), ranked AS (
        SELECT at, word, cardinality(words) - least + 1 AS enough,
            row_number() OVER (PARTITION BY at ORDER BY share NULLS FIRST, word) AS place
        FROM asked CROSS JOIN unnest(words) AS word LEFT JOIN common USING (word)
    ), rare AS MATERIALIZED (
        SELECT at, string_agg(
            '''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || '''', ' | '
        )::tsquery AS query
        FROM ranked WHERE place <= enough GROUP BY at
    ), near AS MATERIALIZED (
        SELECT at, words, here.id, here.text FROM asked JOIN rare USING (at)
            JOIN tracker_recommendation AS here ON here.search_vector @@ rare.query,
            LATERAL (
                SELECT count(*) AS shared FROM unnest(tsvector_to_array(here.search_vector)) AS word
                WHERE word = ANY (words)
            ) AS overlap
        WHERE here.state <> 'withdrawn' AND shared >= least
    ), alike AS (
        SELECT at, near.id, shared::float / (cardinality(words) + cardinality(theirs) - shared)
            AS likeness
        FROM near,
            LATERAL (SELECT tsvector_to_array(tracker_searchable(near.text)) AS theirs) AS said,
            LATERAL (
                SELECT count(*) AS shared FROM unnest(theirs) AS word WHERE word = ANY (words)
            ) AS overlap
    ), best AS (
        SELECT *, row_number() OVER (PARTITION BY at ORDER BY likeness DESC, id) AS place
        FROM alike WHERE likeness >= %(alike)s
    )
    SELECT at, id, likeness FROM best WHERE place <= %(shown)s ORDER BY at, place
"""
_SAME = """
    WITH asked AS MATERIALIZED (
        SELECT at, lower(title) AS title, document, locator, (
            SELECT string_agg(
                '''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || '''', ' & '
            )::tsquery FROM unnest(tsvector_to_array(tracker_searchable(title))) AS word
        ) AS query
        FROM unnest(
            %(places)s::int[], %(titles)s::text[], %(documents)s::int[], %(locators)s::text[]
        ) AS given(at, title, document, locator)
    ), same AS (
        SELECT at, here.id, 'title' AS what FROM asked JOIN tracker_recommendation AS here
            ON here.search_vector @@ asked.query AND lower(here.title) = asked.title
        WHERE here.state <> 'withdrawn'
        UNION ALL
        SELECT at, here.id, 'place' FROM asked JOIN tracker_recommendation AS here
            ON here.document_id = asked.document AND here.locator = asked.locator
        WHERE here.state <> 'withdrawn' AND asked.locator <> ''
    ), first AS (
        SELECT *, row_number() OVER (PARTITION BY at, what ORDER BY id) AS place FROM same
    )
    SELECT at, id, what FROM first WHERE place <= %(shown)s ORDER BY at, what DESC, place
"""


@dataclass(frozen=True)
class Asked:
    """What is asked, and where: as far as it can show that it is recorded already."""

    text: str
    title: str = ""
    document: int | None = None
    locator: str = ""

    @classmethod
    def of(cls, record: Recommendation) -> Asked:
        return cls(record.text, record.title, record.document_id, record.locator)


@dataclass(frozen=True)
class Similar:
    """A record that a new ask may repeat: how much of their words they share, and which not."""

    recommendation: Recommendation
    likeness: float
    pieces: list[Piece]
    same: list[str] = field(default_factory=list)  # of title and place, what is the same

    @property
    def percent(self) -> int:
        return int(self.likeness * 100)

    @property
    def reasons(self) -> list[str]:
        """Of title, place and words, what makes it similar."""
        return [*self.same, *(["words"] if self.likeness else [])]

    @property
    def why(self) -> str:
        """What makes it similar, in words."""
        share = [f"{self.percent} % of the words"] if self.likeness else []
        return ", ".join([*(f"the same {what}" for what in self.same), *share])


def similar_to(texts: Sequence[str]) -> list[list[Similar]]:
    """
    For each text the records, public or not, with at least ALIKE of the words; the nearest first.

    One query for all of them, and two more if there are any.
    """
    asked = {"places": [*range(len(texts))], "texts": [*texts], "alike": ALIKE, "shown": _SHOWN}
    found = fetched(_FOUND, asked)
    rows = Recommendation.objects.select_related("document").defer("search_vector")
    known = rows.prefetch_related("made_by").in_bulk({pk for _, pk, _ in found}) if found else {}
    alike: list[list[Similar]] = [[] for _ in texts]
    for at, pk, likeness in found:
        other = known[pk]
        alike[at].append(Similar(other, likeness, word_differences(other.text, texts[at])))
    return alike


def repeats(asks: Sequence[Asked]) -> list[list[Similar]]:
    """
    For each ask the records with much of its words, its title or its place in its document.

    Two queries for all of them, and two more for each if there are any.
    """
    found = similar_to([ask.text for ask in asks])
    same = [*_same(asks)]
    rows = Recommendation.objects.select_related("document").defer("search_vector")
    known = rows.prefetch_related("made_by").in_bulk({pk for _, pk, _ in same}) if same else {}
    for at, pk, what in same:
        alike = found[at]
        place = [n for n, one in enumerate(alike) if one.recommendation.pk == pk]
        if place:
            alike[place[0]] = replace(alike[place[0]], same=[*alike[place[0]].same, what])
        else:
            pieces = word_differences(known[pk].text, asks[at].text)
            alike.append(Similar(known[pk], 0, pieces, [what]))
    return found


def _same(asks: Sequence[Asked]) -> Iterator[tuple[int, int, str]]:
    given = {
        "places": [*range(len(asks))],
        "titles": [ask.title for ask in asks],
        "documents": [ask.document for ask in asks],
        "locators": [ask.locator for ask in asks],
    }
    yield from fetched(_SAME, given | {"shown": _SHOWN})
