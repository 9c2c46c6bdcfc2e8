"""The language of a page, of what is quoted in it, and the same page in the other languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tracker.lib.languages import CODES, DATA, in_language, tag
from tracker.lib.listed import in_a_row

register = template.Library()
LONGEST = 4000  # characters of a question that a link takes along
_WORD = re.compile("[a-z]{2}|[\uac00-\ud7a3]|[\u4e00-\u9fff]")  # a symbol such as CAT 3 is none


@dataclass(frozen=True)
class Version:
    """A page in a language: the language as HTML names it and as it names itself, the address."""

    tag: str
    name: str
    address: str
    is_shown: bool


@register.simple_tag
def page_language() -> str:
    """The language that the page is in, as HTML names it."""
    return tag(get_language() or DATA)


@register.simple_tag
def english(language: str = DATA) -> SafeString | str:
    """
    `<cite{% english %}>`: says that what is in this element is English, where the page is not.

    `{% english record.language %}` says the same of a text in any language, and
    `{% english document.title|script %}` of a title.
    """
    page = page_language()
    is_other = language and language not in {page, page.split("-")[0]}
    return format_html(' lang="{}"', language) if is_other else ""


@register.filter
def script(words: str) -> str:
    """The language of words by their letters: a Korean report may have an English title."""
    if re.search("[\uac00-\ud7a3]", words):
        return "ko"
    return "zh" if re.search("[\u4e00-\u9fff]", words) else DATA


@register.filter
def said(words: object) -> SafeString:
    """`{{ organisation.short_name|said }}`: a name, marked where it is not the page's language."""
    return _said(str(words), page_language())


@lru_cache(maxsize=5000)
def _said(text: str, page: str) -> SafeString:
    if not _WORD.search(text) or page.startswith(script(text)):
        return conditional_escape(text)
    return format_html('<span lang="{}">{}</span>', script(text), text)


@register.filter
def names(rows: Iterable[Any]) -> SafeString:
    """`{{ record.makers|names }}`: “A, B, C” by their short names, each marked so."""
    return SafeString(in_a_row(said(row.short_name) for row in rows))


@register.simple_tag(takes_context=True)
def versions(context: Mapping[str, Any]) -> list[Version]:
    """The page in each language, asked the same; without a request, the first page."""
    request = context.get("request")
    path = request.path if request else ""
    query = _query(request) if request else ""
    shown = get_language()
    return [
        Version(tag(code), name, in_language(path, code) + query, code == shown)
        for code, name in settings.LANGUAGES
    ]


def _query(request: HttpRequest) -> str:
    """What is asked, unless it is longer than anybody asks: that is refused, and not led on."""
    asked: str = request.META.get("QUERY_STRING", "")
    return f"?{request.GET.urlencode()}" if 0 < len(asked) <= LONGEST else ""


@register.simple_tag
def alternates(address: str) -> dict[str, str]:
    """Where a page's full address has its like in each language; the default last."""
    path = address.removeprefix(settings.BASE_URL)
    found = {tag(code): settings.BASE_URL + in_language(path, code) for code in CODES}
    return found | {"x-default": found[DATA]}
