"""What was brought in from files: which files, and what would become of their rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tracker.models import Import, SourceKey, StagedRow, State

Outcome = StagedRow.Outcome
_TABS = {  # what a list of rows of one outcome is called
    "": "All",
    Outcome.NEW: "New",
    Outcome.CHANGED: "Changed",
    Outcome.DUPLICATE: "Possible duplicates",
    Outcome.ERROR: "Errors",
    Outcome.UNCHANGED: "Unchanged",
}
_OF_ANSWERS = ("position", "category_as_stated", "words", "responded_on", "locator")


@dataclass(frozen=True)
class Tab:
    """The rows that share an outcome, and how many they are."""

    outcome: str
    label: str
    count: int


@dataclass(frozen=True)
class Line:
    """An import in a list, with how many rows it has by outcome."""

    imported: Import
    counts: Counter[str]

    @property
    def tabs(self) -> list[Tab]:
        return [tab for tab in _tabs(self.counts)[1:] if tab.count]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What confirming an import would write of the rows that are chosen, and what it would not."""

    new: int
    revised: int  # drafts, which change at once
    proposed: int  # published records, for which a change is proposed
    answers: int
    states: int
    documents: int
    keys: int  # names of the source that are remembered for records that are here
    unchanged: int
    errors: int
    faulty: int  # errors among the chosen
    duplicates: int  # that nobody has decided
    left: int  # new or changed, but not chosen

    @property
    def writes(self) -> int:
        """How much is written, were it only that a name of the source is remembered."""
        return self.new + self.revised + self.proposed + self.keys


def imports_listed() -> QuerySet[Import]:
    """Every import with who brought it in, the newest first."""
    return Import.objects.select_related("read_by", "confirmed_by", "ended_by").order_by("-pk")


def with_counts(imports: Iterable[Import]) -> list[Line]:
    """Imports, each with what became of its rows; one query for all."""
    imports = list(imports)
    found: dict[int, Counter[str]] = {row.pk: Counter() for row in imports}
    rows = StagedRow.objects.filter(imported__in=imports).order_by()
    counted = rows.values_list("imported", "outcome").annotate(rows=Count("pk"))
    for pk, outcome, count in counted:
        found[pk][outcome] = count
    return [Line(row, found[row.pk]) for row in imports]


def read_before(sha256: str, *, apart_from: Import | None = None) -> list[Import]:
    """Imports of the very same file that wait to be confirmed or were; the newest first."""
    rows = imports_listed().filter(
        sha256=sha256, stage__in=[Import.Stage.STAGED, Import.Stage.CONFIRMED]
    )
    return list(rows.exclude(pk=apart_from.pk) if apart_from else rows)


def tabs_of(imported: Import) -> list[Tab]:
    """How many rows an import has by outcome: all of them first, then what a person decides on."""
    return _tabs(with_counts([imported])[0].counts)


def _tabs(counts: Counter[str]) -> list[Tab]:
    every = {"": counts.total(), **counts}
    return [Tab(outcome, label, every.get(outcome, 0)) for outcome, label in _TABS.items()]


def plan_of(imported: Import) -> Plan:
    """What confirming would do, in one query."""
    rows = StagedRow.objects.filter(imported=imported)
    new, changed = Q(outcome=Outcome.NEW), Q(outcome=Outcome.CHANGED)
    chosen, public = Q(is_chosen=True), Q(record__state=State.PUBLISHED)
    enters = chosen & new
    answered = enters & Q(values__answer__isnull=False)
    told = Q()
    for name in _OF_ANSWERS:
        told |= Q(differences__contains=[{"name": f"answer.{name}"}])
    counts = {
        "new": enters,
        "revised": chosen & changed & ~public,
        "proposed": chosen & changed & public,
        "answers": answered | (chosen & changed & told),
        "unchanged": Q(outcome=Outcome.UNCHANGED),
        "errors": Q(outcome=Outcome.ERROR),
        "faulty": chosen & Q(outcome=Outcome.ERROR),
        "duplicates": Q(outcome=Outcome.DUPLICATE),
        "left": ~chosen & (new | changed),
    }
    counted = {name: Count("pk", filter=which) for name, which in counts.items()}
    counted["keys"] = Count("key", filter=chosen & _unnamed(imported), distinct=True)
    found = rows.aggregate(**counted)
    states, documents = (
        len(imported.additions.get(kind, ())) for kind in ("organisations", "documents")
    )
    return Plan(**found, states=states, documents=documents)


def _unnamed(imported: Import) -> Q:
    """Rows that name a record otherwise than any file of this source did before."""
    known = SourceKey.objects.filter(source=imported.source, key=OuterRef("key"))
    here = Q(outcome__in=[Outcome.CHANGED, Outcome.UNCHANGED], record__isnull=False)
    return here & ~Q(key="") & ~Q(Exists(known))
