from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tracker.actions.disclosure import hidden_sources
from tracker.actions.publication import (
    approve_all,
    return_to_author,
    sent_mark,
    submit,
    why_not_own,
    withdraw,
)
from tracker.filters.faces import lines_of
from tracker.filters.workspace import KIND_WORDS, KINDS, in_review, kind_of, records
from tracker.forms.approvals import ApproveForm, by_document
from tracker.forms.base import ReasonForm
from tracker.models import Publishable, Response
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


def find(kind: str, key: str) -> Publishable:
    """The record that an address names, or Http404."""
    record: Publishable | None = records(kind).filter(**{KINDS[kind][1]: key}).first()
    if record is None:
        raise Http404
    return record


@staff_view(Permission.APPROVE)
def queue(request: StaffRequest) -> HttpResponse:
    """What waits for a second person, by kind; what came last is at the end."""
    kinds = [(KIND_WORDS[kind][1], list(in_review(kind))) for kind in KINDS if kind != "response"]
    context = {
        "kinds": [(words, rows) for words, rows in kinds if rows],
        "documents": by_document(in_review("response"), request.user),
    }
    return render(request, "staff/approval/queue.html", context)


def _render_item(
    request: StaffRequest,
    record: Publishable,
    approval: ApproveForm | None = None,
    reason: ReasonForm | None = None,
) -> HttpResponse:
    context = {
        "record": record,
        "kind": kind_of(record),
        "kind_words": KIND_WORDS[kind_of(record)][0],
        "lines": lines_of(record),
        "sources": [] if record.is_published else hidden_sources([record]),
        "approval": approval or ApproveForm(),
        "reason": reason or ReasonForm(),
        "own": why_not_own(record, request.user),
        "sent_mark": sent_mark(record),
        "may_approve": request.user.may(Permission.APPROVE),
        "may_withdraw": request.user.may(Permission.WITHDRAW),
    }
    return render(request, "staff/approval/item.html", context)


@staff_view(Permission.RECORD)
def item(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Exactly what will become public (GET); publish it (POST)."""
    record = find(kind, key)
    if request.method != "POST":
        return _render_item(request, record)
    form = ApproveForm(request.POST)
    if form.approve(record, by=request.user):
        messages.success(request, f"Published: {form.result}.")
        return redirect("staff:approvals")
    return _render_item(request, find(kind, key), approval=form)


@staff_view(Permission.APPROVE)
@require_POST
def send_back(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Return a record to its author with what to change."""
    record = find(kind, key)
    form = ReasonForm(request.POST, missing="Say what the author should change.")
    if form.apply(return_to_author, record=record, by=request.user):
        messages.success(request, f"Returned to {record.recorded_by}, with your reason.")
        return redirect("staff:approvals")
    return _render_item(request, record, reason=form)


@staff_view(Permission.APPROVE)
@require_POST
def approve_answers(request: StaffRequest) -> HttpResponse:
    """Publish the answers that are ticked, each by itself."""
    keys = [key for key in request.POST.getlist("key") if key.isascii() and "\0" not in key]
    chosen: list[Response] = list(records("response").filter(key__in=keys))
    refs = {answer.pk: answer.recommendation.reference for answer in chosen}
    refused = approve_all(records=chosen, by=request.user)
    if not chosen:
        messages.warning(request, "Nothing was ticked. Tick the answers to publish.")
    if published := len(chosen) - len(refused):
        messages.success(request, f"{published} published.")
    for answer, why in refused:
        messages.error(request, f"{refs[answer.pk]} was not published: {why}")
    return redirect("staff:approvals")


@staff_view(Permission.RECORD)
@require_POST
def send(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Send a draft for approval."""
    record = find(kind, key)
    if submit(records=[record], by=request.user):
        messages.success(request, "Sent for approval. A second person reads it now.")
    else:
        messages.warning(request, "Nothing was sent: this is no longer a draft.")
    return redirect("staff:approval", kind, key)


@staff_view(Permission.RECORD)
@require_POST
def discard_draft(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Take back one's own draft for good."""
    record = find(kind, key)
    form = ApproveForm(request.POST)
    if form.discard(record, by=request.user):
        messages.success(request, "Discarded. Its history is kept.")
        return redirect("staff:home")
    return _render_item(request, record, approval=form)


@staff_view(Permission.WITHDRAW)
def take_back(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Withdraw a record for good, with a reason that stays beside its place."""
    record = find(kind, key)
    form = ReasonForm(request.POST or None, missing="Say why it is withdrawn.")
    if request.method == "POST" and form.apply(withdraw, record=record, by=request.user):
        messages.success(request, "Withdrawn. The reason stays beside its place.")
        return redirect("staff:approval", kind, key)
    context = {"record": record, "kind": kind, "lines": lines_of(record), "form": form}
    return render(request, "staff/approval/withdraw.html", context)
