from __future__ import annotations

from django.http import HttpRequest

from tracker.models import Certainty, Invocation, Position, Status

from .page import AsOf, Context, public_page


@public_page("public/methodology.html", section="methodology")
def methodology(request: HttpRequest, as_of: AsOf) -> Context:
    return {
        "statuses": list(Status),
        "positions": list(Position),
        "certainties": list(Certainty),
        "bases": list(Invocation.Basis),
    }
