import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.queries import read_query
from tracker.lib.thesaurus import Thesaurus

THESAURUS = Thesaurus(
    [
        ["refoulement", "forced return", "강제송환", "북송", "遣返", "强制遣返"],
        ["escapee", "defector", "탈북민", "탈북", "脱北者"],
        ["woman", "women", "여성", "妇女"],
        ["third country", "제3국"],
    ]
)


def terms(query):
    (group,) = read_query(query, THESAURUS)
    return group.terms


@given(st.text(max_size=600))
def test_any_text_is_a_query(text):
    for group in read_query(text, THESAURUS):
        assert group.terms or group.excluded


@given(
    st.lists(
        st.sampled_from(["북송", "-", '"', "or", "R-1", "A/1", "보호를", "遣返", "x", "제3국"])
    )
)
def test_any_mixture_is_a_query(pieces):
    read_query(" ".join(pieces), THESAURUS)
    read_query("".join(pieces), THESAURUS)


@pytest.mark.parametrize("typed", ["R-0042", "r-42", "R42", "Ｒ－４２"])
def test_a_reference_is_read_however_it_is_typed(typed):
    (term,) = terms(typed)
    assert term.reference == "R-0042"


def test_a_drafts_reference_is_read():
    assert terms("d-2345abcd")[0].reference == "D-2345ABCD"


@pytest.mark.parametrize("typed", ["CAT/C/CHN/CO/5", "cat/c/chn/co/5", "CAT/C/CHN/CO/5/"])
def test_a_symbol_is_read(typed):
    assert terms(typed)[0].symbol == "cat/c/chn/co/5"


def test_words_are_all_wanted_and_a_minus_excludes():
    (group,) = read_query("legal status -asylum", THESAURUS)
    assert [term.words for term in group.terms] == [("legal",), ("status",)]
    assert [term.words for term in group.excluded] == [("asylum",)]


def test_a_hyphen_in_a_word_excludes_nothing():
    (group,) = read_query("non-refundable", THESAURUS)
    assert not group.excluded
    assert group.terms[0].words == ("non-refundable", "non refundable")


@pytest.mark.parametrize("typed", ["asylum or visa", "asylum OR visa", "asylum | visa"])
def test_or_parts_groups(typed):
    groups = read_query(typed, THESAURUS)
    assert [group.terms[0].words for group in groups] == [("asylum",), ("visa",)]


@pytest.mark.parametrize(
    "typed", ['"forced return"', "“forced return”", "「forced return」", '"forced return']
)
def test_a_phrase_is_taken_as_it_stands(typed):
    (term,) = terms(typed)
    assert term.phrases == ("forced return",)
    assert term.runs == ()


@pytest.mark.parametrize(
    "typed",
    ["forced return", "Forced Returns", "강제송환", "강제 송환", "强制遣返", "強制遣返", "북송을"],
)
def test_what_means_the_same_is_one_term(typed):
    (term,) = terms(typed)
    assert "refoulement" in term.phrases
    assert {"북송", "遣返"} <= set(term.runs)


@pytest.mark.parametrize("typed", ["탈북 여성", "탈북여성", "탈북여성의", "脱北者的妇女"])
def test_known_terms_are_found_within_what_is_written_together(typed):
    first, second = terms(typed)
    assert "escapee" in first.phrases
    assert "woman" in second.phrases


def test_a_term_with_a_digit_is_known_whole():
    (term,) = terms("제 3국")
    assert term.phrases == ("third country",)


def test_a_particle_is_no_part_of_an_unknown_word():
    assert terms("인권을")[0].runs == ("인권", "인권을")


def test_stop_words_are_passed_over():
    assert [term.words for term in terms("the right to stay")] == [("right",), ("stay",)]


def test_what_finds_nothing_more_is_left_out():
    (term,) = terms("강제송환")
    assert "强制遣返" not in term.runs


def test_what_is_excluded_together_excludes_neither_alone():
    (group,) = read_query("-탈북여성", THESAURUS)
    assert [term.runs for term in group.excluded] == [("탈북여성",)]
