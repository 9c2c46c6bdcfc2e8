"""Forms: outside words come in here, and only an action changes anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone

from tracker.actions.base import Conflict

NOTHING = "-"  # what a person means to replace, if it was withdrawn while they typed


def seen(given: dict[str, Any]) -> str:
    """The key of the entry that a person has seen: first, or by now (`over`); "" for none."""
    over = given.pop("over")
    return "" if over == NOTHING else over or given["expected"]


class ActionForm(forms.Form):
    """A form whose only way to change anything is to call an action."""

    not_in_future: tuple[str, ...] = ()
    conflict: Conflict | None = None
    result: Any = None

    def clean(self) -> dict[str, Any]:
        """Dates of what has happened are not to come, not even where the day begins first."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        latest = timezone.localdate() + dt.timedelta(days=1)
        for name in self.not_in_future:
            date = cleaned.get(name)
            if date and date.first_day > latest:
                self.add_error(name, f"{date.label} is still to come. Write the day it happened.")
        return cleaned

    def apply(self, action: Callable[..., Any], **context: Any) -> bool:
        """
        Call `action` with the cleaned data and `context`; its answer is then in `result`.

        What the action refuses becomes the form's errors; a Conflict is kept in `conflict`, so that
        the page can show both versions. False means that nothing was written.
        """
        if not self.is_valid():
            return False
        try:
            self.result = action(**self.arguments(), **context)
        except Conflict as conflict:
            self.conflict = conflict
            self.add_error(None, str(conflict))
        except ValidationError as error:
            self._take_over(error)
        return not self.errors

    def arguments(self) -> dict[str, Any]:
        """What the action is called with; a form whose fields differ from them says so here."""
        return dict(self.cleaned_data)

    def _take_over(self, error: ValidationError) -> None:
        for field, messages in error.update_error_dict({}).items():
            self.add_error(field if field in self.fields else NON_FIELD_ERRORS, messages)


LONGEST = 20_000  # characters; the longest reply in a UN document is a tenth of it


class ModelActionForm(ActionForm, forms.ModelForm):
    """An ActionForm whose fields are a model's: same words, same limits, and none without one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea) and not getattr(field, "max_length", None):
                field.validators.append(MaxLengthValidator(LONGEST))


class ReasonForm(ActionForm):
    """Why something is returned, withdrawn or corrected."""

    reason = forms.CharField(
        label="Reason",
        strip=True,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text="In a sentence or two; it stays in the history.",
    )

    def __init__(self, *args: Any, missing: str = "Say why.", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].error_messages["required"] = missing
