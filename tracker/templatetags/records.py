"""Recommendations in lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from .tracker import (
    certainty_tag,
    date_tag,
    invoked,
    marked,
    on_day,
    position_tag,
    status_tag,
)

register = template.Library()

_ROW = """
<li>
  <div class="stack" data-gap="s">
    <h3><a href="{address}">{title}</a></h3>
    <p class="meta">
      <span class="ref">{reference}</span>{limb} · {makers} · {cycle}{made_on} {certainty}
    </p>
    <p class="meta">{articles}</p>
  </div>
  <div class="answers">
    {status}
    <span class="meta">China: {position}</span>
  </div>
</li>
"""
_TITLE = "\x1e"  # a control character: it is in no address
_LIMB_BY_LIMB = SafeString('<span class="meta">Assessed limb by limb</span>')


@register.simple_tag(takes_context=True)
def recommendation_row(context: Mapping[str, Any], row: Any) -> SafeString:
    """
    A recommendation as `for_listing` loads it, with position and status.

    Written here, not in a template: a page has a hundred, and they were most of its time.
    """
    before, after = _around_title(row, on_day(context), get_language() or "")
    return SafeString(before + marked(context, row.title) + after)


def _around_title(row: Any, day: str, language: str) -> tuple[str, str]:
    """A row but for its title, in which words are marked; kept with the row as long as that is."""
    kept: dict[tuple[str, str], tuple[str, str]] = row.__dict__.setdefault("_around_title", {})
    if (day, language) not in kept:
        before, _, after = _row(row, day).partition(_TITLE)
        kept[day, language] = before, after
    return kept[day, language]


def _row(row: Any, day: str) -> SafeString:
    return format_html(
        _ROW,
        address=row.get_absolute_url() + day,
        title=_TITLE,
        reference=row.reference,
        limb=" (limb)" if row.is_limb else "",
        makers=format_html_join(", ", "{}", ((maker.short_name,) for maker in row.makers)),
        cycle=f"{row.cycle.name} · " if row.cycle else "",
        made_on=date_tag(row.made_on),
        certainty=certainty_tag(row.certainty),
        articles=invoked(row.invoked),
        status=_LIMB_BY_LIMB if row.is_split else status_tag(row.status),
        position=position_tag(row.position),
    )
