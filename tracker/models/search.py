"""How PostgreSQL is asked for words; `tracker_searchable` and `tracker_joined` are in migrations."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQueryCombinable, SearchQueryField, SearchVectorField
from django.db.models import Func, TextField, Value


class Searchable(Func):
    """
    A `tsvector` of texts: English lexemes, and the 2-grams of what is Korean or Chinese.

    Of the same row only, so that a generated column or an index can hold it: nothing has to be
    kept in step, whoever writes.
    """

    function = "tracker_searchable"
    output_field = SearchVectorField()


class Joined(Func):
    """An array of texts as one text."""

    function = "tracker_joined"
    output_field = TextField()


class GramQuery(SearchQueryCombinable, Func):
    """A `tsquery` that is written already, as `folding.gram_query` writes it."""

    template = "%(expressions)s::tsquery"
    output_field = SearchQueryField()

    def __init__(self, query: str, **extra: Any) -> None:
        super().__init__(Value(query), **extra)
