"""
Measure the tracker:  make bench [ARGS="--sizes 10000,100000,1000000"]

Prints a table of ratios with the goal of each, and writes it to docs/performance.md.
"""

from __future__ import annotations

import argparse
import signal
import sys

from . import report
from .measure import measure
from .places import STATE


def sizes(text: str) -> list[int]:
    return sorted(int(part) for part in text.split(","))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the tracker beside peers and limits.")
    parser.add_argument("--sizes", type=sizes, default=[10_000, 100_000], help="10000,100000,...")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that servers are ended
    STATE.mkdir(exist_ok=True)
    report.write(measure(given.sizes))


if __name__ == "__main__":
    main()
