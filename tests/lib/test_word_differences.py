from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from tracker.lib.word_differences import Piece, word_differences

TEXTS = st.text() | st.lists(
    st.sampled_from(["stop", "all ", " ", "\n", "强", "송", ".", "é"])
).map("".join)


def shown(old, new):
    """The pieces as an editor would write them by hand."""
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in word_differences(old, new))


@given(TEXTS, TEXTS)
@example(" a", "a")
@example("\x1f a\n", "\n a")
@example("a " * 1500 + "b", "b" + " a" * 1500)
def test_the_pieces_joined_give_both_texts(old, new):
    pieces = word_differences(old, new)

    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert word_differences(text, text) == ([Piece(text, "same")] if text else [])


@given(TEXTS, TEXTS)
def test_neighbouring_pieces_are_of_different_kinds_and_none_is_empty(old, new):
    pieces = word_differences(old, new)

    assert all(piece.text for piece in pieces)
    assert all(a.kind != b.kind for a, b in pairwise(pieces))


def test_words_are_compared_whole():
    assert shown("Stop returning them.", "Stop returns now.") == (
        "Stop [-returning them-][+returns now+]."
    )
    assert shown("Stop it", "Stop it now") == "Stop it[+ now+]"
    assert shown("Register all births.", "Register births.") == "Register [-all -]births."


def test_chinese_and_korean_are_compared_letter_by_letter():
    assert shown("不得遣返难民", "不得强制遣返难民") == "不得[+强制+]遣返难民"
    assert shown("강제송환 중단", "강제북송 중단") == "강제[+북+]송[-환-] 중단"


def test_a_new_line_is_seen():
    assert shown("One.\nTwo.", "One. Two.") == "One.[-\n-][+ +]Two."
