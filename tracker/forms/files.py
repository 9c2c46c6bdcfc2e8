"""A file that somebody uploads: looked at, told about, and not kept."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError

from tracker.lib.files import FileFacts, FileRefused, facts_of

_SALT = "tracker.files"
_ACCEPT = ".pdf,.docx,.xlsx,.csv"  # what the browser offers; the bytes decide


class FactsField(forms.FileField):
    """An uploaded PDF, docx, xlsx or CSV, read into its FileFacts; its name is not looked at."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.FileInput(attrs={"accept": _ACCEPT})
        super().__init__(allow_empty_file=True, widget=widget, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, None)
        if file is None:
            return None
        try:
            return facts_of(file.file, most=settings.UPLOAD_LIMIT)
        except FileRefused as refused:
            raise ValidationError(f"This file is not taken. {refused}") from None


def sealed(facts: FileFacts | None) -> str:
    """The facts as a page can carry them to the next try: a browser gives no file twice."""
    return signing.dumps(asdict(facts), salt=_SALT) if facts else ""


def unsealed(seal: str) -> FileFacts | None:
    """What `sealed` was given; None for anything that it did not make."""
    try:
        return FileFacts(**signing.loads(seal, salt=_SALT)) if seal else None
    except (signing.BadSignature, TypeError, ValueError):
        return None
