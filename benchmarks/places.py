"""Where things are, and how the programs that are measured get started and ended."""

from __future__ import annotations

import hashlib
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".bench"  # kept between runs: databases, the peers' environment
PEERS = STATE / "peers"
_MADE_BY = ("load", "records", "reference", "shape")
Environment = dict[str, str]


def fingerprint() -> str:
    """Changes with what the databases are made of."""
    made_by = [Path(__file__).with_name(f"{name}.py") for name in _MADE_BY]
    digest = hashlib.sha256()
    for path in sorted([*made_by, *(ROOT / "tracker" / "migrations").glob("*.py")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def address_of(database: str) -> str:
    """The address of another database of our server."""
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}"))


def production(database: str) -> Environment:
    """The settings of a public site behind one proxy."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tracker.settings",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "EMAIL_HOST": "mail.tracker.example",
        "TRUSTED_PROXIES": "1",
        "STATIC_ROOT": str(STATE / "static"),
        "DATABASE_URL": address_of(database),
        "PYTHONPATH": str(ROOT),
    }


def run(*command: str | Path, env: Environment | None = None) -> str:
    """Run one command to its end; gives what it wrote."""
    done = subprocess.run(command, check=True, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    return done.stdout


def database(size: int) -> str:
    """The database with so many recommendations, made now if there is none yet."""
    name = f"bench_{size}_{fingerprint()}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        found = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
        known = {other for (other,) in connection.execute(found, [f"bench_{size}_"])}
        if name in known:
            return name
        for other in known:
            connection.execute(f'DROP DATABASE "{other}"')
        connection.execute(f'DROP DATABASE IF EXISTS "new_{size}"')
        connection.execute(f'CREATE DATABASE "new_{size}"')
        loading = [sys.executable, "-m", "benchmarks.load", str(size)]
        print(run(*loading, env=production(f"new_{size}")), end="", flush=True)
        connection.execute(f'ALTER DATABASE "new_{size}" RENAME TO "{name}"')
    return name


@contextmanager
def copied(name: str) -> Iterator[str]:
    """A copy of a database, for what really writes; gone afterwards."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute('DROP DATABASE IF EXISTS "copied"')
        connection.execute(f'CREATE DATABASE "copied" TEMPLATE "{name}"')
        try:
            yield "copied"
        finally:
            connection.execute('DROP DATABASE "copied" WITH (FORCE)')


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serving(
    command: Sequence[str | Path], ready: Callable[[], bool], *, env: Environment | None = None
) -> Iterator[int]:
    """A server while it is needed, its process id; waits up to ten minutes until it is ready."""
    log = (STATE / "servers.log").open("ab")
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + 600
        while not ready():
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{command[0]} did not start: see {log.name}")
            time.sleep(0.2)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()


def memory(pid: int) -> float:
    """MiB that a process and its children have for themselves, shared pages divided up (PSS)."""
    rolled = Path(f"/proc/{pid}/smaps_rollup").read_text()
    own = next(int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:"))
    return own / 1024 + sum(memory(child) for child in children(pid))


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
