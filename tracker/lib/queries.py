"""What a reader typed into the search box, taken apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from .folding import IS_CJK, fold
from .provisions import articles_in
from .terms import READERS, REFERENCE, Term
from .thesaurus import WORD, Thesaurus

LONGEST = 500  # characters that are read
MOST = 30  # terms of a query that are read
_MARKS = str.maketrans("“”„«»「」『』《》〈〉＂", '""""""""""""""')
_PIECE = re.compile(r'(?P<no>[-−])?(?:"(?P<phrase>[^"]*)"?|(?P<plain>[^\s"]+))')
_SYMBOL = re.compile(r"(?=.*\d|.*\b[a-z]\b)[a-z][\w.-]*(?:/[\w.-]+)+/?", re.IGNORECASE)
_OR = {"or", "|"}
# What stands between words that are looked for apart; an address keeps its `://`.
_BETWEEN = re.compile(r"[\s,;!?…—、。&+]|:(?!//)")


@dataclass(frozen=True)
class Group:
    """What has to be found together, and what must not; `or` stands between groups."""

    terms: list[Term] = field(default_factory=list)
    excluded: list[Term] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Piece:
    text: str
    is_phrase: bool = False
    is_excluded: bool = False
    is_article: bool = False


def read_query(query: str, thesaurus: Thesaurus) -> list[Group]:
    """
    The groups of a query; any text is a query, and one without a letter or digit has no group.

    Words as in a web search: all of them, “phrases” in quotes as they stand, `-not`, `or`.
    Unquoted words are widened by the thesaurus.
    """
    groups = _groups(query, thesaurus)
    return [group for group in groups if group.terms or group.excluded]


def words_left_out(query: str, thesaurus: Thesaurus) -> list[str]:
    """The words of a query that are passed over, as they were typed, each once."""
    groups = _groups(query, thesaurus)
    return list(dict.fromkeys(word for group in groups for word in group.ignored))


def _groups(query: str, thesaurus: Thesaurus) -> list[Group]:
    return [_group(pieces, thesaurus) for pieces in _split(query)]


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
    terms = list(_terms(list(_apart(wanted))[:MOST], thesaurus))
    excluded = [term for piece in unwanted for term in _excluded(piece, thesaurus)]
    return Group(
        [replace(term, title=text) for term in _placed(terms)],
        [term for term in excluded if not term.ignored],
        [term.ignored for term in (*terms, *excluded) if term.ignored],
    )


def _apart(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Pieces without the punctuation between them; what names an article is one of its own."""
    for is_phrase, row in groupby(pieces, key=lambda piece: piece.is_phrase):
        if is_phrase:
            yield from row
            continue
        for text, is_article in articles_in(" ".join(piece.text for piece in row)):
            texts = [text] if is_article else filter(WORD.search, _BETWEEN.split(text))
            yield from (_Piece(text, is_article=is_article) for text in texts)


def _placed(terms: list[Term]) -> list[Term]:
    """Terms that look for something; an article's knows what the treaty beside it may be called."""
    wanted = [term for term in terms if not term.ignored]
    found = []
    for before, term, after in zip([Term(), *wanted], wanted, [*wanted[1:], Term()], strict=False):
        of = before.names if term.words else before.names + after.names
        article = term.article if of or not term.words else ""
        found.append(replace(term, article=article, of=of if article else ()))
    return found


def _excluded(piece: _Piece, thesaurus: Thesaurus) -> list[Term]:
    """What is excluded is one term; what would be several excludes only its own letters."""
    terms = list(_terms(list(_apart([piece])), thesaurus))
    return terms if len(terms) == 1 else list(READERS["phrase"]([piece.text], thesaurus))[:1]


def _terms(pieces: list[_Piece], thesaurus: Thesaurus) -> Iterator[Term]:
    """Terms of pieces in a row; neighbours of one script are looked up together."""
    at = 0
    while at < len(pieces):
        kind, stop = _kind(pieces[at]), at + 1
        if kind in ("words", "run"):
            while stop < len(pieces) and _kind(pieces[stop]) == kind:
                stop += 1
        texts = [piece.text for piece in pieces[at:stop]]
        yield from READERS[kind](texts, thesaurus)
        at = stop


def _kind(piece: _Piece) -> str:
    if piece.is_phrase:
        return "phrase"
    if piece.is_article:
        return "article"
    if REFERENCE.fullmatch(piece.text):
        return "reference"
    if _SYMBOL.fullmatch(piece.text):
        return "symbol"
    return "run" if IS_CJK.search(fold(piece.text)) else "words"
