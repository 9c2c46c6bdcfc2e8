"""The language of a page, of what is quoted in it, and the same page in the other languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tracker.lib.languages import CODES, DATA, in_language, tag

register = template.Library()


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
    is_other = language and language != page_language()
    return format_html(' lang="{}"', language) if is_other else ""


@register.filter
def script(words: str) -> str:
    """The language of words by their letters: a Korean report may have an English title."""
    if re.search("[\uac00-\ud7a3]", words):
        return "ko"
    return "zh" if re.search("[\u4e00-\u9fff]", words) else DATA


@register.simple_tag(takes_context=True)
def versions(context: Mapping[str, Any]) -> list[Version]:
    """The page in each language, asked the same; without a request, the first page."""
    request = context.get("request")
    path = request.path if request else ""
    query = f"?{request.GET.urlencode()}" if request and request.GET else ""
    shown = get_language()
    return [
        Version(tag(code), name, in_language(path, code) + query, code == shown)
        for code, name in settings.LANGUAGES
    ]


@register.simple_tag
def alternates(address: str) -> dict[str, str]:
    """Where a page's full address has its like in each language; the default last."""
    path = address.removeprefix(settings.BASE_URL)
    found = {tag(code): settings.BASE_URL + in_language(path, code) for code in CODES}
    return found | {"x-default": found[DATA]}
