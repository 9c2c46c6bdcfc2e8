"""Citations in the text of a recommendation lead to the pages of what they cite."""

import re

import pytest

from tests.factories import (
    ArticleFactory,
    InvocationFactory,
    MechanismFactory,
    RecommendationFactory,
    ReviewCycleFactory,
    TreatyFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cat():
    treaty = TreatyFactory(code="cat", short_name="CAT", title="Convention against Torture")
    for number in ("3", "16"):
        ArticleFactory(treaty=treaty, number=number)
    return treaty


def quoted(client, asked="", **given):
    """What is asked, as its page has it."""
    recommendation = RecommendationFactory(published=True, **given)
    page = client.get(f"{recommendation.get_absolute_url()}{asked}").content.decode()
    return re.search(r'<blockquote class="reading"(.*?)</blockquote>', page, re.DOTALL)[1]


def test_what_a_text_cites_leads_to_its_page(client, cat):
    shown = quoted(client, text="Honour articles 3 and 16 of the CAT.", language="en")

    assert '<a href="/en/treaties/cat/3/">articles 3</a>' in shown
    assert '<a href="/en/treaties/cat/16/">16 of the CAT</a>.' in shown
    assert shown.startswith(' lang="en">')


def test_a_treaty_as_a_whole_is_linked_once(client, cat):
    shown = quoted(client, text="The CAT binds. Ratify what the CAT leaves open.")

    assert shown.count("<a ") == shown.count('<a href="/en/treaties/cat/">CAT</a>') == 1


def test_a_paragraph_without_a_page_leads_to_its_article(client, cat):
    assert '<a href="/en/treaties/cat/3/">CAT article 3(2)</a>' in quoted(
        client, text="See CAT article 3(2)."
    )


@pytest.mark.parametrize(
    "text",
    ["Article 5 of the CAT.", "Article 3 of the Criminal Code", "Article 3 of CRC", "Article 3"],
)
def test_what_has_no_page_here_stays_words(client, cat, text):
    assert "<a " not in quoted(client, text=text)


def test_an_article_alone_is_of_the_treaty_that_the_review_is_about(client, cat):
    cycle = ReviewCycleFactory(mechanism=MechanismFactory(treaty=cat))
    alone = RecommendationFactory(published=True, text="Under Article 3, stop.", cycle=cycle)
    InvocationFactory(recommendation=alone, article=cat.articles.get(number="3"))
    InvocationFactory(recommendation=alone, article=ArticleFactory(number="7"))

    page = client.get(alone.get_absolute_url()).content.decode()

    assert '<a href="/en/treaties/cat/3/">Article 3</a>' in page


def test_what_is_no_link_is_escaped_and_so_are_the_words_of_one(client, cat):
    text = (
        '<script>alert("x")</script> & Article 3 of the\nCAT <b>\n\nArticle 16\n\nof the CAT & so'
    )
    shown = quoted(client, text=text)

    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <a" in shown
    assert 'href="/en/treaties/cat/3/">Article 3 of the<br>CAT</a> &lt;b&gt;</p>' in shown
    assert "<script" not in shown
    assert "<b>" not in shown
    assert shown.count("<p>") == shown.count("</p>") == 3
    assert all("<p>" not in link for link in re.findall(r"<a .*?</a>", shown, re.DOTALL))


def test_links_stay_in_the_day_and_in_the_language(client, cat):
    recommendation = RecommendationFactory(
        published=True, text="Article 3 of the CAT", made_on="2020-01-01"
    )
    address = recommendation.get_absolute_url()
    on_day = client.get(f"{address}?as_of=2021-05-05").content.decode()
    in_korean = client.get(address.replace("/en/", "/ko/")).content.decode()

    assert '<a href="/en/treaties/cat/3/?as_of=2021-05-05">Article 3 of the CAT</a>' in on_day
    assert '<blockquote class="reading" lang="en"><p><a href="/ko/treaties/cat/3/">' in in_korean


def test_a_text_in_another_language_has_no_links(client, cat):
    assert "<a " not in quoted(client, text="CAT 3, 고문방지협약 제3조", language="ko")
