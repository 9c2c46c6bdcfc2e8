"""What a draft lacks before it is sent for approval: said, and never forbidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker.models import Certainty, Document, Recommendation, Response

from .relations import kin_of
from .similar import Asked, Similar, repeats

_SHOWN = 3  # records that one may repeat: who opens the draft sees all


def gaps_of_source(document: Document) -> str:
    """Why nobody can check what is taken from a document; "" if somebody can."""
    if document.url or document.archived_url or document.sha256:
        return ""
    return "The document has no address, no archived copy and no file, so nobody can check it."


def gaps_of(records: Sequence[Any]) -> dict[int, list[str]]:
    """What each record lacks, in words; a few queries for all of them."""
    alike = _repeated([record for record in records if isinstance(record, Recommendation)])
    return {record.pk: [*_gaps(record), *alike.get(record.pk, [])] for record in records}


def _gaps(record: Any) -> list[str]:
    lacks = {"No place in the document": not record.locator}
    if isinstance(record, Response):
        lacks["Nothing of what China said"] = not (record.words or record.category_as_stated)
    else:
        lacks["No article"] = not record.invocations.all()
        lacks["No review cycle"] = not record.cycle_id
    lacks["Still to be verified"] = record.certainty == Certainty.TO_VERIFY
    lacks[f"Returned: {record.returned_reason}"] = bool(record.returned_reason)
    return [words for words, is_so in lacks.items() if is_so]


def _repeated(asks: Sequence[Recommendation]) -> dict[int, list[str]]:
    if not asks:
        return {}
    kin = kin_of([ask.pk for ask in asks])
    found = repeats([Asked.of(ask) for ask in asks])
    return {
        ask.pk: [
            f"May repeat {one.recommendation.reference} “{one.recommendation.title}”: {one.why}"
            for one in alike
            if one.recommendation != ask and not _is_beside(one, kin[ask.pk])
        ][:_SHOWN]
        for ask, alike in zip(asks, found, strict=True)
    }


def _is_beside(one: Similar, kin: set[int]) -> bool:
    """An item and its limbs share words and their place; the same title is still a mistake."""
    return one.recommendation.pk in kin and "title" not in one.same and one.likeness < 1
