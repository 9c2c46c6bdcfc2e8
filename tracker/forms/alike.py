"""What may be recorded already: shown before it is saved, to whoever has not seen it yet."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.filters.similar import Similar, similar_to
from tracker.models import Recommendation


def not_seen(
    texts: Sequence[str],
    seen: set[str],
    *,
    changed: Recommendation | None = None,
    item: Recommendation | None = None,
) -> list[list[Similar]]:
    """
    For each text what it may repeat; nothing at all if every one of them was `seen`.

    A record that is `changed` does not repeat itself. Of the `item` that is split a limb repeats
    words, which is no warning until it repeats all of them.
    """
    found = [
        [one for one in alike if not _is_expected(one, changed, item)]
        for alike in similar_to(texts)
    ]
    everything = {one.recommendation.reference for alike in found for one in alike}
    return [[] for _ in texts] if everything <= seen else found


def _is_expected(one: Similar, changed: Recommendation | None, item: Recommendation | None) -> bool:
    is_part = one.recommendation == item and one.likeness < 1
    return one.recommendation == changed or is_part


def references(found: Sequence[Sequence[Similar]]) -> str:
    """The references that the page shows as similar, as `seen` takes them."""
    return " ".join(sorted({one.recommendation.reference for alike in found for one in alike}))
