"""What the pages of a batch say, and what becomes of its rows."""

import html
import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

from tracker.actions.responses import current_response
from tracker.models import Document, Recommendation


def text_of(response: HttpResponse) -> str:
    """What a page says, without tags."""
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(words).split())


def confirm(browser: Client, address: str, preview: Any) -> Any:
    """Press the button of a preview: the form that it shows, and nothing else."""
    form = preview.context["form"]
    return browser.post(address, {**dict(form.given), "seen": form.mark, "save": "1"})


def outcomes(response: Any) -> list[str]:
    return [row.outcome for row in response.context["form"].shown]


def said(asks: list[Recommendation], reply: Document) -> list[str | None]:
    found = [current_response(asked, reply) for asked in asks]
    return [answer and answer.position for answer in found]
