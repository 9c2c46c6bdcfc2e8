"""The goals, and how far a run reaches each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .measure import Found
from .timing import Samples

BIG = 100_000
WORDS = {"Datasette": 1 / 12, "Datasette in full": 1 / 8}


@dataclass(frozen=True)
class Row:
    """One line of the table: two values, their ratio, the goal; `met` is None where none is set."""

    what: str
    ours: str
    other: str
    ratio: str
    goal: str
    met: bool | None


def rows(found: Found) -> Iterator[Row]:
    big = [size for size in found.sizes if size >= BIG] or found.sizes[-1:]
    for size in big:
        yield from _lists(found, size)
        yield from _counts(found, size)
    yield from _growth(found)
    yield from _record(found)
    for size in big:
        yield from _grid(found, size)
    for size in big:
        yield from _export(found, size)
    yield from _imports(found, found.sizes[-1])
    yield from _proxy(found)
    for size in found.sizes:
        yield from _process(found, size)


def ms(samples: Samples) -> str:
    """A median with the number of times it was taken."""
    value = samples.median * 1000
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} ms (n={samples.n})"


def against(
    found: Found, what: str, ours: tuple[str, str, int], other: tuple[str, str, int],
    goal: float | None, *, as_part: bool = True,
) -> Row:  # fmt: skip
    """Our time divided by another's; `goal` is the most that it may be."""
    whom = other[1]
    said = "" if goal is None else f"≤ 1/{1 / goal:.0f}" if as_part else f"≤ {goal:g} ×"
    if other not in found.times:
        reason = next((why for name, why in found.missing.items() if whom.startswith(name)), "")
        return Row(what, ms(found.times[ours]), f"not measured: {reason}", "", said, None)
    mine, theirs = found.times[ours], found.times[other]
    ratio = mine.median / theirs.median
    shown = f"1/{1 / ratio:.0f}" if ratio < 0.5 else f"{ratio:.2f} ×"
    met = None if goal is None else ratio <= goal
    return Row(what, ms(mine), f"{ms(theirs)} {whom}", shown, said, met)


def _lists(found: Found, size: int) -> Iterator[Row]:
    """List pages of a hundred rows with all counts, beside the peers."""
    goals = {"Datasette": 1 / 40, "Datasette in full": 1 / 100 if size == BIG else None}
    for whom in ("Datasette", "Datasette in full", "admin"):
        keys = (("browse", "ours", size), ("browse", whom, size))
        if keys[1] in found.times or whom in found.missing:
            yield against(found, f"Browse page, {size:,}", *keys, goals.get(whom))
    if out := found.facts.get(("left out", size)):
        yield Row(
            f"Browse page, {size:,}", "", f"facets that Datasette left out: {out}", "", "", None
        )
    for what, label in (("filter", "Article + status"), ("treaty", "One treaty")):
        for whom in _measured(found, what, size):
            keys = ((what, "ours", size), (what, whom, size))
            yield against(found, f"{label}, {size:,}", *keys, None)
        yield from _refused(found, what, f"{label}, {size:,}", (what, "ours", size))
    yield from _words(found, size)


def _refused(found: Found, what: str, label: str, ours: tuple[str, str, int]) -> Iterator[Row]:
    if why := found.facts.get((f"{what} refused", ours[2])):
        yield Row(label, ms(found.times[ours]), why, "", "", None)


def _words(found: Found, size: int) -> Iterator[Row]:
    """Words with all counts: searched anew beside the peers, the slowest, and asked again."""
    for what, label in (
        ("common", "Common word"),
        ("rare", "Rare word"),
        ("korean", "Korean word"),
    ):
        named, ours = f"{label}, {size:,}", (f"{what} anew", "ours", size)
        for whom in _measured(found, what, size):
            goal = WORDS.get(whom) if size == BIG and what != "rare" else None
            yield against(found, named, ours, (what, whom, size), goal)
        yield from _refused(found, what, named, ours)
        worst, again = found.times[ours].p95 * 1000, ms(found.times[what, "ours", size])
        goals = ("p95 < 100 ms", worst < 100) if size == BIG else ("", None)
        yield Row(named, f"p95 {worst:.0f} ms", f"asked again: {again}", "", *goals)


def _measured(found: Found, what: str, size: int) -> list[str]:
    peers = ("Datasette", "Datasette in full", "admin")
    return [whom for whom in peers if (what, whom, size) in found.times]


def _counts(found: Found, size: int) -> Iterator[Row]:
    """Ten facets' counts worked out in the process, beside the better of two ways of raw SQL."""
    for what, way, label, goal in (
        ("all", " anew", "everything", 1 / 100),
        ("treaty", "", "one treaty", 1 / 10),
    ):
        mine, *raw = (
            found.facts[f"counts {what}{of}", size] for of in (way, " grouped", " unnested")
        )
        best = min(raw, key=lambda one: one["median"])
        ratio = mine["median"] / best["median"]
        ours, other = (f"{one['median'] * 1000:.2f} ms (n={one['n']})" for one in (mine, best))
        yield Row(
            f"Counts alone of {label}, {size:,}", ours, f"{other} raw SQL", f"1/{1 / ratio:.0f}",
            f"≤ 1/{1 / goal:.0f}", ratio <= goal,
        )  # fmt: skip
    kept = found.facts["counts all", size]
    took = f"{kept['median'] * 1000:.2f} ms (n={kept['n']})"
    why = "as every page gets them but the first after a change"
    yield Row(f"Counts of everything, kept, {size:,}", took, why, "", "", None)


