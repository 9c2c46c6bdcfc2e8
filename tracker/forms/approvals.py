from __future__ import annotations

from typing import Any

from tracker.actions.publication import approve, discard, recall, return_to_author, withdraw
from tracker.models import Publishable, User

from .base import ActionForm, ReasonForm


class ApproveForm(ActionForm):
    """A step of a record's way that has nothing to fill in, but can be refused."""

    def discard(self, record: Publishable, *, by: User) -> bool:
        return self.apply(discard, record=record, by=by)

    def recall(self, record: Publishable, *, by: User) -> bool:
        return self.apply(recall, record=record, by=by)

    def approve(self, record: Publishable, *, by: User) -> bool:
        """Publish it, if it is still what this person read (`expected` in the posted form)."""
        return self.apply(approve, record=record, by=by, expected=self.data.get("expected", ""))


class ReturnForm(ReasonForm):
    """What the author of a record should change before it is read again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, missing="Say what the author should change.", **kwargs)
        self.fields["reason"].label = "What should change"
        self.fields["reason"].help_text = "The author reads it beside the draft."

    def send_back(self, record: Publishable, *, by: User) -> bool:
        """Return it, if it is still what this person read."""
        read = self.data.get("expected", "")
        return self.apply(return_to_author, record=record, by=by, expected=read)


class WithdrawForm(ReasonForm):
    """Why a record leaves the public pages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, missing="Say why it is withdrawn.", **kwargs)
        self.fields["reason"].help_text = "The public reads it. No private person’s name."

    def withdraw(self, record: Publishable, *, by: User) -> bool:
        """Take it back for good."""
        return self.apply(withdraw, record=record, by=by)
