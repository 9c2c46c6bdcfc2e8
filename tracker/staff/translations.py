"""Texts of public records in other languages: what is missing, and the form that fills it."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tracker.actions.publication import submit
from tracker.filters.record import form_lists
from tracker.filters.translations import missing, on_its_way, record_to_translate, untranslated
from tracker.forms.translations import MissingForm, new_translation, translation_form
from tracker.models import Translation
from tracker.models.wording import LANGUAGES
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.RECORD)
def queue(request: StaffRequest) -> HttpResponse:
    """Public records that say nothing in a language yet."""
    asked = MissingForm(request.GET).asked()
    page = Paginator(untranslated(**asked), 30).get_page(request.GET.get("page"))
    context = {"missing": missing(), "page": page, "called": LANGUAGES[asked["language"]]} | asked
    return render(request, "staff/translation/queue.html", context)


@staff_view(Permission.RECORD)
def new(request: StaffRequest, kind: str, key: str, language: str) -> HttpResponse:
    """Write a record's text in a language; what somebody has begun is changed instead."""
    subject = record_to_translate(kind, key)
    if subject is None:
        raise Http404
    if begun := on_its_way(subject, language):
        return redirect("staff:translation_edit", begun.key)
    form = new_translation(subject, language, request.POST if request.method == "POST" else None)
    if form.record(by=request.user):
        return _saved(request, form.result)
    return render(request, "staff/translation/form.html", {"form": form} | form_lists())


@staff_view(Permission.RECORD)
def edit(request: StaffRequest, key: str) -> HttpResponse:
    """Change a translation that is on its way."""
    rows = Translation.objects.select_related("recommendation__document", "development__document")
    translation = get_object_or_404(rows, key=key)
    if request.method != "POST" and translation.approved_at:
        return redirect(*_newer(translation))
    form = translation_form(translation, request.POST if request.method == "POST" else None)
    if form.revise(translation, by=request.user):
        return _saved(request, form.result)
    context = {"form": form, "translation": translation}
    return render(request, "staff/translation/form.html", context | form_lists())


def _newer(translation: Translation) -> list[str]:
    """Where the text is written that takes the place of a published one."""
    subject = translation.subject
    kind, (key,) = str(subject._meta.model_name), subject.natural_key()
    return ["staff:translation_new", kind, key, translation.language]


def _saved(request: StaffRequest, translation: Translation) -> HttpResponse:
    if "send" in request.POST:
        submit(records=[translation], by=request.user)
        messages.success(request, "Sent for approval. A second person reads it now.")
    else:
        messages.success(request, "Saved as a draft. Send it for approval when it is ready.")
    return redirect("staff:approval", "translation", translation.key)
