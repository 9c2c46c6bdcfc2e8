"""What a reader typed into the search box, taken apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .folding import CJK, IS_CJK, fold
from .thesaurus import WORD, Match, Thesaurus, stems

LONGEST = 500  # characters that are read
MOST = 30  # terms of a query that are read
_MARKS = str.maketrans("“”„«»「」『』《》〈〉＂", '""""""""""""""')
_PIECE = re.compile(r'(?P<no>[-−])?(?:"(?P<phrase>[^"]*)"?|(?P<plain>[^\s"]+))')
_REFERENCE = re.compile(r"(?:r-?(?P<number>\d{1,9})|(?P<draft>d-[2-9a-hj-np-z]{8}))", re.IGNORECASE)
_SYMBOL = re.compile(r"[a-z][\w.-]*(?:/[\w.-]+)+/?", re.IGNORECASE)
_RUN = re.compile(rf"[a-z0-9]*[{CJK}][{CJK}a-z0-9]*")
_PARTS = re.compile(rf"[{CJK}]+|[^\W_{CJK}]+")
_PARTICLES = ("에서는", "에서", "에게", "으로", "부터", "까지", *"은는이가을를의에와과도로")
_OR = {"or", "|"}
# PostgreSQL's english.stop: words that its index leaves out.
_LEFT_OUT = """
    i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she
    her hers herself it its itself they them their theirs themselves what which who whom this that
    these those am is are was were be been being have has had having do does did doing a an the and
    but if or because as until while of at by for with about against between into through during
    before after above below to from up down in out on off over under again further then once here
    there when where why how all any both each few more most other some such no nor not only own
    same so than too very s t can will just don should now
"""
STOP_WORDS = frozenset(_LEFT_OUT.split())


@dataclass(frozen=True)
class Term:
    """
    One thing looked for, in every way it may be written; any of them will do.

    `words`: English, to be found anywhere, all of them. `phrases`: English, as they stand.
    `runs`: folded Korean or Chinese. `names`: what a treaty may be called, folded. `title`: the
    whole of what is looked for together, folded, which may be a document's title.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    runs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    title: str = ""
    symbol: str = ""
    reference: str = ""


@dataclass(frozen=True)
class Group:
    """What has to be found together, and what must not; `or` stands between groups."""

    terms: list[Term] = field(default_factory=list)
    excluded: list[Term] = field(default_factory=list)


@dataclass(frozen=True)
class _Piece:
    text: str
    is_phrase: bool = False
    is_excluded: bool = False


def read_query(query: str, thesaurus: Thesaurus) -> list[Group]:
    """
    The groups of a query; any text is a query, and one without a letter or digit has no group.

    Words as in a web search: all of them, “phrases” in quotes as they stand, `-not`, `or`.
    Unquoted words are widened by the thesaurus.
    """
    groups = [_group(pieces, thesaurus) for pieces in _split(query)]
    return [group for group in groups if group.terms or group.excluded]


def _split(query: str) -> Iterator[list[_Piece]]:
    text = unicodedata.normalize("NFKC", query[:LONGEST].translate(_MARKS)).replace("\x00", " ")
    pieces: list[_Piece] = []
    for found in list(_PIECE.finditer(text))[:MOST]:
        if found["plain"] and not found["no"] and found["plain"].casefold() in _OR:
            yield pieces
            pieces = []
            continue
        words = found["phrase"] if found["phrase"] is not None else found["plain"]
        if WORD.search(words):
            pieces.append(_Piece(words, found["phrase"] is not None, bool(found["no"])))
    yield pieces


def _group(pieces: list[_Piece], thesaurus: Thesaurus) -> Group:
    wanted = [piece for piece in pieces if not piece.is_excluded]
    unwanted = [piece for piece in pieces if piece.is_excluded]
    text = fold(" ".join(piece.text for piece in wanted))
    terms = list(_terms(wanted, thesaurus))
    excluded = [term for piece in unwanted for term in _excluded(piece, thesaurus)]
    return Group([replace(term, title=text) for term in terms], excluded)


def _excluded(piece: _Piece, thesaurus: Thesaurus) -> list[Term]:
    """What is excluded is one term; what would be several excludes only its own letters."""
    terms = list(_terms([piece], thesaurus))
    return terms if len(terms) == 1 else list(_phrase([piece.text], thesaurus))[:1]


def _terms(pieces: list[_Piece], thesaurus: Thesaurus) -> Iterator[Term]:
    """Terms of pieces in a row; neighbours of one script are looked up together."""
    at = 0
    while at < len(pieces):
        kind, stop = _kind(pieces[at]), at + 1
        if kind in ("words", "run"):
            while stop < len(pieces) and _kind(pieces[stop]) == kind:
                stop += 1
        texts = [piece.text for piece in pieces[at:stop]]
        yield from _READERS[kind](texts, thesaurus)
        at = stop


def _kind(piece: _Piece) -> str:
    if piece.is_phrase:
        return "phrase"
    if _REFERENCE.fullmatch(piece.text):
        return "reference"
    if _SYMBOL.fullmatch(piece.text):
        return "symbol"
    return "run" if IS_CJK.search(fold(piece.text)) else "words"


def _reference(texts: list[str], _: Thesaurus) -> Iterator[Term]:
    """`R-0042`, however it is typed: r-42, R42."""
    found = _REFERENCE.fullmatch(texts[0])
    assert found  # noqa: S101 - its kind says so
    draft = found["draft"]
    yield Term(reference=draft.upper() if draft else f"R-{int(found['number']):04}")


