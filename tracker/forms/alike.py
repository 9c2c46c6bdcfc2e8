"""What may be recorded already: shown before it is saved, to whoever has not seen it yet."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.filters.relations import kin_of
from tracker.filters.similar import Asked, Similar, repeats
from tracker.models import Recommendation


def not_seen(
    asks: Sequence[Asked],
    seen: set[str],
    *,
    changed: Recommendation | None = None,
    item: Recommendation | None = None,
) -> list[list[Similar]]:
    """
    For each ask what it may repeat; nothing at all if every one of them was `seen`.

    A record that is `changed` does not repeat itself, and nothing by what it said before. Of the
    `item` that is split a limb repeats words, which is no warning until it repeats all of them;
    and limbs share their place.
    """
    here = changed or item
    kin = kin_of([here.pk])[here.pk] | {here.pk} if here else set()
    found = [
        [one for one in alike if _is_news(one, ask, changed) and not _is_part(one, item, kin)]
        for ask, alike in zip(asks, repeats(asks), strict=True)
    ]
    everything = {one.recommendation.reference for alike in found for one in alike}
    return [[] for _ in asks] if everything <= seen else found


def _is_news(one: Similar, ask: Asked, changed: Recommendation | None) -> bool:
    """Whether it is similar by something that was not there before."""
    if changed is None:
        return True
    before = Asked.of(changed)
    new = {
        "words": ask.text != before.text,
        "title": ask.title != before.title,
        "place": (ask.document, ask.locator) != (before.document, before.locator),
    }
    return one.recommendation != changed and any(new[what] for what in one.reasons)


def _is_part(one: Similar, item: Recommendation | None, kin: set[int]) -> bool:
    if one.recommendation == item and one.likeness < 1:
        return True
    return one.recommendation.pk in kin and one.reasons == ["place"]


def references(found: Sequence[Sequence[Similar]]) -> str:
    """The references that the page shows as similar, as `seen` takes them."""
    return " ".join(sorted({one.recommendation.reference for alike in found for one in alike}))
