"""Rows of a batch, as somebody fills them in, and what then stands there."""

from tracker.actions.batches import Entry
from tracker.actions.responses import current_response
from tracker.models import Position

VALUES = {"position": Position.NOTED, "responded_on": "2024-07", "words": "It is noted."}


def entry(ask, expected="", **changes):
    return Entry(ask, expected, VALUES | changes)


def words_of(about, asks):
    found = [current_response(ask, about["document"]) for ask in asks]
    return [answer and answer.words for answer in found]
