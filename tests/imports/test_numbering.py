"""What a numbered ask is called in its source: by State and session, or not at all."""

import pytest

from tracker.imports.readers.numbering import asks_of
from tracker.imports.readers.reviews import Review


@pytest.mark.parametrize(
    ("state", "review", "key"),
    [
        ("China", Review("China", 4, 45), "china/45/28.1"),
        ("Mexico", Review("Mexico", 4, 45), "mexico/45/28.1"),
        ("Atlantis and Mu", Review("", 2), "atlantis-and-mu/cycle 2/28.1"),
        ("China", Review(), ""),
    ],
)
def test_a_key_tells_states_of_one_session_apart(state, review, key):
    (ask,) = asks_of(
        "Stop it (Peru);", number="28.1", review=review, state=state, given={"place": "page 1"}
    )

    assert ask.key == key
