"""What texts cite, as the articles and pages that are here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from tracker.lib.citations import Citation, citations_in
from tracker.lib.instruments import Known
from tracker.models import Article, Recommendation, ReviewCycle
from tracker.models.articles import article_slug

from .articles import known_treaties, read_treaties


@dataclass(frozen=True)
class Link:
    """Where the words of a text that cite something stand, and the page of what they cite."""

    start: int
    end: int
    address: str


def links_in(recommendation: Any) -> list[Link]:
    """
    What the text of a recommendation cites and has a page here; a treaty as a whole once.

    It comes `with_treaties`, its invocations and the mechanism of its cycle. What is written in
    another language than English has none.
    """
    if not recommendation.language.startswith("en"):
        return []
    treaties = {treaty.code: treaty for treaty in read_treaties(recommendation.citable)}
    heading = _heading_of(recommendation, treaties)
    told: set[str] = set()
    links = []
    for cited in citations_in(recommendation.text, [*treaties.values()], heading):
        address = _address(cited, treaties[cited.treaty], told)
        is_in_one_paragraph = len(recommendation.text[cited.start : cited.end].splitlines()) < 3
        if address and cited.start < cited.end and is_in_one_paragraph:
            links.append(Link(cited.start, cited.end, address))
    return links


def _heading_of(recommendation: Recommendation, treaties: dict[str, Known]) -> str:
    """The treaty that the text stands under: its review's, or else the only one it invokes."""
    watched = recommendation.cycle.mechanism.treaty_id if recommendation.cycle else None
    invoked = {row.article.treaty for row in recommendation.invocations.all()}
    own = [treaty for treaty in invoked if treaty.pk == watched] or [*invoked]
    return treaties[own[0].code].names[0] if len(own) == 1 else ""


def _address(cited: Citation, treaty: Known, told: set[str]) -> str:
    """The page of what is cited: of a paragraph that has none, that of its article."""
    if cited.is_whole:
        is_first = treaty.code not in told
        told.add(treaty.code)
        return reverse("public:treaty", args=[treaty.code]) if is_first else ""
    number = nearest(cited.article, treaty.articles)
    return reverse("public:article", args=[treaty.code, article_slug(number)]) if number else ""


def nearest(number: str, known: Collection[str]) -> str:
    """The number itself if it is known, or that of what it is a part of; "" for none."""
    while number and number not in known:
        number = number.rpartition("(")[0]
    return number


class CitedArticles:
    """
    Which articles texts cite, to be proposed; what the database holds is read once.

    `cycle` is the slug of the review that they are of: “Article 6” alone is of its treaty.
    """

    def __init__(self, cycle: str = "") -> None:
        self._cycle = cycle

    @cached_property
    def _treaties(self) -> tuple[Known, ...]:
        return known_treaties()

    @cached_property
    def _articles(self) -> dict[tuple[str, str], Article]:
        rows = Article.objects.select_related("treaty").exclude(number="")
        return {(row.treaty.code, row.number): row for row in rows}

    @cached_property
    def _heading(self) -> str:
        if not self._cycle:
            return ""
        rows = ReviewCycle.objects.filter(slug=self._cycle)
        return rows.values_list("mechanism__treaty__short_name", flat=True).first() or ""

    def read(self, text: str) -> tuple[list[Article], list[str]]:
        """
        The articles that a text names, each once, and those that are not known here.

        For a paragraph that is not here, what it is a part of.
        """
        treaties = {treaty.code: treaty for treaty in self._treaties}
        found: dict[Article, None] = {}
        unknown: dict[str, None] = {}
        for cited in citations_in(text, self._treaties, self._heading):
            treaty = treaties[cited.treaty]
            number = nearest(cited.article, treaty.articles)
            if article := self._articles.get((cited.treaty, number)):
                found[article] = None
            elif not cited.is_whole:
                unknown[f"{treaty.names[0]} {cited.article}"] = None
        return [*found], [*unknown]
