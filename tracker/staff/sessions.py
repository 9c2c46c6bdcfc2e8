from __future__ import annotations

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

PRIVATE = ("/staff/", "/account/")


class StaffSessionMiddleware(SessionMiddleware):
    """
    Sessions for staff and for signing in; any other page neither reads nor sends their cookie.

    Sessions are saved on every request, so Django's own would answer anybody who sends a session
    cookie, even a made-up one, with a cookie and a row in the database.
    """

    def process_request(self, request: HttpRequest) -> None:
        if is_private(request):
            super().process_request(request)
        else:
            request.session = self.SessionStore()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        return super().process_response(request, response) if is_private(request) else response


def is_private(request: HttpRequest) -> bool:
    return request.path_info.startswith(PRIVATE)
