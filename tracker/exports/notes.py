"""Editorial notes for everyone, as they leave the house."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy as _

from tracker.models import Note

from .columns import Column, Kind, address, choice
from .tables import Join, Table

_SOURCES = """
    SELECT linked.note_id AS of,
           array_agg(coalesce(nullif(d.symbol, ''), d.title) ORDER BY linked.id) AS names,
           array_agg({address} ORDER BY linked.id) AS addresses
    FROM tracker_notesource AS linked
    JOIN tracker_document AS d ON d.id = linked.document_id AND d.is_public
    {only} GROUP BY 1
"""


def _sources(on: dt.date, narrow: bool) -> str:
    """The documents that a note rests on, as far as they are public."""
    only = "WHERE linked.note_id IN (SELECT id FROM found)" if narrow else ""
    return _SOURCES.format(address=address("public:document", "d.slug")(), only=only)


NOTES = Table(
    name="notes",
    title=_("Notes"),
    meaning=_(
        "What sources get wrong, where they differ, what was not found; in the API with the"
        " recommendation that a note stands beside, unless an earlier day is asked about: notes"
        " tell what is known today."
    ),
    columns=[
        Column("code", _("The note’s own name; it never changes."), "n.key"),
        choice("kind", _("What sort of note it is."), "n.kind", Note.Kind),
        Column("text", _("The note."), "n.text"),
        Column("locator", _("The place that it is about."), "n.locator"),
        Column("sources", _("The documents that it rests on."), "sources.names", Kind.LIST),
        Column("source_addresses", _("Their pages on this site, in the same order."),
               "sources.addresses", Kind.LIST),
    ],
    source="tracker_note AS n",
    key="n.id",
    joins=[Join("sources", _sources)],
    public="n.audience = 'public'",
)  # fmt: skip
