"""
What brought-back exports of ours say beyond what a table can change, held against the records.

An export has columns for reading: answers, assessments, addresses, names beside codes. Whoever
changes one of those meant something by it; they are told what to do instead. And a cell of ours
can mean more exactly what the record has than any name could: its document, the notes on its
articles, a text that Excel cut.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tracker.actions.records import natural_key
from tracker.exports.recommendations import RECOMMENDATIONS
from tracker.exports.tables import cells_query
from tracker.exports.xlsx import CUT
from tracker.imports.asks import Ask, Fault
from tracker.imports.readers.own import article_of
from tracker.lib.reading import fetched
from tracker.models import (
    AffectedGroup,
    Article,
    Invocation,
    Organisation,
    Recommendation,
    ReviewCycle,
    Theme,
)

Cells = Mapping[str, str]
_MOST_NAMED = 5
_ANSWER = "record China’s answer, on the page of the recommendation"
_ASSESSMENT = "assess the status, on the page of the recommendation"
_DOCUMENT = "have a coordinator correct the document itself"
_RELATION = "enter a relation, on the page of the recommendation"
_ARTICLES = "change “article_codes”, or let a coordinator change the norms"
_MAKERS = "have a coordinator correct the organisation itself"
_TRANSLATION = "translate the title, on the page of the recommendation"
_INSTEAD = {  # what is not read from a table, and what to do instead
    "address": "nothing: it follows from the reference",
    "title_ko": _TRANSLATION,
    "title_zh_hans": _TRANSLATION,
    "made_by_kinds": _MAKERS,
    "regional_groups": _MAKERS,
    "document_kind": _DOCUMENT,
    "document_address": _DOCUMENT,
    "mechanism": "change “cycle_code”: the mechanism follows from the review",
    "treaties": "change “article_codes”: the treaties follow from the articles",
    "norms": _ARTICLES,
    "norm_codes": _ARTICLES,
    "part_of": _RELATION,
    "taken_up_by": _RELATION,
    "position": _ANSWER,
    "position_code": _ANSWER,
    "un_position": _ANSWER,
    "answered_on": _ANSWER,
    "status": _ASSESSMENT,
    "status_code": _ASSESSMENT,
    "assessed_on": _ASSESSMENT,
    "assessor": _ASSESSMENT,
    "published_at": "nothing: it follows from the approval",
}
_OF_ITS_OWN = {_ANSWER, _ASSESSMENT, _RELATION, _TRANSLATION}
_CODES = {  # columns of names, and those of codes, which count
    "made_by": "made_by_codes",
    "addressed_to": "addressed_to_code",
    "cycle": "cycle_code",
    "articles": "article_codes",
    "themes": "theme_codes",
    "affected_groups": "group_codes",
}
_REQUIRED = [  # what a record cannot be without: one of these columns says it
    *(("title",), ("text_kind",), ("language",), ("kind",), ("made_on",), ("certainty",)),
    ("names_north_koreans",),
    ("made_by", "made_by_codes"),
    ("addressed_to", "addressed_to_code"),
    ("document", "document_symbol"),
]


@dataclass
class _Records:
    """The records that rows are about: as exports show them, and what no cell shows."""

    cells: dict[str, Cells] = field(default_factory=dict)
    rows: dict[str, Recommendation] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)


def settle(asks: Sequence[Ask], on: dt.date) -> list[str]:
    """
    Complete asks of our own export from the records they name, and say what is not read from them.

    `on` is the day whose answers and assessments the records are compared with. Asks are changed in
    place, the same whenever it is done again; the sentences are for the file as a whole.
    """
    records = _records(asks, on)
    places: dict[str, list[str]] = {}
    for ask in asks:
        said = {heading.strip(): cell for heading, cell in ask.raw.items()}
        now = records.cells.get(ask.reference, {})
        for sentence in _not_read(said, now, ask.reference, records):
            places.setdefault(sentence, []).append(ask.reference or ask.place)
        if row := records.rows.get(ask.reference):
            _complete(ask, said, now, row)
        if fault := _unknown_addressee(ask, records):
            ask.faults = [*(one for one in ask.faults if one != fault), fault]
    return [f"{sentence} {_where(named)}" for sentence, named in places.items()]


def _records(asks: Sequence[Ask], on: dt.date) -> _Records:
    references = {ask.reference for ask in asks if ask.reference}
    rows = Recommendation.objects.filter(reference__in=references).select_related("document")
    rows = rows.defer("search_vector").prefetch_related("made_by", "invocations__article__treaty")
    by_reference = {row.reference: row for row in rows}
    cells: dict[str, Cells] = {}
    if keys := [row.pk for row in by_reference.values()]:
        names = [column.name for column in RECOMMENDATIONS.columns]
        for values in fetched(cells_query(RECOMMENDATIONS, keys, on, guard=False)):
            texts = ("" if value is None else str(value) for value in values)
            row = dict(zip(names, texts, strict=True))
            cells[row["reference"]] = row
    return _Records(cells, by_reference, _names(asks))


def _names(asks: Iterable[Ask]) -> dict[str, dict[str, str]]:
    """What each code stands for, by the column of names."""
    if not any(True for _ in asks):
        return {}
    organisations = dict(Organisation.objects.values_list("slug", "name"))
    articles = Article.objects.select_related("treaty")
    return {
        "made_by": organisations,
        "addressed_to": organisations,
        "cycle": dict(ReviewCycle.objects.values_list("slug", "name")),
        "articles": {_code(row): _label(row) for row in articles},
        "themes": dict(Theme.objects.values_list("code", "name")),
        "affected_groups": dict(AffectedGroup.objects.values_list("code", "name")),
    }


def _label(article: Article) -> str:
    return f"{article.treaty.short_name} {article.number or '(as a whole)'}"


def _not_read(said: Cells, now: Cells, reference: str, records: _Records) -> Iterable[str]:
    """A sentence for each column that says what the record does not, and that is not read."""
    if not now and reference:
        return  # a draft or no record: there is no export of it to compare with
    for name, instead in _INSTEAD.items():
        if not now and instead not in _OF_ITS_OWN:
            continue  # it follows from what else is said of a new ask
        if name in said and not _is_same(name, said[name], now.get(name, "")):
            yield (
                f"“{name}” says something else than is recorded here. It is not read from a table;"
                f" to change it, {instead}."
            )
    for names, codes in _CODES.items():
        if _names_differ(names, said, now, records.names.get(names, {})):
            yield (
                f"“{names}” names something else than the codes in “{codes}”. The codes count;"
                f" to change it, change “{codes}”, or empty it so that the names are read."
            )
    if now:
        yield from _not_kept(said, now)


def _not_kept(said: Cells, now: Cells) -> Iterable[str]:
    """What was changed of a record in a way that changes nothing."""
    symbol, title = said.get("document_symbol"), said.get("document", now["document"])
    if symbol and symbol == now["document_symbol"] and title != now["document"]:
        yield (
            "“document” is another title for the same “document_symbol”. The symbol counts;"
            " to name another document, change the symbol, or empty it."
        )
    for columns in _REQUIRED:
        is_empty = all(not said.get(name, "?").strip() for name in columns)
        if is_empty and any(now[name] for name in columns):
            named = " and ".join(f"“{name}”" for name in columns)
            yield f"{named} cannot be empty, and stays as it is recorded here."


def _is_same(name: str, said: str, now: str) -> bool:
    """An address is the same on any site of ours; all else is what its cell says."""
    if name == "address":
        return not said or not now or urlsplit(said).path == urlsplit(now).path
    return said.strip() == now.strip()


def _names_differ(names: str, said: Cells, now: Cells, known: Mapping[str, str]) -> bool:
    """Whether somebody wrote names that neither the record has nor the codes stand for."""
    cell, codes = said.get(names, "").strip(), said.get(_CODES[names], "").strip()
    if not codes or not cell or cell == now.get(names, "").strip():
        return False
    meant = "; ".join(known.get(code, code) for code in _parts(codes))
    return sorted(_parts(cell)) != sorted(_parts(meant))


def _parts(cell: str) -> list[str]:
    return [word for part in cell.split(";") if (word := part.strip())]


def _complete(ask: Ask, said: Cells, now: Cells, row: Recommendation) -> None:
    """What a row leaves as it is, exactly as the record has it."""
    ask.others.pop("document", None)
    columns = [name for name in ("document", "document_symbol") if name in said]
    if columns and now and all(said[name] == now[name] for name in columns):
        ask.others["document"] = row.document.slug
    ask.document = ask.document or row.document.slug
    ask.made_on = ask.made_on or str(row.made_on)
    ask.made_by = ask.made_by or [maker.slug for maker in row.made_by.all()]
    ask.text_kind, ask.language = ask.text_kind or row.text_kind, ask.language or row.language
    whole = said.get("text", CUT)
    if whole.endswith(CUT) and row.text.startswith(whole.removesuffix(CUT)):
        ask.text = row.text
    elif whole.endswith(CUT) and _CUT_AND_CHANGED not in ask.faults:
        ask.faults.append(_CUT_AND_CHANGED)
    ask.articles = _as_invoked(ask.articles, row)


def _as_invoked(articles: Iterable[dict[str, str]], row: Recommendation) -> list[dict[str, str]]:
    """Articles that the record invokes already keep their number and note, and a basis not said."""
    invoked = {_written(one): one for one in row.invocations.all()}
    found = []
    for said in articles:
        if one := invoked.get(said["article"].casefold()):
            named = {"article": natural_key(one.article)}
            found.append({"basis": one.basis, "note": one.note, **said, **named})
        else:
            found.append(said)
    return found


def _written(invocation: Invocation) -> str:
    return article_of(_code(invocation.article)).casefold()


def _code(article: Article) -> str:
    return f"{article.treaty.code}/{article.slug}" if article.slug else article.treaty.code


def _unknown_addressee(ask: Ask, records: _Records) -> Fault | None:
    slug = ask.others.get("addressed_to")
    if not slug or slug in records.names["addressed_to"]:
        return None
    return Fault(
        what=f"Unknown organisation or State “{slug}”",
        expected="The code of an organisation or State that is recorded here.",
        mend="Correct the code, or let a coordinator add the organisation.",
        column="addressed_to_code",
        found=slug,
    )


def _where(named: Sequence[str]) -> str:
    shown = ", ".join(named[:_MOST_NAMED])
    more = len(named) - _MOST_NAMED
    return f"({shown}{f' and {more:,} more' if more > 0 else ''})"


_CUT_AND_CHANGED = Fault(
    what="The text is longer than a cell of Excel holds, and was changed",
    expected="The whole text.",
    mend="Change the text on the page of the recommendation, or in the CSV, which has all of it.",
    column="text",
)
