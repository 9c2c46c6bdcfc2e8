"""What stands in a page for those who share, index or embed it."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

# What could end the element, begin a comment in it, or break a line of a script.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_LOCALES = {"en": "en_GB", "ko": "ko_KR", "zh-hans": "zh_CN"}


@register.simple_tag(takes_context=True)
def page_title(context: Context) -> SafeString:
    """The page's block `title` once more."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block("title")
    return SafeString(block.render(context).strip())


@register.simple_tag
def locale() -> str:
    """The page's language as Open Graph names it."""
    return _LOCALES.get(get_language() or "", "en_GB")


@register.simple_tag
def other_locales() -> list[str]:
    return [name for name in _LOCALES.values() if name != locale()]


@register.simple_tag
def linked_data(told: Any) -> SafeString:
    """JSON-LD as a block of data, which no browser runs and no word in it can leave."""
    text = json.dumps(told, ensure_ascii=False).translate(_ESCAPES)
    block = f'<script type="application/ld+json">{text}</script>'
    return mark_safe(block)  # noqa: S308 - what could end it is escaped above


@register.simple_tag
def embed_code(chart: Any) -> SafeString:
    """What puts a chart on another site, to be read: a frame as tall as it is on a narrow page."""
    address = f"{settings.BASE_URL}{reverse('public:embed', args=[chart.name])}{chart.query}"
    frame = '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>'
    return escape(format_html(frame, address, chart.title, 320 + 48 * len(chart.rows)))
