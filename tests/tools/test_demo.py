"""The demo does at each start only what there is to do, and says it in order."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.core.management import call_command

TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(TOOLS)
    yield importlib.import_module("demo")
    for name in ("demo", "environment"):
        sys.modules.pop(name, None)


@pytest.fixture
def collected(
    demo: ModuleType, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """The commands that the demo runs, with a place of its own for its static files."""
    settings.STATIC_ROOT = tmp_path
    ran: list[str] = []
    monkeypatch.setattr(demo, "step", lambda label, command, **options: ran.append(command))
    return ran


def test_static_files_are_collected_once(demo: ModuleType, collected: list[str]) -> None:
    demo.collect_static_files()
    demo.collect_static_files()

    assert collected == ["collectstatic"]


def test_static_files_are_collected_again_when_they_may_have_changed(
    demo: ModuleType, collected: list[str], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo.collect_static_files()
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "another"}}
    demo.collect_static_files()
    monkeypatch.setattr(demo.metadata, "distributions", list)
    demo.collect_static_files()
    (Path(settings.STATIC_ROOT) / ".stamp").unlink()
    demo.collect_static_files()

    assert len(collected) == 4


def test_the_fingerprint_is_of_what_our_files_hold(
    demo: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo.environment, "ROOT", tmp_path)
    file = tmp_path / "static/css/one.css"
    file.parent.mkdir(parents=True)
    seen = []
    for words in ("a", "b", "b"):
        file.write_text(words)
        seen.append(demo.fingerprint([]))
    file.rename(file.with_name("two.css"))

    assert seen[0] != seen[1] == seen[2] != demo.fingerprint([])


def test_loading_the_records_says_nothing_when_nothing_is_to_be_said(
    seeded: None, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("seed", verbosity=0)
    silent = capsys.readouterr().out
    call_command("seed")

    assert silent == ""
    assert "recommendations" in capsys.readouterr().out
