"""Organisations as they leave the house: bodies, never persons."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy as _

from tracker.lib.english import in_english
from tracker.models import Organisation, RegionalGroup

from .columns import Column, Kind, address, choice, labelled, labels, translated
from .tables import Join, Table

_MEMBERS = """
    SELECT linked.coalition_id AS of, array_agg(m.name ORDER BY m.name) AS names
    FROM tracker_organisationmember AS linked
    JOIN tracker_organisation AS m ON m.id = linked.member_id GROUP BY 1
"""


def _members(on: dt.date, narrow: bool) -> str:
    return _MEMBERS


_ECOSOC = labels(Organisation.EcosocStatus)
COLUMNS = [
    Column("code", _("The organisation’s code, as the filter takes it; it never changes."),
           "o.slug"),
    Column("address", _("Its page on this site."), address("public:organisation", "o.slug"),
           Kind.ADDRESS, 30),
    Column("name", _("Its name."), "o.name", width=40),
    *translated("name", "o"),
    Column("acronym", _("Its acronym."), "o.acronym", width=10),
    Column("aliases", _("Other names."), "o.aliases", Kind.LIST, 30),
    choice("kind", _("What kind of body it is."), "o.kind", Organisation.Kind, 24),
    Column("country", _("The country of its seat."), "o.country"),
    choice("regional_group", _("The UN regional group, of States only."),
           "o.regional_group", RegionalGroup, 24),
    Column("founded_on", _("When it was founded."), "o.founded_on", Kind.DATE),
    Column("ecosoc_status", _("Consultative status with ECOSOC."),
           labelled("o.ecosoc_status", _ECOSOC), width=20,
           values=in_english(Organisation.EcosocStatus.labels)),
    Column("ecosoc_since", _("Since when it has that status."), "o.ecosoc_since", Kind.DATE),
    Column("members", _("Members, of a coalition."), "members.names", Kind.LIST, 40),
    Column("website", _("Its own site."), "o.website", Kind.ADDRESS, 30),
    Column("description", _("What it is, in our words."), "o.description", width=60),
]  # fmt: skip
ORGANISATIONS = Table(
    name="organisations",
    title=_("Organisations"),
    meaning=_("Who has made a recommendation that is public: NGOs, coalitions, UN bodies, States."),
    columns=COLUMNS,
    source="tracker_organisation AS o",
    key="o.id",
    joins=[Join("members", _members)],
)
