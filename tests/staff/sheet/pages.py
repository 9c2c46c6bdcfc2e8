from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tracker.models import Document, Recommendation

Ask = Callable[..., Recommendation]
HTMX = {"HX-Request": "true"}


def sheet_url(reply: Document) -> str:
    return reverse("staff:sheet", args=["upr-4", reply.slug])


def row_url(reply: Document, asked: Recommendation) -> str:
    return reverse("staff:sheet_row", args=["upr-4", reply.slug, asked.reference])


def queries(browser: Client, address: str, typed: Any = None) -> tuple[int, Any]:
    """How often an address asks the database, savepoints of the test aside; and what it answers."""
    with CaptureQueriesContext(connection) as found:
        response = browser.post(address, typed, headers=HTMX) if typed else browser.get(address)
    asked = [query["sql"] for query in found if "SAVEPOINT" not in query["sql"]]
    return len(asked), response


def marks(page: Any) -> str:
    """What an open page says it shows."""
    rows = "&".join(f"row={row.reference}.{row.mark}" for row in page.context["rows"])
    return f"{rows}&left={page.context['tally'].left}"
