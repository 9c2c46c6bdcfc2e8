"""Two versions of a recommendation side by side: a colleague's, and what was typed here."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.filters.faces import face, label_of, plain_words
from tracker.models import Amendment, Recommendation

from .edits import Edit
from .invocations import plain_invocations


@dataclass(frozen=True)
class Difference:
    """One field: what the record says by now, and what was typed here."""

    label: str
    theirs: str
    ours: str


def differences(edit: Edit) -> list[Difference]:
    """The fields in which a conflicting edit differs from the record; empty without a conflict."""
    if edit.form.conflict is None:
        return []
    now = _now(edit.form.conflict.current)
    typed = edit.form.values(plain_invocations(edit.rows))
    found = [
        Difference(
            label_of(Recommendation, name),
            now.get(name, ""),
            plain_words(Recommendation, name, value),
        )
        for name, value in typed.items()
    ]
    return [row for row in found if row.theirs != row.ours]


def _now(current: Recommendation | Amendment) -> dict[str, str]:
    """What a colleague's version says: the record, or the record with a change they proposed."""
    if isinstance(current, Recommendation):
        return face(current)
    changes = current.changes.items()
    proposed = {name: plain_words(Recommendation, name, value) for name, value in changes}
    return face(current.subject) | proposed
