#!/usr/bin/env python3
"""Check the code:  python tools/check.py [--fix]

Runs every check even when one fails, and ends with the list of those that failed. With --fix it
puts right what a machine can instead. Run it through localdb.py: the check of the migrations
compares them with a database.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import environment

PROGRAMS = Path(sys.executable).parent


def djade(*options: str) -> list[str]:
    """Djade wants every file named."""
    templates = sorted((environment.ROOT / "templates").rglob("*.html"))
    return ["djade", "--target-version", "5.2", *options, *map(str, templates)]


def checks() -> dict[str, list[str]]:
    """What each check is for, and its command."""
    manage = ["python", "manage.py"]
    return {
        "Lint": ["ruff", "check", "."],
        "Format": ["ruff", "format", "--check", "."],
        "Types": ["mypy"],
        "Layers": ["lint-imports"],
        "Templates": djade("--check"),
        "Migrations": [*manage, "makemigrations", "--check", "--dry-run"],
        "Deployment": [*manage, "check", "--deploy", "--fail-level", "WARNING"],
    }


def fixes() -> dict[str, list[str]]:
    return {
        "Lint": ["ruff", "check", "--fix", "."],
        "Format": ["ruff", "format", "."],
        "Templates": djade(),
    }


def run(label: str, command: list[str]) -> bool:
    """Run one command; show what it says only if it fails."""
    settings = environment.public() if label == "Deployment" else environment.testing()
    program = PROGRAMS / command[0]
    started = time.monotonic()
    done = subprocess.run(
        [program, *command[1:]],
        check=False,
        env=settings | os.environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    word = "FAILED" if done.returncode else "ok"
    print(f"{label:<12}{word:<8}{time.monotonic() - started:4.1f} s", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


def main() -> int:
    os.chdir(environment.ROOT)
    commands = fixes() if sys.argv[1:] == ["--fix"] else checks()
    failed = [label for label, command in commands.items() if not run(label, command)]
    if failed:
        print(f"Failed: {', '.join(failed)}. `make fix` puts right what a machine can.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
