import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.queries import read_query, words_left_out
from tracker.lib.thesaurus import Thesaurus

THESAURUS = Thesaurus(
    [
        ["refoulement", "forced return", "강제송환", "북송", "遣返", "强制遣返"],
        ["escapee", "defector", "탈북민", "탈북", "脱北者"],
        ["woman", "women", "여성", "妇女"],
        ["third country", "제3국"],
        ["non-refundable", "final sale"],
        ["child", "children"],
        ["immunisation", "vaccine"],
        ["World Health Organization", "WHO"],
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
    (group,) = read_query("-women,visa", THESAURUS)
    assert [term.phrases for term in group.excluded] == [("women,visa",)]


@pytest.mark.parametrize(
    "typed",
    [
        "women,children", "women，children", "women;children", "women、children", "women-children",
        "women/children", "women–children", "(women)children", "women & children",
        "women,여성,child",
    ],
)  # fmt: skip
def test_words_joined_by_punctuation_are_all_widened(typed):
    first, *_, last = terms(typed)
    assert "여성" in first.runs
    assert "child" in (*last.words, *last.phrases)


@pytest.mark.parametrize("typed", ["women,visa", "women;visa", "women/visa"])
def test_an_unknown_word_beside_a_known_one_is_wanted_too(typed):
    assert "visa" in terms(typed)[1].words


def test_words_that_a_stroke_joins_are_found_as_they_stand_too():
    assert ["men/boys" in term.words for term in terms("men/boys")] == [True, True]


@pytest.mark.parametrize("typed", ["non-refundable", "Non‑refundable,", "(non-refundable)"])
def test_a_compound_that_is_known_is_one_term(typed):
    (term,) = terms(typed)
    assert "final sale" in term.phrases


def test_words_parted_by_punctuation_keep_the_title_whole():
    assert {term.title for term in terms("Visa: women, stay")} == {"visa: women, stay"}


@pytest.mark.parametrize("typed", ["CAT 3", "CAT, 3", "CAT(3)", "CAT article 3", "CAT Art. 3"])
def test_a_number_behind_a_name_may_be_an_article(typed):
    cat, article = terms(typed)
    assert (article.article, article.of) == ("3", ("cat",))
    assert not cat.article


@pytest.mark.parametrize("typed", ["article 33 of the CAT", "Art.33, CAT", "Articles 33 CAT"])
def test_an_article_is_of_the_treaty_behind_it(typed):
    article, _ = terms(typed)
    assert (article.article, article.of) == ("33", ("cat",))


@pytest.mark.parametrize(
    "typed", ["article 33", "Art. 33", "art 33", "제33조", "제 33 조", "第33條"]
)
def test_an_article_alone_is_of_any_treaty(typed):
    (article,) = terms(typed)
    assert (article.article, article.of) == ("33", ())
    assert "article 33" in article.phrases


@pytest.mark.parametrize(
    ("typed", "number"), [("CAT 33(1)", "33(1)"), ("CAT 1A (2)", "1a(2)"), ("CAT art. 5.2", "5.2")]
)
def test_a_paragraph_is_read_with_its_article(typed, number):
    assert terms(typed)[1].article == number


@pytest.mark.parametrize("typed", ["33", "CAT 2023", '"article 33"', "part 33"])
def test_a_number_that_is_no_article(typed):
    assert not any(term.article for term in terms(typed)[:1])
    assert terms("CAT 2023")[1].article == ""


def test_numbers_go_with_the_name_before_them():
    assert [term.of for term in terms("CAT 3 CRC 6")] == [(), ("cat",), (), ("crc",)]


@pytest.mark.parametrize(
    ("typed", "other"),
    [("labor", "labour"), ("organisation", "organization"), ("center", "centre")],
)
def test_a_word_is_looked_for_in_either_spelling(typed, other):
    assert terms(typed)[0].words == (typed, other)
    assert terms(f'"{typed}"')[0].phrases == (typed,)


def test_a_synonym_is_known_in_either_spelling():
    assert "vaccine" in terms("immunization")[0].phrases


@pytest.mark.parametrize(
    "typed",
    [
        "탈북민들의 강제송환을",
        "탈북민에 대한 강제송환",
        "탈북민에대한 북송",
        "탈북민 및 북송",
        "脱北者 的 强制遣返",
    ],
)
def test_what_only_joins_known_terms_is_passed_over(typed):
    first, second = terms(typed)
    assert "escapee" in first.phrases
    assert "refoulement" in second.phrases


@pytest.mark.parametrize("typed", ["대한", "及", "의"])
def test_what_stands_alone_is_looked_for(typed):
    assert typed in terms(typed)[0].runs


@pytest.mark.parametrize(
    ("typed", "ignored"),
    [
        ("the", ["the"]),
        ("The visa of the", ["The", "of", "the"]),
        ('"of the" visa', ["of the"]),
        ("visa -the", ["the"]),
        ("탈북민 및 여성", ["및"]),
        ("who is a defector", ["who", "is", "a"]),
        ("WHO", []),
        ("visa", []),
        ("", []),
    ],
)
def test_what_was_passed_over_is_told(typed, ignored):
    assert words_left_out(typed, THESAURUS) == ignored


def test_an_acronym_is_known_in_capitals():
    assert "World Health Organization" in terms("WHO")[0].phrases
