import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.actions.seed_files import Folder
from tests.actions.traces import traces
from tracker.actions.accounts import fixtures_account


@pytest.fixture
def refused() -> Callable[..., Any]:
    """The action raises, and leaves no trace: no row and no event."""

    @contextlib.contextmanager
    def refuse(error: type[Exception], match: str | None = None) -> Iterator[Any]:
        before = traces()
        with pytest.raises(error, match=match) as raised:
            yield raised
        assert traces() == before

    return refuse


@pytest.fixture
def files(tmp_path: Path) -> Folder:
    """The smallest files that there are, to be changed and loaded."""
    fixtures_account()
    return Folder(tmp_path)
