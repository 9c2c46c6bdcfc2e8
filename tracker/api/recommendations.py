"""One recommendation with all that belongs to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse

from tracker.exports.assessments import ASSESSMENTS
from tracker.exports.notes import NOTES
from tracker.exports.recommendations import RECOMMENDATIONS
from tracker.exports.relations import RELATIONS
from tracker.exports.responses import RESPONSES
from tracker.exports.tables import objects
from tracker.filters.data import Record, record
from tracker.filters.questions import Refusal, Refused, read_day, unknown
from tracker.filters.recommendations import withdrawn_recommendations

from .answers import record_answer
from .errors import not_found, told
from .lists import Instead, OpenView
from .schema import described_record


@described_record
class RecommendationView(OpenView):
    """The same columns as in the list, and the rows of other lists that belong to it."""

    shape = tuple(
        column.name
        for table in (RECOMMENDATIONS, RESPONSES, ASSESSMENTS, RELATIONS, NOTES)
        for column in table.columns
    )

    def asked(
        self, request: HttpRequest, today: dt.date, version: str, **address: str
    ) -> Callable[[], HttpResponse]:
        if wrong := unknown(request.GET, ["as_of"]):
            raise Refused(wrong)
        as_of, reference = read_day(request.GET, today=today), address["reference"]
        if found := record(reference, as_of):
            return partial(_answer, found, as_of.day, version)
        if gone := withdrawn_recommendations().filter(reference=reference).first():
            refusal = Refusal("reference", f"{reference} was withdrawn: {gone.withdrawn_reason}")
            raise Instead(told([refusal], 410))
        raise Instead(not_found(request))


def _answer(found: Record, day: dt.date, version: str) -> HttpResponse:
    (row,) = objects(RECOMMENDATIONS, [found.recommendation], day)
    lists = {
        "responses": objects(RESPONSES, found.responses, day),
        "assessments": objects(ASSESSMENTS, found.assessments, day),
        "relations": objects(RELATIONS, found.relations, day),
        "notes": objects(NOTES, found.notes, day),
    }
    return record_answer(row, lists, day, version)
