"""Recommendations in lists."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

from .languages import names, said
from .tracker import (
    certainty_tag,
    date_tag,
    here,
    in_marks,
    invoked,
    marked,
    on_day,
    position_tag,
    status_tag,
)
from .wording import lang

register = template.Library()

_ROW = """
<li>
  <div class="stack" data-gap="s">
    <h3><a href="{address}"{lang}>{title}</a></h3>{excerpt}
    <p class="meta">
      <span class="ref">{reference}</span>{limb} · {makers} · {cycle}{made_on} {certainty}
    </p>
    <p class="meta">{articles}</p>
  </div>
  <div class="answers">
    {status}
    <span class="meta">{position}</span>
  </div>
</li>
"""
_CUT = "\x1e"  # a control character: it is in no address


@register.simple_tag(takes_context=True)
def recommendation_row(context: Mapping[str, Any], row: Any) -> SafeString:
    """
    A recommendation as `for_listing` loads it, with position and status.

    Written here, not in a template: a page has a hundred, and they were most of its time.
    """
    start, between, end = _around_words(row, on_day(context), get_language() or "")
    return SafeString(start + marked(context, row.title) + between + excerpt(context, row) + end)


@register.simple_tag(takes_context=True)
def excerpt(context: Mapping[str, Any], row: Any) -> SafeString | str:
    """Why words found it, where its title does not say so (`excerpts` of the page)."""
    found = context.get("excerpts", {}).get(row.pk)
    if not found:
        return ""
    source = f'<span class="meta">{escape(found.source)}:</span> ' if found.source else ""
    said = f'<span lang="{escape(found.language)}">{in_marks(found.parts)}</span>'
    return SafeString(f'<p class="excerpt">{source}{said}</p>')


def _around_words(row: Any, day: str, language: str) -> tuple[str, ...]:
    """A row but for what words are marked in; kept with the row as long as that is."""
    kept: dict[tuple[str, str], tuple[str, ...]] = row.__dict__.setdefault("_around_words", {})
    if (day, language) not in kept:
        kept[day, language] = tuple(_row(row, day).split(_CUT, 2))
    return kept[day, language]


def _makers(row: Any) -> SafeString:
    """Who asks, and whom, if that is no State."""
    if not row.addressee:
        return names(row.makers)
    to_whom = pgettext("who asks whom", "{makers} to {addressee}")
    return format_html(to_whom, makers=names(row.makers), addressee=said(row.addressee))


def _status(row: Any) -> SafeString:
    """Its own, or a word that its limbs have theirs."""
    if not row.is_split:
        return status_tag(row.status)
    return format_html('<span class="meta">{}</span>', gettext("Assessed limb by limb"))


def _row(row: Any, day: str) -> SafeString:
    return format_html(
        _ROW,
        address=row.get_absolute_url() + day,
        lang=lang(row, "title"),
        title=_CUT,
        excerpt=_CUT,
        reference=row.reference,
        limb=f" {gettext('(limb)')}" if row.is_limb else "",
        makers=_makers(row),
        cycle=format_html("{} · ", said(row.cycle.name)) if row.cycle else "",
        made_on=date_tag(row.made_on),
        certainty=certainty_tag(row.certainty),
        articles=invoked(row.invoked),
        status=_status(row),
        position=format_html(gettext("China: {position}"), position=position_tag(row.position)),
    )


@register.simple_tag(takes_context=True)
def sort_heading(
    context: Mapping[str, Any], label: str, up: str, down: str, first: str = ""
) -> SafeString:
    """
    The heading of a column that rows can be ordered by: a link, and which way they are now.

    `up` and `down` are orders of the page's `listing`, `first` the one to begin with if not `up`.
    """
    listing = context["listing"]
    target = {up: down, down: up}.get(listing.sort, first or up)
    address = here(context, sort=listing.asking_for(target), page=None)
    if listing.sort not in (up, down):
        return format_html('<th scope="col"><a href="{}">{}</a></th>', address, label)
    way, sign = ("ascending", "▲") if listing.sort == up else ("descending", "▼")
    words = format_html('{} <span aria-hidden="true">{}</span>', label, sign)
    shown = '<th scope="col" aria-sort="{}"><a href="{}">{}</a></th>'
    return format_html(shown, way, address, words)


register.simple_tag(_makers, name="makers")  # `{% makers row %}`: “A, B to C”
