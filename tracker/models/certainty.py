from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .fields import ChoiceField


class Certainty(models.TextChoices):
    """How sure a fact is. A dated fact that can be wrong always says it."""

    SEEN = "seen", _("Seen in the text or a copy of it")
    DERIVED = "derived", _("Worked out from a text that was seen")
    REPORTED = "reported", _("Reported by the press or an NGO")
    CONFLICT = "conflict", _("Sources disagree")
    TO_VERIFY = "to-verify", _("To be verified")

    @property
    def short(self) -> str:
        """One or two words, for a mark beside a fact."""
        return str(_SHORT[self.value])


_SHORT = {
    "seen": pgettext_lazy("fact", "seen"),
    "derived": pgettext_lazy("fact", "derived"),
    "reported": pgettext_lazy("fact", "reported"),
    "conflict": _("sources disagree"),
    "to-verify": _("to be verified"),
}
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
