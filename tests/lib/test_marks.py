from hypothesis import example, given
from hypothesis import strategies as st

from tracker.lib.marks import Marker
from tracker.lib.queries import read_query
from tracker.lib.thesaurus import Thesaurus

THESAURUS = Thesaurus(
    [["refoulement", "forced return", "강제송환", "遣返"], ["Republic of Korea", "韩国"]]
)


def marks(query, text):
    parts = Marker(read_query(query, THESAURUS)).parts(text)
    return [part for part, is_marked in parts if is_marked]


@given(st.text(), st.text())
@example("강제송환 a", "İ강제 송환ﬀa")
def test_marking_changes_no_text(query, text):
    assert "".join(part for part, _ in Marker(read_query(query, THESAURUS)).parts(text)) == text


def test_words_are_marked_with_their_endings():
    assert marks("vaccination", "Open vaccines to all") == ["vaccines"]


def test_a_synonym_is_marked_as_a_whole():
    assert marks("refoulement", "Stop forced returns, and return") == ["forced returns"]
    assert marks("韩国", "women of the Republic of Korea") == ["Republic of Korea"]


def test_the_space_of_a_korean_text_is_marked_too():
    assert marks("강제송환", "탈북민 강제 송환 금지") == ["강제 송환"]


def test_either_way_of_writing_chinese_is_marked():
    assert marks("遣返难民", "不得遣返難民") == ["遣返難民"]


def test_stop_words_and_what_is_excluded_are_not_marked():
    assert marks("right to stay -asylum", "The right to seek asylum, to stay") == ["right", "stay"]


def test_the_parts_of_a_symbol_mean_nothing_apart():
    assert marks("CAT/C/CHN/CO/5", "Article 5 of the CAT, c") == []
    assert marks("CAT/C/CHN/CO/5", "See CAT/C/CHN/CO/5, para. 5") == ["CAT/C/CHN/CO/5"]


def excerpt(query, text, most=160):
    parts = Marker(read_query(query, THESAURUS)).excerpt(text, most=most)
    return "".join(f"[{part}]" if is_marked else part for part, is_marked in parts)


def test_an_excerpt_stands_around_the_first_match_and_is_cut_between_words():
    text = "China should open its border and end the forced return of women and men to danger."

    assert excerpt("refoulement", text, 40) == "…end the [forced return] of women and men…"
    assert excerpt("china", text, 40) == "[China] should open its border and end the…"
    assert excerpt("danger", text, 30) == "…of women and men to [danger]."
    assert excerpt("asylum", text) == ""


def test_an_excerpt_of_chinese_is_cut_between_characters():
    text = "中国应当立即停止把朝鲜妇女和儿童强制遣返到危险之中并且保护他们"

    assert excerpt("遣返", text, 12) == "…童强制[遣返]到危险之中并且…"


def test_what_a_title_does_not_say_is_what_an_excerpt_shows():
    marker = Marker(read_query("women refoulement", THESAURUS))
    missing = marker.misses("Protect women")

    assert marker.misses("Women and forced returns") == marker.misses("遣返 women") == set()
    shown = marker.excerpt("Women suffer at the hands of many. End refoulement.", missing, 30)
    assert shown == [("…", False), ("of many. End ", False), ("refoulement", True), (".", False)]
    assert marker.excerpt("Women suffer.", missing) == []
    assert len(marker.misses("Nothing")) == 2


def test_one_side_of_an_or_is_enough():
    marker = Marker(read_query("birth women or asylum", THESAURUS))

    assert marker.misses("Asylum") == marker.misses("Women give birth") == set()
    assert len(marker.misses("Women")) == 2


def test_a_reference_is_missed_in_no_text():
    assert Marker(read_query("R-0042", THESAURUS)).misses("Nothing") == set()


@given(st.text(min_size=1), st.text(min_size=1), st.integers(10, 60))
@example("a", "b" * 90 + " a " + "c" * 90, 20)
@example("강제송환", "가" * 90 + "강제 송환" + "나" * 90, 10)
def test_an_excerpt_is_short_and_says_what_the_text_says(query, text, most):
    parts = Marker(read_query(query, THESAURUS)).excerpt(text, most=most)
    words = "".join(part for part, _ in parts)

    assert any(is_marked for _, is_marked in parts) == bool(parts)
    assert words.removeprefix("…").removesuffix("…") in " ".join(text.split())
    assert len(words) <= most + 2
