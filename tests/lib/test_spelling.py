import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.spelling import american, spellings

PAIRS = """
    recognise:recognize organisations:organizations regularised:regularized analyse:analyze
    labour:labor behaviour:behavior neighbouring:neighboring centre:center centred:centered
    programme:program programmes:programs defence:defense licence:license fulfil:fulfill
    counselling:counseling traveller:traveler dialogue:dialog enrolment:enrollment
    judgement:judgment paediatric:pediatric gynaecology:gynecology anaemia:anemia
"""


@pytest.mark.parametrize("pair", PAIRS.split())
def test_either_spelling_stands_for_the_other(pair):
    british, us = pair.split(":")
    assert set(spellings(british)) >= {british, us}
    assert set(spellings(us)) >= {british, us}
    assert american(british) == american(us)


@pytest.mark.parametrize(
    "word", ["rise", "size", "hour", "our", "border", "killing", "filed", "her"]
)
def test_other_words_have_one_spelling(word):
    assert spellings(word) == (word,)


@given(st.text())
def test_a_text_is_among_its_spellings(text):
    assert spellings(text)[0] == text
