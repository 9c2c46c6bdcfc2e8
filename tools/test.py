#!/usr/bin/env python3
"""Run the tests:  python tools/test.py [ARGUMENTS OF PYTEST]

Sets what the settings ask for, finds a Chromium for the browser journeys, and becomes pytest on a
throw-away PostgreSQL (or on the server of DATABASE_URL). Tests find Chromium in CHROMIUM. Without
arguments, which means all tests, every core takes its share of the files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHARED = ("-n", "auto", "--dist", "loadfile")  # a file's tests share what it sets up once
REMEDY = (
    "Browser journeys are skipped: no Chromium. To run them: apt-get install chromium "
    "fonts-noto-cjk, or name one in CHROMIUM."
)


def chromium() -> str | None:
    """The system's Chromium, or Playwright's own, which is fetched if that can be done."""
    if path := os.environ.get("CHROMIUM"):
        return path
    for name in NAMES:
        if path := shutil.which(name):
            return path
    print("No Chromium on this system: asking Playwright for its own ...", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    return playwrights_own()


def playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> None:
    environment.use(environment.testing())
    if path := chromium():
        os.environ["CHROMIUM"] = path
    else:
        print(REMEDY, flush=True)
    os.chdir(environment.ROOT)
    command = [sys.executable, "tools/localdb.py", "--", sys.executable, "-m", "pytest"]
    arguments = sys.argv[1:] or SHARED
    os.execv(sys.executable, [*command, *arguments])  # noqa: S606 - one process to signal


if __name__ == "__main__":
    main()
