from __future__ import annotations

from django import forms


class SearchForm(forms.Form):
    """Words, a reference or a symbol."""

    q = forms.CharField(
        label="Words, a reference or a UN symbol",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class KeyForm(forms.Form):
    """A key in an address."""

    key = forms.SlugField(max_length=80)
