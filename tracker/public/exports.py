"""Recommendations as files: all that a question finds."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from tracker.exports.csv import csv_pieces
from tracker.exports.jsonl import jsonl_pieces
from tracker.exports.recommendations import RECOMMENDATIONS as TABLE
from tracker.exports.xlsx import MOST_ROWS, xlsx_file
from tracker.filters.data import count_everything, found_recommendations
from tracker.filters.questions import Question, Refusal, Refused
from tracker.filters.recommendations import RecommendationFilter
from tracker.filters.versions import data_version

from .file import public_file

STREAMS = {
    "csv": ("text/csv; charset=utf-8", csv_pieces),
    "jsonl": ("application/jsonl; charset=utf-8", jsonl_pieces),
}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = {"csv": "CSV", "xlsx": "Excel", "jsonl": "JSON Lines"}


@public_file(*(column.name for column in TABLE.columns))
def recommendations(request: HttpRequest, question: Question, form: str) -> HttpResponseBase:
    """A CSV or JSON Lines file, sent while it is read, or an Excel workbook."""
    keys, day = found_recommendations(question), question.as_of.day
    some = "-found" if question.asked.narrowing else ""
    named = {"Content-Disposition": f'attachment; filename="recommendations{some}-{day}.{form}"'}
    if form in STREAMS:
        content_type, pieces = STREAMS[form]
        sent = pieces(TABLE, keys, day) if request.method == "GET" else ()
        return StreamingHttpResponse(sent, content_type=content_type, headers=named)
    if len(keys) > MOST_ROWS:
        told = f"An Excel sheet holds {MOST_ROWS:,} rows, and this finds {len(keys):,}."
        raise Refused([Refusal("xlsx", told, nearest="csv")])
    file = xlsx_file(TABLE, keys, day, facts(question, len(keys)))
    return FileResponse(file, content_type=XLSX, headers=named)


def facts(question: Question, total: int) -> list[tuple[str, str]]:
    """What a workbook says about itself: which question, which day, which data, how counted."""
    as_of = question.as_of
    chips = [f"{chip.facet}: {chip.label}" for chip in question.asked.chips]
    return [
        ("What", str(TABLE.meaning)),
        ("Filter", "; ".join(chips) or "None: everything that is public"),
        ("As of", f"{as_of.day.isoformat()}: what had been asked, answered and assessed by then"),
        ("Rows", f"{total}"),
        (
            "Basis of counts",
            "Each thing asked counts once; an item that asks several things stands as its limbs.",
        ),
        ("Made on", timezone.localdate().isoformat()),
        ("Data version", data_version()),
        ("Licence", "Texts and data: CC BY 4.0. Documents keep their own wording."),
    ]


@dataclass(frozen=True)
class Download:
    """One button: a form, its name, and the addresses for the filter and for everything."""

    form: str
    label: str
    query: str
    day: str


@dataclass(frozen=True)
class Downloads:
    """The buttons below a list, with how many rows each file has."""

    found: int
    everything: int
    forms: list[Download]
    is_filtered: bool


def downloads(asked: RecommendationFilter, found: int) -> Downloads:
    """What can be downloaded of a question that finds `found` recommendations, and of all."""
    day = f"?as_of={asked.on}" if asked.data.get("as_of") else ""
    query = f"?{question}" if (question := asked.question("sort")) else ""
    forms = [Download(form, label, query, day) for form, label in FORMS.items()]
    is_filtered = bool(asked.narrowing)
    everything = count_everything(asked) if is_filtered else found
    return Downloads(found, everything, forms, is_filtered)
