"""How PostgreSQL is asked for words; the functions are in `migrations/_search.py`."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import Func, TextField


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


class LexemeQuery(SearchQuery):
    """A `tsquery` that is written already, its lexemes in quotes."""

    template = "%(expressions)s::tsquery"

    def __init__(self, query: str) -> None:
        super().__init__(query)

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        return Func.as_sql(self, *args, **kwargs)
