"""What the pages are about that gather records: themes, chains, tables and lists of them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.filters.claims import Claims
from tracker.filters.coverage import Coverage
from tracker.filters.lineage import Lineage
from tracker.filters.matrix import Matrix
from tracker.filters.recommendations import RecommendationFilter
from tracker.filters.uptake import Totals
from tracker.models import AffectedGroup, Document, Mechanism, Recommendation, Theme

from .about import About


def theme(found: Theme, standing: dict[str, Any]) -> About:
    title = _("Theme: {name}").format(name=found)
    return _of(title, title, standing)


def group(found: AffectedGroup, standing: dict[str, Any]) -> About:
    title = _("Affected group: {name}").format(name=found)
    return _of(title, title, standing)


def mechanism(found: Mechanism, standing: dict[str, Any]) -> About:
    name, title = (_("Mechanism: {name}").format(name=n) for n in (found.short_name, found.name))
    return _of(name, title, standing)


def _of(name: str, title: str, standing: dict[str, Any]) -> About:
    """Asks that have something in common, as `standing()` tells of them."""
    if not standing["asked"]:
        return About(name, title, _("Nothing is recorded here that had been asked of it."))
    found = [standing[f"{chart}_chart"].finding for chart in ("status", "position")]
    return About(name, title, " ".join(found), data=urlencode(standing["scope"]))


def lineage(asked: Recommendation, found: Lineage) -> About:
    """The records that repeat or take up one another, from one of them."""
    name = _("Lineage of {reference}").format(reference=asked.reference)
    title = _("The same demand elsewhere: {title}").format(title=asked.title)
    return About(name, title, _told(found), based_on=asked.document)


def _told(found: Lineage) -> str:
    if len(found.steps) < 2:
        return _("Nothing is recorded that repeats or takes up this ask, or that it follows.")
    makers, years = len(found.makers), [step.record.made_on.year for step in found.steps]
    return ngettext(
        "{records} records of {makers} body, State or organisation repeat or take up one another. "
        "The first is of {first}, the last of {last}.",
        "{records} records of {makers} bodies, States and organisations repeat or take up one "
        "another. The first is of {first}, the last of {last}.",
        makers,
    ).format(records=len(years), makers=makers, first=years[0], last=years[-1])


def uptake(totals: Totals, closely: str) -> About:
    """How many asks of NGOs others take up, and how closely (a sentence)."""
    title = _("Uptake: which asks of NGOs are taken up")
    return About(_("Uptake"), title, f"{_taken(totals)} {closely}")


def submission(found: Document, totals: Totals) -> About:
    name = _("Uptake of {document}").format(document=found.symbol or found.slug)
    title = _("Uptake of {document}").format(document=found.title)
    return About(name, title, _taken(totals), based_on=found)


def _taken(totals: Totals) -> str:
    return _(
        "Asks of NGOs: {asked}. Taken up by a UN body or a State: {taken}; by nobody: {nobody}."
    ).format(asked=totals.asked, taken=totals.taken, nobody=totals.nobody)


def coverage(found: Coverage) -> About:
    """Which of the articles listed were asked about."""
    rows = {row.record.pk: row for group in found.groups for row in group.rows}
    covered = sum(1 for row in rows.values() if row.total)
    told = _(
        "Treaty articles listed: {listed}. Asked about: {covered}; nobody asked about: {gaps}."
    ).format(listed=len(rows), covered=covered, gaps=len(rows) - covered)
    return About(_("Coverage"), _("Which articles were asked about, and where nobody asked"), told)


def claims(made: Claims) -> About:
    title = _("What China says it does already, beside the record")
    if not made.total:
        told = _("No answer recorded says that a recommendation is implemented already.")
        return About(_("Claims"), title, told)
    told = ngettext(
        "China’s latest answer to {count} recommendation is that it is implemented already or "
        "being implemented.",
        "China’s latest answer to {count} recommendations is that they are implemented already or "
        "being implemented.",
        made.total,
    ).format(count=made.total)
    return About(_("Claims"), title, told, data=made.asked.question())


def matrix(asked: RecommendationFilter, crossed: Matrix) -> About:
    """Two facets crossed, over all asks or over those of a question."""
    rows, columns = crossed.rows.label, crossed.columns.label
    title = _("Recommendations to China: {rows} × {columns}").format(rows=rows, columns=columns)
    chips = [f"{chip.facet}: {chip.label}" for chip in asked.chips]
    told = _("Asks: {asks}. Values of each: {rows} × {columns}.").format(
        asks=crossed.totals[-1].count, rows=len(crossed.lines), columns=len(crossed.heads)
    )
    data = None if asked.known_at else asked.question()  # files hold what is published now
    return About(_("Matrix"), " – ".join([title, *chips]), told, data=data)


def changes(count: int) -> About:
    title = _("Corrections and changes")
    if not count:
        told = _("Nothing that was public had been changed, corrected or withdrawn.")
        return About(title, title, told)
    told = ngettext(
        "{count} update, correction or withdrawal of what was public, with its reason.",
        "{count} updates, corrections and withdrawals of what was public, each with its reason.",
        count,
    ).format(count=count)
    return About(title, title, told)
