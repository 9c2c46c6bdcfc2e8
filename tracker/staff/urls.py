"""Addresses of the staff pages: references, slugs and keys, never database ids."""

from django.urls import path, register_converter

from . import (
    approvals,
    assessments,
    assignments,
    batches,
    corrections,
    developments,
    documents,
    history,
    home,
    imports,
    notes,
    organisations,
    recommendations,
    reference,
    relations,
    responses,
    reviews,
    sending,
    several,
    translations,
)
from .converters import (
    KeyConverter,
    KindConverter,
    LanguageConverter,
    NameConverter,
    NounConverter,
    ReferenceConverter,
    RowConverter,
    TranslatedConverter,
)

register_converter(ReferenceConverter, "reference")
register_converter(KeyConverter, "key")
register_converter(KindConverter, "kind")
register_converter(NounConverter, "noun")
register_converter(RowConverter, "row")
register_converter(NameConverter, "name")
register_converter(TranslatedConverter, "translated")
register_converter(LanguageConverter, "language")

app_name = "staff"
urlpatterns = [
    path("", home.home, name="home"),
    path("log/", responses.log, name="log"),
    path("log/last-batch/", batches.last_batch, name="last_batch"),
    path("log/<slug:cycle>/<slug:document>/", responses.sheet, name="sheet"),
    path("log/<slug:cycle>/<slug:document>/send/", sending.sheet_send, name="sheet_send"),
    path("log/<slug:cycle>/<slug:document>/news/", responses.sheet_news, name="sheet_news"),
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
    path(
        "recommendations/<reference:reference>/notes/public/",
        notes.public_note,
        name="note_public",
    ),
    path(
        "recommendations/<reference:reference>/notes/public/<key:key>/",
        notes.public_note,
        name="note_correct",
    ),
    path(
        "recommendations/<reference:reference>/relate/",
        relations.relate,
        name="relate",
    ),
    path(
        "relations/<reference:reference>/<slug:kind>/<reference:other>/remove/",
        relations.remove,
        name="relation_remove",
    ),
    path("recommendations/<reference:reference>/split/", several.split, name="split"),
    path("recommendations/several/", several.enter_several, name="several"),
    path("recommendations/send/<slug:document>/", sending.asks_send, name="asks_send"),
    path(
        "recommendations/<reference:reference>/grade/",
        assessments.grade,
        name="grade",
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
    path("reference/", reference.index, name="reference"),
    path("reference/organisations/merge/", organisations.merge, name="organisation_merge"),
    path("reference/<noun:noun>/", reference.rows, name="reference_rows"),
    path("reference/<noun:noun>/new/", reference.new, name="reference_new"),
    path("reference/<noun:noun>/<row:row>/edit/", reference.edit, name="reference_edit"),
    path("reference/<noun:noun>/<row:row>/delete/", reference.delete, name="reference_delete"),
    path("import/", imports.imports, name="imports"),
    path("import/<key:key>/", imports.detail, name="import"),
    path("import/<key:key>/settings/", imports.settings, name="import_settings"),
    path("import/<key:key>/columns/", imports.columns, name="import_columns"),
    path("import/<key:key>/choose/", imports.choose, name="import_choose"),
    path("import/<key:key>/decide/", imports.decide, name="import_decide"),
    path("import/<key:key>/mend/<slug:fault>/", imports.mend, name="import_mend"),
    path("import/<key:key>/compare/", imports.compare, name="import_compare"),
    path("import/<key:key>/errors/", imports.errors, name="import_errors"),
    path("import/<key:key>/confirm/", imports.confirm, name="import_confirm"),
    path("import/<key:key>/discard/", imports.discard, name="import_discard"),
    path("import/<key:key>/undo/", imports.undo, name="import_undo"),
    path("translations/", translations.queue, name="translations"),
    path(
        "translations/<translated:kind>/<key:key>/<language:language>/",
        translations.new,
        name="translation_new",
    ),
    path("translations/<key:key>/edit/", translations.edit, name="translation_edit"),
    path("answers/<key:key>/correct/", corrections.correct_answer, name="correct_answer"),
    path("history/", history.day, name="day"),
    path("history/<slug:noun>/<name:key>/", history.record_history, name="record_history"),
    path("history/<slug:noun>/<name:key>/compare/", history.record_compare, name="record_compare"),
    path("history/<slug:noun>/<name:key>/on/", history.record_as_of, name="record_as_of"),
    path("approvals/", approvals.queue, name="approvals"),
    path(
        "approvals/answers/<slug:document>/",
        approvals.together,
        {"kind": "response"},
        name="approve_answers",
    ),
    path(
        "approvals/asks/<slug:document>/",
        approvals.together,
        {"kind": "recommendation"},
        name="approve_asks",
    ),
    path("approvals/<kind:kind>/<key:key>/", approvals.item, name="approval"),
    path("approvals/<kind:kind>/<key:key>/return/", approvals.send_back, name="send_back"),
    path("approvals/<kind:kind>/<key:key>/send/", approvals.send, name="send"),
    path("approvals/<kind:kind>/<key:key>/recall/", approvals.recall_own, name="recall"),
    path("approvals/<kind:kind>/<key:key>/discard/", approvals.discard_draft, name="discard"),
    path("approvals/<kind:kind>/<key:key>/withdraw/", approvals.take_back, name="withdraw"),
]
