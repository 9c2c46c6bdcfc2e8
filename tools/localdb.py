#!/usr/bin/env python3
"""Run a command against a private PostgreSQL.

    python tools/localdb.py [--data FOLDER] [--set NAME=VALUE ...] -- COMMAND ...

COMMAND finds the server in DATABASE_URL. If that is set already, nothing is started.
With --data the database is kept between runs, and a second run shares the server of the first.
Without it the database is thrown away, and is faster because nothing waits for the disk.
--set gives a setting of PostgreSQL to the server, if this run starts it.
Nothing listens on the network: the server has a socket in a folder that only its owner can open.

Three processes make sure that none is left behind, however the end comes. This one waits for
COMMAND. A keeper, in a session of its own so that Ctrl-C passes it by, owns the server and reads a
pipe from this process: the pipe closes even on kill -9, and the keeper then ends COMMAND and the
server and removes their files. On Linux the server also ends if the keeper is killed.

Standard library only, for Linux and macOS; as root or not.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import FrameType
from urllib.parse import quote

from localdb_keeper import DATABASE, OWNER, fail, keep


def address(sockets: Path) -> str:
    """A DATABASE_URL with the socket folder as its host, which both Django and psql read."""
    return f"postgresql://{OWNER}@{quote(str(sockets), safe='')}/{DATABASE}"


def end_with(parent: int, keeper: subprocess.Popen[str], child: subprocess.Popen[bytes]) -> None:
    """End the command when whoever started us is gone, by kill -9 say, or the database is."""

    def watch() -> None:
        while child.poll() is None:
            if os.getppid() != parent or keeper.poll() is not None:
                child.terminate()
                return
            time.sleep(0.5)

    threading.Thread(target=watch, daemon=True).start()


def call(command: list[str], sockets: Path, parent: int, keeper: subprocess.Popen[str]) -> int:
    """Run the command against the server; give its exit status as a shell would."""
    environment = os.environ | {"DATABASE_URL": address(sockets)}
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C reaches the command itself
    try:
        child = subprocess.Popen(command, env=environment)
    except OSError as error:
        fail(f"{command[0]} cannot be run: {error.strerror}.")

    def pass_on(number: int, _frame: FrameType | None) -> None:
        child.send_signal(number)

    signal.signal(signal.SIGTERM, pass_on)
    signal.signal(signal.SIGHUP, pass_on)
    assert keeper.stdin  # noqa: S101 - it was opened with a pipe
    with contextlib.suppress(BrokenPipeError):
        print(child.pid, file=keeper.stdin, flush=True)
    end_with(parent, keeper, child)
    status = child.wait()
    with contextlib.suppress(BrokenPipeError):
        print("done", file=keeper.stdin, flush=True)
    return status if status >= 0 else 128 - status


def main() -> int:
    parent = os.getppid()  # now: it may be gone before the command is started
    parser = argparse.ArgumentParser(description="Run a command against a private PostgreSQL.")
    parser.add_argument("--data", type=Path, help="keep the database in this folder")
    parser.add_argument("--set", action="append", default=[], help="a setting: NAME=VALUE")
    parser.add_argument("--keep", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    given = parser.parse_args()
    if given.keep:
        return keep(given.data, given.set)
    command = given.command[1:] if given.command[:1] == ["--"] else given.command
    if not command:
        parser.error("no command: write it after --")
    if os.environ.get("DATABASE_URL"):
        os.execvp(command[0], command)  # noqa: S606 - nothing to look after: become the command
    options = ["--data", str(given.data)] if given.data else []
    options += [f"--set={setting}" for setting in given.set]
    keeper = subprocess.Popen(
        [sys.executable, __file__, "--keep", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert keeper.stdout  # noqa: S101 - it was opened with a pipe
    try:
        sockets = keeper.stdout.readline().strip()
        return call(command, Path(sockets), parent, keeper) if sockets else 1
    except KeyboardInterrupt:  # before the command was there to hear it
        return 130
    finally:
        with contextlib.suppress(BrokenPipeError):
            keeper.communicate()  # closes the pipe, and waits until the server has stopped


if __name__ == "__main__":
    sys.exit(main())
