"""The picture that stands for a page where it is shared."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tracker.charts.picture import picture_of

from .about import SITE
from .page import Context

VERSION = "v"  # of the data, so that another picture has another address


def picture(request: HttpRequest, context: Context) -> HttpResponse:
    """What a page finds, in large letters, as of its day."""
    reuse = context["reuse"]
    about, host = reuse.about, urlsplit(settings.BASE_URL).hostname or ""
    drawn = picture_of(str(SITE), about.name, about.title, about.finding, reuse.shown, host)
    return HttpResponse(drawn, content_type="image/png")
