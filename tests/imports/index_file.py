"""
The Universal Human Rights Index as JSON, made up: records as its export has them, of any length.

As a program it writes one and reads it: how long that takes, and how much memory.

    python -m tests.imports.index_file 400
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from tracker.imports.asks import Wanted
from tracker.imports.readers.uhri import read_json

STATES = ["Peru", "Iraq", "China", "Norway", "Chad", "Fiji", "Nepal", "Kenya", "Japan", "Ghana"]
BODIES = ["CRC", "CEDAW", "CAT", "CERD", "CCPR", "CESCR", "CMW", "CRPD", "CED"]
THEMES = [
    "Right to health",
    "Right to education",
    "Administration of justice",
    "Non-discrimination",
]
WORDS = ["persons", "return", "border", "register", "child", "detention", "law", "review"]


def record(number, *, state="Peru", **said):
    """One record with every field that the export has; `said` instead of what is made up."""
    chance = random.Random(number)  # noqa: S311
    words = " ".join(chance.choices(WORDS, k=chance.randint(20, 220)))
    body = chance.choice(BODIES)
    return {
        "AffectedPersons": chance.sample(["Children", "Women & girls", "Migrants"], 2),
        "AnnotationId": f"{chance.getrandbits(128):032x}",
        "AnnotationType": chance.choice(["- Recommendations", "- Concerns/Observations"]),
        "Body": f"- {body}",
        "Countries": [state],
        "DocumentId": f"{chance.getrandbits(128):032x}",
        "PublicationDate": f"20{chance.randint(10, 25)}-02-12T00:00:00",
        "PublicationDateOnUhri": "2025-03-03T10:53:45.827",
        "Regions": ["Asia-Pacific"],
        "Sdgs": ["16.2 - End abuse of children", "5.2 - End violence against women"],
        "Symbol": f"{body}/C/{state[:3].upper()}/CO/{chance.randint(1, 9)}",
        "Text": f"{chance.randint(1, 90)}.The Committee made up that {words}. ",
        "Themes": chance.sample(THEMES, 3),
        "UprCycle": None,
        "UprPositions": [],
        "UprRecommendingCountry": [],
        "UprRecommendingRegions": [],
        "UprSession": [],
    } | said


def write_index(path: Path, size: int) -> int:
    """Write records until the file has `size` bytes; how many are about China."""
    about, number, written = 0, 0, 0
    with path.open("w", encoding="utf-8") as file:
        written += file.write("[\n")
        while written < size:
            state = STATES[number % len(STATES)] if number % 40 < 10 else "Peru"
            about += state == "China"
            parted = ",\n" if number else ""
            written += file.write(parted + json.dumps(record(number, state=state)))
            number += 1
        file.write("\n]\n")
    return about


def main(megabytes: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.json"
        about = write_index(path, megabytes * 2**20)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = time.perf_counter()
        with path.open("rb") as file:
            reading = read_json(file, Wanted(state="China"))
        took = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(reading.asks) == about
    asks, records = len(reading.asks), len(reading.asks) + reading.left_out.total()
    sys.stdout.write(f"{megabytes} MB, {asks:,} of {records:,} records are about China\n")
    more = (peak - before) / 1024
    sys.stdout.write(
        f"{took:.1f} s; {peak / 1024:.0f} MB at most, {more:.0f} MB more than before\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
