from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F

from tracker.models import Amendment, Article, Invocation, Recommendation, State, User
from tracker.permissions import Permission

from .amendments import propose
from .base import Conflict, action
from .locks import held, held_now
from .notes import write_notes
from .records import Finder, assign, natural_key, same, to_plain

EDITABLE = [
    "kind", "document", "locator", "cycle", "made_by", "addressed_to", "made_on", "title", "text",
    "text_kind", "language", "action_strength", "names_north_koreans", "expects_reply", "themes",
    "affected_groups", "certainty",
]  # fmt: skip
_FIRST_GIVEN_HERE = 1001  # the numbers below are the fixtures', of this release and later ones
_REFERENCES = 0x7265_6665  # an advisory lock's number: one reference is given out at a time


def invocations_of(recommendation: Recommendation) -> list[dict[str, str]]:
    """What a recommendation invokes, as plain values."""
    rows = recommendation.invocations.select_related("article__treaty")
    return [
        {"article": natural_key(row.article), "basis": row.basis, "note": row.note} for row in rows
    ]


def plain_recommendation(recommendation: Recommendation) -> dict[str, Any]:
    """All that a person may edit, as plain values."""
    plain = to_plain(recommendation, EDITABLE) if recommendation.pk else {}
    return plain | {"invocations": invocations_of(recommendation) if recommendation.pk else []}


@action(Permission.RECORD)
def draft_recommendation(*, values: Mapping[str, Any], by: User) -> Recommendation:
    """
    Enter a recommendation as a draft, from plain values.

    Raises ValidationError, keyed by field, if it breaks a rule of Recommendation.
    """
    return write_draft(values, by=by, finder=Finder())


@action(Permission.RECORD)
def draft_recommendations(
    *, several: Sequence[Mapping[str, Any]], by: User
) -> list[Recommendation]:
    """
    Enter the asks of a document as drafts: all of them, or none.

    Raises ValidationError, keyed by the place in `several`, “0” the first, if one breaks a rule.
    """
    finder = Finder()
    return [
        write_in_place(place, values, by=by, finder=finder) for place, values in enumerate(several)
    ]


def write_in_place(
    place: int, values: Mapping[str, Any], *, by: User, finder: Finder
) -> Recommendation:
    """Within another action: `write_draft` of one of several; faults are keyed by its place."""
    try:
        return write_draft(values, by=by, finder=finder)
    except ValidationError as error:
        raise ValidationError({str(place): error.messages}) from None


def write_draft(values: Mapping[str, Any], *, by: User, finder: Finder) -> Recommendation:
    """Within another action: a new draft, from plain values."""
    _refuse_others(values, {*EDITABLE, "origin", "invocations"})
    recommendation = Recommendation(recorded_by=by)
    _write(recommendation, values, finder)
    return recommendation


@action(Permission.RECORD)
def edit_recommendation(
    *,
    recommendation: Recommendation,
    values: Mapping[str, Any],
    expected: int,
    reason: str = "",
    seen_change: str = "",
    by: User,
) -> Recommendation | Amendment:
    """
    Change a recommendation: at once while it is a draft, by an amendment once it is published.

    `expected` is the version that the person read: Conflict if it is another one by now. An
    amendment needs a `reason` and waits for a second person; it takes the place of one that was
    returned to its author (`seen_change` as in `propose`). A draft in review goes back to draft, so
    that nobody approves what they have not read. Raises ValidationError, keyed by field.
    """
    recommendation = held_now(recommendation)
    if recommendation.version != expected:
        raise Conflict("Somebody has changed this recommendation meanwhile.", recommendation)
    if recommendation.state == State.WITHDRAWN:
        raise Conflict("This recommendation is withdrawn.", recommendation)
    now = plain_recommendation(recommendation)
    _refuse_others(values, set(now))
    changes = {name: value for name, value in values.items() if not same(now[name], value)}
    if not changes:
        raise ValidationError("Nothing was changed.")
    if recommendation.is_published:
        return propose(recommendation, changes, reason=reason, seen_change=seen_change, by=by)
    return change_draft(recommendation, changes)


