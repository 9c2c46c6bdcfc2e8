import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.imports.words import clean, folded

BITS = st.sampled_from(
    [
        "&amp;",
        "&#40;",
        "amp;",
        "&",
        "#38;",
        "Ã",
        "©",
        "â€™",
        "\u00ad",
        "\u00a0",
        " ",
        "\n",
        "é",
        "e",
    ]
)


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("  Ratify\u00a0the \r\n Protocol ", "Ratify the Protocol"),
        ("&#40;Unknown&#41;", "(Unknown)"),
        ("R&D &amp; training, AT&T", "R&D & training, AT&T"),
        ("&amp;#40;twice&amp;#41;", "(twice)"),
        ("a people&copy without an end", "a people&copy without an end"),
        ("GuaranÃ\xad and CÃ´te dâ€™Ivoire", "Guaraní and Côte d’Ivoire"),
        ("state\u00admanaged \u200bcamps\ufeff", "statemanaged camps"),
        ("vis-à-vis “them”", "vis-à-vis “them”"),
        ("강제 송환 금지", "강제 송환 금지"),
        ("\x00a\x07b_x000D_\nc", "a b c"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("", ""),
    ],
)
def test_words_come_as_their_author_wrote_them(dirty, expected):
    assert clean(dirty) == expected


@given(st.text() | st.lists(BITS).map("".join))
@example("&amp;amp;amp;lt;")
def test_cleaning_what_is_clean_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_what_is_clean_can_be_stored(text):
    cleaned = clean(text)
    assert "\x00" not in cleaned
    cleaned.encode()


@pytest.mark.parametrize(
    "copy",
    [
        "Ratify  the «CÃ´te» protocol &#40;1967&#41;.",
        "ratify the Cote protocol (1967)",
        "Ratify the “Côte” Protocol – 1967 ;",
    ],
)
def test_copies_of_the_same_words_fold_to_the_same(copy):
    assert folded(copy) == "ratifythecoteprotocol1967"


def test_words_in_any_script_make_a_key():
    assert folded("강제 송환을 중단하라.") != folded("강제 송환")
    assert folded("遣返!") == "遣返"
