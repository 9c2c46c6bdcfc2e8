"""Controls that a sheet holds by the hundred, each written in one go; Django's way is slow."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


@lru_cache(maxsize=256)
def _options(choices: tuple[tuple[str, str], ...], value: str) -> SafeString:
    """The options of a drop-down, one chosen: the same in many rows, so written once."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (key, mark_safe(" selected") if str(key) == value else "", words)
            for key, words in choices
        ),
    )


class PlainSelect(forms.Select):
    """A drop-down written in one go; a sheet holds hundreds, and Django’s way is slow."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        every = tuple(iter(self.choices))  # without `iter`, rows would be counted first
        options = _options(every, str(value or ""))
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(given), options)


class PlainInput(forms.TextInput):
    """A field of one line, written in one go."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        given = self.build_attrs(self.attrs, {**(attrs or {}), "type": "text", "name": name})
        shown = self.format_value(value)
        return format_html("<input{}>", flatatt(given | ({"value": shown} if shown else {})))


class PlainText(forms.Textarea):
    """A field of several lines, written in one go."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html(
            "<textarea{}>\n{}</textarea>", flatatt(given), self.format_value(value) or ""
        )


class LetterRadios(forms.Select):
    """Radio buttons, each with the letter that chooses it; `letters` gives it and a short label."""

    def __init__(self, letters: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.letters = letters

    def __deepcopy__(self, memo: Any) -> LetterRadios:
        copied: LetterRadios = super().__deepcopy__(memo)
        copied.letters = self.letters
        return copied

    def id_for_label(self, id_: str, index: Any = None) -> str:
        """A label of the whole is the legend’s; a message leads to the first."""
        return f"{id_}-0" if id_ else id_

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        given = dict(attrs or {})
        stem, form = given.get("id", name), flatatt({"form": given.get("form")})
        return format_html_join(
            "",
            '<label title="{6}"><input type="radio" name="{0}" value="{1}" id="{2}-{3}"{4}'
            ' aria-keyshortcuts="{7}"{8}> <kbd aria-hidden="true">{7}</kbd>'
            ' <span class="word">{5}</span></label>',
            (
                (
                    name, key, stem, at, form, self.letters[key][1], words, self.letters[key][0],
                    mark_safe(" checked") if str(key) == str(value or "") else "",
                )
                for at, (key, words) in enumerate(self.choices)
            ),
        )  # fmt: skip
