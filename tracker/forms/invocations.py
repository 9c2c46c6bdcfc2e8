"""The articles that an ask invokes, as a person writes them: rows of a form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from django import forms
from django.forms import BaseFormSet, formset_factory

from tracker.actions.records import Finder, natural_key
from tracker.filters.articles import ArticleNames
from tracker.filters.cited import CitedArticles
from tracker.models import Amendment, Article, Invocation, Recommendation

from .fields import ArticlesField
from .merging import Beside
from .rows import HelpedRows

_BASES = Invocation.Basis.values  # from the document's own words to our reading
_NOTE = 300
_MOST = 60


class InvocationForm(forms.Form):
    """Articles that the ask invokes on one basis; a row without an article is no row."""

    article = ArticlesField(
        label="Article",
        required=False,
        max_length=200,
        help_text="As it is cited, such as CAT 3.",
    )
    basis = forms.ChoiceField(
        label="Basis",
        choices=Invocation.Basis.choices,
        required=False,
        initial="explicit",
        help_text="How one knows that the ask invokes it.",
    )
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=_NOTE,
        help_text="Why, where it is our reading.",
    )

    def __init__(self, *args: Any, names: ArticleNames, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["article"]
        field.names = names


InvocationRows = formset_factory(
    InvocationForm, HelpedRows, extra=0, max_num=_MOST, validate_max=True
)
Rows: TypeAlias = "BaseFormSet[InvocationForm]"


def _rows(data: Any = None, **kwargs: Any) -> Rows:
    return InvocationRows(data, prefix="articles", form_kwargs={"names": ArticleNames()}, **kwargs)


def invocation_rows(
    recommendation: Recommendation | None, data: Any = None, *, returned: Amendment | None = None
) -> Rows:
    """The rows of articles, or of a change that was returned, with an empty one at the end."""
    if data is not None:
        return _rows(data)
    given = _given_rows(recommendation) if recommendation else []
    if returned and "invocations" in returned.changes:
        given = _proposed_rows(returned.changes["invocations"])
    empty = [{"basis": "explicit"} for _ in range(1 if given else 2)]
    return _rows(initial=[*given, *empty])


def read_rows(invocations: list[dict[str, str]], unknown: Iterable[str], data: Any = None) -> Rows:
    """The rows of articles that a file names, also those that are `unknown` here, and one more."""
    if data is not None:
        return _rows(data)
    known = Finder().known(Article, [row["article"] for row in invocations])
    named = [
        row | {"article": written(known[row["article"]])} if row["article"] in known else row
        for row in invocations
    ]
    others = [{"article": name, "basis": "explicit"} for name in unknown]
    return _rows(initial=[*named, *others, {"basis": "explicit"}])


def _given_rows(recommendation: Recommendation) -> list[dict[str, str]]:
    rows = recommendation.invocations.select_related("article__treaty")
    return [{"article": written(row.article), "basis": row.basis, "note": row.note} for row in rows]


def _proposed_rows(invocations: list[dict[str, str]]) -> list[dict[str, str]]:
    finder = Finder()
    return [row | {"article": written(finder.find(Article, row["article"]))} for row in invocations]


def written(article: Article) -> str:
    """An article as a person would write it, and as it is read again."""
    return f"{article.treaty} {article.number}".strip()


def typed_rows(data: Any) -> Rows:
    """The rows of articles as they were typed, and an empty one more."""
    return _rows(initial=[*_typed(data), {"basis": "explicit"}])


def rows_with(data: Any, articles: Iterable[Article]) -> Rows:
    """The same with a row for each of some articles, which the ask itself names."""
    typed = [row for row in _typed(data) if row["article"].strip() or row["note"].strip()]
    more = [{"article": written(article), "basis": "explicit"} for article in articles]
    return _rows(initial=[*typed, *more, {"basis": "explicit"}][:_MOST])


@dataclass(frozen=True)
class Cited:
    """Articles that a text cites and no row names, and those that cannot be chosen here."""

    articles: list[Article]
    unknown: list[str]


def cited_beside(rows: Rows, text: str, *, cycle: str = "") -> Cited:
    """What a text cites beside its rows, as they were typed; `cycle` is the slug of its review."""
    found, unknown = CitedArticles(cycle).read(text)
    told = [str(form["article"].value() or "") for form in rows.forms] if found else []
    names = ArticleNames()
    named = {article for words in told for article in _read(names, words)}
    return Cited([article for article in found if article not in named], unknown)


def _read(names: ArticleNames, words: str) -> list[Article]:
    """The articles that a row names; none if it cannot be read, which is said when it is saved."""
    try:
        return names.read(words)
    except ValueError:
        return []


def _typed(data: Any) -> list[dict[str, str]]:
    total = str(data.get("articles-TOTAL_FORMS", ""))
    count = min(int(total), _MOST - 1) if total.isascii() and total.isdecimal() else 0
    names = InvocationForm.base_fields
    return [{name: data.get(f"articles-{n}-{name}", "") for name in names} for n in range(count)]


def rows_beside(now: Rows, data: Any = None) -> Beside:
    """The rows of articles as the record has them, beside those that were typed."""
    rows = [dict(row) for row in now.initial or [] if row.get("article")]
    theirs = {f"articles-{n}-{name}": row[name] for n, row in enumerate(rows) for name in row}
    theirs |= {"articles-TOTAL_FORMS": str(len(rows)), "articles-INITIAL_FORMS": "0"}
    return Beside("Articles", _in_words(rows), _in_words(_typed(data or {})), theirs)


def _in_words(rows: list[dict[str, str]]) -> list[str]:
    words = ([row["article"].strip(), row["basis"], row["note"].strip()] for row in rows)
    return sorted(" – ".join(filter(None, row)) for row in words if row[0])


def _named(rows: Rows) -> Iterator[tuple[Article, dict[str, str]]]:
    """Each article that a row names, with what the row says of it."""
    for form in rows.forms:
        given = form.cleaned_data
        for article in given.get("article") or []:
            yield article, {"basis": given["basis"] or _BASES[0], "note": given["note"]}


def plain_invocations(rows: Rows) -> list[dict[str, str]]:
    """
    The rows that name articles, as plain values: one for each article.

    One that stands in several rows is merged: the basis nearest to the document's words, all notes.
    """
    found: dict[str, dict[str, str]] = {}
    for article, said in _named(rows):
        key = natural_key(article)
        before = found.get(key, said)
        notes = dict.fromkeys(filter(None, (before["note"], said["note"])))
        found[key] = {
            "article": key,
            "basis": min(before["basis"], said["basis"], key=_BASES.index),
            "note": "; ".join(notes),
        }
    return list(found.values())


def merged_articles(rows: Rows) -> list[str]:
    """The articles that stood in more than one row."""
    times = Counter(str(article) for article, _ in _named(rows))
    return [name for name, count in times.items() if count > 1]
