"""The measurements of one run, with every server up at once so that all meet the same noise."""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from . import pages, servers
from .asking import Answer, always_anew, ask, page, rate, total
from .places import address_of, children, copied, database, memory, production, run
from .proxy import FILES, program, proxy
from .timing import Samples, calibration, interleaved

ROUNDS, BUDGET = 30, 8.0
PEERS = ("Datasette", "Datasette in full")
FULL_UP_TO = 100_000  # beyond that only the quickest peer: the others take minutes a page
SEARCHES = ("common", "rare", "korean")
Key = tuple[str, str, int]
CALIBRATION: Key = ("calibration", "", 0)


@dataclass
class Found:
    """Everything that was measured: times by (what, whom, size), and facts by (what, size)."""

    sizes: list[int]
    times: dict[Key, Samples] = field(default_factory=dict)
    facts: dict[tuple[str, int], Any] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)  # whom: why it was not measured


@dataclass
class Running:
    """The servers of one run: their ports by (whom, size), and the processes of ours."""

    ports: dict[tuple[str, int], int] = field(default_factory=dict)
    pids: dict[int, int] = field(default_factory=dict)


def measure(sizes: list[int]) -> Found:
    found = Found(sizes)
    databases = {size: database(size) for size in sizes}
    servers.collect_static_files()
    if why := servers.why_no_datasette():
        found.missing["Datasette"] = why
    for size, name in databases.items():
        say(f"{size:,}: checking answers, counting")
        told = json.loads(run(sys.executable, "-m", "benchmarks.inside", env=production(name)))
        found.facts |= {(what, size): value for what, value in told.items()}
        with copied(name) as copy:
            told = json.loads(run(sys.executable, "-m", "benchmarks.grid", env=production(copy)))
        found.facts |= {(what, size): value for what, value in told.items()}
    _imports(found, *list(databases.items())[-1])
    with everything(databases, found) as running:
        _times(running, found)
        _left_out(running, found)
        for size, name in databases.items():
            say(f"{size:,}: export, edits, memory")
            _export(running, found, size, name)
            _edits(running, found, size, name)
            (worker,) = children(running.pids[size])
            found.facts["memory", size] = memory(worker)
        _cached(running, found, sizes[-1])
    return found


@contextmanager
def everything(databases: dict[int, str], found: Found) -> Iterator[Running]:
    """All servers, up until the end whatever happens."""
    running = Running()
    with ExitStack() as stack:
        for size, name in databases.items():
            say(f"{size:,}: starting servers")
            port, running.pids[size] = stack.enter_context(servers.ours(name))
            running.ports["ours", size] = port
            if size < min(FULL_UP_TO, max(databases)):
                continue
            is_fast = size <= FULL_UP_TO
            if is_fast:
                running.ports["admin", size] = stack.enter_context(servers.admin(name))
            for whom in PEERS[: 2 if is_fast else 1] if "Datasette" not in found.missing else ():
                limited = whom == "Datasette"
                port = stack.enter_context(servers.datasette(size, name, limited=limited))
                running.ports[whom, size] = port
        yield running


def _times(running: Running, found: Found) -> None:
    """Each question to everyone in turn, over and over."""
    for what, acts in _acts(running).items():
        say(f"timing: {what}")
        samples = interleaved(acts | {CALIBRATION: calibration}, rounds=ROUNDS, budget=BUDGET)
        found.times.setdefault(CALIBRATION, Samples()).seconds += samples.pop(CALIBRATION).seconds
        found.times |= samples
        for _, whom, size in acts.keys() - samples.keys():
            if whom != "Datasette":
                raise RuntimeError(f"{whom}, {size:,}: {what} was refused")
            found.facts[f"{what} refused", size] = f"{whom} gives up at its time limit"


def _imports(found: Found, size: int, name: str) -> None:
    """Ten thousand rows into the largest database, which is as it was afterwards."""
    say(f"{size:,}: imports")
    with copied(name) as copy:
        told = json.loads(run(sys.executable, "-m", "benchmarks.imports", env=production(copy)))
    found.facts |= {(what, size): value for what, value in told.items()}
    if not told["import peer"]:
        found.missing["django-import-export"] = "its package could not be installed"


def _acts(running: Running) -> dict[str, dict[Key, Callable[[], object]]]:
    """For each question, how everyone is asked it."""
    asked: dict[str, dict[Key, Callable[[], object]]] = {}
    for (whom, size), port in running.ports.items():
        for what, path in _questions(whom, size).items():
            acts = asked.setdefault(what, {})
            acts[what, whom, size] = page(port, path)
            if what in SEARCHES and whom == "ours":
                acts[f"{what} anew", whom, size] = always_anew(port, path)
    return asked


