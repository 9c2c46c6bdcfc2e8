"""What would become of each ask: compared with what is recorded, in a few queries for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from tracker.actions.alike import Likely, NearRecords
from tracker.actions.imports import Staged
from tracker.actions.records import same
from tracker.imports.asks import Fault
from tracker.imports.checking import Checked
from tracker.models import (
    Import,
    Invocation,
    Recommendation,
    Response,
    SourceKey,
    StagedRow,
    State,
)

Outcome = StagedRow.Outcome
NEW = "new"  # decided of a possible duplicate: it is another ask
_FIELDS = {  # what an import compares, and what a person calls it
    "title": "title",
    "text": "text",
    "kind": "kind",
    "text_kind": "kind of text",
    "language": "language",
    "locator": "place",
    "cycle": "review",
    "document": "document",
    "addressed_to": "addressed to",
    "made_by": "who asks",
    "made_on": "asked on",
    "themes": "themes",
    "affected_groups": "affected groups",
    "action_strength": "strength of action",
    "names_north_koreans": "names North Koreans",
    "expects_reply": "expects a reply",
    "certainty": "certainty",
    "invocations": "articles",
}
_ANSWER = {
    "position": "position",
    "category_as_stated": "China’s own category",
    "words": "what China said",
    "responded_on": "answered on",
    "locator": "place of the answer",
}


@dataclass(frozen=True)
class Before:
    """A record as it is, and as the last confirmed import from this source said it is."""

    record: Recommendation
    now: Mapping[str, Any]
    last: Mapping[str, Any] | None
    raw: Mapping[str, str] | None = None  # its cells then


class Difference:
    """
    Compares checked asks of one source with the records.

    A record is recognised by its reference, else by the source's own key, else by what a person has
    `decided` of a possible duplicate (by number of the row: a reference, or “new”). What nobody has
    recognised, but somebody who asks it asks nearly the same in the same review, may be a
    duplicate. Where this source was imported before, only what has changed in it since counts, so
    that nothing that was edited here goes back to what it was.
    """

    def __init__(self, source: str, decided: Mapping[str, str]) -> None:
        self._source, self._decided = source, decided

    def compare(self, found: Sequence[Checked], numbers: Sequence[int] = ()) -> list[Staged]:
        """What is to be staged for each ask, numbered from 1 or as told."""
        numbers = numbers or range(1, len(found) + 1)
        records = self._recognised(found, numbers)
        before = self._before(set(records.values()))
        unknown = [one for one, number in zip(found, numbers, strict=True) if number not in records]
        near = NearRecords([one.values for one in unknown])
        rows, seen = [], dict[str, str]()
        for number, one in zip(numbers, found, strict=True):
            known = before.get(records.get(number, 0))
            rows.append(self._row(number, one, known, near, seen))
        return rows

    def _row(
        self,
        number: int,
        one: Checked,
        known: Before | None,
        near: NearRecords,
        seen: dict[str, str],
    ) -> Staged:
        faults, differences, likely = list(one.faults), list[dict[str, str]](), None
        outcome = Outcome.NEW
        name = one.ask.reference or one.ask.key
        if name and (twice := seen.setdefault(name, one.ask.place)) != one.ask.place:
            faults.append(_twice(name, twice))
        if one.ask.reference and known is None:
            faults.append(_no_record(one.ask.reference))
        if known:
            faults += _why_not_changed(known)
            is_said_again = self._is_said_again(known, one)
            differences = [] if is_said_again else list(_differences(known, one))
            outcome = Outcome.CHANGED if differences else Outcome.UNCHANGED
        elif self._decided.get(str(number)) != NEW:
            likely = near.likeliest(one.values)
            outcome = Outcome.DUPLICATE if likely else Outcome.NEW
        if faults:
            outcome = Outcome.ERROR
        return _staged(number, one, known, likely, outcome, faults, differences)

    def _recognised(self, found: Sequence[Checked], numbers: Sequence[int]) -> dict[int, int]:
        """The record of each row that has one, by number."""
        pairs = list(zip(numbers, found, strict=True))
        said = {number: one.ask.reference for number, one in pairs if one.ask.reference}
        decided = {number: self._decided.get(str(number), NEW) for number in numbers}
        said |= {number: reference for number, reference in decided.items() if reference != NEW}
        rows = Recommendation.objects.filter(reference__in=set(said.values()))
        by_reference = dict(rows.values_list("reference", "pk"))
        records = {n: by_reference[ref] for n, ref in said.items() if ref in by_reference}
        keys = {one.ask.key for _, one in pairs if one.ask.key}
        known = SourceKey.objects.filter(source=self._source, key__in=keys)
        by_key = dict(known.values_list("key", "recommendation"))
        return {n: by_key[one.ask.key] for n, one in pairs if one.ask.key in by_key} | records

    def _before(self, pks: set[int]) -> dict[int, Before]:
        if not pks:
            return {}
        earlier = StagedRow.objects.filter(
            record__in=pks,
            imported__source=self._source,
            imported__stage=Import.Stage.CONFIRMED,
            left_because="",
        ).exclude(outcome=Outcome.ERROR)
        earlier = earlier.exclude(outcome=Outcome.DUPLICATE, is_written=False)
        rows = earlier.order_by("imported", "number").values_list("record", "values", "raw")
        last = {record: (values, raw) for record, values, raw in rows}
        return {
            row.pk: Before(row, _now(row), *last.get(row.pk, (None, None)))
            for row in _comparable(pks)
        }

    def _is_said_again(self, known: Before, one: Checked) -> bool:
        """
        Whether running text only says again what it said: a person made an ask of it then, in their
        own title and perhaps their own words, which the same passage does not take back.
        """
        is_text = self._source == Import.Source.SUBMISSION and bool(one.ask.raw)
        return is_text and known.raw == dict(one.ask.raw)


def _comparable(pks: Iterable[int]) -> QuerySet[Recommendation]:
    """Records with all that an import compares."""
    answers = Response.objects.exclude(state=State.WITHDRAWN).order_by("pk")
    invoked = Invocation.objects.select_related("article__treaty")
    rows = Recommendation.objects.filter(pk__in=pks).defer("search_vector")
    rows = rows.select_related("cycle", "document", "addressed_to")
    return rows.prefetch_related(
        "made_by", "themes", "affected_groups",
        Prefetch("invocations", invoked, to_attr="invoked"),
        Prefetch("responses", answers.select_related("document"), to_attr="answers"),
    )  # fmt: skip


def _now(row: Any) -> dict[str, Any]:
    """A record as plain values, with China's answers by document."""
    plain = {
        name: getattr(row, name)
        for name in ("title", "text", "kind", "text_kind", "language", "locator",
                     "action_strength", "names_north_koreans", "expects_reply", "certainty")
    }  # fmt: skip
    return plain | {
        "made_on": str(row.made_on),
        "cycle": row.cycle.slug if row.cycle else None,
        "document": row.document.slug,
        "addressed_to": row.addressed_to.slug,
        "made_by": sorted(one.slug for one in row.made_by.all()),
        "themes": sorted(one.code for one in row.themes.all()),
        "affected_groups": sorted(one.code for one in row.affected_groups.all()),
        "invocations": [
            {
                "article": f"{one.article.treaty.code} {one.article.number}".strip(),
                "basis": one.basis,
                "note": one.note,
            }
            for one in row.invoked
        ],
        "answers": {
            one.document.slug: {name: _text(getattr(one, name)) for name in _ANSWER}
            for one in row.answers
        },
    }


