"""Asks as rows of a table, pasted or typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import formset_factory

from tracker.actions.records import natural_key
from tracker.filters.articles import ArticleNames
from tracker.filters.cited import CitedArticles
from tracker.filters.organisation_names import OrganisationNames
from tracker.lib.folding import fold
from tracker.lib.pasted import Item, items_in, last_bracket, title_of
from tracker.models import Article, Invocation

from .base import LONGEST
from .fields import ArticlesField, LinesField, OrganisationsField
from .invocations import written
from .rows import HelpedRows

MOST = 60  # asks at once
_ARTICLES = 300  # characters that name them
EXPLICIT = str(Invocation.Basis.EXPLICIT)


class PasteForm(forms.Form):
    """What a person copied from a document, to be cut into asks."""

    pasted = LinesField(
        label="The asks, as they stand in the document",
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Each line that begins with a number, a letter or a dash becomes an ask; "
        "without any, each paragraph, or else each line. Who is named in brackets at the end of "
        f"one, as in “(Canada; Norway)”, makes it. Up to {MOST} at once.",
        error_messages={"required": "Paste the asks first."},
    )
    before = forms.CharField(
        label="Before each number",
        required=False,
        max_length=40,
        strip=False,
        initial="para. ",
        help_text="“para. ” makes the place of number 12 “para. 12”.",
    )

    def clean_pasted(self) -> str:
        text: str = self.cleaned_data["pasted"]
        count = len(items_in(text))
        if count > MOST:
            raise ValidationError(
                f"These are {count} asks. Enter at most {MOST} at once: "
                "take out the rest, and paste it afterwards."
            )
        return text

    def rows(self, cycle: str = "") -> list[dict[str, str]]:
        """A row of the table for each ask, with the articles that it names; of a review, if any."""
        before, names, cited = (
            self.cleaned_data["before"],
            OrganisationNames(),
            CitedArticles(cycle),
        )
        return [_row(item, before, names, cited) for item in items_in(self.cleaned_data["pasted"])]


def _row(item: Item, before: str, names: OrganisationNames, cited: CitedArticles) -> dict[str, str]:
    locator = f"{before}{item.number}" if item.number else ""
    text, makers = _made_by(item.text, names)
    return {
        "locator": locator[:150],
        "title": title_of(text),
        "text": text,
        "made_by": makers,
        "articles": _proposed(cited.read(text)[0]),
        "basis": EXPLICIT,
    }


def _proposed(articles: list[Article]) -> str:
    """Articles as the field reads them, as many as it holds."""
    row = ""
    for article in articles:
        longer = f"{row}; {written(article)}" if row else written(article)
        row = longer if len(longer) <= _ARTICLES else row
    return row


def _made_by(text: str, names: OrganisationNames) -> tuple[str, str]:
    """The words of an ask, and who is named in brackets at its end if any of them is known."""
    words, bracket = last_bracket(text)
    makers = names.split(bracket)
    if not any(map(names.knows, makers.split(";"))):
        return text, ""
    return words, "; ".join(part.strip() for part in makers.split(";") if part.strip())


class AskForm(forms.Form):
    """One ask in a row of the table; an empty row is no row."""

    locator = forms.CharField(
        label="Where", required=False, max_length=150, help_text="Paragraph, item or page."
    )
    title = forms.CharField(
        label="Title",
        required=False,
        max_length=160,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What is asked, in a line of our own.",
    )
    text = LinesField(
        label="What is asked",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The whole ask, as far as it is one.",
    )
    made_by = OrganisationsField(
        label="Made by",
        required=False,
        max_length=2000,
        help_text="Empty if it is who made them all.",
    )
    articles = ArticlesField(
        label="Articles",
        required=False,
        max_length=_ARTICLES,
        help_text="For example CAT 3, ref 33; empty if it invokes none.",
    )
    basis = forms.ChoiceField(
        label="Basis",
        choices=Invocation.Basis.choices,
        required=False,
        initial=EXPLICIT,
        help_text="How one knows that it invokes them.",
    )

    def __init__(
        self, *args: Any, names: ArticleNames, makers: OrganisationNames, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["articles"].names, fields["made_by"].names = names, makers

    @property
    def is_empty(self) -> bool:
        given = self.cleaned_data
        return not any(given.get(name) for name in ("title", "text", "articles"))

    def clean_title(self) -> str:
        """In one line, however it was broken to fit its cell."""
        return " ".join(self.cleaned_data["title"].split())

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self.is_empty:
            if not given["title"]:
                self.add_error("title", "Give it a title, or empty the whole row.")
            if not given["text"]:
                self.add_error("text", "Write what is asked, or empty the whole row.")
        return given

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        keys = dict.fromkeys(natural_key(article) for article in given["articles"])
        basis = given["basis"] or EXPLICIT
        makers = sorted(natural_key(maker) for maker in given["made_by"])
        values = {name: given[name] for name in ("locator", "title", "text")}
        values |= {"made_by": makers} if makers else {}
        return values | {
            "invocations": [{"article": key, "basis": basis, "note": ""} for key in keys]
        }


class _AskRows(HelpedRows):
    def clean(self) -> None:
        """The same text twice is one ask too many."""
        if any(self.errors):
            return
        said: dict[str, int] = {}
        for number, form in enumerate(self.forms, 1):
            text = fold(form.cleaned_data.get("text", ""))
            if text and said.setdefault(text, number) != number:
                form.add_error("text", f"This is the text of row {said[text]} again.")


AskRows = formset_factory(AskForm, _AskRows, extra=0, max_num=MOST, validate_max=True)


def ask_rows(data: Any = None, first: Sequence[dict[str, str]] = ()) -> Any:
    """The rows of the table, bound to what was typed or starting with what is `first`."""
    names = {"names": ArticleNames(), "makers": OrganisationNames()}
    shared: dict[str, Any] = {"prefix": "asks", "form_kwargs": names}
    return AskRows(data, **shared) if data is not None else AskRows(initial=[*first], **shared)


def typed_asks(data: Any) -> list[dict[str, str]]:
    """The rows as they were typed, before anything is checked."""
    total = str(data.get("asks-TOTAL_FORMS", ""))
    count = min(int(total), MOST) if total.isascii() and total.isdecimal() else 0
    names = AskForm.base_fields
    return [{name: data.get(f"asks-{n}-{name}", "") for name in names} for n in range(count)]