def change_draft(recommendation: Recommendation, changes: Mapping[str, Any]) -> Recommendation:
    """Within another action: change what is not public; it is a draft from now on."""
    take_back(recommendation)
    _write(recommendation, changes, Finder())
    return recommendation


def take_back(recommendation: Recommendation) -> None:
    """One in review is a draft again, once saved: nobody approves what they have not read."""
    if recommendation.state == State.IN_REVIEW:
        recommendation.state = State.DRAFT
        recommendation.submitted_at = recommendation.submitted_by = None


def _refuse_others(values: Mapping[str, Any], known: set[str]) -> None:
    if others := set(values) - known:
        raise ValidationError(dict.fromkeys(sorted(others), "There is no such field."))


def apply_amendment(amendment: Amendment) -> None:
    """Within another action: make the proposed change, or Conflict if the record has moved on."""
    recommendation = held(Recommendation.objects.filter(amendments=amendment)).get()
    if recommendation.version != amendment.base_version:
        raise Conflict("The recommendation has changed since this was proposed.", recommendation)
    _write(recommendation, amendment.changes, Finder())


def _write(recommendation: Recommendation, values: Mapping[str, Any], finder: Finder) -> None:
    values = dict(values)
    invocations, notes = values.pop("invocations", None), values.pop("notes", [])
    is_new = not recommendation.pk
    links = assign(recommendation, values, finder)
    if not is_new:
        recommendation.version = F("version") + 1
    recommendation.full_clean(exclude=["version"])
    if not links.get("made_by", not is_new):
        raise ValidationError({"made_by": "Say who makes the ask."})
    recommendation.save()
    recommendation.refresh_from_db(fields=["version"])
    for name, others in links.items():
        _link(getattr(recommendation, name), others, is_new=is_new)
    if invocations is not None:
        try:
            _write_invocations(recommendation, invocations, finder, is_new=is_new)
        except ValidationError as error:
            raise ValidationError({"invocations": error.messages}) from None
    write_notes(recommendation, notes, finder)


def _link(manager: Any, others: list[Any], *, is_new: bool) -> None:
    """Set a record's links; of a new one nothing has to be asked first."""
    if not is_new:
        manager.set(others)
        return
    ends = manager.source_field_name, manager.target_field_name
    rows = [manager.through(**dict(zip(ends, (manager.instance, o), strict=True))) for o in others]
    manager.through._default_manager.bulk_create(rows)


def _write_invocations(
    recommendation: Recommendation,
    wanted: list[dict[str, str]],
    finder: Finder,
    *,
    is_new: bool,
) -> None:
    before = {} if is_new else {row.article_id: row for row in recommendation.invocations.all()}
    kept = []
    articles = finder.find_all(Article, [row["article"] for row in wanted])
    for row, article in zip(wanted, articles, strict=True):
        if article.pk in kept:
            raise ValidationError(f"{article} is listed twice.")
        found = before.get(article.pk)
        invocation = found or Invocation(recommendation=recommendation, article=article)
        if not found or (found.basis, found.note) != (row["basis"], row["note"]):
            invocation.basis, invocation.note = row["basis"], row["note"]
            invocation.full_clean()
            invocation.save()
        kept.append(article.pk)
    if not is_new:
        recommendation.invocations.exclude(article__in=kept).delete()


def next_reference() -> str:
    """
    Within another action: the next public reference.

    It is given out on approval, so that it counts no drafts.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_REFERENCES])
    given = Recommendation.objects.filter(reference__startswith="R-")
    numbers = (int(re.sub(r"\D", "", r)) for r in given.values_list("reference", flat=True))
    return f"R-{max(*numbers, _FIRST_GIVEN_HERE - 1, 0) + 1:04}"
