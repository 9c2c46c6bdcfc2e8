"""Whatever is asked of a public address, it is answered: never an error of ours."""

from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.public.site import EMBEDS, LISTS, Visitor, one_of_each

NASTY = [
    "\x00", "a\x00b", "\ud800", "\u202eR-0001", "\u200f", "\ufeff", "e\u0301", "한국", "遣返",
    "x" * 10_000, "9" * 400, "-1", "1e999", "NaN", "../../etc/passwd", "%00", "%", "%zz", "'", '"',
    "\\", ";", "|", "<script>", "{{ 7*7 }}", "\r\nSet-Cookie: a=b", "0", "", " ", "null", "[]",
    "𝟚𝟘𝟚𝟜-𝟘𝟙-𝟘𝟙", "2024-13-45", "0000-00-00", "9999-12-31", "+010000-01-01",
    f"{'a' * 2047} {'b' * 2048}",
]  # fmt: skip
PLAIN = ["cat", "cat/3", "noted", "C", "ngo", "R-0001", "return", "2", "2023-06-30"]
NAMES = [
    "q", "treaty", "article", "theme", "asked_by", "organisation", "mechanism", "cycle", "position",
    "status", "as_of", "published_on", "year", "rows", "basis", "page", "sort", "unknown", "",
    "treaty[]", "csrfmiddlewaretoken",
]  # fmt: skip
PATHS = [
    "recommendations/{}/", "treaties/{}/", "treaties/{}/{}/", "treaties/cat/{}/", "norms/{}/",
    "reviews/{}/", "organisations/{}/", "developments/{}/", "sources/{}/", "themes/{}/",
    "groups/{}/", "mechanisms/{}/", "lineage/{}/", "uptake/{}/", "{}/", "{}",
    "cite.{}", "recommendations/{}/cite.{}", "recommendations/{}/picture.png", "embed/{}/",
    "embed/position/chart.{}",
]  # fmt: skip

odd = st.one_of(
    st.sampled_from(NASTY), st.sampled_from(PLAIN), st.text(max_size=20), st.integers().map(str)
)
names = st.one_of(st.sampled_from(NAMES), st.text(max_size=8))
queries = st.lists(st.tuples(names, odd), max_size=6)


def encoded(text):
    return quote(text, safe="", errors="surrogatepass")


def query_of(pairs):
    return urlencode(pairs, errors="surrogatepass")


@pytest.fixture
def get():
    """Asks for an address as it stands, and gives the status."""
    visitor = Visitor()

    def status(path, query=""):
        return visitor.get(path, QUERY_STRING=query).status_code

    return status


@pytest.mark.parametrize("path", PATHS)
def test_every_nasty_word_in_an_address_is_answered(get, path):
    one_of_each()

    answers = {word[:20]: get(f"/en/{path.format(*[encoded(word)] * 2)}") for word in NASTY}

    assert {word: status for word, status in answers.items() if status >= 500} == {}


@pytest.mark.parametrize("pair", [("q", "page"), ("article", "as_of")])
def test_every_nasty_word_in_a_parameter_is_answered(get, pair):
    one_of_each()

    answers = {
        word[:20]: get("/en/recommendations/", query_of([(name, word) for name in pair]))
        for word in NASTY
    }

    assert {word: status for word, status in answers.items() if status >= 500} == {}


def test_any_question_is_answered(get):
    recommendation = one_of_each()
    record = recommendation.get_absolute_url()
    files = ["/en/recommendations/cite.ris", "/en/picture.png", "/en/embed/status/chart.svg"]
    paths = [*LISTS, *["/en/recommendations/"] * 8, record, f"{record}cite.bib", *EMBEDS, *files]

    @settings(max_examples=100)
    @given(st.sampled_from(paths), queries)
    def holds(path, pairs):
        assert get(path, query_of(pairs)) < 500

    holds()


def test_any_address_is_answered(get):
    one_of_each()

    @settings(max_examples=100)
    @given(st.sampled_from(PATHS), odd, odd, queries)
    def holds(path, first, second, pairs):
        assert get(f"/en/{path.format(encoded(first), encoded(second))}", query_of(pairs)) < 500

    holds()


@pytest.mark.parametrize(
    "query", ["%ff%fe", "q=%ED%A0%80", "&&&==&", "q", "a=1;b=2", "q=%", "=" * 3000, "%00=%00"]
)
def test_a_query_that_is_none_is_answered(get, query):
    for path in LISTS:
        assert get(path, query) < 500


def test_more_parameters_than_anybody_needs_are_refused(get):
    assert get("/en/recommendations/", "&".join(["treaty=cat"] * 1500)) == 400
