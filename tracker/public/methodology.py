from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from tracker.models import Certainty, Invocation, Position, Status

from .page import AsOf, Context, public_page

CONTENTS = [
    ("who", "who decides"),
    ("status", "status"),
    ("positions", "China’s position"),
    ("articles", "articles"),
    ("certainty", "certainty"),
    ("counting", "counting"),
    ("dates", "dates and “as of”"),
    ("words", "titles and paraphrases"),
    ("strength", "strength of action"),
    ("corrections", "corrections"),
    ("privacy", "privacy"),
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