def _left_out(running: Running, found: Found) -> None:
    """The facets that Datasette leaves out of its first page, by its own words."""
    for (whom, size), port in running.ports.items():
        if whom == "Datasette":
            first = ask(port, pages.datasette(size)["browse"]).body
            told = re.search(rb"These facets timed out: ([^<]*)", first)
            found.facts["left out", size] = told[1].decode() if told else "none"


def _questions(whom: str, size: int) -> dict[str, str]:
    if whom == "ours":
        return pages.ours(size)
    return pages.admin(size) if whom == "admin" else pages.datasette(size)


def _export(running: Running, found: Found, size: int, name: str) -> None:
    """Everything as CSV: all of it, its first byte, and the most memory beside raw COPY."""
    port, pid = running.ports["ours", size], running.pids[size]
    firsts: list[float] = []
    before = memory(pid)
    most = [before]

    def export() -> Answer:
        answer = page(port, "/en/recommendations.csv")()
        firsts.append(answer.first_byte)
        return answer

    with watching(pid, most), psycopg.connect(address_of(name)) as connection:
        connection.execute("SET work_mem = '32MB'")  # as the export has it

        def copy() -> None:
            query = f"COPY ({found.facts['export query', size]}) TO STDOUT (FORMAT csv)"
            with connection.cursor().copy(query.encode()) as rows:
                for _ in rows:
                    pass

        acts: dict[str, Callable[[], object]] = {"ours": export, "COPY": copy}
        for whom, kept in interleaved(acts, rounds=5, budget=30).items():
            found.times["export", str(whom), size] = kept
    found.times["first byte", "ours", size] = Samples(firsts)
    found.facts["export memory", size] = max(most) - before


@contextmanager
def watching(pid: int, most: list[float]) -> Iterator[None]:
    """Note how much memory a server has, a few times a second."""
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.2):
            most.append(memory(pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def _edits(running: Running, found: Found, size: int, name: str) -> None:
    """Edits that this process commits: whether the web process's next answer has each."""
    ask_for = page(running.ports["ours", size], "/en/recommendations/?names=yes")
    change = "UPDATE tracker_recommendation SET names_north_koreans = NOT names_north_koreans"
    seen, took = 0, Samples()
    with psycopg.connect(address_of(name), autocommit=True) as connection:
        before = total(ask_for())
        for pk in range(101, 111):
            sql = f"{change} WHERE id = %s RETURNING names_north_koreans"
            row = connection.execute(sql.encode(), [pk]).fetchone()
            assert row
            before += 1 if row[0] else -1
            started = time.perf_counter()
            seen += total(ask_for()) == before
            took.seconds.append(time.perf_counter() - started)
    found.facts["edits seen", size] = f"{seen} of {took.n}"
    found.times["page after an edit", "ours", size] = took


def _cached(running: Running, found: Found, size: int) -> None:
    """The home page from the shipped proxy's cache beside a file of the same bytes."""
    nginx = program()
    if not nginx:
        found.missing["nginx"] = "it is not installed"
        return
    say("timing: proxy")
    folder = Path(tempfile.mkdtemp(prefix="bench-nginx-"))
    folder.chmod(0o755)
    try:
        (folder / "files").mkdir()
        port = running.ports["ours", size]
        answer = ask(port, "/en/")
        (folder / "files" / "home.html").write_bytes(answer.body)
        with proxy(nginx, port, folder) as through:
            first, second = ask(through, "/en/"), ask(through, "/en/")
            assert first.body == second.body
            _rates(through, found, second)
    finally:
        shutil.rmtree(folder)


def _rates(port: int, found: Found, answer: Answer) -> None:
    file = ask(port, f"{FILES}home.html")
    known = {"cached": answer.headers.get("etag", ""), "file": file.headers.get("etag", "")}
    paths = {"cached": "/en/", "file": f"{FILES}home.html"}
    for what in ("200", "304"):
        rates: dict[str, list[float]] = {"cached": [], "file": []}
        for _ in range(9):
            for whom, path in paths.items():
                headers = {"If-None-Match": known[whom]} if what == "304" else {}
                if what == "304" and ask(port, path, headers).status != 304:
                    continue
                rates[whom].append(rate(port, path, headers))
        for whom, kept in rates.items():
            if kept:
                found.times[f"proxy {what}", whom, 0] = Samples([1 / one for one in kept])


def say(words: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {words}", flush=True)
