from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.charts.bars import Bar, Bars, scaled
from tracker.filters.lineage import CLOSEST
from tracker.filters.uptake import (
    Group,
    Submission,
    Totals,
    by_closeness,
    chains_in,
    ngo_asks,
    submissions,
    submitted_documents,
)

from . import about_lists
from .page import AsOf, Context, public_page


@public_page("public/uptake/overview.html", section="uptake")
def uptake(request: HttpRequest, as_of: AsOf) -> Context:
    found = submissions(as_of.day)
    chains = [chain for submission in found for chain in submission.chains]
    totals = Totals(sum(submission.totals.asked for submission in found), len(chains))
    groups = by_closeness(chains)
    chart = closeness_chart(groups, totals, as_of)
    return {
        "about": about_lists.uptake(totals, chart.finding),
        "submissions": found,
        "totals": totals,
        "groups": groups,
        "chart": chart,
    }


@public_page("public/uptake/submission.html", section="uptake")
def submission(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    document = get_object_or_404(submitted_documents(), slug=slug)
    chains, wholes = chains_in(document, as_of.day)
    asked = ngo_asks(as_of.day).filter(document=document)
    taken = [chain.ask.pk for chain in chains]
    nobody = list(asked.for_listing().exclude(pk__in=taken).order_by("reference"))
    totals = Totals(len(chains) + len(nobody), len(chains))
    return {
        "about": about_lists.submission(document, totals),
        "document": document,
        "submission": Submission(document, totals, chains),
        "totals": totals,
        "wholes": wholes,
        "recommendations": nobody,
    }


def closeness_chart(groups: list[Group], totals: Totals, as_of: AsOf) -> Bars:
    counts = {closeness: len(chains) for closeness, chains in groups}
    day = "" if as_of.is_today else f"&as_of={as_of.day}"
    nobody = f"{reverse('public:recommendations')}?taken_up=no{day}"
    rows = [Bar(str(c.label), counts.get(c, 0), f"#closely-{c.value}") for c in CLOSEST]
    rows.append(Bar(_("Taken up by nobody"), totals.nobody, nobody, is_quiet=True))
    return Bars(
        title=_("How closely asks are taken up"),
        of=_("How closely"),
        finding=_finding(counts.get(CLOSEST[0], 0), counts.get(CLOSEST[1], 0), totals.taken),
        basis=_(
            "Each ask counts once, under the closest record that takes it up. How close it is, is "
            "judged by us."
        ),
        rows=scaled(rows),
        day=as_of.day,
    )


def _finding(verbatim: int, close: int, taken: int) -> str:
    if not taken:
        return _("No ask of an NGO is recorded as taken up.")
    near = verbatim + close
    if not near:
        told = ngettext(
            "Of {taken} ask that is taken up, none verbatim or closely.",
            "Of {taken} asks that are taken up, none verbatim or closely.",
            taken,
        )
        return told.format(taken=taken)
    told = ngettext(
        "Of {taken} ask that is taken up, {near} verbatim or closely.",
        "Of {taken} asks that are taken up, {near} verbatim or closely.",
        taken,
    )
    return told.format(taken=taken, near=near)
