"""Pages about the site itself: what its words mean, and how it is run."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from tracker.lib.glossary import OF_THE_UN, OURS

from .page import AsOf, Context, public_page


@public_page("public/colophon/glossary.html", section="about")
def glossary(request: HttpRequest, as_of: AsOf) -> Context:
    return {"ours": OURS, "of_the_un": OF_THE_UN}


@public_page("public/colophon/about.html", section="about")
def about(request: HttpRequest, as_of: AsOf) -> Context:
    return {"contact": settings.CONTACT_EMAIL, "two_persons": settings.TWO_PERSON_RULE}


@public_page("public/colophon/privacy.html", section="about")
def privacy(request: HttpRequest, as_of: AsOf) -> Context:
    return {"contact": settings.CONTACT_EMAIL}


@public_page("public/colophon/accessibility.html", section="about")
def accessibility(request: HttpRequest, as_of: AsOf) -> Context:
    return {"contact": settings.CONTACT_EMAIL}
