"""
Synthetic recommendations with their answers and assessments, as lines for COPY.

The same seed gives the same records. 20-80 words, one in six with a Korean sentence; one word that
a tenth holds, one that one in five thousand holds, and a Korean word of two syllables in one of
twenty.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from itertools import accumulate

from tracker.models import Position, Status
from tracker.models.responses import RECORDABLE_POSITIONS

from . import shape
from .reference import MOMENT

CHUNK = 20_000
_STAMP = MOMENT.isoformat()
_FLOW = {
    "state": "published", "recorded_at": _STAMP, "recorded_by_id": shape.WRITER,
    "submitted_at": _STAMP, "submitted_by_id": shape.WRITER, "approved_at": _STAMP,
    "approved_by_id": shape.APPROVER, "withdrawn_reason": "", "returned_reason": "",
}  # fmt: skip
_FLOWING = "\t".join(map(str, _FLOW.values()))
COLUMNS = {
    "recommendation": [
        "id", *_FLOW, "reference", "origin", "kind", "document_id", "locator", "cycle_id",
        "addressed_to_id", "made_on", "title", "text", "text_kind", "language", "action_strength",
        "names_north_koreans", "expects_reply", "certainty", "version",
    ],
    "recommendationmaker": ["recommendation_id", "maker_id"],
    "recommendationtheme": ["recommendation_id", "theme_id"],
    "recommendationgroup": ["recommendation_id", "group_id"],
    "invocation": ["recommendation_id", "article_id", "basis", "note"],
    "response": [
        *_FLOW, "key", "recommendation_id", "position", "category_as_stated", "words",
        "words_kind", "language", "responded_on", "document_id", "locator", "cycle_id",
        "certainty", "supersedes_reason",
    ],
    "assessment": [
        "id", *_FLOW, "key", "recommendation_id", "status", "as_of", "assessor_id", "scale",
        "grade_as_given", "scale_as_given", "rationale", "supersedes_reason",
    ],
    "evidence": ["assessment_id", "document_id", "locator"],
}  # fmt: skip
Lines = dict[str, list[str]]

_SYLLABLES = ["ra", "to", "mi", "ken", "sol", "ver", "da", "lin", "por", "est", "gu", "nal"]
_PLAIN = """
    ensure that the of and to in for all its with persons rights protect law return border family
    children women refugees access measures take report provide full adopt steps not from by on as
    under against procedures status information including victims trafficking review national policy
    asylum authorities cooperate allow humanitarian international obligations respect forced legal
    guarantee effective investigate end practice
