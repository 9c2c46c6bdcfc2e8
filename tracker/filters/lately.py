"""What the public could read anew lately: what was published, changed or withdrawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tracker.lib.reading import fetched
from tracker.models import Assessment, Development, Recommendation, Response, State

from .tracked import event_model

_MODELS = {
    "ask": Recommendation,
    "answer": Response,
    "assessment": Assessment,
    "development": Development,
}
_WORDS = {
    ("ask", "published"): _("Recommendation published"),
    ("ask", "changed"): _("Recommendation changed"),
    ("ask", "withdrawn"): _("Recommendation withdrawn"),
    ("answer", "published"): _("China’s position published"),
    ("answer", "changed"): _("China’s position changed"),
    ("answer", "withdrawn"): _("China’s position withdrawn"),
    ("assessment", "published"): _("Assessment published"),
    ("assessment", "changed"): _("Assessment changed"),
    ("assessment", "withdrawn"): _("Assessment withdrawn"),
    ("development", "published"): _("Development published"),
    ("development", "changed"): _("Development changed"),
    ("development", "withdrawn"): _("Development withdrawn"),
}
_SAME_STEP = dt.timedelta(minutes=1)  # between the approval and the event that tells of it


@dataclass(frozen=True)
class Lately:
    """
    One record that was `published`, `changed` or `withdrawn`: `kind` is ask, answer, assessment
    or development. Of an answer or assessment `record` is the recommendation that it is about.
    """

    kind: str
    did: str
    at: dt.datetime
    record: Recommendation | Development

    @property
    def words(self) -> str:
        return str(_WORDS[self.kind, self.did])


@dataclass(frozen=True)
class _Event:
    kind: str
    pk: int
    about: int
    at: dt.datetime
    state: str
    approved_at: dt.datetime
    event: int

    @property
    def did(self) -> str:
        if self.state == State.WITHDRAWN:
            return "withdrawn"
        return "published" if self.at - self.approved_at < _SAME_STEP else "changed"


Asks = dict[int, Recommendation]


def changed_lately(top: int, also: Collection[int] = ()) -> tuple[list[Lately], Asks]:
    """
    The `top` records that changed last for the public, each once, the last first.

    Besides, by primary key, the recommendations that they are about, and those `also` asked for.
    """
    events = _last_events(4 * top) if top else []
    wanted = {event.about for event in events if event.kind != "development"} | {*also}
    ones = {event.about for event in events if event.kind == "development"}
    shown = [State.PUBLISHED, State.WITHDRAWN]
    asks = Recommendation.objects.filter(pk__in=wanted, state__in=shown)
    shown_of_it = ("title", "translations", "state")
    asks = asks.exclude(approved_at=None).only("reference", "made_on", *shown_of_it)
    known = {row.pk: row for row in asks} if wanted else {}
    developments = Development.objects.only("slug", *shown_of_it).in_bulk(ones) if ones else {}
    found: dict[tuple[str, int], Lately] = {}
    for event in events:
        records = developments if event.kind == "development" else known
        record = records.get(event.about)
        is_own = event.pk == event.about and event.kind in ("ask", "development")
        if record and (is_own or record.is_published):
            found.setdefault(
                (event.kind, event.pk), Lately(event.kind, event.did, event.at, record)
            )
    return list(found.values())[:top], known


def _last_events(most: int) -> list[_Event]:
    """
    The last events of what is public, or was: each table is read from its end.

    An event counts while its record is in the state that it tells of.
    """
    selects = []
    for kind, model in _MODELS.items():
        about = "pgh_obj_id" if model in (Recommendation, Development) else "recommendation_id"
        events, table = event_model(model)._meta.db_table, model._meta.db_table
        selects.append(
            f"(SELECT '{kind}', e.pgh_obj_id, e.{about}, e.pgh_created_at AS at, e.state,"  # noqa: S608
            f" e.approved_at, e.pgh_id"
            f" FROM {events} e JOIN {table} r ON r.id = e.pgh_obj_id"
            " AND r.state = e.state AND r.approved_at = e.approved_at"
            " WHERE e.state IN ('published', 'withdrawn')"
            f" ORDER BY e.pgh_id DESC LIMIT {most})"
        )
    query = f"{' UNION ALL '.join(selects)} ORDER BY at DESC, 1, pgh_id DESC"
    return [_Event(*row) for row in fetched(query)]
