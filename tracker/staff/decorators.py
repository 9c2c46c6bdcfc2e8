from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from tracker.models import User
from tracker.permissions import Permission

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    user: User
    htmx: bool
    is_unattended: bool


def staff_view(permission: Permission) -> Callable[[View], View]:
    """Only for someone signed in whose role has `permission`; kept in no cache."""

    def decorate(view: View) -> View:
        @wraps(view)
        def allowed(request: StaffRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not request.user.may(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        pages = never_cache(login_required(allowed))

        @wraps(view)
        def wrapped(request: StaffRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            is_signed_in: bool = request.user.is_authenticated
            if getattr(request, "htmx", False) and not is_signed_in:
                # A redirect would put the log-in page where the person's typed words stand.
                return HttpResponse("Signed out.", status=401, content_type="text/plain")
            return pages(request, *args, **kwargs)

        return wrapped

    return decorate
