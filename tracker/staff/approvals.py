from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tracker.actions.disclosure import hidden_sources
from tracker.actions.publication import sent_mark, submit
from tracker.actions.second_person import why_not_own
from tracker.filters.came_from import came_from
from tracker.filters.faces import lines_of
from tracker.filters.queue import LISTS, approvers, how_many, loaded
from tracker.filters.record import remarks_beside
from tracker.filters.sources import source_of
from tracker.filters.together import item_of
from tracker.filters.workspace import KIND_WORDS, KINDS, kind_of, open_change, records
from tracker.forms.approvals import ApproveForm, ReturnForm, WithdrawForm
from tracker.forms.queue import QueueForm, Way
from tracker.forms.relations import ReferenceForm
from tracker.forms.together import Together
from tracker.models import Document, Publishable
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


def find(kind: str, key: str) -> Publishable:
    """The record that an address names, or Http404."""
    record: Publishable | None = records(kind).filter(**{KINDS[kind][1]: key}).first()
    if record is None:
        raise Http404
    return record


@staff_view(Permission.RECORD)
def queue(request: StaffRequest) -> HttpResponse:
    """What is on its way: what waits for a second person, what is mine, what was returned."""
    form = QueueForm(request.GET, user=request.user)
    counts = how_many(request.user)
    page = Paginator(form.rows, 30).get_page(request.GET.get("page"))
    page.object_list = loaded(list(page.object_list))
    context = {
        "form": form,
        "page": page,
        "lists": [(which, words, counts[which]) for which, words in LISTS.items()],
        "may_approve": request.user.may(Permission.APPROVE),
    }
    return render(request, "staff/approval/queue.html", context)


def _way(request: StaffRequest, record: Publishable) -> Way | None:
    """Where an approver is in the queue as they asked for it."""
    if not request.user.may(Permission.APPROVE):
        return None
    return Way(QueueForm(request.GET, user=request.user), record)


def _onward(request: StaffRequest, way: Way | None) -> HttpResponse:
    """To what comes next in the queue, or to the queue if that was the last."""
    asked = f"?{request.GET.urlencode()}" if request.GET else ""
    if way and (entry := way.after):
        return redirect(reverse("staff:approval", args=[entry.kind, entry.key]) + asked)
    if asked:
        messages.info(request, "That was the last of what you asked for.")
    return redirect("staff:approvals")


def _render_item(request: StaffRequest, record: Publishable, **context: Any) -> HttpResponse:
    user = request.user
    context = {
        "record": record,
        "kind": kind_of(record),
        "kind_words": KIND_WORDS[kind_of(record)][0],
        "lines": (lines := lines_of(record)),
        "is_newer": any(line.old for line in lines),
        "source": source_of(record),
        "came_from": came_from(record),
        "item": item_of(record),
        "remarks": remarks_beside(record),
        "open_change": open_change(record),
        "sources": [] if record.is_published else hidden_sources([record]),
        "reason": ReturnForm(),
        "own": (own := why_not_own(record, user)),
        "others": approvers(but=user) if own else [],
        "sent_mark": sent_mark(record),
        "may_approve": user.may(Permission.APPROVE),
        "may_withdraw": user.may(Permission.WITHDRAW),
    } | context
    context.setdefault("way", _way(request, record))
    return render(request, "staff/approval/item.html", context)


@staff_view(Permission.RECORD)
def item(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Exactly what will become public (GET); publish it (POST)."""
    record = find(kind, key)
    if request.method != "POST":
        return _render_item(request, record)
    form, way = ApproveForm(request.POST), _way(request, record)
    if form.approve(record, by=request.user):
        messages.success(request, f"Published: {form.result}.")
        return _onward(request, way)
    return _render_item(request, find(kind, key), approval=form)


@staff_view(Permission.APPROVE)
@require_POST
def send_back(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Return a record to its author with what to change."""
    record = find(kind, key)
    form, way = ReturnForm(request.POST), _way(request, record)
    if form.send_back(record, by=request.user):
        messages.success(request, f"Returned to {record.recorded_by}, with your note.")
        return _onward(request, way)
    return _render_item(request, find(kind, key), reason=form)


@staff_view(Permission.APPROVE)
def together(request: StaffRequest, kind: str, document: str) -> HttpResponse:
    """What of one document waits (GET); publish or return what is ticked, in one go (POST)."""
    found = get_object_or_404(Document, slug=document)
    data = request.POST if request.method == "POST" else None
    item = ReferenceForm({"reference": request.GET.get("item", "")}).record()
    table = Together(kind, found, request.user, data, item=item)
    if data is not None and table.decide(by=request.user):
        messages.success(request, table.told)
        return redirect(request.get_full_path())
    context = {"table": table, "page": table.page(request.GET.get("page"))}
    return render(request, "staff/approval/together.html", context)


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
def recall_own(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Take back what one has sent, to change it."""
    record = find(kind, key)
    form = ApproveForm(request.POST)
    if form.recall(record, by=request.user):
        messages.success(request, "Taken back: it is a draft again.")
        return redirect("staff:approval", kind, key)
    return _render_item(request, find(kind, key), approval=form)


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
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.withdraw(record, by=request.user):
        messages.success(request, "Withdrawn. The reason stays beside its place.")
        return redirect("staff:approval", kind, key)
    return render(request, "staff/approval/withdraw.html", {"record": record, "form": form})
