"""Asks as rows to stage: checked, compared, with what was noticed on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from tracker.actions.imports import Staged
from tracker.imports.asks import Ask
from tracker.imports.checking import Checker
from tracker.imports.comparing.derived import settle
from tracker.imports.comparing.difference import Difference
from tracker.lib.collecting import without_collecting
from tracker.models import Import, StagedRow


@without_collecting()
def prepare(
    asks: Sequence[Ask], source: str, settings: Mapping[str, Any], numbers: Sequence[int] = ()
) -> tuple[list[Staged], dict[str, list[Any]], list[str]]:
    """Rows to stage, what they add to the reference data, and what was noticed on the way."""
    told = settle(asks, timezone.localdate()) if source == Import.Source.OWN else []
    checker = Checker(settings, source)
    checked = checker.check(asks)
    rows = Difference(source, settings.get("decided", {})).compare(checked, numbers)
    known = checker.known
    additions = {kind: list(found.values()) for kind, found in known.additions.items() if found}
    return rows, additions, [*told, *_unknown(known.unknown)]


def recheck(row: StagedRow, ask: Ask) -> Staged:
    """What one staged row would be with another ask: checked and compared like all others."""
    imported = row.imported
    return prepare([ask], imported.source, imported.settings, [row.number])[0][0]


def _unknown(unknown: Mapping[str, Counter[str]]) -> list[str]:
    """What no vocabulary has, said once for each; the words stay with their rows."""
    labels = {"themes": "themes", "groups": "affected groups"}
    return [
        f"Not among the {labels[kind]} here, and left out of the records: "
        + "; ".join(f"{name} ({count:,})" for name, count in found.most_common())
        + "."
        for kind, found in unknown.items()
        if found
    ]