def _growth(found: Found) -> Iterator[Row]:
    first, last = found.sizes[0], found.sizes[-1]
    if first == last:
        return
    most = {
        "browse": 1.3, "deep": 1.3, "record": 1.3, "home": 1.3, "filter": 2.5, "treaty": None,
        "common anew": 6, "korean anew": None, "rare anew": None, "json": None,
    }  # fmt: skip
    for what, goal in most.items():
        small, large = found.times[what, "ours", first], found.times[what, "ours", last]
        ratio = large.median / small.median
        said = "" if goal is None else f"≤ {goal:g} ×"
        if last < 1_000_000 and said:
            said += " at 1,000,000"
        label = f"Growth {first:,} → {last:,}: {what}"
        met = None if goal is None else ratio <= goal
        yield Row(label, ms(large), f"{ms(small)} at {first:,}", f"{ratio:.2f} ×", said, met)


def _record(found: Found) -> Iterator[Row]:
    counts = {size: found.facts["queries", size] for size in found.sizes}
    met = max(counts.values()) <= 12 and len(set(counts.values())) == 1
    told = ", ".join(f"{n} at {size:,}" for size, n in counts.items())
    yield Row("Queries of a recommendation's page", told, "", "", "≤ 12, constant", met)


def _grid(found: Found, size: int) -> Iterator[Row]:
    """The sheet of 428 rows: opened, and a row of it saved."""
    queries = found.facts["grid queries", size]
    for what, label, most in (("grid", "opened", 0.3), ("grid save", "a row saved", 0.03)):
        took = found.facts[what, size]
        shown = f"{took['median'] * 1000:.1f} ms (n={took['n']})"
        goal = f"≤ {most * 1000:.0f} ms"
        yield Row(f"Sheet of 428, {size:,}: {label}", shown, "", "", goal, took["median"] <= most)
    yield Row(f"Sheet of 428, {size:,}: queries", str(queries), "", "", "≤ 15", queries <= 15)


def _export(found: Found, size: int) -> Iterator[Row]:
    what = f"Everything as CSV, {size:,}"
    keys = (("export", "ours", size), ("export", "COPY", size))
    yield against(found, what, *keys, 2 if size == BIG else None, as_part=False)
    first, grown = found.times["first byte", "ours", size], found.facts["export memory", size]
    met = first.median < 1 if size == BIG else None
    yield Row(f"{what}: first byte", ms(first), "", "", "< 1 s" if size == BIG else "", met)
    met = grown <= 20 if size == BIG else None
    yield Row(f"{what}: memory grows by", f"{grown:.1f} MiB", "", "", "≤ 20 MiB", met)


def _imports(found: Found, size: int) -> Iterator[Row]:
    """A spreadsheet read, checked, compared, staged and confirmed, beside what writes as much."""
    ours, copied = (found.facts[what, size] for what in ("import", "import COPY"))
    what = f"Import of {found.facts['import rows', size]:,} rows, {size:,}"
    took, other = (f"{one['median']:.2f} s (n={one['n']})" for one in (ours, copied))
    ratio = ours["median"] / copied["median"]
    yield Row(what, took, f"{other} COPY", f"{ratio:.2f} ×", "≤ 1.5 ×", ratio <= 1.5)
    for part in ("staged", "confirmed"):
        one = found.facts[f"import {part}", size]
        yield Row(f"{what}: {part}", f"{one['median']:.2f} s (n={one['n']})", "", "", "", None)
    peer = found.facts["import peer", size]
    if not peer:
        why = found.missing["django-import-export"]
        yield Row(what, took, f"not measured: {why}", "", "≤ 1/60", None)
        return
    fewer = found.facts["import peer rows", size]
    theirs = peer["median"] * found.facts["import rows", size] / fewer
    ratio = ours["median"] / theirs
    said = f"{theirs:.0f} s django-import-export, worked out from {fewer:,} rows"
    yield Row(what, took, said, f"1/{1 / ratio:.0f}", "≤ 1/60", ratio <= 1 / 60)


def _proxy(found: Found) -> Iterator[Row]:
    for what in ("200", "304"):
        label = f"Home page from the proxy's cache, {what}"
        if "nginx" in found.missing:
            yield Row(label, f"not measured: {found.missing['nginx']}", "", "", "≥ 0.7 ×", None)
            continue
        kept, file = (found.times.get((f"proxy {what}", whom, 0)) for whom in ("cached", "file"))
        if not kept or not file:
            yield Row(label, "never answered so", "", "", "≥ 0.7 ×", False)
            continue
        ratio = file.median / kept.median
        ours, other = (f"{1 / one.median:,.0f}/s (n={one.n})" for one in (kept, file))
        goal, met = ("≥ 0.7 ×", ratio >= 0.7) if what == "200" else ("", None)
        yield Row(label, ours, f"{other} as a file", f"{ratio:.2f} ×", goal, met)


def _process(found: Found, size: int) -> Iterator[Row]:
    """What a web process costs, and how it follows the data."""
    mib = found.facts["memory", size]
    met = mib * 1.048576 <= 200 if size == BIG else None
    yield Row(f"Memory of a web process, {size:,}", f"{mib:.0f} MiB", "", "", "≤ 200 MB", met)
    build, edit = found.facts["build", size], found.facts["edit", size]
    yield Row(f"Index built, {size:,}", f"{build['median'] * 1000:,.0f} ms", "", "", "", None)
    yield Row(f"One edit followed, {size:,}", f"{edit['median'] * 1000:.1f} ms", "", "", "", None)
    after = found.times["page after an edit", "ours", size]
    seen = found.facts["edits seen", size]
    yield Row(
        f"Seen by another process's next answer, {size:,}", seen, ms(after), "", "all",
        seen.split()[0] == seen.split()[-1],
    )  # fmt: skip
