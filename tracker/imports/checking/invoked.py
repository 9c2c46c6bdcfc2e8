"""Which articles an ask invokes: as the file says, or as its text cites them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from tracker.actions.records import natural_key
from tracker.filters.articles import ArticleNames, known_treaties
from tracker.imports.asks import Ask, Fault
from tracker.lib.citations import citations_in
from tracker.lib.instruments import Known as KnownTreaty

from .faults import unknown_article
from .known import Known

_MAY_CITE = re.compile(r"\bart(?:icles?|s?\.)", re.IGNORECASE)


class Invoked:
    """
    Finds the articles of asks; with `cites`, those that a text names where the file says none.
    """

    def __init__(self, known: Known, *, cites: bool) -> None:
        self._meant, self._cites = known, cites
        self._read_before: dict[str, list[str]] = {}

    def of(self, ask: Ask, faults: list[Fault]) -> list[dict[str, str]]:
        """The invocations of an ask as plain values; what is no article goes to its faults."""
        rows: dict[str, dict[str, str]] = {}
        for said in ask.articles:
            basis, note = said.get("basis") or "explicit", said.get("note", "")
            for key in self._said(said["article"], faults):
                rows.setdefault(key, {"article": key, "basis": basis, "note": note})
        if self._cites and not rows and _MAY_CITE.search(ask.text):
            cited = dict.fromkeys(self._cited(ask))
            return [{"article": key, "basis": "explicit", "note": ""} for key in cited]
        return list(rows.values())

    def _said(self, words: str, faults: list[Fault]) -> list[str]:
        meant = self._meant.meant("articles", words)
        if meant == "":  # a person has said that it is to be left out
            return []
        try:
            return self._read(meant or words)
        except ValueError as error:
            faults.append(unknown_article(words, str(error)))
            return []

    def _read(self, words: str) -> list[str]:
        """The articles that some words name; ValueError says what was expected."""
        if words not in self._read_before:
            articles = self._articles.read(words)
            self._read_before[words] = [natural_key(article) for article in articles]
        return self._read_before[words]

    def _cited(self, ask: Ask) -> Iterator[str]:
        """The articles that a text names, or what they are below, as far as they are here."""
        known = {treaty.code: set(treaty.articles) for treaty in self._treaties}
        for cited in citations_in(ask.text, self._treaties):
            number = cited.article
            while number and number not in known[cited.treaty]:
                number = number.rpartition("(")[0]
            if number:
                yield f"{cited.treaty} {number}"

    @cached_property
    def _treaties(self) -> tuple[KnownTreaty, ...]:
        return known_treaties()

    @cached_property
    def _articles(self) -> ArticleNames:
        return ArticleNames()
