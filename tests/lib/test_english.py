"""Words that wait for a language, and those that have to be English whatever is shown."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from tracker.filters.coverage import BASES
from tracker.filters.facets import BY_NAME
from tracker.filters.index import FacetIndex
from tracker.lib.english import in_english
from tracker.models import Document


def test_what_has_to_be_english_is_so_on_a_korean_page():
    with override("ko"):
        assert in_english([_("Korean"), "CSV"]) == ("Korean", "CSV")


def test_a_choice_is_told_in_the_language_of_the_page():
    document = Document(language="ko")

    assert document.get_language_display() == "Korean"
    with override("ko"):
        assert document.get_language_display() == "한국어"


def test_an_index_keeps_the_words_of_a_facet_for_each_language(db):
    index, names = FacetIndex.build(drafts=False), BY_NAME["names"]

    english = index.words(names)
    with override("ko"):
        korean = index.words(names)

    assert english == {"yes": "Yes", "no": "No"}
    assert korean["yes"] == "예"
    assert index.words(names) == english


def test_no_choice_of_a_page_is_told_before_its_language_is_known():
    told = [BASES[""], *(facet.label for facet in BY_NAME.values())]

    assert not [words for words in told if type(words) is str]
