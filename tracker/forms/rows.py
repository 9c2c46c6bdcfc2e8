"""Rows of the same form, one below the other."""

from __future__ import annotations

from typing import Any

from django.forms import BaseFormSet


class HelpedRows(BaseFormSet):
    """The first row says what belongs in each field; the others need not say it again."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values() if index else ():
            field.help_text = ""
