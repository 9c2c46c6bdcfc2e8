"""What makes a sentence an ask, and of whom: “we urge”, “China should”, “it is vital that”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .addressees import Addressee, addressee_in
from .verbs import COMMANDS

_LONGEST = 2_000  # characters of a sentence in which it has to say that it asks
_ADVERB = re.compile(
    r"(?:\w+ly|also|further|in\sparticular|as\sa\smatter\sof\surgency)[,\s]+", re.I
)

_VERBS = (
    r"(?:urges?|calls?\s(?:up)?on|calls?\sfor|recommends?|requests?|asks?|demands?|appeals?\sto"
    r"|proposes?|implores?|encourages?|advocates?\s(?:for|the)|presses|invites?|insists?"
    r"|(?:stress|underscor|emphasi[sz]|highlight|bring)\w*\s(?:attention\sto\s)?the\s(?:\w+\s)?need)"
)
_WHO = (
    r"(?:we|i|it|they|(?:this|the|our|present)\s(?:\w+\s){0,2}(?:report|submission|paper|brief|petition"
    r"|statement|communication|organi[sz]ations?|coalition|signatories|submitters?|authors?|undersigned"
    r"|committee|special\srapporteur|working\sgroup|commission(?:\sof\sinquiry)?|mission|independent\sexpert"
    r"|secretary-general|high\scommissioner|council|network|cent(?:re|er)|alliance|association|foundation|group"
    r"|institute|federation|ngos?|letter|document)|(?-i:[A-Z][\w&.’'-]*(?:\s(?:and|&|,)?\s?[A-Z][\w&.’'-]*){0,5}))"
)
_SAYS = re.compile(
    rf"(?:^|[,;:–—]\s|\band\s|\bthat\s|\b)(?P<who>{_WHO})\s(?:(?:\w+ly|also|further|therefore|thus"
    rf"|hereby|respectfully|jointly|would\slike\sto|wish(?:es)?\sto)\s){{0,3}}(?P<verb>{_VERBS})\b",
    re.IGNORECASE,
)
_MUST = (
    r"(?:should|must|needs?\sto|ought\sto|ha(?:s|ve)\sto|shall"
    r"|(?:is|are)\s(?:also\s|therefore\s|thus\s)?(?:obliged|obligated|required|bound|called\supon)\sto"
    r"|has\s(?:a|the|an)\s(?:\w+\s)?(?:duty|obligation|responsibility)\sto)"
)
_MODAL = re.compile(rf"\b{_MUST}\b", re.IGNORECASE)
_STRONG_MODAL = re.compile(r"\b(?:should|must|needs?\sto|ought\sto|shall)\b", re.IGNORECASE)
_IT_IS = re.compile(
    r"""(?:\bit(?:\sis|’s|'s)\s(?:\w+\s){0,2}?|\bis\s(?:\w+\s){0,2}?(?:a\s)?)
        (?:crucial|essential|vital|imperative|critical|necessary|urgent|of\s(?:paramount|utmost)\simportance
         |incumbent|high\stime|important)\b
      |\b(?:urgent|immediate|pressing|dire)\sneed\s(?:for|to)\b
      |\bneed\sfor\s(?:an?\s|the\s)?(?:urgent|immediate)\b
      |\bobligations?\s(?:under|of)\b.{0,160}\b(?:prohibits?|requires?|obliges?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_ONLY_SAYING = re.compile(
    r"""\b(?:important|crucial|essential|vital|necessary|critical|imperative)\s(?:for\s(?:\w+\sto\s)?)?(?:to\s)?(?:also\s)?
        (?:note|remember|mention|highlight|underline|point|understand|comprehend|bear|stress|recall|context)""",
    re.VERBOSE | re.IGNORECASE,
)
_REPORTED = re.compile(
    r"""\b(?:recommended|urged|called|stated|noted|said|concluded|argued|found|reported|asserted|claimed
        |insisted|believes?|states|suggests|told|asked|replied|affirmed)\b(?:\s[^.]{0,60})?\s?(?:that|to)\b[^.]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_EASTERN = re.compile(
    r"촉구(?:한다|합니다|함)|권고(?:한다|합니다|함)|요청(?:한다|합니다|함)|요구(?:한다|합니다|함)|하여?야\s?(?:한다|합니다)"
    r"|해야\s?(?:한다|합니다|함)|敦促|呼吁|强烈要求|(?:我们|谨)?建议|应当|应该|必须|务必"
)
_QUOTED = re.compile(r"[“\"][^”\"]{15,}[”\"]")


@dataclass(frozen=True, slots=True)
class Cue:
    """Why a sentence is an ask: `is_plain` if it says so in as many words, and to whom."""

    addressee: Addressee
    is_plain: bool


def cue_in(sentence: str, state: str) -> Cue | None:
    """What makes a sentence an ask, or None. What only quotes or reports another's ask is none."""
    words = _QUOTED.sub("“…”", sentence[:_LONGEST])
    if words.endswith("?"):
        return None
    if _EASTERN.search(words):
        return Cue(addressee_in(words, state), is_plain=True)
    if found := _says(words):
        who = addressee_in(words[found.end() :], state)
        return Cue(who, is_plain=found["who"].lower() in ("we", "i") or found["who"][0].isupper())
    if found := _must(words, state):
        who = addressee_in(words[: found.start()], state, is_subject=True)
        strong = bool(_STRONG_MODAL.fullmatch(found[0])) and who.is_named
        return Cue(who, is_plain=strong)
    if _IT_IS.search(words) and not _ONLY_SAYING.search(words):
        return Cue(addressee_in(words, state), is_plain=False)
    return None


def _says(words: str) -> re.Match[str] | None:
    """“We urge …”: somebody asks now; “They” are others, whose asks are only told of."""
    for found in _SAYS.finditer(words):
        who = found["who"].lower()
        if who == "they" or (who == "it" and found["verb"].lower() in ("asks", "invites")):
            continue
        if found["who"][0].isupper() and who not in ("we", "i", "it") and not _is_one(who):
            continue
        return found
    return None


def _is_one(who: str) -> bool:
    """Whether a name with a capital can be one who asks: no State and no mere first word."""
    return not re.match(r"(?:china|beijing|north|south|many|some|these|those|such|women)\b", who)


def _must(words: str, state: str) -> re.Match[str] | None:
    """“China must …”: a modal whose subject can be asked, outside of what others have said."""
    for found in _MODAL.finditer(words):
        before = words[: found.start()]
        if _REPORTED.search(before):
            continue
        if addressee_in(before, state, is_subject=True).name or before.strip().lower() in ("it",):
            return found
    return None


def begins_as_command(text: str) -> bool:
    """Whether a text begins with what is to be done: “Halt …”, “Immediately cease …”."""
    words = _ADVERB.sub("", text[:80])
    first = re.match(r"[A-Za-z-]+", words)
    return bool(first and first[0].lower() in COMMANDS)
