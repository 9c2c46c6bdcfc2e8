"""The servers that are measured: ours, Datasette as it comes and with time to finish, the admin."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .asking import answers, ask
from .pages import READY
from .places import PEERS, ROOT, STATE, address_of, fingerprint, free_port, production, run, serving

_UNLIMITED = {"sql_time_limit_ms": 600_000, "facet_time_limit_ms": 600_000, "suggest_facets": "off"}


@contextmanager
def ours(database: str) -> Iterator[tuple[int, int]]:
    """Our site with one web process, its index built: the port and the process id."""
    port = free_port()
    env = _one_process(production(database), port)
    command = [sys.executable, "-m", "gunicorn", "--config", "tools/gunicorn_conf.py"]

    def is_ready() -> bool:
        return answers(port, READY) and ask(port, READY).status == 200

    with serving([*command, "benchmarks.site"], is_ready, env=env) as pid:
        yield port, pid


@contextmanager
def admin(database: str) -> Iterator[int]:
    """Django's admin on the same database: the port."""
    port = free_port()
    env = _one_process(production(database), port)
    env |= {"DJANGO_SETTINGS_MODULE": "benchmarks.admin_settings"}
    command = [sys.executable, "-m", "gunicorn", "--config", "tools/gunicorn_conf.py"]
    command += ["--timeout", "900", "benchmarks.admin_site"]
    with serving(command, lambda: answers(port, "/admin/jsi18n/"), env=env):
        yield port


def _one_process(env: dict[str, str], port: int) -> dict[str, str]:
    return env | {"WEB_CONCURRENCY": "1", "BIND": f"127.0.0.1:{port}"}


@contextmanager
def datasette(size: int, database: str, *, limited: bool) -> Iterator[int]:
    """Datasette on the same data: the port. Not `limited`: with time to finish every count."""
    port, folder = free_port(), _sqlite(size, database)
    settings = {} if limited else _UNLIMITED
    options = [part for pair in settings.items() for part in ("--setting", *map(str, pair))]
    command: list[str | Path] = [PEERS / "bin" / "datasette", "serve", "-i", folder / "bench.db"]
    command += ["--metadata", folder / "metadata.json", "--inspect-file", folder / "inspect.json"]
    with serving([*command, "--port", str(port), *options], lambda: answers(port, "/-/versions")):
        yield port


def why_no_datasette() -> str:
    """Install the peers; the reason if that cannot be done, else nothing."""
    wanted = Path(__file__).with_name("peers.txt")
    kept = PEERS / "peers.txt"
    if kept.exists() and kept.read_text() == wanted.read_text():
        return ""
    shutil.rmtree(PEERS, ignore_errors=True)
    pip: list[str | Path] = [
        PEERS / "bin" / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "-r",
        wanted,
    ]
    try:
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True, capture_output=True)
        subprocess.run([*pip, "--disable-pip-version-check"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return "its packages could not be installed"
    shutil.copy(wanted, kept)
    return ""


def _sqlite(size: int, database: str) -> Path:
    """The folder with the SQLite file and what Datasette wants to know of it."""
    folder = STATE / f"sqlite-{size}-{fingerprint()}"
    if not (folder / "inspect.json").exists():
        for old in STATE.glob(f"sqlite-{size}-*"):
            shutil.rmtree(old)
        folder.mkdir()
        env = os.environ | {"DATABASE_URL": address_of(database)}
        run(sys.executable, "-m", "benchmarks.sqlite", folder / "bench.db", env=env)
        found = run(PEERS / "bin" / "datasette", "inspect", folder / "bench.db")
        (folder / "inspect.json").write_text(found)
    return folder


def collect_static_files() -> None:
    env = production("postgres")
    run(sys.executable, ROOT / "manage.py", "collectstatic", "--noinput", "-v0", env=env)
