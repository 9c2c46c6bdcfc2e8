"""Components that need Python, and how dates and addresses are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from html import escape
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from tracker.lib import listed as joining
from tracker.lib.glossary import GLOSSARY
from tracker.lib.marks import Marker, Part
from tracker.lib.partial_dates import PartialDate
from tracker.models import Certainty, Invocation, Milestone, Position, Status
from tracker.models.responses import ANSWERED_POSITIONS

from .languages import said

register = template.Library()


@cache
def _component(name: str, language: str, **values: Any) -> SafeString:
    """A component that looks the same wherever it stands: a page has hundreds of a few of them."""
    return render_to_string(f"components/{name}.html", values)


@register.simple_tag
def status_tag(status: str) -> SafeString:
    """`{% status_tag row.status %}`: shape, letter and word; ValueError if it is no Status."""
    return _component("status_tag", get_language(), status=Status(status))


@register.simple_tag
def status_shape(status: str) -> SafeString:
    return _component("status_shape", get_language(), status=Status(status).value)


@register.simple_tag
def position_tag(position: str) -> SafeString:
    """`{% position_tag row.position %}`: China's position in our words, with the UN's own."""
    return _component("position_tag", get_language(), position=Position(position))


@register.simple_tag
def certainty_tag(certainty: str) -> SafeString:
    """How sure a fact is; says nothing where the text was seen."""
    return _component("certainty_tag", get_language(), certainty=Certainty(certainty))


@register.simple_tag
def invoked(invocations: Iterable[Invocation]) -> SafeString | str:
    """The articles that an ask invokes, in a line, each with its basis; ours in italics."""
    marks = [_basis_mark(row.basis, str(row.article), get_language()) for row in invocations]
    return in_a_row(marks) if marks else gettext("No article recorded")


@lru_cache(maxsize=5000)
def _basis_mark(basis: str, article: str, language: str) -> SafeString:
    mark = '<span class="basis-mark" data-basis="{}" title="{}">{}</span>'
    return format_html(mark, basis, Invocation.Basis(basis).label, article)


@register.filter
def code_words(text: str) -> SafeString:
    """A text in which `words` between backticks are code, as descriptions for programs have it."""
    parts = enumerate(text.split("`"))
    shown = (f"<code>{escape(part)}</code>" if at % 2 else escape(part) for at, part in parts)
    return mark_safe("".join(shown))  # noqa: S308 - each part is escaped above


@register.filter
def listed(words: Iterable[str]) -> SafeString:
    """`{{ names|listed }}`: “A, B and C”, as the language joins them; safe, as its words are."""
    return SafeString(joining.listed(map(conditional_escape, words)))


@register.filter
def in_a_row(words: Iterable[str]) -> SafeString:
    """`{{ names|in_a_row }}`: “A, B, C”."""
    return SafeString(joining.in_a_row(map(conditional_escape, words)))


@register.filter
def date_label(date: PartialDate | dt.date | None) -> str:
    """A date, or that of a moment, as a reader sees it, as sharp as it is known."""
    if date is None:
        return gettext("date unknown")
    if isinstance(date, dt.datetime):
        date = timezone.localdate(date)
    return (PartialDate.of(date) if isinstance(date, dt.date) else date).label


@register.filter
def is_over(milestone: Milestone, day: dt.date) -> bool:
    return milestone.is_over(day)


@register.filter
def by(date: PartialDate | None, day: dt.date) -> PartialDate | None:
    """The date if it had begun by a day, else None: what a page as of that day may tell."""
    return date if date and date.first_day <= day else None


@register.filter
def date_tag(date: PartialDate | None) -> SafeString | str:
    """`<time>` with the date as sharp as it is known."""
    return _time(date, get_language()) if date else gettext("date unknown")


@lru_cache(maxsize=5000)
def _time(date: PartialDate, language: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', date, date.label)


@register.simple_tag(takes_context=True)
def marked(context: Mapping[str, Any], text: str) -> SafeString | str:
    """`{% marked row.title %}`: what the words of the page's filter found in it, in `<mark>`."""
    marker: Marker | None = getattr(context.get("filter"), "marker", None)
    return in_marks(marker.parts(text)) if marker else conditional_escape(text)


