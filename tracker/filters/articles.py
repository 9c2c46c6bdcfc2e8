"""Which articles a person means who writes them down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from tracker.lib.instruments import Known
from tracker.lib.provisions import AND, ARTICLE_WORD, RANGE, numbers_between
from tracker.models import Article, Treaty

_NAME = re.compile(r"(?:\d{4}\s+)?[^\d,&]*")


def known_treaties() -> tuple[Known, ...]:
    """What a text may cite: every treaty with all that it is called, and its articles here."""
    return read_treaties(_treaties_told().values_list("told", flat=True))


def with_treaties(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Rows that bring the same in `citable`, for a page of one record; `read_treaties` reads it."""
    found: QuerySet[Any] = rows.annotate(citable=ArraySubquery(_treaties_told()))
    return found


def read_treaties(told: Iterable[dict[str, Any]]) -> tuple[Known, ...]:
    return tuple(
        Known(one["code"], (one["name"], one["title"], *one["aliases"]), tuple(one["numbers"]))
        for one in told
    )


def _treaties_told() -> QuerySet[Any]:
    mine = Article.objects.filter(treaty=OuterRef("pk")).exclude(number="")
    numbers = ArraySubquery(mine.values("number"))
    told = JSONObject(
        code="code", name="short_name", title="title", aliases="aliases", numbers=numbers
    )
    return Treaty.objects.values(told=told)


class ArticleNames:
    """
    Reads articles by whatever a treaty is called here, or by the beginning of it.

    `ref 33`, `palermo 7-9`, `CEDAW 6, 9; CRC 7`, `1951 Convention art. 33 (1)`; a treaty alone is
    the treaty as a whole. Treaties and articles are read from the database once.
    """

    def read(self, text: str) -> list[Article]:
        """The articles that a text names, in its order; ValueError says what was expected."""
        if text not in self._answers:
            self._answers[text] = self._read(text)
        return [*self._answers[text]]

    @cached_property
    def _answers(self) -> dict[str, list[Article]]:
        """What was read so far: the rows of a file say the same over and over."""
        return {}

    def _read(self, text: str) -> list[Article]:
        found: list[Article] = []
        treaty = None
        for part in re.split(r"[;\n]", text):
            words = " ".join(ARTICLE_WORD.sub(" ", part).split())
            while words:
                named, words = self._treaty(words)
                treaty = named or treaty
                if treaty is None:
                    raise ValueError(_unknown(text))
                articles, words = self._articles(treaty, words)
                found += articles
        return found

    @cached_property
    def _names(self) -> list[dict[str, Treaty]]:
        """What treaties are called: their short names, then everything else."""
        short: dict[str, Treaty] = {}
        long: dict[str, Treaty] = {}
        for treaty in Treaty.objects.all():
            others = (treaty.code, treaty.title, *treaty.aliases)
            short[treaty.short_name.casefold()] = treaty
            long |= {name.casefold(): treaty for name in others}
        return [short, long]

    @cached_property
    def _known(self) -> dict[tuple[int, str], Article]:
        rows = Article.objects.select_related("treaty")
        return {(row.treaty_id, row.number.casefold()): row for row in rows}

    def _treaty(self, words: str) -> tuple[Treaty | None, str]:
        """The treaty that some words begin with, if they name one, and the rest of them."""
        said = words.casefold()
        names = {name: treaty for tier in reversed(self._names) for name, treaty in tier.items()}
        whole = [name for name in names if re.match(rf"{re.escape(name)}(?![\w-])", said)]
        if whole:
            name = max(whole, key=len)
            return names[name], words[len(name) :].strip()
        begun = _NAME.match(words)
        beginning = begun[0].strip() if begun else ""
        if not beginning:
            return None, words
        return self._begun(beginning, words), words[len(beginning) :].strip()

    def _begun(self, beginning: str, words: str) -> Treaty:
        """The one treaty with a name whose words begin like these."""
        for tier in self._names:
            found = {treaty for name, treaty in tier.items() if _begins(name, beginning)}
            if len(found) == 1:
                return found.pop()
            if found:
                names = " or ".join(sorted(treaty.short_name for treaty in found))
                raise ValueError(f"“{beginning}” may be {names}. Write more of its name.")
        raise ValueError(_unknown(words))

    def _articles(self, treaty: Treaty, words: str) -> tuple[list[Article], str]:
        """The articles of a treaty at the beginning of some words, and the rest of them."""
        also = AND.match(words)
        if also or not words:
            return [self._article(treaty, "")], words[also.end() :] if also else ""
        if (treaty.pk, _number(words)) in self._known:
            return [self._known[treaty.pk, _number(words)]], ""
        found: list[Article] = []
        parts = AND.split(words)
        while parts and (not found or _is_number(parts[0])):
            found += self._numbered(treaty, parts.pop(0))
        return found, ", ".join(parts)

    def _numbered(self, treaty: Treaty, words: str) -> list[Article]:
        """One article, or all from one number to another."""
        ends = RANGE.fullmatch(words)
        if not ends:
            return [self._article(treaty, words)]
        numbers = numbers_between(int(ends[1]), int(ends[2]))
        if not numbers:
            raise ValueError(f"“{words}” is no range of articles. Write the lower number first.")
        return [self._article(treaty, str(number)) for number in numbers]

    def _article(self, treaty: Treaty, words: str) -> Article:
        number = _number(words)
        if article := self._known.get((treaty.pk, number)):
            return article
        if not number:
            raise ValueError(f"{treaty} as a whole is not known here. Write an article of it.")
        raise ValueError(
            f"{treaty} has no article “{words.replace(' ', '')}” here. Choose one from the list."
        )


def _number(words: str) -> str:
    return words.replace(" ", "").casefold()


def _is_number(words: str) -> bool:
    return words[:1].isdigit()


def _begins(name: str, beginning: str) -> bool:
    """Whether each word of `beginning` begins the word of the name in its place."""
    words, begun = name.replace("-", " ").split(), beginning.casefold().split()
    return len(begun) <= len(words) and all(
        word.startswith(part) for word, part in zip(words, begun, strict=False)
    )


def _unknown(text: str) -> str:
    return f"“{text}” names no treaty known here. Write the treaty, then the article: CAT 3."
