"""A workspace in the middle of its work: something is on every page of the staff."""

from dataclasses import dataclass
from typing import Any

from tests.browser.examples import ADDENDUM, answer_to, law
from tracker.actions.batches import Entry, record_batch
from tracker.actions.developments import revise_development
from tracker.actions.imports import Staged, stage_import
from tracker.actions.publication import return_to_author, submit
from tracker.actions.recommendations import draft_recommendation
from tracker.actions.translations import draft_translation
from tracker.models import (
    Batch,
    Development,
    Document,
    Import,
    Note,
    NoteSubject,
    Publishable,
    Recommendation,
    Relation,
    Response,
    ReviewCycle,
    Translation,
    User,
)

SHEET = f"log/upr-4/{ADDENDUM}/"
REPORT = "a-hrc-56-6"
ANSWERED, FILLED = "R-0209", "R-0207"


@dataclass(frozen=True)
class World:
    """What the addresses of the pages name."""

    draft: Development
    waits: Development
    change: Publishable
    answer: Response
    public: Development
    batch: Batch
    relation: Relation
    note: NoteSubject
    translation: Translation
    imported: Import

    def draft_is_changed(self, *, by: User) -> None:
        """By a colleague, behind the back of whoever has it open."""
        revise_development(
            development=self.draft, title="A draft by somebody else", summary="They say otherwise.",
            expected=Development.objects.get(pk=self.draft.pk).version, by=by,
        )  # fmt: skip


def make_world(*, author: User, reader: User) -> World:
    """A draft and a returned one of the `reader`, who approves; the rest is the `author`'s."""
    draft, returned = law("A law is drafted", by=reader), law("A law is returned", by=reader)
    waits = law("A law is adopted", by=author)
    submit(records=[waits], by=author)
    submit(records=[returned], by=reader)
    return_to_author(record=returned, reason="Of which day is it?", by=administrator())
    answer_to(ANSWERED, "The existing law is held to be enough.", by=author)
    _ask("Let aid workers visit the border counties", by=reader)
    submit(records=[_ask("Let lawyers visit those who are held", by=author)], by=author)
    public = Development.objects.published().order_by("pk")[0]
    return World(
        draft=draft,
        waits=waits,
        change=_change(public, by=author),
        answer=Response.objects.get(recommendation__reference=ANSWERED, state="in-review"),
        public=public,
        batch=_batch(by=reader),
        relation=Relation.objects.order_by("pk")[0],
        note=NoteSubject.objects.filter(
            recommendation__isnull=False, note__audience=Note.Audience.PUBLIC
        ).order_by("pk")[0],
        translation=draft_translation(
            subject=public, language="zh-hans", title="一项声明", words="", kind="ours", by=reader
        ),
        imported=every_outcome(by=reader),
    )


def administrator() -> User:
    return User.objects.get(role="administrator")


def _ask(title: str, *, by: User) -> Recommendation:
    values = {
        "kind": "recommendation", "document": REPORT, "cycle": "upr-4", "made_on": "2024-01",
        "addressed_to": "china", "made_by": ["republic-of-korea"], "title": title,
        "text": f"{title}.", "locator": "para. 28",
    }  # fmt: skip
    return draft_recommendation(values=values, by=by)


def _change(public: Development, *, by: User) -> Publishable:
    return revise_development(
        development=public, summary=f"{public.summary} It is said again.", reason="Said twice.",
        recommendations=list(public.recommendations.all()), expected=public.version, by=by,
    )  # fmt: skip


def _batch(*, by: User) -> Batch:
    asked = Recommendation.objects.get(reference=FILLED)
    values = {"position": "noted", "responded_on": "2024-07", "words": "It is noted."}
    recorded = record_batch(
        kind=Batch.Kind.FILLED_IN, entries=[Entry(asked, "", values)], by=by,
        cycle=ReviewCycle.objects.get(slug="upr-4"), document=Document.objects.get(slug=ADDENDUM),
    )  # fmt: skip
    assert recorded.batch
    return recorded.batch


def every_outcome(*, by: User) -> Import:
    """A table with a row of every outcome, and a name that nobody knows."""
    record = Recommendation.objects.get(reference=ANSWERED)
    values = {"text": record.text, "title": record.title, "made_by": ["canada"], "language": "en"}
    fault = {
        "what": "Unknown organisation or State “Ruritania”", "expected": "A name that is here.",
        "mend": "Say whom it means.", "column": "made_by", "found": "Ruritania",
    }  # fmt: skip
    line = {"name": "locator", "field": "place", "old": "28.1", "new": "28.2"}
    given: dict[str, dict[str, Any]] = {
        "new": {"values": values | {"text": "Let families live together in the border counties."}},
        "changed": {"record": record.pk, "expected": record.version, "differences": [line]},
        "unchanged": {"record": record.pk, "expected": record.version},
        "duplicate": {"record": record.pk, "values": values | {"text": f"{record.text} At once."}},
        "error": {"faults": [fault], "ask": {"made_by": ["Ruritania"], "text": record.text}},
    }
    rows = [
        Staged(number=number, place=f"row {number + 1}", outcome=outcome,
               raw={"Wording": record.text, "Who": "Canada"}, **{"values": values} | said)
        for number, (outcome, said) in enumerate(given.items(), 1)
    ]  # fmt: skip
    return stage_import(
        source=Import.Source.TABLE, file_name="asks.csv", sha256="0" * 64, size=2_000, rows=rows,
        settings={"state": "china", "cycle": "upr-4", "headings": ["Wording", "Who"]},
        told=["1 sheet was not read, because of other headings: “Notes”."], by=by,
        additions={"organisations": [{"slug": "andorra", "name": "Andorra", "kind": "state"}]},
    )  # fmt: skip
