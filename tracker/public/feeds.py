"""What is new, as an Atom feed of any question."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks

from tracker.filters.feed import News, latest_news
from tracker.filters.questions import Question

from .file import public_file

MOST = 100  # entries of a feed
TAG_YEAR = 2026  # when these names were chosen (RFC 4151); it never changes


@public_file("atom")
def recommendations(request: HttpRequest, question: Question) -> HttpResponse:
    """The latest asks, answers and assessments that fit the question, newest first."""
    chips = "; ".join(f"{chip.facet}: {chip.label}" for chip in question.asked.chips)
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    feed = Atom1Feed(
        title="Recommendations to China" + (f" – {_printable(chips)}" if chips else ""),
        subtitle="What was published last: what was asked, what China answered, what was assessed.",
        link=f"{settings.BASE_URL}{reverse('public:recommendations')}{query}",
        feed_url=f"{settings.BASE_URL}{request.path}{query}",
        feed_guid=_tag(f"recommendations{query}"),
        feed_copyright="CC BY 4.0",
        description=None,
        language="en",
    )
    for news in latest_news(question, MOST):
        _add(feed, news)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _add(feed: Atom1Feed, news: News) -> None:
    anchor = "" if news.kind == "ask" else f"#{news.kind}-{news.key}"
    feed.add_item(
        title=_printable(f"{news.recommendation.reference} {news.title}"),
        link=f"{settings.BASE_URL}{news.recommendation.get_absolute_url()}{anchor}",
        description=linebreaks(_printable(news.summary), autoescape=True),
        unique_id=_tag(f"{news.kind}/{news.key}"),
        pubdate=news.published_at,
        updateddate=news.published_at,
        categories=[news.kind],
    )


def _tag(name: str) -> str:
    return f"tag:{urlsplit(settings.BASE_URL).hostname},{TAG_YEAR}:{name}"


def _printable(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(char for char in text if char >= " " or char in "\t\n\r")
