"""How recommendations stand to each other, as it leaves the house: read from left to right."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from tracker.models import Certainty, Relation

from .columns import Column, Kind, address, choice
from .tables import Table

RELATIONS = Table(
    name="relations",
    title=_("Relations"),
    meaning=_(
        "How one recommendation stands to another, read from left to right; in the API with"
        " each of the two."
    ),
    columns=[
        Column("from_reference", _("The one that takes up, repeats or is part of the other."),
               "here.reference"),
        Column("from_address", _("Its page on this site."),
               address("public:recommendation", "here.reference"), Kind.ADDRESS),
        Column("from_title", _("Its title."), "here.title"),
        choice("kind", _("What it does to the other."), "r.kind", Relation.Kind),
        Column("to_reference", _("The other."), "there.reference"),
        Column("to_address", _("The other’s page on this site."),
               address("public:recommendation", "there.reference"), Kind.ADDRESS),
        Column("to_title", _("The other’s title."), "there.title"),
        choice("closeness", _("How close the two are; not rated where one is part of the other."),
               "r.closeness", Relation.Closeness),
        Column("note", _("Why we say so."), "r.note"),
        choice("certainty", _("How sure we are of it."), "r.certainty", Certainty),
    ],
    source="""tracker_relation AS r
        JOIN tracker_recommendation AS here ON here.id = r.from_recommendation_id
        JOIN tracker_recommendation AS there ON there.id = r.to_recommendation_id""",
    key="r.id",
    public="here.state = 'published' AND there.state = 'published'",
)  # fmt: skip
