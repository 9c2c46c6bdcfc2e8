import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tracker.models import User


@pytest.fixture
def browser(signed_in: Callable[[User], Client], contributor: User, settings: Any) -> Client:
    settings.SESSION_SAVE_EVERY_REQUEST = False
    return signed_in(contributor)


def ends() -> dt.datetime:
    return Session.objects.get().expire_date


def test_a_session_ends_half_an_hour_after_the_last_request_noted_once_a_minute(
    browser: Client,
) -> None:
    browser.get(reverse("staff:home"))
    first = ends()
    assert "session" not in browser.get(reverse("staff:home")).cookies
    assert ends() == first

    session = browser.session
    session["used"] -= 1  # a minute ago
    session.save()
    Session.objects.update(expire_date=first - dt.timedelta(minutes=1))
    assert "session" in browser.get(reverse("staff:home")).cookies

    assert ends() >= first


def test_whoever_only_looks_at_the_log_in_page_gets_no_session(client: Client) -> None:
    client.cookies["session"] = "x" * 32

    client.get(reverse("account_login"))

    assert not Session.objects.exists()
