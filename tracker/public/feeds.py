"""What is new, as an Atom feed of any question; and what was changed."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks

from tracker.filters.feed import News, latest_news
from tracker.filters.public_changes import PublicChange, PublicChanges
from tracker.filters.questions import Question

from .file import fixed_file, public_file

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
        feed_url=f"{settings.BASE_URL}{reverse('public:recommendations_feed')}{query}",
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


@fixed_file("changes")
def changes(request: HttpRequest) -> HttpResponse:
    """The latest corrections and changes of what was public already, newest first."""
    feed = Atom1Feed(
        title="Recommendations to China – corrections and changes",
        subtitle="What was updated, corrected or withdrawn, and why.",
        link=f"{settings.BASE_URL}{reverse('public:changes')}",
        feed_url=f"{settings.BASE_URL}{reverse('public:changes_feed')}",
        feed_guid=_tag("changes"),
        feed_copyright="CC BY 4.0",
        description=None,
        language="en",
    )
    for change in PublicChanges(timezone.localdate())[:MOST]:
        _add_change(feed, change)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _add_change(feed: Atom1Feed, change: PublicChange) -> None:
    feed.add_item(
        title=_printable(f"{change.sort.capitalize()}: {change.title}"),
        link=f"{settings.BASE_URL}{change.address}{change.fragment}",
        description=linebreaks(_printable(f"{change.told}\n\n{change.reason}"), autoescape=True),
        unique_id=_tag(f"{change.sort}/{change.key}"),
        pubdate=change.at,
        updateddate=change.at,
        categories=[change.sort.value],
    )


def _tag(name: str) -> str:
    return f"tag:{urlsplit(settings.BASE_URL).hostname},{TAG_YEAR}:{name}"


def _printable(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(char for char in text if char >= " " or char in "\t\n\r")
