"""How long things take, and a fixed loop that says how fast the machine was meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import TypeVar

from .asking import Refused

Name = TypeVar("Name", bound=Hashable)


@dataclass
class Samples:
    """Seconds that one thing took, time after time."""

    seconds: list[float] = field(default_factory=list)

    @property
    def n(self) -> int:
        return len(self.seconds)

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def p95(self) -> float:
        return quantiles(self.seconds, n=20)[-1] if self.n > 1 else self.seconds[0]


def timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def calibration() -> object:
    """Always the same work: about ten milliseconds."""
    return sum(number * number for number in range(150_000))


def interleaved(
    acts: Mapping[Name, Callable[[], object]], *, rounds: int, budget: float
) -> dict[Name, Samples]:
    """
    Do each thing once a round, so that a noisy minute hurts all alike.

    The first time is a warm-up. What takes long is done less often: as `budget` seconds allow, but
    at least once; then its only time is that of the warm-up. What is Refused, even once, has no
    samples.
    """
    samples: dict[Name, Samples] = {name: Samples() for name in acts}
    left = dict.fromkeys(acts, budget)
    for number in range(rounds + 1):
        for name, act in acts.items():
            if left[name] <= 0:
                continue
            try:
                took = timed(act)
            except Refused:
                left[name] = 0
                del samples[name]
                continue
            left[name] -= took
            if number or took > budget:
                samples[name].seconds.append(took)
    return samples
