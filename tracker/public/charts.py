"""Charts on other sites: pages for their frames, and files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from csp.constants import NONE
from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext
from django.views.decorators.clickjacking import xframe_options_exempt

from tracker.charts.bars import Bars
from tracker.charts.drawing import Drawing, as_png, as_svg
from tracker.charts.figure import figure
from tracker.filters.finding import find
from tracker.filters.misread import misread, wrong_choices
from tracker.filters.recommendations import RecommendationFilter
from tracker.models import Position, Status

from .about import SITE, About
from .home import position_chart, status_chart
from .page import AsOf, Context, public_page

LOOKS = ("light", "dark")
DRAWN_AS: dict[str, tuple[Callable[[Drawing], str | bytes], str]] = {
    "svg": (as_svg, "image/svg+xml"),
    "png": (as_png, "image/png"),
}


def _positions(counts: Mapping[str, int], as_of: AsOf) -> Bars:
    return position_chart({p: counts.get(p.value, 0) for p in Position}, as_of)


def _statuses(counts: Mapping[str, int], as_of: AsOf) -> Bars:
    return status_chart({s: counts.get(s.value, 0) for s in Status}, as_of)


CHARTS = {"position": _positions, "status": _statuses}


def _chart(name: str, asked: RecommendationFilter, as_of: AsOf) -> Bars:
    """A chart of all asks, or of those that a question finds; its rows lead to them."""
    chart = CHARTS[name](find(asked).counts()[name], as_of)
    chart = replace(chart, name=name, query=asked.same_question)
    if not asked.chips:
        return chart
    scope = QueryDict(asked.question(), mutable=True)
    scope.pop("as_of", None)
    rows = [replace(row, address=f"{row.address}&{scope.urlencode()}") for row in chart.rows]
    return replace(chart, rows=rows, within="; ".join(f"{c.facet} {c.label}" for c in asked.chips))


@public_page("public/embed.html", parameters=[*RecommendationFilter.base_filters, "look"])
def chart_page(request: HttpRequest, as_of: AsOf, chart: str) -> Context:
    """A chart by itself, for a frame on any site."""
    if chart not in CHARTS:
        raise Http404
    asked = RecommendationFilter(request.GET, on=as_of.day, today=as_of.today)
    drawn, look = _chart(chart, asked, as_of), request.GET.get("look", "")
    return {
        "chart": drawn,
        "about": About(drawn.title, drawn.title, drawn.finding, noun="chart"),
        "look": look,
        "wrong": [*misread(asked), *wrong_choices(_wrong(chart, asked, look))],
        "site": SITE,
    }


def _wrong(chart: str, asked: RecommendationFilter, look: str) -> dict[str, str]:
    """What makes no sense for a chart, though it would for a list."""
    told = {gettext("Look"): gettext("Choose light or dark.")} if look and look not in LOOKS else {}
    if chart in asked.chosen:
        words = gettext("This chart shows all of these values beside each other.")
        told[gettext("Filter")] = words
    return told


# The only pages that may stand in a frame. Nothing runs in them, and nobody can do anything there.
embed = xframe_options_exempt(
    csp_replace({"frame-ancestors": ["*"], "script-src": [NONE], "connect-src": [NONE]})(chart_page)
)


def chart_file(request: HttpRequest, context: Context, form: str) -> HttpResponse:
    """The chart with its numbers, its day and where it comes from."""
    if form not in DRAWN_AS:
        raise Http404
    chart, reuse = context["chart"], context["reuse"]
    host = urlsplit(settings.BASE_URL).hostname
    draw, content_type = DRAWN_AS[form]
    day = gettext("As of {day}.").format(day=reuse.day)
    drawn = draw(figure(chart, f"{SITE}, {host}", f"{day} CC BY 4.0."))
    name = f"{chart.name}-{reuse.as_of.day}.{form}"
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(drawn, content_type=content_type, headers=named)
