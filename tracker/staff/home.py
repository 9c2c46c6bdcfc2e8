from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tracker.filters.mine import my_work
from tracker.filters.workspace import count_in_review, cycles_with_unanswered, due
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.WORKSPACE)
def home(request: StaffRequest) -> HttpResponse:
    """What waits for me."""
    may_approve = request.user.may(Permission.APPROVE)
    context = {
        "work": my_work(request.user),
        "cycles": cycles_with_unanswered(),
        "may_approve": may_approve,
        "waiting_count": count_in_review() if may_approve else None,
        "due": due(timezone.localdate()) if may_approve else [],
    }
    return render(request, "staff/home/home.html", context)
