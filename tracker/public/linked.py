"""Pages in the words of schema.org, for search engines and catalogues of data."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from tracker.lib.languages import DATA, tag
from tracker.models import Document

from .about import SITE, About
from .exports import FORMS, XLSX

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_MEDIA_TYPES = {"csv": "text/csv", "xlsx": XLSX, "jsonl": "application/jsonl"}


def linked_data(told: dict[str, Any], about: About | None) -> dict[str, Any]:
    """A set of data, a record or a page; `told` is what stands in it whatever it is."""
    site = f"{settings.BASE_URL}{reverse('public:home')}"
    us = {"@type": "Organization", "name": str(SITE), "url": site}
    base = {
        "@context": "https://schema.org",
        "@type": _kind(about),
        **told,
        "inLanguage": tag(get_language() or DATA),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": us,
        "publisher": us,
    }
    if told["@id"] != site:
        base["isPartOf"] = {"@type": "Dataset", "@id": site, "name": str(SITE)}
    return {key: value for key, value in {**base, **_more(about)}.items() if value}


def _kind(about: About | None) -> str:
    if about is None:
        return "WebPage"
    return "CreativeWork" if about.data is None else "Dataset"


def _more(about: About | None) -> dict[str, Any]:
    if about is None:
        return {}
    return {
        "identifier": about.name,
        "datePublished": about.published.isoformat() if about.published else "",
        "isBasedOn": _report(about.based_on) if about.based_on else {},
        "distribution": _files(about.data) if about.data is not None else [],
    }


def _report(source: Document) -> dict[str, Any]:
    told = {
        "@type": "Report",
        "name": source.title,
        "identifier": source.symbol,
        "inLanguage": source.language,
        "datePublished": str(source.published_on or ""),
        "url": source.url,
        "archivedAt": source.archived_url,
    }
    return {key: value for key, value in told.items() if value}


def _files(query: str) -> list[dict[str, str]]:
    asked = f"?{query}" if query else ""
    return [
        {
            "@type": "DataDownload",
            "name": words,
            "encodingFormat": _MEDIA_TYPES[form],
            "contentUrl": f"{settings.BASE_URL}"
            f"{reverse('public:recommendations_file', args=[form])}{asked}",
        }
        for form, words in FORMS.items()
    ]
