from typing import Any

from django.db import models

from .fields import ChoiceField


class Certainty(models.TextChoices):
    """How sure a fact is. A dated fact that can be wrong always says it."""

    SEEN = "seen", "Seen in the text or a copy of it"
    DERIVED = "derived", "Worked out from a text that was seen"
    REPORTED = "reported", "Reported by the press or an NGO"
    CONFLICT = "conflict", "Sources disagree"
    TO_VERIFY = "to-verify", "To be verified"

    @property
    def short(self) -> str:
        """One or two words, for a mark beside a fact."""
        return {"conflict": "sources disagree", "to-verify": "to be verified"}.get(
            self.value, self.value
        )


HOW_SURE = "Seen, if you read it in the source itself."


class CertaintyField(ChoiceField):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(choices=Certainty)
        kwargs.setdefault("default", Certainty.SEEN)
        kwargs.setdefault("help_text", HOW_SURE)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["choices"], kwargs["help_text"]
        return name, path, args, kwargs
