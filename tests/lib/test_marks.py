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
