"""What the tests of the public pages share: one record of everything, and how a page is read."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.test import RequestFactory, override_settings
from django.urls import reverse

from tests.factories import (
    AffectedGroupFactory,
    ArticleFactory,
    AssessmentFactory,
    CitationFactory,
    DevelopmentFactory,
    DocumentFactory,
    InvocationFactory,
    MilestoneFactory,
    NormFactory,
    NoteFactory,
    NoteSubjectFactory,
    OfficialTotalFactory,
    OrganisationFactory,
    RecommendationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    ThemeFactory,
    TreatyActionFactory,
)
from tracker.models import (
    AffectedGroup,
    Article,
    Development,
    Document,
    Mechanism,
    Norm,
    Organisation,
    Recommendation,
    ReviewCycle,
    Theme,
    Treaty,
)

BROWSE = "/en/recommendations/"
CHARTS = ("position", "status")
EMBEDS = [f"/en/embed/{name}/" for name in CHARTS]
QUOTES = ("cite.bib", "cite.ris", "picture.png")
LISTS = [
    reverse(f"public:{name}")
    for name in (
        "home", "recommendations", "treaties", "reviews", "organisations", "developments",
        "documents", "methodology", "data", "matrix", "coverage", "claims", "uptake", "themes",
        "groups", "mechanisms", "changes", "glossary", "about", "privacy", "accessibility",
    )
]  # fmt: skip
CITED = [  # the lists that are about something; the others are shared as the whole
    reverse(f"public:{name}")
    for name in ("home", "recommendations", "matrix", "coverage", "claims", "uptake", "changes")
]
NOUNS = {
    "recommendation": Recommendation,
    "treaty": Treaty,
    "article": Article,
    "norm": Norm,
    "cycle": ReviewCycle,
    "organisation": Organisation,
    "development": Development,
    "document": Document,
    "theme": Theme,
    "group": AffectedGroup,
    "mechanism": Mechanism,
}


def addresses():
    """Every public address there can be: the lists, and a page for each record of any state."""
    rows = [row for model in NOUNS.values() for row in model.objects.all()]
    return [*LISTS, *dict.fromkeys(row.get_absolute_url() for row in rows), *beside()]


def beside():
    """What records have beside their own pages: asks a lineage, submissions of NGOs an uptake."""
    by_ngos = Organisation.objects.filter(kind__in=["ngo", "coalition"])
    submitted = Document.objects.filter(recommendations__made_by__in=by_ngos).distinct()
    asks = Recommendation.objects.values_list("reference", flat=True)
    yield from (reverse("public:lineage", args=[reference]) for reference in asks)
    yield from (reverse("public:submission", args=[row.slug]) for row in submitted)


def files():
    """What can be had of pages and charts besides: citations, pictures, drawings."""
    records = [url for url in addresses() if url not in LISTS]
    quotes = [f"{url}{name}" for url in (*CITED, *records) for name in QUOTES]
    return [*quotes, *(f"{url}chart.{form}" for url in EMBEDS for form in ("svg", "png"))]


def is_file(address):
    """Whether an address is no page: tests/exports, tests/api, and tests of reuse."""
    return address.startswith("/api/") or not urlsplit(address).path.endswith("/")


def one_of_each():
    """A record of everything that public pages show, tied to the others; the recommendation."""
    article = ArticleFactory(treaty__code="cat", number="3")
    NormFactory(articles=[article])
    TreatyActionFactory(treaty=article.treaty)
    cycle = ReviewCycleFactory(reviewed_on="2024-01-23")
    OfficialTotalFactory(cycle=cycle)
    MilestoneFactory(cycle=cycle, due_on="2029")
    document = DocumentFactory(cycle=cycle, authors=[OrganisationFactory()])
    CitationFactory(document=document, article=article)
    recommendation = RecommendationFactory(
        published=True,
        document=document,
        cycle=cycle,
        themes=[ThemeFactory()],
        affected_groups=[AffectedGroupFactory()],
    )
    InvocationFactory(recommendation=recommendation, article=article)
    ResponseFactory(published=True, recommendation=recommendation)
    AssessmentFactory(published=True, recommendation=recommendation)
    DevelopmentFactory(published=True, happened_on="2023-10", recommendations=[recommendation])
    NoteSubjectFactory(note=NoteFactory(sources=[document]), recommendation=recommendation)
    return recommendation


@dataclass
class Link:
    """A link as a reader meets it, with the words before it that say what it counts."""

    href: str
    words: str = ""

    @property
    def query(self):
        return dict(parse_qsl(urlsplit(self.href).query))


@dataclass
class PageReader(HTMLParser):
    """A page's elements, links and rows of tables, as a browser would find them."""

    html: str
    elements: list = field(default_factory=list)
    links: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    _open: list = field(default_factory=list)

    def __post_init__(self):
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag == "a":
            self._open.append(Link(dict(attrs).get("href", "")))
            self.links.append(self._open[-1])
        elif tag == "tr":
            self.rows.append([])
        elif tag in {"th", "td"} and self.rows:
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        if tag == "a":
            self._open.pop()

    def handle_data(self, data):
        if self._open:
            self._open[-1].words = tidy(f"{self._open[-1].words}{data}")
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = tidy(f"{self.rows[-1][-1]}{data}")

    def internal_links(self, at):
        """The addresses on this site that the page links to, without fragments."""
        targets = (link.href.split("#")[0] for link in self.links)
        pages = [resolve(at, target) for target in targets if target]
        return [page for page in pages if not urlsplit(page).scheme and not is_file(page)]


class Visitor:
    """Asks as the test client does, three times as fast: no copied contexts, no watched queries."""

    def __init__(self):
        self._handler, self._requests = BaseHandler(), RequestFactory()
        with override_settings(MIDDLEWARE=[m for m in settings.MIDDLEWARE if "zeal" not in m]):
            self._handler.load_middleware()

    def get(self, address, data=None, **more):
        return self._handler.get_response(self._requests.get(address, data, **more))


def tidy(words):
    return re.sub(r"\s+", " ", words)


def resolve(at, target):
    return at.split("?")[0] + target if target.startswith("?") else target


def read(response):
    return PageReader(response.content.decode())


def references(client, query="", **more):
    """The references that the browse page lists, over all its pages."""
    found, number = [], 1
    while True:
        data = {**more, "page": number} if not query else f"{query}&page={number}"
        shown = _list(client, data).context
        found += [row.reference for row in shown["rows"]]
        if not shown["page"].has_next():
            return found
        number += 1


def _list(client, data):
    if isinstance(data, str):
        return client.get(f"{BROWSE}?{data.lstrip('&')}")
    return client.get(BROWSE, data, follow=True)
