#!/usr/bin/env python3
"""Make the virtual environment and install what a requirements file lists, if it changed.

    python tools/install.py FOLDER REQUIREMENTS

A stamp in the folder holds the digest of what was installed: a second start does nothing.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets to read this line
    sys.exit(
        "The tracker needs Python 3.11 or newer, and this is "
        + sys.version.split()[0]
        + ". Name a newer one: make demo PYTHON=python3.12"
    )


def runs(python: Path) -> bool:
    """Whether the environment is whole: its folder may have been moved, or its Python replaced."""
    try:
        done = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def make_environment(folder: Path) -> None:
    print(f"Making the virtual environment {folder}/ ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    done = subprocess.run([sys.executable, "-m", "venv", folder], check=False)
    if done.returncode:
        sys.exit("Python could not make it. On Debian and Ubuntu: apt-get install python3-venv")


def install(python: Path, requirements: Path) -> None:
    count = requirements.read_text().count("==")
    print(f"Installing up to {count} packages of {requirements} ...", flush=True)
    started = time.monotonic()
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "--require-hashes", "-r", str(requirements)], check=False)
    if done.returncode:
        sys.exit(f"pip could not install {requirements}: its own words are above.")
    print(f"Installed in {time.monotonic() - started:.0f} s", flush=True)


def main() -> int:
    folder, requirements = map(Path, sys.argv[1:])
    python = folder / "bin" / "python"
    stamp = folder / f"{requirements.stem}.stamp"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return 0
    if not runs(python):
        make_environment(folder)
    install(python, requirements)
    stamp.write_text(digest)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
