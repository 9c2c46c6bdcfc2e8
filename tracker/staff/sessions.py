from __future__ import annotations

import time

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

PRIVATE = ("/staff/", "/account/")
_USED = "used"  # the minute of the last request


class StaffSessionMiddleware(SessionMiddleware):
    """
    Sessions for staff and for signing in; any other page neither reads nor sends their cookie.

    A session lives on with each request, noted once a minute: it may end that much early. Django's
    own would answer anybody who sends a session cookie, even a made-up one, by a cookie of its own.
    What a page asks for by itself (`request.is_unattended`) is no sign of a person: a session ends
    as it would without.
    """

    def process_request(self, request: HttpRequest) -> None:
        if is_private(request):
            super().process_request(request)
        else:
            request.session = self.SessionStore()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not is_private(request) or getattr(request, "is_unattended", False):
            return response
        minute, session = int(time.time()) // 60, request.session
        if session.get(_USED) != minute and not session.is_empty():
            session[_USED] = minute
        return super().process_response(request, response)


def is_private(request: HttpRequest) -> bool:
    return request.path_info.startswith(PRIVATE)
