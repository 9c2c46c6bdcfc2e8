"""Addresses of the staff pages: references, slugs and keys, never database ids."""

from django.urls import path, register_converter

from . import (
    approvals,
    assessments,
    assignments,
    batches,
    developments,
    documents,
    history,
    home,
    recommendations,
    responses,
    reviews,
)
from .converters import KeyConverter, KindConverter, ReferenceConverter

register_converter(ReferenceConverter, "reference")
register_converter(KeyConverter, "key")
register_converter(KindConverter, "kind")

app_name = "staff"
urlpatterns = [
    path("", home.home, name="home"),
    path("log/", responses.log, name="log"),
    path("log/<slug:cycle>/<slug:document>/", responses.sheet, name="sheet"),
    path("log/<slug:cycle>/<slug:document>/send/", responses.sheet_send, name="sheet_send"),
    path(
        "log/<slug:cycle>/<slug:document>/<reference:reference>/",
        responses.sheet_row,
        name="sheet_row",
    ),
    path("log/<slug:cycle>/<slug:document>/assign/", assignments.assign, name="assign"),
    path("log/<slug:cycle>/<slug:document>/fill/", batches.fill, name="fill"),
    path("log/<slug:cycle>/<slug:document>/paste/", batches.paste, name="paste"),
    path("log/<slug:cycle>/<slug:document>/batches/", batches.batches, name="batches"),
    path("log/<slug:cycle>/<slug:document>/batches/<key:key>/", batches.batch, name="batch"),
    path("log/<slug:cycle>/<slug:document>/batches/<key:key>/undo/", batches.undo, name="undo"),
    path("recommendations/", recommendations.find, name="find"),
    path("recommendations/new/", recommendations.new, name="recommendation_new"),
    path(
        "recommendations/<reference:reference>/",
        recommendations.workspace,
        name="recommendation",
    ),
    path(
        "recommendations/<reference:reference>/edit/",
        recommendations.edit,
        name="recommendation_edit",
    ),
    path("recommendations/<reference:reference>/assess/", assessments.assess, name="assess"),
    path(
        "recommendations/<reference:reference>/history/",
        history.history,
        name="history",
    ),
    path(
        "recommendations/<reference:reference>/notes/",
        recommendations.add_note,
        name="note_new",
    ),
    path("developments/new/", developments.new, name="development_new"),
    path("developments/<slug:slug>/edit/", developments.edit, name="development_edit"),
    path(
        "developments/<slug:slug>/history/",
        history.development_history,
        name="development_history",
    ),
    path("documents/", documents.find, name="documents"),
    path("documents/new/", documents.new, name="document_new"),
    path("documents/<slug:slug>/edit/", documents.edit, name="document_edit"),
    path("reviews/new/", reviews.new, name="cycle_new"),
    path("reviews/<slug:slug>/edit/", reviews.edit, name="cycle_edit"),
    path("approvals/", approvals.queue, name="approvals"),
    path("approvals/answers/", approvals.approve_answers, name="approve_answers"),
    path("approvals/<kind:kind>/<key:key>/", approvals.item, name="approval"),
    path("approvals/<kind:kind>/<key:key>/return/", approvals.send_back, name="send_back"),
    path("approvals/<kind:kind>/<key:key>/send/", approvals.send, name="send"),
    path("approvals/<kind:kind>/<key:key>/discard/", approvals.discard_draft, name="discard"),
    path("approvals/<kind:kind>/<key:key>/withdraw/", approvals.take_back, name="withdraw"),
]
