from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator

from tracker.actions.publication import (
    approve,
    approve_all,
    discard,
    recall,
    return_to_author,
    sent_mark,
    withdraw,
)
from tracker.actions.second_person import other_writers, own_words
from tracker.filters.faces import Line, lines_of
from tracker.filters.workspace import in_review, records
from tracker.models import Document, Publishable, Response, User

from .base import ActionForm, ReasonForm


class ApproveForm(ActionForm):
    """A step of a record's way that has nothing to fill in, but can be refused."""

    def discard(self, record: Publishable, *, by: User) -> bool:
        return self.apply(discard, record=record, by=by)

    def recall(self, record: Publishable, *, by: User) -> bool:
        return self.apply(recall, record=record, by=by)

    def approve(self, record: Publishable, *, by: User) -> bool:
        """Publish it, if it is still what this person read (`expected` in the posted form)."""
        return self.apply(approve, record=record, by=by, expected=self.data.get("expected"))


class ReturnForm(ReasonForm):
    """What the author of a record should change before it is read again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, missing="Say what the author should change.", **kwargs)
        self.fields["reason"].label = "What should change"
        self.fields["reason"].help_text = "The author reads it beside the draft."

    def send_back(self, record: Publishable, *, by: User) -> bool:
        """Return it, if it is still what this person read."""
        read = self.data.get("expected")
        return self.apply(return_to_author, record=record, by=by, expected=read)


class WithdrawForm(ReasonForm):
    """Why a record leaves the public pages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, missing="Say why it is withdrawn.", **kwargs)
        self.fields["reason"].help_text = "The public reads it. No private person’s name."

    def withdraw(self, record: Publishable, *, by: User) -> bool:
        """Take it back for good."""
        return self.apply(withdraw, record=record, by=by)


@dataclass(frozen=True)
class Choice:
    """An answer in the queue, why this reader cannot approve it if so, and what it corrects."""

    answer: Response
    own: str
    lines: list[Line]

    @property
    def mark(self) -> str:
        return sent_mark(self.answer)


@dataclass(frozen=True)
class LeftOut:
    """An answer that was ticked and is not published, and why."""

    reference: str
    why: str


class AnswerTable:
    """
    The answers of one document that wait, to be read and published together.

    What is ticked comes back with the mark of what was read: what has changed since is left out.
    """

    size = 50

    def __init__(self, document: Document, user: User, data: Any = None) -> None:
        self.document, self.user, self.data = document, user, data
        self.left_out: list[LeftOut] = []
        self.published = 0

    def page(self, number: Any) -> Any:
        """A page of the table, what was sent first on top; a few queries, however many answers."""
        rows = in_review("response").filter(document=self.document)
        rows = rows.select_related("supersedes__document", "supersedes__cycle")
        page: Any = Paginator(rows, self.size).get_page(number)
        answers = list(page.object_list)
        writers = other_writers(Response, [answer.pk for answer in answers])
        page.object_list = [self._choice(answer, writers[answer.pk]) for answer in answers]
        return page

    def _choice(self, answer: Response, others: set[int]) -> Choice:
        lines = lines_of(answer) if answer.supersedes_id else []
        changed = [line for line in lines if line.changed]
        author, sender = answer.recorded_by_id, answer.submitted_by_id
        own = own_words(self.user, author=author, sender=sender, others=others)
        return Choice(answer, own, changed)

    @cached_property
    def ticked(self) -> dict[str, str]:
        """The mark of what was read, by key."""
        keys = self.data.getlist("key") if self.data is not None else []
        sound = [key for key in keys if key.isascii() and "\0" not in key]
        return {key: self.data.get(f"read-{key}", "") for key in sound}

    def approve(self, *, by: User) -> bool:
        """Publish what is ticked; False if nothing was, or some of it is left out."""
        chosen: list[Response] = list(records("response").filter(key__in=self.ticked))
        names = {answer.pk: answer.recommendation.reference for answer in chosen}
        read: dict[Publishable, str] = {answer: self.ticked[answer.key] for answer in chosen}
        refused = approve_all(records=chosen, by=by, expected=read)
        self.published = len(chosen) - len(refused)
        self.left_out = [LeftOut(names[answer.pk], why) for answer, why in refused]
        unknown = len(self.ticked) - len(chosen)
        self.left_out += [LeftOut("One answer", "It is not here any more.")] * unknown
        return bool(chosen) and not self.left_out
