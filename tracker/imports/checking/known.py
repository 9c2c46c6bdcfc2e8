"""What the names in a file mean here; and what it names that is not here yet, but well known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django.utils.text import slugify

from tracker.filters.organisation_names import OrganisationNames
from tracker.lib.folding import fold
from tracker.lib.states import state_named
from tracker.models import (
    AffectedGroup,
    Document,
    Mechanism,
    Organisation,
    ReviewCycle,
    Theme,
)

REVIEWED = "china"  # the State whose reviews are on record
_NUMBER = re.compile(r"\d+")
_SYMBOL = re.compile(r"(?=[^ ]*/)(?:[A-Z]+|CEDAW|CAT|CRC|CERD|CCPR)(?:/[\w.\-]+)+")
_KINDS = [  # of a document, told by its symbol
    (re.compile(r"/Add\.\d+$"), Document.Kind.ADDENDUM),
    (re.compile(r"/CO/"), Document.Kind.CONCLUDING_OBSERVATIONS),
    (re.compile(r"^A/HRC/(?:WG\.6/)?\d+"), Document.Kind.WORKING_GROUP_REPORT),
]


class Known:
    """
    Finds what names mean, each read from the database once.

    `names` are what a person has said that names of this file mean: by vocabulary, name and code,
    “” for one to be left out. States that are not recorded yet, and documents with a UN symbol,
    become `additions`; what is in no vocabulary is counted in `unknown`. The reviews on record are
    China’s: for another `state` (a slug) only the one that a person has chosen counts.
    """

    def __init__(self, names: Mapping[str, Mapping[str, str]], state: str = REVIEWED) -> None:
        self._is_reviewed = state == REVIEWED
        self._given = {
            kind: {fold(name): code for name, code in meant.items()}
            for kind, meant in names.items()
        }
        self.additions: dict[str, dict[str, Any]] = {"organisations": {}, "documents": {}}
        self.unknown: dict[str, Counter[str]] = {"themes": Counter(), "groups": Counter()}
        self._found: dict[tuple[str, str], str | None] = {}

    def organisation(self, name: str) -> str | None:
        """The slug of whoever is called so, “” for one to be left out; None if nobody is known."""
        at = ("organisations", name)
        if at not in self._found:
            self._found[at] = self._organisation(name)
        return self._found[at]

    def _organisation(self, name: str) -> str | None:
        folded = fold(name)
        given = self._given.get("organisations", {})
        if folded in given:
            meant = given[folded]
            return meant if not meant or meant in self._slugs else self._state(meant)
        if self._names.knows(name):
            return self._names.read(name)[0].slug
        return self._state(name) or self._bodies.get(folded)

    def _state(self, name: str) -> str | None:
        """The slug of a State, which is added where it is not recorded yet."""
        state = state_named(name)
        if state is None:
            return None
        if state.slug not in self._slugs:
            self.additions["organisations"][state.slug] = {
                "slug": state.slug,
                "kind": Organisation.Kind.STATE.value,
                "name": state.name,
                "regional_group": state.group,
            }
        return state.slug

    def meant(self, kind: str, name: str) -> str | None:
        """What a person has said that a name means, “” to leave it out; None for nothing."""
        return self._given.get(kind, {}).get(fold(name))

    def terms(self, kind: str, names: Iterable[str]) -> list[str]:
        """The codes of themes or groups, each once; names that none has are counted."""
        known = self._themes if kind == "themes" else self._groups
        given = self._given.get(kind, {})
        codes: list[str] = []
        for name in names:
            folded = fold(name)
            code = given.get(folded, known.get(folded))
            if code is None:
                self.unknown[kind][name] += 1
            elif code and code not in codes:
                codes.append(code)
        return codes

    def cycle(
        self, words: str, session: int | None, mechanism: str, chosen: str = ""
    ) -> ReviewCycle | None:
        """The review a person has chosen, or that words or a session of the UPR's mean."""
        if chosen:
            return self._cycles.get(fold(chosen))
        if not self._is_reviewed:
            return None
        if words:
            return self._cycles.get(fold(words))
        if session is None:
            return None
        return self._sessions.get(session) if fold(mechanism or "upr") == "upr" else None

    def document(self, words: str) -> Document | None:
        """The document with this slug, symbol or title."""
        return self._documents.get(fold(words)) if words else None

    def document_slug(self, symbol: str, about: Mapping[str, Any]) -> str | None:
        """A document by its symbol; one that is not here yet is added. None if it is no symbol."""
        if found := self.document(symbol):
            return found.slug
        symbol = symbol.strip()
        if not _SYMBOL.fullmatch(symbol) or len(symbol) > 60:
            return None
        slug = re.sub(r"[^a-z0-9]+", "-", symbol.lower()).strip("-")
        kind = next((kind for form, kind in _KINDS if form.search(symbol)), Document.Kind.UN_OTHER)
        added = {"slug": slug, "kind": kind.value, "title": symbol, "symbol": symbol}
        said = {name: value for name, value in about.items() if value}
        self.additions["documents"].setdefault(slug, added | said)
        return slug

    def submission_slug(self, said: Mapping[str, Any], about: Mapping[str, Any]) -> str | None:
        """A submission that its own cover describes: to be added. None if it has no title."""
        title = str(said.get("title") or "")[:300].strip()
        if not title:
            return None
        slug = slugify(title)[:70].strip("-") or "submission"
        is_sent = said.get("mechanism") or said.get("submitted_on")
        kind = Document.Kind.NGO_SUBMISSION if is_sent else Document.Kind.NGO_REPORT
        added = {"slug": slug, "kind": kind.value, "title": title}
        told = {name: said.get(name) for name in ("submitted_on", "published_on")} | dict(about)
        authors = [self.organisation(name) for name in said.get("made_by", [])]
        told["authors"] = authors if all(authors) else None  # rows tell of who is not known
        added |= {name: value for name, value in told.items() if value}
        self.additions["documents"].setdefault(slug, added)
        return slug

    def of_cycle(self, cycle: ReviewCycle | None, kind: str) -> Document | None:
        """The one document of this kind in a review of China's; None for none, or several."""
        if cycle is None or not self._is_reviewed:
            return None
        found = self._by_cycle.get((cycle.pk, kind), [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _names(self) -> OrganisationNames:
        return OrganisationNames()

    @cached_property
    def _slugs(self) -> set[str]:
        return set(Organisation.objects.values_list("slug", flat=True))

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """Treaty bodies as the Index calls them: by the treaty that they monitor."""
        rows = Mechanism.objects.filter(treaty__isnull=False).select_related("treaty")
        names = OrganisationNames()
        found: dict[str, str] = {}
        for row in rows:
            if names.knows(row.name):
                body = names.read(row.name)[0].slug
                found |= {fold(word): body for word in (row.code, row.short_name, str(row.treaty))}
        return found

    @cached_property
    def _themes(self) -> dict[str, str]:
        return _by_words(Theme.objects.all())

    @cached_property
    def _groups(self) -> dict[str, str]:
        return _by_words(AffectedGroup.objects.all())

    @cached_property
    def _every_cycle(self) -> list[ReviewCycle]:
        return list(ReviewCycle.objects.select_related("mechanism"))

    @cached_property
    def _cycles(self) -> dict[str, ReviewCycle]:
        return {fold(word): row for row in self._every_cycle for word in (row.name, row.slug)}

    @cached_property
    def _sessions(self) -> dict[int, ReviewCycle]:
        rows = [row for row in self._every_cycle if row.mechanism.kind == Mechanism.Kind.UPR]
        numbered = [(_NUMBER.search(row.session), row) for row in rows]
        return {int(number[0]): row for number, row in numbered if number}

    @cached_property
    def _every_document(self) -> list[Document]:
        return list(Document.objects.select_related("cycle__mechanism").prefetch_related("authors"))

    @cached_property
    def _documents(self) -> dict[str, Document]:
        rows = self._every_document
        return {fold(word): row for row in rows for word in (row.title, row.symbol, row.slug)}

    @cached_property
    def _by_cycle(self) -> dict[tuple[int, str], list[Document]]:
        found: dict[tuple[int, str], list[Document]] = {}
        for row in self._every_document:
            if row.cycle_id:
                found.setdefault((row.cycle_id, row.kind), []).append(row)
        return found


def _by_words(terms: Iterable[Theme | AffectedGroup]) -> dict[str, str]:
    """The code of each term, by all that it is called; its name before what it is also called."""
    rows = list(terms)
    also = {fold(alias): row.code for row in rows for alias in row.aliases}
    return also | {fold(word): row.code for row in rows for word in (row.code, row.name)}
