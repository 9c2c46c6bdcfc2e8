from __future__ import annotations

from operator import methodcaller
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tracker.actions.publication import submit
from tracker.filters.record import assessments_of, events_about, form_lists
from tracker.forms.assessments import assessment_form, grade_form
from tracker.forms.search import KeyForm
from tracker.models import ASSESSED, Assessment, Recommendation
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


def _corrected(request: StaffRequest, rows: Any) -> Assessment | None:
    """Which of these assessments the address says is corrected, if it does."""
    if "corrects" not in request.GET:
        return None
    key = KeyForm({"key": request.GET["corrects"]})
    if not key.is_valid():
        raise Http404
    found: Assessment = get_object_or_404(rows, key=key.cleaned_data["key"])
    return found


@staff_view(Permission.RECORD)
def assess(request: StaffRequest, reference: str) -> HttpResponse:
    """Judge how far a recommendation is implemented, beside what is claimed and documented."""
    return _judge(request, reference, methodcaller("ours"), assessment_form, "assess")


@staff_view(Permission.RECORD)
def grade(request: StaffRequest, reference: str) -> HttpResponse:
    """Keep another body's grade, in its own words and on its own scale, beside our status."""
    return _judge(request, reference, methodcaller("grades"), grade_form, "grade")


def _judge(
    request: StaffRequest, reference: str, earlier: Any, form_of: Any, page: str
) -> HttpResponse:
    rows = Recommendation.objects.select_related("document")
    recommendation = get_object_or_404(rows, reference=reference)
    corrects = _corrected(request, earlier(assessments_of(recommendation)))
    form = form_of(recommendation, corrects, request.POST if request.method == "POST" else None)
    if form.assess(recommendation, corrects=corrects, by=request.user):
        return _saved(request, form.result)
    context = {"recommendation": recommendation, "form": form, "corrects": corrects}
    return render(request, f"staff/assessment/{page}.html", context | _beside(recommendation))


def _beside(recommendation: Recommendation) -> dict[str, Any]:
    """What stands beside the form: the claim, the documented record, what was judged before."""
    return {
        "definitions": {status.value: status.definition for status in ASSESSED},
        "events": events_about(recommendation),
        "assessments": assessments_of(recommendation),
        **form_lists(),
    }


def _saved(request: StaffRequest, assessment: Assessment) -> HttpResponse:
    if "send" in request.POST:
        submit(records=[assessment], by=request.user)
        messages.success(request, "Sent for approval. A second person reads it now.")
    else:
        messages.success(request, "Saved as a draft. Send it for approval when it is ready.")
    return redirect("staff:recommendation", assessment.recommendation.reference)
