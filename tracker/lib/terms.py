"""What each word or run of a query looks for, in every way it may be written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from .folding import CJK, IS_CJK, fold
from .left_out import BETWEEN, STOP_WORDS, is_suffix, without_ending
from .provisions import NUMBER
from .spelling import spellings
from .thesaurus import WORD, Match, Thesaurus, stems

REFERENCE = re.compile(r"(?:r-?(?P<number>\d{1,9})|(?P<draft>d-[2-9a-hj-np-z]{8}))", re.IGNORECASE)
_RUN = re.compile(rf"[a-z0-9]*[{CJK}][{CJK}a-z0-9]*")
_PARTS = re.compile(rf"[{CJK}]+|[^\W_{CJK}]+")
_BRACKETS = re.compile(r"[/()\[\]{}<>_]")


@dataclass(frozen=True)
class Term:
    """
    One thing looked for, in every way it may be written; any of them will do.

    `words`: English, to be found anywhere, all of them. `phrases`: English, as they stand.
    `runs`: folded Korean or Chinese. `names`: what a treaty may be called, folded. `title`: the
    whole of what is looked for together, folded, which may be a document's title. `article`: the
    number of a treaty's article, `of` what that treaty may be called, folded. `ignored`: what is
    passed over, as it was typed; such a term looks for nothing.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    runs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    title: str = ""
    symbol: str = ""
    reference: str = ""
    article: str = ""
    of: tuple[str, ...] = ()
    ignored: str = ""


def _reference(texts: list[str], _: Thesaurus) -> Iterator[Term]:
    """`R-0042`, however it is typed: r-42, R42."""
    found = REFERENCE.fullmatch(texts[0])
    assert found  # noqa: S101 - its kind says so
    draft = found["draft"]
    yield Term(reference=draft.upper() if draft else f"R-{int(found['number']):04}")


def _article(texts: list[str], _: Thesaurus) -> Iterator[Term]:
    number = fold(texts[0])
    yield Term(phrases=(f"article {number}", f"art {number}"), article=number)


def _symbol(texts: list[str], _: Thesaurus) -> Iterator[Term]:
    yield Term(words=_with_and_without_hyphens(texts[0]), symbol=fold(texts[0]).rstrip("/"))


def _phrase(texts: list[str], _: Thesaurus) -> Iterator[Term]:
    """Quoted: as it stands, without the thesaurus; CJK without its spaces."""
    folded = fold(texts[0])
    if STOP_WORDS.issuperset(WORD.findall(folded)):
        yield Term(ignored=texts[0])
        return
    runs = _RUN.findall(folded)
    rest = " ".join(_RUN.sub(" ", folded).split())
    if WORD.search(rest):
        yield Term(phrases=_with_and_without_hyphens(rest), names=(folded,))
    for run in runs:
        yield Term(runs=(run,), names=(folded,))


def _words(texts: list[str], thesaurus: Thesaurus) -> Iterator[Term]:
    """English words; what the thesaurus knows is one term, even of several words."""
    wholes = {part: text for text in texts if "/" in text for part in _without_brackets(text)}
    texts = [part for text in texts for part in _without_brackets(text)]
    texts, owners, matches = _matched(texts, thesaurus)
    known = {owners[match.start]: match for match in matches}
    at = 0
    while at < len(texts):
        match = known.get(at)
        stop = owners[match.stop - 1] + 1 if match else at + 1
        text = " ".join(texts[at:stop])
        term = _widened(_literally(text), match) if match else _unknown(text)
        whole = wholes.get(text, "")  # PostgreSQL takes men/women for one word
        yield replace(term, words=(*term.words, fold(whole))) if whole else term
        at = stop


def _matched(texts: list[str], thesaurus: Thesaurus) -> tuple[list[str], list[int], list[Match]]:
    """
    Texts, which of them each word stands in, and what the thesaurus knows among the words.

    A text with several known terms, as `women-children`, is cut into its words.
    """
    words = [WORD.findall(text) for text in texts]
    owners = [at for at, found in enumerate(words) for _ in found]
    matches = thesaurus.in_words([word for found in words for word in found])
    touched = Counter(at for match in matches for at in set(owners[match.start : match.stop]))
    if max(touched.values(), default=0) < 2:
        return texts, owners, matches
    cut = [
        part for at, text in enumerate(texts) for part in (words[at] if touched[at] > 1 else [text])
    ]
    return _matched(cut, thesaurus)


def _without_brackets(text: str) -> list[str]:
    if NUMBER.fullmatch(text):
        return [text]
    return [part for part in _BRACKETS.split(text) if WORD.search(part)]


def _literally(text: str) -> Term:
    folded = fold(text)
    return Term(words=_with_and_without_hyphens(folded), names=(folded,))


def _unknown(text: str) -> Term:
    if STOP_WORDS.issuperset(WORD.findall(fold(text))):
        return Term(ignored=text)
    if NUMBER.fullmatch(text):
        return Term(words=(fold(text),), article=fold(text))
    term = _literally(text)
    return replace(term, words=_in_each(spellings, term.words))


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
    is_alone = (start, stop) == (0, len(joined))
    for first, last in zip([start, *inside], [*inside, stop], strict=True):
        is_token = first in edges and last in edges
        literal = _literal(joined, first, last, edges) if first < last else Term()
        for part in _PARTS.findall(joined[first:last]):
            if not IS_CJK.match(part):
                (term, *_) = [*_words([part], thesaurus), Term()]
                yield replace(term, runs=(*term.runs, *literal.runs), ignored="")
            elif is_token and part in BETWEEN and not is_alone:
                yield Term(ignored=part)
            elif is_token or (len(part) > 1 and not is_suffix(part)):
                yield Term(runs=(without_ending(part), *literal.runs), names=(part,))


def _widened(term: Term, match: Match) -> Term:
    cjk = [fold(other) for other in match.terms if IS_CJK.search(fold(other))]
    english = [other for other in match.terms if not IS_CJK.search(fold(other))]
    widened = replace(
        term,
        phrases=tuple(dict.fromkeys([*term.phrases, *english])),
        runs=tuple(dict.fromkeys([*term.runs, *cjk])),
        names=tuple(dict.fromkeys([*term.names, *map(fold, match.terms)])),
    )
    pruned = _pruned(widened)
    return replace(
        pruned,
        words=_in_each(spellings, pruned.words),
        phrases=_in_each(spellings, pruned.phrases),
    )


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


def _in_each(ways: Callable[[str], tuple[str, ...]], texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(way for text in texts for way in ways(text)))


READERS = {
    "reference": _reference,
    "article": _article,
    "symbol": _symbol,
    "phrase": _phrase,
    "words": _words,
    "run": _run,
}
