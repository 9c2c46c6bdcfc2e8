from __future__ import annotations

import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.lib.partial_dates import PartialDate

from .certainty import CertaintyField
from .changes import Touches
from .constraints import partial_date
from .documents import Document
from .fields import ChoiceField, LanguageField, PartialDateField
from .history import tracked
from .publication import (
    DatedQuerySet,
    Publishable,
    append_only,
    correction_has_a_reason,
    one_live_correction,
    superseding,
)
from .reviews import ReviewCycle


class Position(models.TextChoices):
    """
    China's position on a recommendation, normalised over the cycles.

    The last two are never recorded: they are what the absence of an answer means.
    """

    ACCEPTED = "accepted", _("Accepted")
    ALREADY_IMPLEMENTED = (
        "already-implemented",
        _("Accepted, already implemented (China’s claim)"),
    )
    BEING_IMPLEMENTED = "being-implemented", _("Accepted, being implemented (China’s claim)")
    PARTLY_ACCEPTED = "partly-accepted", _("Partly accepted")
    NOTED = "noted", _("Noted")
    NOT_ACCEPTED = "not-accepted", _("Not accepted")
    PENDING = "pending", _("Pending")
    NO_REPLY = "no-reply", _("No reply")
    NOT_ASKED_FOR = "not-asked-for", _("Not asked for")
    NONE_RECORDED = "none-recorded", _("None recorded")

    @property
    def un_word(self) -> str:
        """The UN's own word, which knows only two (Human Rights Council resolution 5/1)."""
        return str(_UN_WORDS.get(self, ""))

    @property
    def definition(self) -> str:
        """What it means, in a sentence, to whoever records and to whoever reads."""
        return str(_DEFINITIONS[self.value])


ACCEPTED_POSITIONS = [
    Position.ACCEPTED,
    Position.ALREADY_IMPLEMENTED,
    Position.BEING_IMPLEMENTED,
]
_NOTED = {Position.PARTLY_ACCEPTED, Position.NOTED, Position.NOT_ACCEPTED}
_DEFINITIONS = {
    "accepted": _("China says that it accepts what is asked."),
    "already-implemented": _(
        "China says that it accepts it and has done it. That is China’s claim; "
        "whether it is so is for an assessment."
    ),
    "being-implemented": _("China says that it accepts it and is doing it. That too is its claim."),
    "partly-accepted": _("China says that it accepts a part, and not the rest."),
    "noted": _("China takes note of it, with no word that it accepts or refuses."),
    "not-accepted": _("China says that it does not accept it, or contradicts it."),
    "pending": _("China announced that it will decide later."),
    "no-reply": _("An answer was due by a day, and none came. This silence is recorded."),
    "not-asked-for": _(
        "The procedure does not ask the State to take a position on each item, as "
        "with an NGO’s submission or concluding observations."
    ),
    "none-recorded": _("No answer is recorded here. One may exist."),
}
_UN_WORDS = {
    **dict.fromkeys(ACCEPTED_POSITIONS, _("supported")),
    **dict.fromkeys(_NOTED, _("noted")),
}
UNRECORDED_POSITIONS = [Position.NOT_ASKED_FOR, Position.NONE_RECORDED]
RECORDABLE_POSITIONS = [p for p in Position if p not in UNRECORDED_POSITIONS]
ANSWERED_POSITIONS = [p for p in RECORDABLE_POSITIONS if p is not Position.NO_REPLY]


def new_key() -> str:
    return secrets.token_hex(6)


class ResponseQuerySet(DatedQuerySet):
    effective_field = "responded_on"


@tracked(Touches(("recommendation_id",)))
class Response(Publishable):
    """
    What China answered to a recommendation, on an occasion.

    Two layers: China's own words and category, and the normalised position. Its substance never
    changes; a correction is a new row that supersedes this one, with a reason.
    """

    class WordsKind(models.TextChoices):
        OFFICIAL = "official", _("Official text")
        PARAPHRASE = "paraphrase", _("Our paraphrase")
        TRANSLATION = "translation", _("Translation")

    key = models.SlugField(max_length=80, unique=True, default=new_key, editable=False)
    recommendation = models.ForeignKey("Recommendation", models.PROTECT, related_name="responses")
    position = ChoiceField(choices=[(p.value, p.label) for p in RECORDABLE_POSITIONS])
    category_as_stated = models.CharField(
        "China's own category", max_length=100, blank=True,
        help_text="As the reply prints it, e.g. “accepted and being implemented”.",
    )  # fmt: skip
    words = models.TextField("what China said", blank=True)
    words_kind = ChoiceField(choices=WordsKind, default=WordsKind.PARAPHRASE)
    language = LanguageField()
    responded_on = PartialDateField("answered")
    document = models.ForeignKey(Document, models.PROTECT, related_name="responses")
    locator = models.CharField(max_length=150, blank=True)
    cycle = models.ForeignKey(
        ReviewCycle, models.PROTECT, null=True, blank=True, related_name="responses"
    )
    certainty = CertaintyField()
    supersedes = superseding()
    supersedes_reason = models.TextField("why it is corrected", blank=True)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        ordering = ["-responded_on", "-recorded_at", "-pk"]
        constraints = [
            *Publishable.Meta.constraints,
            partial_date("responded_on", name="response_responded_on_date"),
            correction_has_a_reason("response_correction_has_a_reason"),
            one_live_correction("response_one_live_correction"),
        ]
        triggers = [*Publishable.Meta.triggers, *append_only()]
        indexes = [
            models.Index(fields=["recommendation", "-responded_on"], name="response_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.get_position_display()} ({self.responded_on})"

    def natural_key(self) -> tuple[str]:
        return (self.key,)

    @property
    def is_in_sheet(self) -> bool:
        """Whether it stands in the table of its review cycle and document."""
        return self.cycle_id is not None and self.recommendation.cycle_id == self.cycle_id

    def clean(self) -> None:
        """Rules that look beyond this row; rules within it are constraints."""
        if not self.recommendation_id:
            return
        asked, answered = self.recommendation.made_on, self.responded_on
        if isinstance(answered, PartialDate) and answered.last_day < asked.first_day:
            raise ValidationError(
                {"responded_on": f"The answer cannot come before what was asked on {asked.label}."}
            )
        earlier: Any = self.supersedes
        if earlier and earlier.recommendation_id != self.recommendation_id:
            raise ValidationError("A correction stays with its recommendation.")

    @property
    def position_enum(self) -> Position:
        return Position(self.position)
