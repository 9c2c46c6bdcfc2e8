"""What leaves the house, column by column: an allow-list, and the data dictionary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.db.models import Choices, TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tracker.lib.english import Label, in_english

Sql = str | Callable[[], str]
_IN_LANGUAGES = {
    "ko": _("The same in Korean, where it is translated."),
    "zh-hans": _("The same in simplified Chinese, where it is translated."),
}


class Kind(StrEnum):
    """What a column holds: in JSON by its own type, in a cell as text or a number."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "yes or no"
    LIST = "list"
    DATE = "date"
    MOMENT = "moment"
    ADDRESS = "address"

    @property
    def label(self) -> str:
        """As a reader sees it."""
        return str(_KINDS[self])


_KINDS: dict[Kind, Label] = {
    Kind.TEXT: _("text"),
    Kind.NUMBER: _("number"),
    Kind.BOOLEAN: _("yes or no"),
    Kind.LIST: pgettext_lazy("what a column holds", "list"),
    Kind.DATE: pgettext_lazy("what a column holds", "date"),
    Kind.MOMENT: pgettext_lazy("what a column holds", "moment"),
    Kind.ADDRESS: pgettext_lazy("what a column holds", "address"),
}


@dataclass(frozen=True)
class Column:
    """
    One published field: its name at every door, what it means, and where it comes from in SQL.

    `sql` may be a function, for what depends on the language or the site's address. `lists_values`
    are the words that can occur, where that is a short fixed list.
    """

    name: str
    meaning: Label
    sql: Sql
    kind: Kind = Kind.TEXT
    width: int = 16
    values: tuple[str, ...] = ()

    @property
    def expression(self) -> str:
        return self.sql if isinstance(self.sql, str) else self.sql()


def literal(text: str) -> str:
    """A text of ours as SQL; not for what a user typed."""
    return "'" + text.replace("'", "''") + "'"


def labelled(expression: str, labels: Callable[[], Mapping[str, str]]) -> Callable[[], str]:
    """The word that a reader sees for a stored one."""

    def sql() -> str:
        whens = " ".join(
            f"WHEN {literal(str(value))} THEN {literal(str(label))}"
            for value, label in labels().items()
        )
        return f"CASE {expression} {whens} END"

    return sql


def labels(choices: type[Choices]) -> Callable[[], Mapping[str, str]]:
    """The words of a fixed list, in the language of whoever asks."""
    return lambda: dict(choices.choices)


def address(page: str, *parts: str) -> Callable[[], str]:
    """A page's full address; `parts` are expressions of what the page's name takes."""

    def sql() -> str:
        marks = [f"mark-{number}" for number, _ in enumerate(parts)]
        path = literal(f"{settings.BASE_URL}{reverse(page, args=marks)}")
        for mark, part in zip(marks, parts, strict=True):
            path = path.replace(mark, f"' || {part} || '")
        return path

    return sql


def moment(expression: str) -> str:
    """A point in time as ISO 8601 in UTC."""
    return f"to_char({expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"


def choice(
    name: str, meaning: Label, expression: str, choices: type[TextChoices], width: int = 16
) -> Column:
    """A column of words from a fixed list, as a reader sees them."""
    return Column(
        name, meaning, labelled(expression, labels(choices)), width=width,
        values=in_english(choices.labels),
    )  # fmt: skip


def translated(name: str, row: str, width: int = 40) -> list[Column]:
    """What a field says in the other languages of the site: `title_ko`, `title_zh_hans`."""
    return [
        Column(
            f"{name}_{language.replace('-', '_')}",
            meaning,
            f"{row}.translations #>> '{{{language},{name}}}'",
            width=width,
        )
        for language, meaning in _IN_LANGUAGES.items()
    ]


def published_at(row: str) -> Column:
    """When a publishable row became public."""
    told = _("When it was published here (UTC).")
    return Column("published_at", told, moment(f"{row}.approved_at"), Kind.MOMENT, 20)
