"""Words, references and symbols find what a reader means by them."""

import re

import pytest

from tests.factories import (
    AffectedGroupFactory,
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    ThemeFactory,
)
from tests.public.site import BROWSE, read, references, tidy
from tracker.filters.excerpts import excerpts_of


@pytest.fixture
def asks():
    """Asks whose titles say what is to be found in them."""
    titles = [
        "Stop returning escapees by force",
        "Register the births of children",
        "Protect trafficked women from forced return",
    ]
    return {
        title: RecommendationFactory(published=True, title=title, text="Nothing more.").reference
        for title in titles
    }


def found(client, words):
    return references(client, q=words)


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("returning", {"Stop", "Protect"}),
        ("RETURNED", {"Stop", "Protect"}),
        ("women return", {"Protect"}),
        ('"returning escapees"', {"Stop"}),
        ('"escapees returning"', set()),
        ("return -women", {"Stop"}),
        ("births or women", {"Register", "Protect"}),
        ("nobody", set()),
        ("   ", {"Stop", "Register", "Protect"}),
        ("the", set()),
    ],
)
def test_words_phrases_or_and_not(client, asks, words, starts):
    expected = {reference for title, reference in asks.items() if title.split()[0] in starts}

    assert set(found(client, words)) == expected


def test_a_reference_finds_its_record_however_it_is_written(client, asks):
    for reference in asks.values():
        for written in (reference, reference.lower(), f"  {reference} "):
            assert found(client, written) == [reference]


def test_a_symbol_finds_what_its_document_asks(client, asks):
    document = DocumentFactory(symbol="CAT/C/CHN/CO/5")
    ask = RecommendationFactory(published=True, document=document)
    RecommendationFactory(document=document)

    for written in ("CAT/C/CHN/CO/5", "cat/c/chn/co/5", " CAT/C/CHN/CO/5 "):
        assert found(client, written) == [ask.reference]
    assert ask.reference not in found(client, "CAT/C/CHN/CO/55")


def test_the_origin_in_a_source_finds_its_record(client, asks):
    ask = RecommendationFactory(published=True, origin="A-17")

    assert ask.reference in found(client, "A-17")


def test_words_of_what_is_not_public_find_nothing(client):
    RecommendationFactory(title="Secret draft")
    RecommendationFactory(in_review=True, title="Secret review")
    RecommendationFactory(withdrawn=True, title="Secret withdrawal")

    assert found(client, "secret") == []


def test_words_and_facets_hold_together(client, asks):
    assert references(client, "q=return&status=C") == []
    assert len(references(client, "q=return&status=not-assessed")) == 2


@pytest.mark.parametrize(
    "words", ["'", '"', '"unclosed', "a & b | !c", "<->", "(", "\\", "%", "_", ":*", "'; DROP"]
)
def test_signs_are_words_like_any_other(client, asks, words):
    assert client.get(BROWSE, {"q": words}).status_code == 200


def test_what_was_typed_is_shown_as_text(client, asks):
    typed = '"><script>alert(1)</script>'
    page = client.get(BROWSE, {"q": typed})

    field = next(a for tag, a in read(page).elements if a.get("name") == "q")
    assert field["value"] == typed
    assert "<script>alert" not in page.content.decode()


def test_words_that_are_passed_over_are_named(client):
    assert "Passed over, because almost every text has it: “the”." in tidy(
        client.get(BROWSE, {"q": "the return"}).content.decode()
    )
    assert "Passed over" not in client.get(BROWSE, {"q": "return"}).content.decode()


def excerpts(client, **query):
    """What each row of the page says beside its title, as it stands in the page."""
    html = client.get(BROWSE, query).content.decode()
    return re.findall(r'<p class="excerpt">(.*?)</p>', html)


@pytest.mark.parametrize("view", ["cards", "table"])
def test_a_row_whose_title_does_not_say_the_words_shows_where_its_text_does(client, view):
    RecommendationFactory(
        published=True, title="Free the detained", text="No return & no <b>harm</b>."
    )
    RecommendationFactory(published=True, title="Stop returns", text="Return nobody.")

    found = excerpts(client, q="return", view=view)

    assert found == [
        '<span lang="en">No <mark>return</mark> &amp; no &lt;b&gt;harm&lt;/b&gt;.</span>'
    ]
    assert excerpts(client, q="nothing") == excerpts(client) == []


@pytest.mark.parametrize(
    ("language", "text"), [("ko", "강제 송환을 중단"), ("zh-Hans", "停止遣返难民")]
)
def test_an_excerpt_says_in_which_language_it_is(client, language, text):
    RecommendationFactory(published=True, title="Stop it", text=text, language=language)

    (found,) = excerpts(client, q=text[:2])

    assert found.startswith(f'<span lang="{language}">')
    assert "<mark>" in found


def test_a_row_that_its_document_was_found_by_shows_the_document(client):
    document = DocumentFactory(symbol="CAT/C/CHN/CO/5", title="Concluding observations")
    RecommendationFactory(published=True, document=document, locator="para. 46", text="Article 5.")

    (found,) = excerpts(client, q="cat/c/chn/co/5")

    assert found == (
        '<span class="meta">Document:</span> <span lang="en"><mark>CAT/C/CHN/CO/5</mark>, '
        "Concluding observations, para. 46</span>"
    )


@pytest.mark.parametrize(
    ("label", "source", "shown"),
    [
        ("themes", "Theme", "Freedom of <mark>movement</mark>"),
        ("affected_groups", "About", "A <mark>movement</mark>"),
        ("made_by", "By", "The <mark>Movement</mark>"),
    ],
)
def test_a_row_that_a_label_was_found_by_shows_the_label(client, label, source, shown):
    make = {
        "themes": ThemeFactory(name="Freedom of movement"),
        "affected_groups": AffectedGroupFactory(name="A movement"),
        "made_by": OrganisationFactory(name="The Movement", acronym="TM"),
    }
    RecommendationFactory(published=True, **{label: [make[label]]})

    (told,) = excerpts(client, q="movement")

    assert told == f'<span class="meta">{source}:</span> <span lang="en">{shown}</span>'


def test_a_title_that_says_some_of_the_words_leaves_the_others_to_the_excerpt(client):
    RecommendationFactory(
        published=True, title="Protect women", text="Women suffer. End their detention."
    )

    (told,) = excerpts(client, q="women detention")

    assert "<mark>Women</mark> suffer. End their <mark>detention</mark>." in told


def test_excerpts_of_a_page_take_one_query(client, django_assert_num_queries):
    RecommendationFactory.create_batch(5, published=True, title="Stop it", text="Return nobody.")
    rows = client.get(BROWSE, {"q": "return"}).context["rows"]
    asked = client.get(BROWSE, {"q": "return"}).context["filter"]
    assert asked.marker

    with django_assert_num_queries(1):
        assert len(excerpts_of(asked, rows)) == 5
