"""Treaties as they leave the house."""

from __future__ import annotations

import datetime as dt

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tracker.models import Certainty, Treaty, TreatyAction

from .columns import Column, Kind, address, choice, labelled, labels, translated
from .tables import Join, Table, as_sql

_ACTIONS = """
    SELECT act.of, array_agg(concat_ws(' ', {kind}, nullif(act.number, ''), act.done_on)
                             ORDER BY act.done_on, act.key) AS done
    FROM ({acts}) AS act GROUP BY 1
"""


def _actions(on: dt.date, narrow: bool) -> str:
    """What China had done about a treaty by the day; what has no date, always."""
    rows = TreatyAction.objects.filter(Q(done_on__isnull=True) | Q(done_on__lte=on)).order_by()
    acts = rows.values("key", "kind", "done_on", number=F("article"), of=F("treaty_id"))
    kind = labelled("act.kind", labels(TreatyAction.Kind))()
    return _ACTIONS.format(kind=kind, acts=as_sql(acts))


TREATIES = Table(
    name="treaties",
    title=_("Treaties"),
    meaning=_("Treaties, protocols and declarations that recommendations invoke."),
    columns=[
        Column("code", _("The treaty’s code, as the filter takes it; it never changes."), "t.code"),
        Column("address", _("Its page on this site."), address("public:treaty", "t.code"),
               Kind.ADDRESS, 30),
        Column("short_name", _("What it is called here."), "t.short_name", width=20),
        Column("title", _("Its full title."), "t.title", width=60),
        *translated("title", "t", 60),
        choice("kind", _("Treaty, protocol, agreement or declaration."), "t.kind", Treaty.Kind),
        Column("aliases", _("Other names."), "t.aliases", Kind.LIST, 30),
        Column("adopted_on", _("When it was adopted."), "t.adopted_on", Kind.DATE),
        Column("in_force_on", _("When it entered into force."), "t.in_force_on", Kind.DATE),
        Column("series_reference", _("Where it is published, e.g. 189 UNTS 137."),
               "t.series_reference", width=20),
        Column("acts", _("What China did about it by the day asked about, with dates."),
               "acts.done", Kind.LIST, 40),
        choice("certainty", _("How sure we are of its dates."), "t.certainty", Certainty, 20),
    ],
    source="tracker_treaty AS t",
    key="t.id",
    joins=[Join("acts", _actions)],
)  # fmt: skip
