from typing import Any

from django.test import Client
from django.urls import reverse

from tests.factories import RecommendationFactory, ResponseFactory
from tracker.actions.publication import sent_mark
from tracker.models import Response


def url(name: str, record: Any, kind: str = "response") -> str:
    return reverse(f"staff:{name}", args=[kind, getattr(record, "key", None) or record.slug])


def state_of(record: Any) -> str:
    record.refresh_from_db()
    return str(record.state)


def as_read(record: Any) -> dict[str, str]:
    """What the page says of the version that was read."""
    return {"expected": sent_mark(record)}


def table(record: Response) -> str:
    return reverse("staff:approve_answers", args=[record.document.slug])


def another(answer: Response, **fields: Any) -> Response:
    recommendation = RecommendationFactory(published=True)
    first = {"recommendation": recommendation, "document": answer.document, "in_review": True}
    return ResponseFactory(**(first | fields))


def queue(browser: Client, **query: str) -> Any:
    return browser.get(reverse("staff:approvals"), query)


def names(page: Any) -> list[str]:
    return [str(row.document or row.record) for row in page.context["page"]]
