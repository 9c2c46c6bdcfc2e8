"""How well recommendations fit the words that found them."""

from __future__ import annotations

from tracker.lib.reading import fetched

from .words import Reading, sought

# A title counts ten times what a text does; words that stand close together count more. It is read
# anew for each row, so the quicker way is taken where no Korean or Chinese is in it.
_RANKS = r"""
    SELECT id, 100 * (reference = ANY (%s))::int
        + ts_rank_cd(weighed, %s::tsquery, 1) + ts_rank_cd(weighed, %s::tsquery, 1) / 10
    FROM tracker_recommendation, LATERAL (
        SELECT setweight(
            CASE WHEN title ~ '[\u3000-\U0010ffff]' THEN tracker_searchable(title)
                ELSE to_tsvector('pg_catalog.english', title) END,
            'A'
        ) || search_vector
    ) AS text(weighed)
    WHERE id = ANY (%s)
"""


def ranked(keys: list[int], reading: Reading) -> list[int]:
    """
    The keys in the order of how well they fit; what fits alike stays in the order given.

    First what is asked for by its reference, then by the words: all of them close together, in the
    title rather than in the text. What was found by a label alone comes last.
    """
    if not keys:
        return []
    what = sought(reading)
    also = what.any if what.any != what.together else ""
    rows = fetched(_RANKS, [what.references, what.together, also, keys])
    ranks: dict[int, float] = dict(rows)
    return sorted(keys, key=lambda key: -ranks.get(key, 0))
