"""What `make` offers, and that the locked packages are whole."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKED = sorted((ROOT / "requirements").glob("*.txt"))


def test_help_has_a_line_for_every_target() -> None:
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    for target in ("demo", "test", "check", "fix", "seed", "guide", "lock", "help"):
        assert re.search(rf"^  make {target} +\S", done.stdout, re.MULTILINE), target


def test_every_locked_package_has_its_hashes_and_no_address() -> None:
    assert [path.name for path in LOCKED] == ["base.txt", "dev.txt", "local.txt"]
    for path in LOCKED:
        text = path.read_text()
        assert "://" not in text
        packages = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
        assert packages
        assert all("--hash=sha256:" in package for package in packages)


def test_the_three_lists_agree_on_versions() -> None:
    base, dev, local = (
        set(re.findall(r"^[a-z][^ ]*==[^ ]+", path.read_text(), re.MULTILINE)) for path in LOCKED
    )
    assert base < local < dev
