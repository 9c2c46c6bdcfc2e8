#!/usr/bin/env python3
"""The tracker on one machine, to try it.

    python tools/demo.py serve           set up the database, then serve on http://127.0.0.1:$PORT/
    python tools/demo.py setup           set up the database, and say what was loaded
    python tools/demo.py manage ...      any command of manage.py, with the demo's settings

Run it through localdb.py, which provides the database. It sets what the settings ask for, unless
the environment has it already. Everything runs in this one process, which then becomes the web
server, so that Ctrl-C and kill have one process to end.
"""

from __future__ import annotations

import hashlib
import os
import socket
import sys
import time
from importlib import metadata
from pathlib import Path
from typing import Any

import environment

HOST = "127.0.0.1"


def refuse_a_taken_port(port: str) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(port)))
        except (OSError, OverflowError, ValueError):
            sys.exit(
                f"Port {port} cannot be used, perhaps another program has it: make demo PORT=8001"
            )


def step(label: str, *command: str, **options: Any) -> None:
    """Run one management command, and say what it is for and how long it took."""
    from django.core.management import call_command

    print(f"  {label} ...", end="\n" if options["verbosity"] else "", flush=True)
    started = time.monotonic()
    call_command(*command, **options)
    print(f" {time.monotonic() - started:.1f} s", flush=True)


def collect_static_files() -> None:
    """Hash and compress them, which takes seconds, unless they are those of the last start."""
    from django.conf import settings

    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    making = fingerprint([settings.STORAGES["staticfiles"]["BACKEND"]])
    if stamp.exists() and stamp.read_text() == making:
        return
    step("Static files", "collectstatic", verbosity=0, interactive=False)
    stamp.write_text(making)


def fingerprint(parts: list[str]) -> str:
    """Changes with our static files and with the packages, which have files of their own."""
    digest = hashlib.sha256("\n".join(parts).encode())
    packages = sorted(f"{found.name} {found.version}" for found in metadata.distributions())
    digest.update("\n".join(packages).encode())
    for path in sorted(path for path in (environment.ROOT / "static").rglob("*") if path.is_file()):
        digest.update(f"\n{path}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def set_up(*, tell: bool) -> None:
    """Bring the database and the files up to date; `tell` what was loaded and what was kept."""
    import django

    django.setup()
    print("Setting up the tracker")
    step("Database tables", "migrate", verbosity=0, interactive=False)
    step("Table of the cache", "createcachetable", verbosity=0)
    collect_static_files()
    step("Records", "seed", verbosity=int(tell))


def serve(port: str) -> None:
    refuse_a_taken_port(port)
    set_up(tell=False)
    from django.core.management import call_command
    from django.db import connections

    if os.environ["DEMO"] == "true":
        call_command("demo_accounts")
    connections.close_all()
    sys.stdout.flush()
    arguments = ["-m", "gunicorn", "--config", "tools/gunicorn_conf.py"]
    os.execv(sys.executable, [sys.executable, *arguments, "tracker.wsgi"])  # noqa: S606


def main() -> None:
    port = os.environ.get("PORT", "8000")
    environment.use(environment.demo(port))
    os.chdir(environment.ROOT)
    sys.path.insert(0, str(environment.ROOT))
    match sys.argv[1:]:
        case ["serve"]:
            serve(port)
        case ["setup"]:
            set_up(tell=True)
        case ["manage", *command]:
            from django.core.management import execute_from_command_line

            execute_from_command_line(["manage.py", *command])
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
