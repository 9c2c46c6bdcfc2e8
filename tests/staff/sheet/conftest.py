from collections.abc import Callable

import pytest

from tracker.models import Document


@pytest.fixture
def row(reply: Document) -> Callable[..., dict[str, str]]:
    """What a person types in a row."""

    def typed(**changes: str) -> dict[str, str]:
        return {
            "position": "accepted",
            "category_as_stated": "",
            "words": "China accepts it.",
            "locator": "para. 5",
            "responded_on": "2024-06-11",
            "language": "en",
            "words_kind": "paraphrase",
            "certainty": "seen",
            "expected": "",
        } | changes

    return typed
