from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from tracker.actions.relations import may_relate
from tracker.filters.relations import Comparison, found_for
from tracker.forms.relations import ReferenceForm, RelationForm, RemovalForm
from tracker.forms.search import SearchForm
from tracker.models import Recommendation, Relation
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.RECORD)
def relate(request: StaffRequest, reference: str) -> HttpResponse:
    """Find another record, read both texts side by side, and say how they stand to each other."""
    here = get_object_or_404(Recommendation.objects.select_related("document"), reference=reference)
    other = ReferenceForm({"reference": request.GET.get("with", "")}).record(but=here)
    form = RelationForm(request.POST if request.method == "POST" else None)
    if other and form.relate(here, other, by=request.user):
        messages.success(request, f"Related to {other.reference}.")
        return redirect(f"{reverse('staff:recommendation', args=[reference])}#relations")
    search = SearchForm(request.GET)
    words = search.cleaned_data["q"] if search.is_valid() else ""
    context = {"here": here, "form": form, "search": search, "found": found_for(here, words)}
    if other:
        context["comparison"] = Comparison(here, other)
        context["may_relate"] = may_relate(here, other, request.user)
    return render(request, "staff/relation/relate.html", context)


@staff_view(Permission.RECORD)
def remove(request: StaffRequest, reference: str, kind: str, other: str) -> HttpResponse:
    """Take a relation back, with a reason."""
    rows = Relation.objects.select_related("from_recommendation", "to_recommendation")
    ends = {"from_recommendation__reference": reference, "to_recommendation__reference": other}
    relation = get_object_or_404(rows, kind=kind, **ends)
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if form.remove(relation, by=request.user):
        messages.success(request, "The relation is removed. Its reason is kept in the history.")
        return redirect("staff:recommendation", reference)
    one, two = relation.from_recommendation, relation.to_recommendation
    context = {"relation": relation, "form": form, "may": may_relate(one, two, request.user)}
    return render(request, "staff/relation/remove.html", context)
