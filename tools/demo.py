#!/usr/bin/env python3
"""The tracker on one machine, to try it.

    python tools/demo.py serve           set up the database, then serve on http://127.0.0.1:$PORT/
    python tools/demo.py setup           set up the database
    python tools/demo.py manage ...      any command of manage.py, with the demo's settings

Run it through localdb.py, which provides the database. It sets what the settings ask for, unless
the environment has it already. Everything runs in this one process, which then becomes the web
server, so that Ctrl-C and kill have one process to end.
"""

from __future__ import annotations

import os
import socket
import sys
import time
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

    print(f"  {label} ...", end="", flush=True)
    started = time.monotonic()
    call_command(*command, **options)
    print(f" {time.monotonic() - started:.1f} s", flush=True)


def set_up() -> None:
    import django

    django.setup()
    print("Setting up the tracker")
    step("Database tables", "migrate", verbosity=0, interactive=False)
    step("Table of the cache", "createcachetable", verbosity=0)
    step("Static files", "collectstatic", verbosity=0, interactive=False)
    step("Records", "seed", verbosity=0)


def serve(port: str) -> None:
    refuse_a_taken_port(port)
    set_up()
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
            set_up()
        case ["manage", *command]:
            from django.core.management import execute_from_command_line

            execute_from_command_line(["manage.py", *command])
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