def in_marks(parts: Iterable[Part]) -> SafeString:
    """Parts of a text escaped, those that were found in `<mark>`."""
    shown = (f"<mark>{escape(part)}</mark>" if is_one else escape(part) for part, is_one in parts)
    return mark_safe("".join(shown))  # noqa: S308 - each part is escaped above


@register.simple_tag
def source_link(url: str) -> SafeString | str:
    """A link to another site if it is safe to follow, else the address as text."""
    if not url.startswith("https://"):
        return format_html('<span class="address">{}</span>', url)
    host = url.split("/")[2].removeprefix("www.")
    return format_html('<a href="{}" rel="noreferrer noopener">{}</a>', url, host)


@register.simple_tag(takes_context=True)
def here(context: Mapping[str, Any], **changes: Any) -> str:
    """This page's address with some parameters changed; None takes one out."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else context["request"].path


@register.simple_tag(takes_context=True)
def on_day(context: Mapping[str, Any]) -> str:
    """`?as_of=…` where the page is shown as of an earlier day, so that links stay in that day."""
    as_of = context.get("as_of")
    return f"?{urlencode(as_of.query)}" if as_of and as_of.query else ""


@register.simple_tag(takes_context=True)
def browse(context: Mapping[str, Any], **query: str | list[str]) -> str:
    """The browse page filtered by `query`, as of the day that this page shows."""
    as_of = context.get("as_of")
    day = as_of.query if as_of else {}
    return f"{reverse('public:recommendations')}?{urlencode({**query, **day}, doseq=True)}"


@register.simple_tag(takes_context=True)
def browse_within(
    context: Mapping[str, Any], scope: Mapping[str, str], **query: str | list[str]
) -> str:
    """The same within what a page is about: `scope` is a facet and its value."""
    return browse(context, **{**scope, **query})


@register.simple_tag(takes_context=True)
def term(context: Mapping[str, Any], slug: str, words: str) -> SafeString:
    """`{% term "limb" "limbs" %}`: a word that leads to what the glossary says of it."""
    address = f"{reverse('public:glossary')}{on_day(context)}#{GLOSSARY[slug].slug}"
    return format_html('<a class="term" href="{}">{}</a>', address, words)


@register.simple_tag(takes_context=True)
def count_link(context: Mapping[str, Any], count: int, **query: str) -> SafeString | str:
    """A number of asks that leads to those asks on the browse page; none lead nowhere."""
    return format_html('<a href="{}">{}</a>', browse(context, **query), count) if count else "0"


@register.simple_tag(takes_context=True)
def answered_link(context: Mapping[str, Any], cycle: Any) -> SafeString | str:
    """The same of the asks of a cycle (with `answered`) that China has answered."""
    positions = [position.value for position in ANSWERED_POSITIONS]
    address = browse(context, cycle=cycle.slug, position=positions)
    return format_html('<a href="{}">{}</a>', address, cycle.answered) if cycle.answered else "0"


_escaped = lru_cache(maxsize=20_000)(escape)  # the same few labels on every page


@register.simple_tag(takes_context=True)
def facet_options(context: Mapping[str, Any], panel: Any) -> SafeString:
    """
    A facet's values as labelled boxes with their counts; a question that is refused counts nothing.

    Written here, not in a template: a page has hundreds of them, and they were most of its time.
    """
    name, is_counted = escape(panel.name), not context.get("is_refused")
    rows = []
    for option in panel.options:
        value, label = _escaped(option.value), said(option.label)
        checked = " checked" if option.is_chosen else ""
        zero = " data-zero" if is_counted and not option.count else ""
        count = f' <span class="count">{option.count}</span>' if is_counted else ""
        rows.append(
            f'<label{zero}><input type="checkbox" name="{name}" value="{value}" '
            f'id="{name}-{value}"{checked}> <span>{label}</span>{count}</label>'
        )
    return mark_safe("".join(rows))  # noqa: S308 - each part is escaped above
