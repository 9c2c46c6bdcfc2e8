"""A private PostgreSQL for the demo and the tests, which leaves nothing behind."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "localdb.py"
QUERY = (
    "import os, psycopg;"
    "print(psycopg.connect(os.environ['DATABASE_URL']).execute({!r}).fetchone()[0], flush=True)"
)


def environment(**changes: str) -> dict[str, str]:
    """Ours without the database of the tests: the tool would only use that one."""
    ours = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return ours | changes


def localdb(
    *command: str, data: Path | None = None, setting: str = "", **changes: str
) -> subprocess.CompletedProcess[str]:
    options = ["--data", str(data)] if data else []
    options += ["--set", setting] if setting else []
    return subprocess.run(
        [sys.executable, TOOL, *options, "--", *command],
        env=environment(**changes),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def query(sql: str, data: Path | None = None) -> str:
    done = localdb(sys.executable, "-c", QUERY.format(sql), data=data)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def alive(pid: int) -> bool:
    """Whether the process runs; one that has ended and waits to be reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def comes_true(condition: Callable[[], bool], seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder for kept data that another user can reach; pytest's own folders are closed."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place) / "data"


def test_the_database_folds_case_beyond_english() -> None:
    assert query("SELECT lower('ÄÉ') || current_database()") == "äétracker"


def test_a_setting_reaches_the_server() -> None:
    command = (sys.executable, "-c", QUERY.format("SHOW shared_buffers"))

    assert localdb(*command, setting="shared_buffers=24MB").stdout == "24MB\n"


def test_a_database_of_your_own_is_used_as_it_is() -> None:
    done = localdb("sh", "-c", "echo $DATABASE_URL", DATABASE_URL="postgresql://elsewhere/mine")
    assert done.stdout == "postgresql://elsewhere/mine\n"


def test_the_status_of_the_command_is_passed_on() -> None:
    assert localdb("sh", "-c", "exit 3").returncode == 3
    assert localdb("sh", "-c", "kill -9 $$").returncode == 128 + signal.SIGKILL


def test_without_postgresql_it_says_what_to_do(tmp_path: Path) -> None:
    done = localdb("true", PGBIN=str(tmp_path))
    assert done.returncode == 1
    assert "No PostgreSQL 15 or newer" in done.stderr
    assert "DATABASE_URL" in done.stderr


def test_a_command_that_does_not_exist_is_named() -> None:
    done = localdb("no-such-program")
    assert done.returncode == 1
    assert "no-such-program cannot be run" in done.stderr


def test_kept_data_is_there_again_the_next_time(folder: Path) -> None:
    which = "SELECT system_identifier FROM pg_control_system()"
    assert query(which, data=folder) == query(which, data=folder)
    assert query(which) != query(which)


def test_data_of_another_version_is_refused_with_the_remedy(folder: Path) -> None:
    query("SELECT 1", data=folder)
    place = Path(query("SHOW data_directory", data=folder))
    (place / "PG_VERSION").write_text("9\n")
    done = localdb("true", data=folder)
    assert done.returncode == 1
    assert "was made by PostgreSQL 9" in done.stderr
    assert "Remove it to start afresh" in done.stderr


def test_a_second_command_shares_the_server_of_the_first(folder: Path) -> None:
    server = "SELECT pg_postmaster_start_time()::text"
    inner = [sys.executable, str(TOOL), "--data", str(folder), "--"]
    script = QUERY.format(server) + (
        "; import subprocess, sys; os.environ.pop('DATABASE_URL');"
        f"subprocess.run([*{inner!r}, sys.executable, '-c', {QUERY.format(server)!r}], check=True)"
    )
    done = localdb(sys.executable, "-c", script, data=folder)
    first, second = done.stdout.splitlines()
    assert first == second


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP])
@pytest.mark.parametrize("victim", ["localdb", "the parent of localdb"])
def test_no_process_and_no_file_is_left(victim: str, number: signal.Signals) -> None:
    show = (
        "import os, psycopg; c = psycopg.connect(os.environ['DATABASE_URL']);"
        "print(c.execute('SHOW data_directory').fetchone()[0], os.getpid(), os.getppid(),"
        " flush=True); import time; time.sleep(600)"
    )
    command = [sys.executable, str(TOOL), "--", sys.executable, "-c", show]
    # As `make` does: a parent that waits, and passes nothing on when it is killed.
    # It takes a hang-up as a terminal's child does, also where these tests run under nohup.
    heed = "import signal, subprocess; signal.signal(signal.SIGHUP, signal.SIG_DFL)"
    parent = [sys.executable, "-c", f"{heed}; subprocess.run({command!r})"]
    with subprocess.Popen(parent, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        data, child, tool = process.stdout.readline().split()
        server = int((Path(data) / "postmaster.pid").read_text().splitlines()[0])
        assert alive(server)
        os.kill(int(tool) if victim == "localdb" else process.pid, number)
        for pid in (int(tool), int(child), server):
            assert comes_true(lambda pid=pid: not alive(pid)), f"{pid} is still there"
        assert comes_true(lambda: not Path(data).parent.exists())
