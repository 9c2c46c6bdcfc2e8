"""What a program that indexes the site asks for first: where it may go, and what is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from tracker.filters.sitemap import Place, parts, places
from tracker.lib.languages import CODES, DATA, in_language, tag

from .file import fixed_file

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


@fixed_file("robots")
def robots(request: HttpRequest) -> HttpResponse:
    """Records and lists may be indexed; not every filter and every day of each of them."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('staff:home')}",
        "Disallow: /account/",
        "Disallow: /*?",
        "",
        f"Sitemap: {settings.BASE_URL}{reverse('sitemap')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@fixed_file("sitemap")
def sitemap(request: HttpRequest) -> HttpResponse:
    """The files that list the pages: one of the lists, and some for each sort of record."""
    files = [("pages", 1), *parts()]
    told = (f"<sitemap>{_place(reverse('sitemap_part', args=part))}</sitemap>" for part in files)
    return _xml("sitemapindex", told)


@fixed_file("sitemap")
def sitemap_part(request: HttpRequest, sort: str, number: str) -> HttpResponse:
    """One of those files."""
    found = _lists() if (sort, number) == ("pages", "1") else places(sort, int(number))
    if not found:
        raise Http404
    return _xml("urlset", (row for place in found for row in _in_each_language(place)), _XHTML)


def _lists() -> list[Place]:
    """Every page without a name in its address; what it shows changes with any record."""
    from .urls import urlpatterns

    named = [p for p in urlpatterns if not p.pattern.converters]
    pages = [p for p in named if str(p.pattern) == "" or str(p.pattern).endswith("/")]
    return [Place(reverse(f"public:{page.name}"), None) for page in pages]


def _in_each_language(place: Place) -> Iterable[str]:
    """A page's entries, one a language; each names them all."""
    found = {tag(code): in_language(place.address, code) for code in CODES}
    found_too = {**found, "x-default": found[tag(DATA)]}
    alike = "".join(
        f'<xhtml:link rel="alternate" hreflang="{name}" href="{escape(settings.BASE_URL + at)}"/>'
        for name, at in found_too.items()
    )
    return (f"<url>{_place(at, place.changed_on)}{alike}</url>" for at in found.values())


def _place(address: str, day: dt.date | None = None) -> str:
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<loc>{escape(settings.BASE_URL + address)}</loc>{changed}"


def _xml(root: str, rows: Iterable[str], *more: str) -> HttpResponse:
    spaces = " ".join([_SPACE, *more])
    text = f"{_HEAD}<{root} {spaces}>\n" + "\n".join(rows) + f"\n</{root}>\n"
    return HttpResponse(text, content_type="application/xml; charset=utf-8")