def _differences(known: Before, one: Checked) -> Iterator[dict[str, str]]:
    """Each field in which the file says another thing than the record; `name` is the field's."""
    values, says = one.values, one.ask.says()
    for name, label in _FIELDS.items():
        wanted = values.get(name, known.now[name]) if name in says else known.now[name]
        is_old = known.last is not None and same(known.last.get(name, wanted), wanted)
        if not is_old and not same(known.now[name], wanted):
            yield _line(name, label, known.now[name], wanted)
    answer = values.get("answer")
    if not answer:
        return
    now = known.now["answers"].get(answer["document"], {})
    last = (known.last or {}).get("answer") or {}
    for name, label in _ANSWER.items():
        wanted = _text(answer[name])
        if wanted != now.get(name, "") and (not last or wanted != _text(last.get(name))):
            yield _line(f"answer.{name}", label, now.get(name, ""), wanted)


def _line(name: str, label: str, old: Any, new: Any) -> dict[str, str]:
    return {"name": name, "field": label, "old": _in_words(old), "new": _in_words(new)}


def _in_words(value: Any) -> str:
    if isinstance(value, list):
        named = (one["article"] if isinstance(one, Mapping) else str(one) for one in value)
        return "; ".join(sorted(named))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _text(value)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _staged(
    number: int,
    one: Checked,
    known: Before | None,
    likely: Likely | None,
    outcome: Outcome,
    faults: list[Fault],
    differences: list[dict[str, str]],
) -> Staged:
    record = known.record if known else None
    return Staged(
        number=number,
        place=one.ask.place[:120],
        raw=dict(one.ask.raw),
        ask=one.ask.as_json(),
        key=one.ask.key,
        values=one.values,
        outcome=outcome.value,
        faults=[fault.as_json() for fault in faults],
        differences=differences,
        record=record.pk if record else likely.pk if likely else None,
        expected=record.version if record else None,
    )


def _why_not_changed(known: Before) -> Iterator[Fault]:
    if known.record.state == State.WITHDRAWN:
        yield Fault(
            what=f"{known.record.reference} is withdrawn",
            expected="A record that is still here.",
            mend="Leave the row out.",
            found=known.record.reference,
        )


def _twice(name: str, first: str) -> Fault:
    return Fault(
        what="The same thing stands in the file twice",
        expected="Each thing once.",
        mend=f"Leave one of the two out: {first} has it too.",
        found=name,
    )


def _no_record(reference: str) -> Fault:
    return Fault(
        what=f"There is no record {reference} here",
        expected="The reference of a record, or none for a new ask.",
        mend="Correct the reference, or empty its cell to enter the row as a new ask.",
        column="reference",
        found=reference,
    )
