from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from tracker.models import Document, Recommendation

Ask = Callable[..., Recommendation]


@pytest.fixture
def url(reply: Document) -> Callable[..., str]:
    def address(name: str, *keys: str, **query: Any) -> str:
        found = reverse(f"staff:{name}", args=["upr-4", reply.slug, *keys])
        return f"{found}?{'&'.join(f'{k}={v}' for k, v in query.items())}"

    return address
