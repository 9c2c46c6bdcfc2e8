from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tracker.filters.record import everything_about, form_lists
from tracker.filters.workspace import find_recommendations
from tracker.forms.edits import Edit
from tracker.forms.notes import NoteForm
from tracker.forms.relations import ReferenceForm
from tracker.models import Amendment, Recommendation
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view
from .finding import found


@staff_view(Permission.WORKSPACE)
def find(request: StaffRequest) -> HttpResponse:
    """Find a record, published or not."""
    return render(request, "staff/recommendation/find.html", found(request, find_recommendations))


@staff_view(Permission.WORKSPACE)
def workspace(request: StaffRequest, reference: str) -> HttpResponse:
    """Where a record stands, and all that is on its way."""
    recommendation = get_object_or_404(Recommendation, reference=reference)
    return _render_workspace(request, recommendation, NoteForm())


def _render_workspace(
    request: StaffRequest, recommendation: Recommendation, form: NoteForm
) -> HttpResponse:
    context = everything_about(recommendation)
    context["may_withdraw"] = request.user.may(Permission.WITHDRAW)
    context["may_approve"] = request.user.may(Permission.APPROVE)
    context["note_form"] = form
    return render(request, "staff/recommendation/workspace.html", context)


@staff_view(Permission.RECORD)
@require_POST
def add_note(request: StaffRequest, reference: str) -> HttpResponse:
    """Put a remark for staff beside a record."""
    recommendation = get_object_or_404(Recommendation, reference=reference)
    form = NoteForm(request.POST)
    if form.write(recommendation, by=request.user):
        messages.success(request, "Noted, for staff only.")
        return redirect(f"{reverse('staff:recommendation', args=[reference])}#notes")
    return _render_workspace(request, recommendation, form)


@staff_view(Permission.RECORD)
def new(request: StaffRequest) -> HttpResponse:
    """Enter a recommendation as a draft, perhaps the next one of a document."""
    after = ReferenceForm({"reference": request.GET.get("after", "")}).record()
    edit_ = Edit(None, request.POST if request.method == "POST" else None, after=after)
    if edit_.save(by=request.user):
        return _entered(request, edit_)
    return render(request, "staff/recommendation/form.html", {"edit": edit_} | form_lists())


def _entered(request: StaffRequest, edit_: Edit) -> HttpResponse:
    reference = edit_.result.reference
    _say_what_was_merged(request, edit_)
    if edit_.goes_on:
        messages.success(
            request, f"Entered as the draft {reference}: {edit_.result.title}. Now the next one."
        )
        return redirect(f"{reverse('staff:recommendation_new')}?after={reference}")
    messages.success(request, "Entered as a draft. Send it for approval when it is ready.")
    return redirect("staff:recommendation", reference)


def _say_what_was_merged(request: StaffRequest, edit_: Edit) -> None:
    for article in edit_.merged:
        messages.info(
            request, f"{article} stood in more than one row. It was kept once, with all notes."
        )


@staff_view(Permission.RECORD)
def edit(request: StaffRequest, reference: str) -> HttpResponse:
    """Change a draft at once, or propose a change of what is published."""
    recommendation = get_object_or_404(Recommendation, reference=reference)
    edit_ = Edit(recommendation, request.POST if request.method == "POST" else None)
    if edit_.save(by=request.user):
        _say_what_was_merged(request, edit_)
        proposed = isinstance(edit_.result, Amendment)
        sent = "The change waits for a second person." if proposed else "Saved as a draft."
        messages.success(request, sent)
        return redirect("staff:recommendation", reference)
    context = {"edit": edit_, "recommendation": recommendation}
    return render(request, "staff/recommendation/form.html", context | form_lists())
