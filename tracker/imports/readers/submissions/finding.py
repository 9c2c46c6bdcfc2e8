"""The asks of a document: items of its lists, and sentences of its running text."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.imports.asks import Ask, Fault
from tracker.lib.folding import fold
from tracker.lib.instruments import Known
from tracker.lib.pasted import title_of

from .addressees import other_in
from .articles import cited
from .cues import Cue, begins_as_command, cue_in
from .headings import Heading
from .outline import Entry

_LOCATOR = 150  # characters that a locator has
_ABBREVIATED = re.compile(
    r"(?:\b(?:Art|Arts|art|arts|No|Nos|para|paras|pp?|Mr|Ms|Mrs|Dr|vs?|cf|e\.g|i\.e|al|St|ch|Ch|Sec|sec|U\.N|U\.S|Inc"
    r"|Vol|vol|ed|eds|Doc|Rev|Add)|\b[A-Z])\.\Z"
)
_SENTENCE = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”\"’')\]]))\s+(?=[A-Z“\"‘(\[])|(?<=[。！？])\s*")
_QUESTION = re.compile(r"[?？]")
_LEAST = 25  # characters that an ask has at least; a Chinese one says as much in a third
_PARAGRAPH = 8_000  # characters; what is longer is no paragraph that governs anything
_MIXED = re.compile(r"conclu|concern|findings|observations|결론|结论", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the words, why they are an ask, and where they stand."""

    entry: Entry
    text: str
    kind: str
    is_sure: bool
    addressee: str = ""  # "" for the State under review
    nth: int = 0  # of the sentences of its paragraph that ask, from 1; 0 for the whole of it


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; no cut after “Art.” or an initial."""
    cut: list[str] = []
    for part in filter(None, map(str.strip, _SENTENCE.split(text))):
        if cut and _ABBREVIATED.search(cut[-1][-20:]):
            cut[-1] += f" {part}"
        else:
            cut.append(part)
    return cut


def found_in(entries: Iterable[Entry], state: str) -> list[Found]:
    """Everything that a document asks of anybody, in its order."""
    return [found for entry in entries for found in _found(entry, state)]


def _found(entry: Entry, state: str) -> Iterator[Found]:
    if entry.is_parent:
        return
    heading = entry.asking
    introduced = _introduces(entry.lead, state)
    is_listed = entry.is_item and bool(heading or introduced)
    if is_listed and (item := _item(entry, heading, introduced, state)):
        yield item
        return
    if heading and not entry.text.endswith((":", "：")):
        asked = [*_sentences(entry, heading, state)]
        yield from asked or _whole(entry, heading)
        return
    yield from _sentences(entry, None, state)


def _introduces(lead: str, state: str) -> bool:
    """Whether what stands before a list says that it asks."""
    if not lead:
        return False
    return bool(cue_in(lead, state) or _announces(lead) or begins_as_command(lead))


def _announces(lead: str) -> bool:
    return bool(
        re.search(
            r"\b(?:following|these|our)\s(?:\w+\s){0,3}(?:recommendations?|questions?|measures|steps|requests)"
            r"|\brecommendations?\s*[:：]\Z",
            lead,
            re.I,
        )
    )


def _item(entry: Entry, heading: Heading | None, introduced: bool, state: str) -> Found | None:
    """An item of a list that asks; None if it is only one of the paragraphs of a section."""
    text = entry.text
    cue = cue_in(text, state)
    is_question = bool(_QUESTION.search(text))
    kind = _kind(entry, heading, is_question)
    says_so = begins_as_command(text) or cue is not None or is_question
    is_paragraph = entry.label.startswith("para.") and not entry.paragraph.cell
    mixed = heading is not None and bool(_MIXED.search(heading.title))
    is_vague = is_paragraph and not says_so and not introduced
    if is_vague and mixed:
        return None
    if is_paragraph and not introduced and len(sentences(text)) > 2:
        return None
    other = _addressee(entry, heading, cue, state)
    whole = _with_lead(entry, state)
    is_plain = says_so or introduced or not (mixed or is_vague)
    is_sure = _length(whole) >= _LEAST and is_plain and not other
    return Found(entry, whole, kind, is_sure, other)


def _with_lead(entry: Entry, state: str) -> str:
    """An item after the words before its list, where those are a part of what it asks."""
    lead = entry.lead
    if not lead or len(lead) > 200 or _announces(lead) or cue_in(lead, state):
        return entry.text
    is_command = begins_as_command(entry.text)
    is_ask = begins_as_command(lead)
    if (is_command and is_ask) or (not is_ask and len(lead) > 60):
        return entry.text
    first = entry.text.split(maxsplit=1)[0]
    rest = entry.text if first.isupper() else entry.text[:1].lower() + entry.text[1:]
    return f"{lead} {rest}"


def _length(text: str) -> int:
    return sum(3 if char >= "\u1100" else 1 for char in text)


def _kind(entry: Entry, heading: Heading | None, is_question: bool) -> str:
    asks = heading.asks if heading else "recommendation"
    if re.search(r"\bquestions?\b|질문|问题", entry.paragraph.cell or entry.lead, re.I):
        asks = "both" if re.search(r"recommend", entry.lead, re.I) else "question"
    if asks == "both":
        return "question" if is_question else "recommendation"
    if asks == "question" and not is_question and begins_as_command(entry.text):
        return "recommendation"
    return asks


def _addressee(entry: Entry, heading: Heading | None, cue: Cue | None, state: str) -> str:
    """Somebody else whom an item addresses: by itself, by what leads to it or by its headings."""
    if cue and cue.addressee.is_named and not begins_as_command(entry.text):
        return "" if cue.addressee.is_state else cue.addressee.name
    if entry.lead:
        lead = cue_in(entry.lead, state)
        if lead and lead.addressee.is_named:
            return "" if lead.addressee.is_state else lead.addressee.name
        if other := other_in(entry.lead, state):
            return other
    for above in reversed(entry.headings):
        if above.addressee:
            return other_in(above.addressee, state)
        if above is heading:
            return ""
    return ""


def _sentences(entry: Entry, heading: Heading | None, state: str) -> Iterator[Found]:
    """The sentences of a paragraph that ask; sure only below a heading, and if they say so."""
    number = 0
    other = _addressee(entry, heading, None, state) if heading else ""
    for sentence in sentences(entry.text):
        cue = cue_in(sentence, state)
        if cue is None or sentence.endswith((":", "：")):
            continue
        number += 1
        named = cue.addressee
        who = "" if named.is_named and named.is_state else named.name or other
        kind = heading.asks.replace("both", "recommendation") if heading else "request"
        sure = bool(heading) and cue.is_plain and not who and kind != "question"
        yield Found(entry, sentence, kind, sure, who, number)


def _whole(entry: Entry, heading: Heading) -> Iterator[Found]:
    """A paragraph below such a heading in which no sentence says that it asks."""
    if _length(entry.text) >= 2 * _LEAST and not _MIXED.search(heading.title):
        kind = _kind(entry, heading, bool(_QUESTION.search(entry.text)))
        yield Found(entry, entry.text, kind, is_sure=False)


def asks_of(found: Sequence[Found], document: str, treaties: Sequence[Known] = ()) -> list[Ask]:
    """
    What was found as the rows of an import.

    `document` names the document in their keys; articles of `treaties` that they cite are proposed.
    """
    seen: Counter[str] = Counter()
    asks = []
    for one in found:
        words = fold(one.text)
        seen[words] += 1
        named = f"{document}\n{words}\n{seen[words]}"
        key = hashlib.sha256(named.encode(errors="replace")).hexdigest()[:24]
        asks.append(_ask(one, key, treaties))
    return asks


def _ask(found: Found, key: str, treaties: Sequence[Known]) -> Ask:
    entry = found.entry
    heading = entry.headings[-1].shown if entry.headings else ""
    raw = {"Heading": heading, "Before the list": entry.lead, "Text": entry.paragraph.raw}
    return Ask(
        place=entry.paragraph.place,
        raw={name: text for name, text in raw.items() if text},
        key=key,
        text=found.text,
        title=title_of(found.text),
        kind=found.kind,
        language=_language(found.text),
        locator=locator_of(entry),
        articles=cited(found.text, _governing(found), treaties),
        faults=[_of_another(found.addressee)] if found.addressee else [],
        is_sure=found.is_sure,
    )


def _governing(found: Found) -> list[str]:
    """The headings above an ask, the words before its list, and the rest of its paragraph."""
    entry = found.entry
    has_rest = found.nth and len(entry.text) < _PARAGRAPH
    rest = entry.text.replace(found.text, " ") if has_rest else ""
    return [*(heading.title for heading in entry.headings), entry.lead, rest.strip()]


def _language(text: str) -> str:
    """The language by its letters: Korean, Chinese, or "" for English."""
    hangul = sum("\uac00" <= char <= "\ud7a3" for char in text)
    han = sum("\u4e00" <= char <= "\u9fff" for char in text)
    if hangul + han < len(text) / 4:
        return ""
    return "ko" if hangul >= han else "zh-Hans"


def _of_another(name: str) -> Fault:
    return Fault(
        what=f"It asks “{name}”",
        expected="What is asked of the State under review.",
        mend="Leave it out, or open the row and choose whom it addresses.",
        column="addressed_to",
        found=name,
    )


def locator_of(entry: Entry) -> str:
    """Where it stands, as a person finds it: `Recommendations, item 1.a, l. 364`."""
    place = f"{entry.label}, {entry.paragraph.where}" if entry.label else entry.paragraph.where
    section = section_of(entry.headings)
    if not section:
        return place
    room = _LOCATOR - len(place) - 2
    return f"{section if len(section) <= room else section[: room - 1] + '…'}, {place}"


def section_of(headings: Sequence[Heading]) -> str:
    """The section by its numbers, or by its heading where that has none."""
    if not headings:
        return ""
    last = headings[-1]
    if not last.mark and not last.is_asking and last.addressee:
        above = section_of(headings[:-1])
        return f"{above} {last.shown[0].lower()}{last.shown[1:]}"[:90].strip()
    if not last.mark and (last.is_known or last.is_asking or not any(h.mark for h in headings)):
        return last.shown[:60]
    if last.is_asking and last.mark and not last.depth > 1 and last.is_known:
        return last.shown[:60]
    written = ""
    for heading in headings:
        if not heading.mark:
            continue
        if heading.depth > 1:
            letters = [h.mark.written for h in headings if h.mark and not h.depth]
            written = ".".join([*letters[:1], heading.mark.written])
        else:
            written = f"{written}.{heading.mark.written}" if written else heading.mark.written
    return f"Section {written}"
