"""Files that other people made: found beside the project, and skipped where they are missing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
_BESIDE = PROJECT.parent / "shared" / "data"


def wild(name: str) -> Path:
    """
    The file or folder `name` below `shared/data`, which lies beside the project or where the
    variable SHARED_DATA says. Without it the test is skipped: nobody but us has those files.
    """
    path = Path(os.environ.get("SHARED_DATA") or _BESIDE) / name
    if not path.exists():
        pytest.skip(f"Needs shared/data/{name}: beside the project, or where SHARED_DATA says.")
    return path
