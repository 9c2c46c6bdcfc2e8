"""Texts in which what they cite leads to its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from django import template
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from .tracker import on_day

register = template.Library()


@register.simple_tag(takes_context=True)
def with_links(context: Mapping[str, Any], text: str, links: Iterable[Any]) -> SafeString:
    """
    `{% with_links recommendation.text links %}`: its paragraphs, with links where they stand.

    A link has `start`, `end` and `address`; they are in order, do not overlap, and stay in the day.
    """
    day, shown, at = on_day(context), [], 0
    for link in links:
        shown.append(escape(text[at : link.start]))
        words = escape(text[link.start : link.end])
        shown.append(f'<a href="{escape(link.address + day)}">{words}</a>')
        at = link.end
    shown.append(escape(text[at:]))
    return mark_safe(linebreaks("".join(shown)))  # noqa: S308 - each part is escaped above
