"""Editors who read, type and save one after the other, and what each of them has seen."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from django.core.exceptions import PermissionDenied, ValidationError

from tracker.actions.assignments import assign_answers, assign_next, split_answers, unassign_answers
from tracker.actions.base import Conflict
from tracker.actions.batches import Entry, record_batch, undo_batch
from tracker.actions.publication import approve, return_to_author, sent_mark, submit
from tracker.actions.responses import record_response
from tracker.models import Assignment, Batch, Position, Response, State
from tracker.permissions import Permission

DRAFT, SENT, PUBLIC = State.DRAFT, State.IN_REVIEW, State.PUBLISHED


@dataclass(frozen=True)
class Answer:
    """
    What the model knows of an answer. `key` is the database's word for it: another one than it was
    recorded with, `first`, once an undo has brought it back.
    """

    key: str
    words: str
    author: int
    state: str = DRAFT
    sender: int | None = None
    is_returned: bool = False
    first: str = field(default="", compare=False)

    def is_again(self, other):
        """Whether this is still, or again, what the other was."""
        is_first = (self.first or self.key) == (other.first or other.key)
        return is_first and replace(self, key=other.key) == other


@dataclass
class Row:
    """
    The answers to a recommendation that are not withdrawn, the one that counts last; and who wrote
    drafts that were replaced since one was public.
    """

    live: list[Answer] = field(default_factory=list)
    replaced: set[int] = field(default_factory=set)

    @property
    def current(self):
        return self.live[-1] if self.live else None

    @property
    def key(self):
        return self.current.key if self.current else ""

    def change(self, **changes):
        self.live[-1] = replace(self.live[-1], **changes)

    def write(self, answer):
        """Replace a draft, or stand beside what is published; gives what stood there."""
        before = self.current
        if before and before.state != PUBLIC:
            self.replaced.add(self.live.pop().author)
        self.live.append(answer)
        return before


@dataclass
class Editor:
    """Somebody who reads, and later saves over what they have read."""

    user: object
    seen: dict[int, str] = field(default_factory=dict)
    queue: list[tuple[int, Response, str]] = field(default_factory=list)

    @property
    def is_coordinator(self):
        return self.user.may(Permission.APPROVE)


class World:
    """Rows that nobody has answered, and people; `often` says how often they take which step."""

    often: ClassVar = {
        "record": 4, "record_many": 8, "read": 3, "undo": 3, "assign": 1, "send": 3,
        "open_queue": 3, "decide": 3,
    }  # fmt: skip

    def __init__(self, chance, *, about, asks, people):
        self.chance, self.about, self.asks = chance, about, asks
        self.rows = {ask.pk: Row() for ask in self.asks}
        self.editors = [Editor(user, dict.fromkeys(self.rows, "")) for user in people]
        self.batches: list[tuple[Batch, list[tuple[int, Answer, Answer | None]]]] = []
        self.undone: set[int] = set()
        self.has: dict[int, int] = {}
        self.scenes: dict[int, set[int]] = {ask.pk: set() for ask in self.asks}
        self.refused = self.written = 0

    def some(self, most, least=1):
        count = self.chance.randint(min(least, len(self.asks)), min(most, len(self.asks)))
        return self.chance.sample(self.asks, count)

    def words(self):
        return self.chance.choice(["one", "two", "three"])

    def wrote(self, editor, ask, answer):
        """The one rule: what a write replaces is what its author had seen."""
        row = self.rows[ask.pk]
        assert editor.seen[ask.pk] == row.key
        before = row.write(answer)
        editor.seen[ask.pk] = answer.key
        self.scenes[ask.pk].add(editor.user.pk)
        self.written += 1
        return before

    def told(self, editor, ask, current):
        """The other outcome: nothing was written, and the version that stands there was shown."""
        row = self.rows[ask.pk]
        assert editor.seen[ask.pk] != row.key
        shown = (current.key, current.words) if current else None
        assert shown == (row.current and (row.current.key, row.current.words))
        editor.seen[ask.pk] = row.key
        self.scenes[ask.pk].add(editor.user.pk)
        self.refused += 1

    # Steps

    def read(self, editor):
        for ask in self.some(80):
            editor.seen[ask.pk] = self.rows[ask.pk].key

    def record(self, editor):
        ask, words = self.chance.choice(self.asks), self.words()
        row, reason = self.rows[ask.pk], self.chance.choice(["", "Misread."])
        try:
            saved = record_response(
                recommendation=ask,
                expected=editor.seen[ask.pk],
                reason=reason,
                by=editor.user,
                **values(words),
                **self.about,
            )
        except Conflict as conflict:
            return self.told(editor, ask, conflict.current)
        except ValidationError:
            assert row.current.state == PUBLIC
            assert not reason
            return None
        return self.wrote(editor, ask, Answer(saved.key, words, editor.user.pk))

    def record_many(self, editor):
        reason, words = self.chance.choice(["", "Misread."]), self.words()
        entries = [
            Entry(ask, editor.seen[ask.pk], values(words)) for ask in self.some(95, least=50)
        ]
        done = record_batch(
            kind=Batch.Kind.PASTED, entries=entries, reason=reason, by=editor.user, **self.about
        )
        rows = []
        for verdict in done.verdicts:
            ask, row = verdict.entry.recommendation, self.rows[verdict.entry.recommendation.pk]
            if row.current and row.current.words == words:
                assert verdict.is_unchanged
            elif editor.seen[ask.pk] != row.key:
                assert verdict.is_conflict
                self.told(editor, ask, verdict.current)
            elif row.current and row.current.state == PUBLIC and not reason:
                assert verdict.why
            else:
                answer = Answer(verdict.meant.key, words, editor.user.pk)
                rows.append((ask.pk, answer, self.wrote(editor, ask, answer)))
        assert bool(done.batch) == bool(rows)
        if rows:
            self.batches.append((done.batch, rows))

    def undo(self, editor):
        if not self.batches:
            return
        batch, rows = self.chance.choice(self.batches[-3:])
        later = [b.pk for b, _ in self.batches if b.recorded_by == editor.user]
        later = [pk for pk in later if pk > batch.pk and pk not in self.undone]
        is_theirs = batch.recorded_by == editor.user and not later
        try:
            undo_batch(batch=batch, by=editor.user)
        except (Conflict, ValidationError, PermissionDenied):
            assert batch.pk in self.undone or not (is_theirs or editor.is_coordinator)
            return
        assert batch.pk not in self.undone
        self.undone.add(batch.pk)
        left = dict(batch.entries.values_list("written__recommendation", "left_because"))
        for pk, answer, before in rows:
            row = self.rows[pk]
            untouched = bool(row.current) and row.current.is_again(answer)
            assert bool(left[pk]) != untouched
            if untouched:
                self.return_to(pk, row, before)

    def return_to(self, pk, row, before):
        """As it was; a draft that comes back has a key of its own, which nobody has seen yet."""
        row.live.pop()
        if before and before.state != PUBLIC:
            found = Response.objects.filter(recommendation_id=pk).order_by("-pk").first()
            row.live.append(replace(before, key=found.key, first=before.first or before.key))

    def send(self, editor):
        drafts = Response.objects.filter(state=DRAFT, recorded_by=editor.user, **self.about)
        keys = self.chance.sample(list(drafts), min(20, len(drafts)))
        assert submit(records=keys, by=editor.user) == len(keys)
        for answer in keys:
            row = self.rows[answer.recommendation_id]
            assert row.key == answer.key
            row.change(state=SENT, sender=editor.user.pk, is_returned=False)

    def open_queue(self, editor):
        sent = Response.objects.filter(state=SENT, **self.about).select_related("recommendation")
        rows = self.chance.sample(list(sent), min(6, len(sent)))
        editor.queue = [(row.recommendation_id, row, sent_mark(row)) for row in rows]

    def decide(self, editor):
        """Approve or return what was read in the queue, perhaps long ago."""
        for pk, answer, mark in editor.queue:
            row = self.rows[pk]
            waits = row.key == answer.key and row.current.state == SENT
            current = row.current
            own = current and editor.user.pk in {current.author, current.sender, *row.replaced}
            try:
                if self.chance.random() < 0.7:
                    approve(record=answer, by=editor.user, expected=mark)
                    assert waits
                    assert not own
                    row.change(state=PUBLIC)
                    row.replaced.clear()
                else:
                    return_to_author(record=answer, reason="Which one?", by=editor.user)
                    assert waits
                    row.change(state=DRAFT, sender=None, is_returned=True)
            except Conflict:
                assert not waits or sent_again(answer, mark)
            except ValidationError:
                assert own
        editor.queue = []

    def assign(self, editor):
        rows, to = self.some(20), self.chance.choice(self.editors).user
        about = {"recommendations": rows, "document": self.about["document"], "by": editor.user}
        free = [row.pk for row in rows if row.pk not in self.has]
        match self.chance.randrange(4):
            case 0:
                assign_answers(to=to, **about)
                self.has |= {row.pk: to.pk for row in rows}
            case 1:
                assert assign_next(to=to, at_most=5, **about) == len(free[:5])
                self.has |= dict.fromkeys(free[:5], to.pk)
            case 2:
                shared = split_answers(among=[e.user for e in self.editors], **about)
                names = [user.pk for user, count in shared for _ in range(count)]
                self.has |= dict(zip(free, names, strict=True))
            case _:
                assert unassign_answers(**about) == len(rows) - len(free)
                self.has = {pk: to for pk, to in self.has.items() if pk not in {r.pk for r in rows}}

    def step(self, editor):
        may = editor.is_coordinator
        names = [name for name in self.often if may or name not in {"open_queue", "decide"}]
        weights = [self.often[name] for name in names]
        getattr(self, self.chance.choices(names, weights)[0])(editor)

    def check(self):
        """The database says what the model says."""
        found = {pk: [] for pk in self.rows}
        rows = Response.objects.filter(document=self.about["document"])
        for row in rows.exclude(state=State.WITHDRAWN).order_by("pk"):
            returned = bool(row.returned_reason) and row.state == DRAFT
            sender = row.submitted_by_id if row.state != DRAFT else None
            found[row.recommendation_id].append(
                Answer(row.key, row.words, row.recorded_by_id, row.state, sender, returned)
            )
        assert found == {pk: row.live for pk, row in self.rows.items()}
        given = Assignment.objects.filter(document=self.about["document"])
        assert dict(given.values_list("recommendation", "assigned_to")) == self.has


def values(words):
    return {"position": Position.NOTED, "responded_on": "2024-07", "words": words}


def sent_again(answer, mark):
    return sent_mark(Response.objects.get(pk=answer.pk)) != mark
