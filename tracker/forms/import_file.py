"""A file that is brought in from a terminal: what the command line says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from tracker.models import Import, User

from .imports import CHINA, ReadingForm


class TerminalForm(ReadingForm):
    """How a file is read, and who brings it in, by the names of the command's options."""

    by = forms.ModelChoiceField(
        queryset=User.objects.filter(is_active=True, is_system=False),
        to_field_name="email",
        error_messages={
            "required": "Say who brings it in: the e-mail address of an account.",
            "invalid_choice": "No account that may sign in has this e-mail address.",
        },
    )
    source = forms.ChoiceField(choices=[("", ""), *Import.Source.choices], required=False)
    reason = forms.CharField(required=False)

    def __init__(self, options: Mapping[str, Any]) -> None:
        given = {name: options.get(name) or "" for name in self.base_fields}
        super().__init__(given | {"state": options.get("state") or CHINA, "positions": True})

    @property
    def faults(self) -> list[str]:
        """What is wrong, each with the option that it stands in."""
        return [
            f"--{name.replace('_', '-')}: {message}"
            for name, messages in self.errors.items()
            for message in messages
        ]
