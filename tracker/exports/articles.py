"""Articles of treaties as they leave the house."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy as _

from .columns import Column, Kind, address, translated
from .tables import Join, Table

_NORMS = """
    SELECT linked.article_id AS of, array_agg(n.name ORDER BY n.name) AS names
    FROM tracker_normarticle AS linked JOIN tracker_norm AS n ON n.id = linked.norm_id GROUP BY 1
"""


def _norms(on: dt.date, narrow: bool) -> str:
    return _NORMS


ARTICLES = Table(
    name="articles",
    title=_("Articles"),
    meaning=_("Provisions of the treaties, down to the paragraph that is invoked."),
    columns=[
        Column("code", _("The article’s code, as the filter takes it."),
               "t.code || '/' || a.slug"),
        Column("address", _("Its page on this site."),
               address("public:article", "t.code", "a.slug"), Kind.ADDRESS, 30),
        Column("treaty", _("The treaty it belongs to."), "t.short_name", width=20),
        Column("treaty_code", _("That treaty’s code."), "t.code"),
        Column("number", _("Its number, e.g. 33(1)."), "a.number", width=10),
        Column("part_of", _("The article that it is a paragraph of, by its code."),
               "t.code || '/' || nullif(above.slug, '')"),
        Column("subject", _("What it is about."), "a.subject", width=60),
        *translated("subject", "a", 60),
        Column("is_heading", _("Whether those words are its official heading, or else ours."),
               "a.is_heading", Kind.BOOLEAN, 8),
        Column("norms", _("Rules that several articles of several treaties state."),
               "norms.names", Kind.LIST, 30),
        Column("relevance", _("Why it matters here."), "a.relevance", width=60),
    ],
    source="""tracker_article AS a
        JOIN tracker_treaty AS t ON t.id = a.treaty_id
        LEFT JOIN tracker_article AS above ON above.id = a.parent_id""",
    key="a.id",
    joins=[Join("norms", _norms)],
)  # fmt: skip
