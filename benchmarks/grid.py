"""
The sheet in which answers are logged, for a review cycle of 428 recommendations; written as JSON.

    DATABASE_URL=… python -m benchmarks.grid     on a database that is thrown away afterwards

Asked for through Django's own client, so that what is timed is the server's own time; what is saved
is committed.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from .timing import Samples, timed

ROWS, OPENED, SAVED = 428, 15, 60
ANSWER = {
    "position": "noted", "words": "The existing law is held to be enough.", "locator": "para. 2",
    "responded_on": str(dt.datetime.now(dt.UTC).date()), "language": "en",
    "words_kind": "paraphrase", "certainty": "seen", "expected": "",
}  # fmt: skip


def main() -> None:
    count_on()
    keys, references = cycle_of_428()
    client = signed_in()
    sheet = reverse("staff:sheet", args=keys)
    client.get(sheet)  # templates and choices are read once by each process
    with CaptureQueriesContext(connection) as asked:
        assert client.get(sheet).status_code == 200
        queries = sum(query["sql"] not in ("BEGIN", "COMMIT") for query in asked)
    opened = Samples([timed(lambda: client.get(sheet)) for _ in range(OPENED)])
    saved = Samples(list(itertools.islice(saves(client, keys, references), 1, SAVED)))
    found = {"grid": opened, "grid save": saved}
    told: dict[str, Any] = {what: {"median": s.median, "n": s.n} for what, s in found.items()}
    print(json.dumps(told | {"grid queries": queries}))


def count_on() -> None:
    """New rows get numbers after those that the loader gave out."""
    every = apps.get_app_config("tracker").get_models()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(every)):
            cursor.execute(statement)


def cycle_of_428() -> tuple[list[str], list[str]]:
    """The cycle and the reply document by their slugs, and what was asked by reference."""
    from tracker.models import Document, Recommendation, ReviewCycle

    cycle = ReviewCycle.objects.order_by("pk")[0]
    reply = Document.objects.create(slug="replies", title="Replies", kind=Document.Kind.ADDENDUM)
    Recommendation.objects.filter(cycle=cycle).update(cycle=None)
    pks = Recommendation.objects.order_by("pk").values("pk")[:ROWS]
    chosen = Recommendation.objects.filter(pk__in=list(pks.values_list("pk", flat=True)))
    for document in Document.objects.filter(recommendations__in=chosen).distinct():
        document.kind = Document.Kind.WORKING_GROUP_REPORT
        document.save()
    chosen.update(cycle=cycle)
    return [cycle.slug, reply.slug], list(chosen.values_list("reference", flat=True))


def signed_in() -> Client:
    from tracker.models import User
    from tracker.permissions import Role

    user = User.objects.create_user("grid@example.org", role=Role.CONTRIBUTOR)
    client = Client(headers={"x-forwarded-proto": "https", "host": settings.ALLOWED_HOSTS[0]})
    client.force_login(user)
    return client


def saves(client: Client, keys: list[str], references: list[str]) -> Iterator[float]:
    """How long it takes to save one row after another, as the page's script does it."""
    from tracker.models import Response

    for number, reference in enumerate(references, 1):
        row = reverse("staff:sheet_row", args=[*keys, reference])
        yield timed(partial(client.post, row, ANSWER, headers={"hx-request": "true"}))
        assert Response.objects.filter(document__slug=keys[1]).count() == number


if __name__ == "__main__":
    django.setup()
    main()