"""
_ENGLISH = [
    *_PLAIN.split(),
    *(f"{a}{b}{c}" for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES[:4]),
]
_ENGLISH_WEIGHTS = list(accumulate(1 / (place + 3) for place in range(len(_ENGLISH))))
_FRONT, _BACK = "강난민보호국제인권여성아동가족", "권법안정책조약심사협력지원은을의에"
_HANGUL = [f"{a}{b}" for a in _FRONT for b in _BACK]
_KINDS = ["recommendation", "recommendation", "question", "request", "concern"]
_BASES = ["explicit", "section", "inferred"]
_POSITIONS = [Position(position).value for position in RECORDABLE_POSITIONS]
_STATUSES = [status.value for status in Status if status is not Status.NOT_ASSESSED]
_FIRST, _LAST, _CLOSED = (
    dt.date(2003, 1, 1).toordinal(),
    dt.date(2025, 12, 31).toordinal(),
    dt.date(2026, 6, 30).toordinal(),
)


def chunks(size: int) -> Iterator[Lines]:
    """All records, some thousand at a time, as lines for each table."""
    rng = random.Random(shape.SEED)
    for start in range(1, size + 1, CHUNK):
        lines: Lines = {table: [] for table in COLUMNS}
        for number in range(start, min(start + CHUNK, size + 1)):
            _add(lines, rng, number)
        yield lines


def _add(lines: Lines, rng: random.Random, number: int) -> None:
    document = rng.randint(1, shape.DOCUMENTS)
    cycle, made = shape.cycle_of(document), rng.randint(_FIRST, _LAST)
    lines["recommendation"].append(_recommendation(rng, number, document, cycle, made))
    for table, most, ids in (
        ("recommendationmaker", 2, range(2, shape.EDITORS)),
        ("recommendationtheme", 3, range(1, shape.THEMES + 1)),
        ("recommendationgroup", 2, range(1, shape.GROUPS + 1)),
    ):
        for pk in rng.sample(ids, rng.randint(1, most)):
            lines[table].append(f"{number}\t{pk}\n")
    for article in rng.sample(shape.ARTICLE_IDS, rng.randint(1, 4)):
        lines["invocation"].append(f"{number}\t{article}\t{rng.choice(_BASES)}\t\n")
    for turn in range(rng.randint(1, 3)):
        lines["response"].append(_response(rng, number, turn, cycle, made))
    for turn in range(rng.randint(1, 5)):
        pk = number * 5 + turn
        lines["assessment"].append(_assessment(rng, number, pk, made))
        lines["evidence"].append(f"{pk}\t{rng.randint(1, shape.DOCUMENTS)}\tpara. {turn + 1}\n")


def _recommendation(rng: random.Random, number: int, document: int, cycle: int, made: int) -> str:
    words, is_korean = words_of_a_text(rng)
    date = dt.date.fromordinal(made).isoformat()
    precision = rng.random()
    date = date[:4] if precision < 0.02 else date[:7] if precision < 0.05 else date
    title = " ".join(words[:7]).capitalize()
    text = " ".join(words).capitalize()
    row = (
        f"R-{number:04}", "", rng.choice(_KINDS), document, f"para. {rng.randint(1, 90)}", cycle,
        shape.CHINA, date, title, text, "paraphrase", "ko" if is_korean else "en",
        rng.randint(1, 5), "t" if rng.random() < 0.8 else "f",
        "t" if shape.mechanism_of(cycle) == 1 else "f", "seen", 1,
    )  # fmt: skip
    return f"{number}\t{_FLOWING}\t" + "\t".join(map(str, row)) + "\n"


def words_of_a_text(rng: random.Random) -> tuple[list[str], bool]:
    """A text of 20-80 words, and whether some are Korean."""
    words = rng.choices(_ENGLISH, cum_weights=_ENGLISH_WEIGHTS, k=rng.randint(20, 79))
    if rng.random() < 0.1:
        words.insert(rng.randint(7, len(words)), shape.COMMON)
    if rng.random() < 0.0002:
        words.insert(rng.randint(7, len(words)), shape.RARE)
    is_korean = rng.random() < 1 / 6
    if is_korean:
        sentence = rng.choices(_HANGUL, k=rng.randint(4, 10))
        if rng.random() < 0.3:
            sentence.append(shape.KOREAN)
        words = [*words[: 80 - len(sentence)], *sentence]
    return words, is_korean


def _response(rng: random.Random, number: int, turn: int, cycle: int, made: int) -> str:
    date = dt.date.fromordinal(min(made + rng.randint(60, 900), _CLOSED)).isoformat()
    row = (
        f"r{number}-{turn}", number, rng.choice(_POSITIONS), "", "China replied to this item.",
        "paraphrase", "en", date, rng.randint(1, shape.DOCUMENTS), f"para. {rng.randint(1, 90)}",
        cycle, "seen", "",
    )  # fmt: skip
    return f"{_FLOWING}\t" + "\t".join(map(str, row)) + "\n"


def _assessment(rng: random.Random, number: int, pk: int, made: int) -> str:
    date = dt.date.fromordinal(min(made + rng.randint(200, 2500), _CLOSED)).isoformat()
    row = (
        f"a{pk}", number, rng.choice(_STATUSES), date, shape.EDITORS, "tracker-1", "", "",
        "Documents of the period say so.", "",
    )  # fmt: skip
    return f"{pk}\t{_FLOWING}\t" + "\t".join(map(str, row)) + "\n"
