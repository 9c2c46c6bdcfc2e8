"""China's position as people write it: in our words or letters, the UN's words or China's own."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError

from tracker.lib.english import in_english
from tracker.models import RECORDABLE_POSITIONS, Position

from .responses import LETTERS

_WRITTEN = {
    Position.ACCEPTED: (
        "accepted, accept, accepts, supported, support, enjoys support, yes, 接受, 수용"
    ),
    Position.ALREADY_IMPLEMENTED: (
        "already implemented, implemented, accepted already implemented,"
        " accepted and already implemented, 接受并已经执行, 接受 已经执行, 已经执行, 수용 이미 이행"
    ),
    Position.BEING_IMPLEMENTED: (
        "being implemented, accepted being implemented, accepted and being implemented,"
        " in the process of implementation, 接受并正在执行, 接受 正在执行, 正在执行, 수용 이행 중"
    ),
    Position.PARTLY_ACCEPTED: (
        "partly accepted, partially accepted, accepted in part, partly, partially, in part,"
        " partly supported, partially supported, 部分接受, 부분 수용"
    ),
    Position.NOTED: "noted, note, notes, takes note, taken note of, 注意到, 주목",
    Position.NOT_ACCEPTED: "not accepted, rejected, reject, rejects, no, 不接受, 불수용, 거부",
    Position.PENDING: "pending, under consideration, deferred, 보류",
    Position.NO_REPLY: "no reply, no response, no answer",
}
# “Not supported” is left out: in the UN's words it is “noted”, in China's it may be “not accepted”.


def plain(words: str) -> str:
    """Words without what does not matter in them: case, punctuation, “China’s claim”."""
    text = unicodedata.normalize("NFKC", words).casefold().replace("’", "'")
    text = text.replace("china's claim", "")
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


_MEANING = {
    plain(words): position
    for position, written in _WRITTEN.items()
    for words in [
        *written.split(","),
        position.value,
        *in_english([position.label]),
        LETTERS[position][0],
    ]
}


def is_position(words: str) -> bool:
    return plain(words) in _MEANING


def read_position(words: str) -> Position:
    """The position that some words mean; ValidationError with what was found and expected."""
    if position := _MEANING.get(plain(words)):
        return position
    known = ", ".join(f"“{position.label.split(' (')[0]}”" for position in RECORDABLE_POSITIONS)
    raise ValidationError(f"“{words}” is no position known here. Expected one of: {known}.")
