from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from tracker.models import Certainty, Invocation, Position, Status

from .page import AsOf, Context, public_page

CONTENTS = [
    ("who", _("who decides")),
    ("status", _("status")),
    ("positions", _("China’s position")),
    ("articles", _("articles")),
    ("certainty", _("certainty")),
    ("counting", _("counting")),
    ("dates", _("dates and “as of”")),
    ("words", _("titles and paraphrases")),
    ("strength", _("strength of action")),
    ("corrections", _("corrections")),
    ("privacy", _("privacy")),
]


@public_page("public/methodology.html", section="methodology")
def methodology(request: HttpRequest, as_of: AsOf) -> Context:
    return {
        "statuses": list(Status),
        "positions": list(Position),
        "certainties": list(Certainty),
        "bases": list(Invocation.Basis),
        "two_persons": settings.TWO_PERSON_RULE,
        "contents": CONTENTS,
    }