def _symbol(texts: list[str], _: Thesaurus) -> Iterator[Term]:
    yield Term(words=_with_and_without_hyphens(texts[0]), symbol=fold(texts[0]).rstrip("/"))


def _phrase(texts: list[str], _: Thesaurus) -> Iterator[Term]:
    """Quoted: as it stands, without the thesaurus; CJK without its spaces."""
    folded = fold(texts[0])
    runs = _RUN.findall(folded)
    rest = " ".join(_RUN.sub(" ", folded).split())
    if WORD.search(rest):
        yield Term(phrases=_with_and_without_hyphens(rest), names=(folded,))
    for run in runs:
        yield Term(runs=(run,), names=(folded,))


def _words(texts: list[str], thesaurus: Thesaurus) -> Iterator[Term]:
    """English words; what the thesaurus knows is one term, even of several words."""
    owners = [(word, at) for at, text in enumerate(texts) for word in WORD.findall(fold(text))]
    known: set[int] = set()
    for match in thesaurus.in_words([word for word, _ in owners]):
        touched = {at for _, at in owners[match.start : match.stop]}
        if known & touched:
            continue
        known |= touched
        literal = " ".join(texts[at] for at in sorted(touched))
        yield _widened(
            Term(words=_with_and_without_hyphens(literal), names=(fold(literal),)), match
        )
    for at, text in enumerate(texts):
        folded = fold(text)
        if at not in known and not STOP_WORDS.issuperset(WORD.findall(folded)):
            yield Term(words=_with_and_without_hyphens(folded), names=(folded,))


def _run(texts: list[str], thesaurus: Thesaurus) -> Iterator[Term]:
    """Korean or Chinese: terms of the thesaurus in it, and what is left between them."""
    tokens = [fold(text) for text in texts]
    joined = "".join(tokens)
    edges = _edges(tokens)
    at = 0
    for match in thesaurus.in_run(joined):
        yield from _left(joined, at, match.start, edges, thesaurus)
        yield _widened(_literal(joined, match.start, match.stop, edges), match)
        at = match.stop
    yield from _left(joined, at, len(joined), edges, thesaurus)


def _edges(tokens: list[str]) -> list[int]:
    edges = [0]
    for token in tokens:
        edges.append(edges[-1] + len(token))
    return edges


def _literal(joined: str, start: int, stop: int, edges: list[int]) -> Term:
    """The whole tokens that a part of them stands in: whoever writes just that is found."""
    first = max(edge for edge in edges if edge <= start)
    last = min(edge for edge in edges if edge >= stop)
    runs = _RUN.findall(joined[first:last])
    return Term(runs=tuple(runs) if len(runs) == 1 else (), names=(joined[start:stop],))


def _left(
    joined: str, start: int, stop: int, edges: list[int], thesaurus: Thesaurus
) -> Iterator[Term]:
    """What stands beside known terms: particles are passed over, the rest has to be found."""
    inside = [edge for edge in edges if start < edge < stop]
    for first, last in zip([start, *inside], [*inside, stop], strict=True):
        is_token = first in edges and last in edges
        literal = _literal(joined, first, last, edges) if first < last else Term()
        for part in _PARTS.findall(joined[first:last]):
            if not IS_CJK.match(part):
                (term, *_) = [*_words([part], thesaurus), Term()]
                yield replace(term, runs=(*term.runs, *literal.runs))
            elif is_token or (len(part) > 1 and part not in _PARTICLES):
                yield Term(runs=(_without_particle(part), *literal.runs), names=(part,))


def _without_particle(word: str) -> str:
    for particle in _PARTICLES:
        if word.endswith(particle) and len(word) >= len(particle) + 2:
            return word.removesuffix(particle)
    return word


def _widened(term: Term, match: Match) -> Term:
    cjk = [fold(other) for other in match.terms if IS_CJK.search(fold(other))]
    english = [other for other in match.terms if not IS_CJK.search(fold(other))]
    widened = replace(
        term,
        phrases=tuple(dict.fromkeys([*term.phrases, *english])),
        runs=tuple(dict.fromkeys([*term.runs, *cjk])),
        names=tuple(dict.fromkeys([*term.names, *map(fold, match.terms)])),
    )
    return _pruned(widened)


def _pruned(term: Term) -> Term:
    """
    Without ways of writing that find nothing more than another does.

    “Human trafficking” beside “trafficking”, 강제송환 beside 송환: the planner would count both.
    """
    texts = dict.fromkeys((*term.words, *term.phrases))
    singles = {key[0]: text for text in reversed(texts) if len(key := stems(text)) == 1}

    def says_more(text: str) -> bool:
        key = stems(text)
        return singles[key[0]] == text if len(key) == 1 else singles.keys().isdisjoint(key)

    words = tuple(filter(says_more, term.words))
    return replace(
        term,
        words=words,
        phrases=tuple(text for text in term.phrases if text not in words and says_more(text)),
        runs=tuple(run for run in term.runs if not any(o in run for o in term.runs if o != run)),
    )


def _with_and_without_hyphens(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([text, re.sub(r"[-‐‑–/]", " ", text)]))


_READERS = {
    "reference": _reference,
    "symbol": _symbol,
    "phrase": _phrase,
    "words": _words,
    "run": _run,
}
