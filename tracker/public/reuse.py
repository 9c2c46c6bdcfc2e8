"""What a page offers to those who cite, share, draw and index it; the data come from About."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import get_language, gettext

from tracker.filters.as_of import AsOf
from tracker.lib.bibliography import Entry, plain
from tracker.lib.languages import DATA, in_language
from tracker.lib.listed import in_a_row
from tracker.lib.partial_dates import PartialDate

from .about import SITE, SITE_SAYS, About
from .linked import linked_data

CITED_AS = {"bib": "BibTeX", "ris": "RIS"}
_SHAPE = ("sort", "view", "size")  # how a list is laid out; it asks the same question


@dataclass(frozen=True)
class Reuse:
    """A page as it is shown to this reader: of a day, from a version of the data."""

    path: str
    query: QueryDict
    as_of: AsOf
    data_version: str
    about: About | None

    @property
    def title(self) -> str:
        return self.about.title if self.about else str(SITE)

    @property
    def description(self) -> str:
        """The finding, with its day where that is an earlier one."""
        finding = self.about.finding if self.about else str(SITE_SAYS)
        if self.as_of.is_today:
            return finding
        return gettext("{day}: {finding}").format(day=self.shown, finding=finding)

    @property
    def shown(self) -> str:
        """The day that is shown, and of which day's tracker, if that is an earlier one."""
        published = self.as_of.published if self.as_of.is_kept else None
        if not published:
            return gettext("As of {day}").format(day=self.day)
        told = gettext("As of {day}, as published on {published}")
        return told.format(day=self.day, published=PartialDate.of(published).label)

    @property
    def day(self) -> str:
        return PartialDate.of(self.as_of.day).label

    @property
    def address(self) -> str:
        """Where a reader finds what this page shows."""
        return _absolute(self.path, self.query)

    @property
    def canonical(self) -> str:
        """The address of the same today: a page as of a day is a view of it."""
        return _absolute(self.path, _without(self.query, "as_of", "published_on", *_SHAPE))

    @property
    def permanent(self) -> str:
        """The address that shows what was so by this day, on any later one."""
        query = _without(self.query, "page", *_SHAPE)
        query["as_of"] = self.as_of.day.isoformat()
        return _absolute(self.path, query)

    @property
    def edition(self) -> str:
        if self.about and self.about.version:
            return gettext("version {version}").format(version=self.about.version)
        return gettext("data version {version}").format(version=self.data_version)

    @cached_property
    def entry(self) -> Entry:
        about = self.about or About(str(SITE), str(SITE), str(SITE_SAYS))
        source, places = str(about.based_on or ""), []
        if source and source not in {about.name, about.title}:
            places = [source, about.locator]
        return Entry(
            about.name,
            about.title,
            site=str(SITE),
            edition=self.edition,
            address=self.permanent,
            shown=self.as_of.day,
            accessed=self.as_of.today,
            published=about.published,
            taken_from=in_a_row(place for place in places if place),
            is_data=about.data is not None,
        )

    @property
    def sentence(self) -> str:
        return plain(self.entry)

    @property
    def files(self) -> dict[str, str]:
        """The citation as files, by what they are called."""
        query = self._query_of_files()
        return {
            words: f"{self.path}cite.{form}{_asking(query)}" for form, words in CITED_AS.items()
        }

    @property
    def picture(self) -> str:
        """The picture of the finding; its address changes with the data, so that none is stale."""
        path, query = self.path, self._query_of_files()
        if not self.about:
            path, query = reverse("public:home"), _without(query, *query)
        query["v"] = self.data_version
        return _absolute(f"{path}picture.png", query)

    @property
    def linked(self) -> dict[str, Any]:
        """The same for machines, in the words of schema.org."""
        version = self.about.version if self.about else 0
        told = {
            "@id": self.canonical,
            "url": self.address,
            "name": self.title,
            "description": self.description,
            "version": str(version or self.data_version),
            "temporalCoverage": f"../{self.as_of.day}",
        }
        return linked_data(told, self.about)

    @property
    def mail(self) -> str:
        return _mail("", self.title, f"{self.description}\n\n{self.address}\n")

    @property
    def report(self) -> str:
        """A letter about an error here, with what it is about; none where nobody takes letters."""
        if not settings.CONTACT_EMAIL:
            return ""
        name = self.about.name if self.about else self.path
        subject = gettext("Error in {name}, {edition}").format(name=name, edition=self.edition)
        wrong, source = gettext("What is wrong:"), gettext("The source that shows it:")
        body = f"{self.address}\n\n{wrong}\n\n{source}\n"
        return _mail(settings.CONTACT_EMAIL, subject, body)

    def _query_of_files(self) -> QueryDict:
        return _without(self.query, "page", *_SHAPE)


def reuse_of(request: HttpRequest, about: Any, as_of: AsOf, data_version: str) -> Reuse:
    """
    Of a page, or of the page that a file is of: its address is that of the page and a name.

    Files are English, and so is the address in them, whichever page they were asked of.
    """
    path = in_language(request.path[: request.path.rindex("/") + 1], get_language() or DATA)
    return Reuse(path, request.GET, as_of, data_version, about)


def _without(query: QueryDict, *names: str) -> QueryDict:
    kept = query.copy()
    for name in names:
        kept.pop(name, None)
    return kept


def _asking(query: QueryDict) -> str:
    return f"?{query.urlencode()}" if query else ""


def _absolute(path: str, query: QueryDict) -> str:
    return f"{settings.BASE_URL}{quote(path, safe='/')}{_asking(query)}"


def _mail(to: str, subject: str, body: str) -> str:
    written = f"subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    return f"mailto:{quote(to, safe='@')}?{written}"
