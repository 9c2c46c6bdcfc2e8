from __future__ import annotations

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

PRIVATE = ("/staff/", "/account/")


class StaffSessionMiddleware(SessionMiddleware):
    """
    Sessions for staff and for signing in; any other page neither reads nor sends their cookie.

    Sessions are saved on every request, so Django's own would answer anybody who sends a session
    cookie, even a made-up one, with a cookie and a row in the database. What a page asks for by
    itself (`request.is_unattended`) is no sign of a person: a session ends as it would without.
    """

    def process_request(self, request: HttpRequest) -> None:
        if is_private(request):
            super().process_request(request)
        else:
            request.session = self.SessionStore()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        is_kept = is_private(request) and not getattr(request, "is_unattended", False)
        return super().process_response(request, response) if is_kept else response


def is_private(request: HttpRequest) -> bool:
    return request.path_info.startswith(PRIVATE)
