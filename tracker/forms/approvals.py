from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.actions.publication import approve, discard, why_not_own
from tracker.models import Document, Publishable, Response, User

from .base import ActionForm


class ApproveForm(ActionForm):
    """A step of a record's way that has nothing to fill in, but can be refused."""

    def discard(self, record: Publishable, *, by: User) -> bool:
        return self.apply(discard, record=record, by=by)

    def approve(self, record: Publishable, *, by: User) -> bool:
        """Publish it, if it is still what this person read (`expected` in the posted form)."""
        return self.apply(approve, record=record, by=by, expected=self.data.get("expected"))


@dataclass(frozen=True)
class Choice:
    """An answer in the queue, and why this reader cannot approve it, if so."""

    answer: Response
    own: str


def by_document(
    answers: Iterable[Response], user: User
) -> list[tuple[Document, list[Choice], bool]]:
    """Answers in the order given, by document, and whether this person can approve any of them."""
    groups: dict[int, list[Choice]] = {}
    for answer in answers:
        groups.setdefault(answer.document_id, []).append(Choice(answer, why_not_own(answer, user)))
    return [
        (rows[0].answer.document, rows, any(not row.own for row in rows))
        for rows in groups.values()
    ]
