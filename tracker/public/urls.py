from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path, re_path

from tracker.lib.languages import in_data_language

from . import (
    changes,
    charts,
    claims,
    colophon,
    coverage,
    data,
    developments,
    documents,
    exports,
    feeds,
    home,
    lineage,
    matrix,
    mechanisms,
    methodology,
    organisations,
    recommendations,
    reviews,
    themes,
    treaties,
    uptake,
)
from .bibliography import entry
from .page import page_as_file
from .pictures import VERSION, picture


def with_files(route: str, view: Callable[..., HttpResponse], name: str) -> list[URLPattern]:
    """A page with what cites it and the picture that stands for it, which has Latin fonts only."""
    cited = page_as_file(view, entry, "citation", "form")
    drawn = in_data_language(page_as_file(view, picture, "picture", also=[VERSION]))
    return [
        path(route, view, name=name),
        path(f"{route}cite.<slug:form>", cited, name=f"{name}_citation"),
        path(f"{route}picture.png", drawn, name=f"{name}_picture"),
    ]


app_name = "public"
urlpatterns = [
    *with_files("", home.home, "home"),
    *with_files("recommendations/", recommendations.recommendation_list, "recommendations"),
    re_path(
        r"^recommendations[.](?P<form>csv|xlsx|jsonl)$",
        exports.recommendations,
        name="recommendations_file",
    ),
    path("recommendations.atom", feeds.recommendations, name="recommendations_feed"),
    *with_files(
        "recommendations/<slug:reference>/", recommendations.recommendation, "recommendation"
    ),
    *with_files("lineage/<slug:reference>/", lineage.lineage, "lineage"),
    *with_files("uptake/", uptake.uptake, "uptake"),
    *with_files("uptake/<slug:slug>/", uptake.submission, "submission"),
    *with_files("matrix/", matrix.matrix, "matrix"),
    path("matrix.csv", matrix.matrix_file, name="matrix_csv"),
    *with_files("coverage/", coverage.coverage, "coverage"),
    *with_files("claims/", claims.claims, "claims"),
    path("treaties/", treaties.treaty_list, name="treaties"),
    *with_files("treaties/<slug:code>/", treaties.treaty, "treaty"),
    *with_files("treaties/<slug:code>/<slug:slug>/", treaties.article, "article"),
    *with_files("norms/<slug:slug>/", treaties.norm, "norm"),
    path("reviews/", reviews.review_list, name="reviews"),
    *with_files("reviews/<slug:slug>/", reviews.cycle, "cycle"),
    path("mechanisms/", mechanisms.mechanism_list, name="mechanisms"),
    *with_files("mechanisms/<slug:code>/", mechanisms.mechanism, "mechanism"),
    path("themes/", themes.theme_list, name="themes"),
    *with_files("themes/<slug:code>/", themes.theme, "theme"),
    path("groups/", themes.group_list, name="groups"),
    *with_files("groups/<slug:code>/", themes.group, "group"),
    path("organisations/", organisations.organisation_list, name="organisations"),
    *with_files("organisations/<slug:slug>/", organisations.organisation, "organisation"),
    path("developments/", developments.development_list, name="developments"),
    *with_files("developments/<slug:slug>/", developments.development, "development"),
    path("sources/", documents.document_list, name="documents"),
    *with_files("sources/<slug:slug>/", documents.document, "document"),
    path("embed/<slug:chart>/", charts.embed, name="embed"),
    path(
        "embed/<slug:chart>/chart.<slug:form>",
        in_data_language(page_as_file(charts.chart_page, charts.chart_file, "chart", "form")),
        name="chart_file",
    ),
    path("data/", data.data, name="data"),
    *with_files("changes/", changes.change_list, "changes"),
    path("changes.atom", feeds.changes, name="changes_feed"),
    path("methodology/", methodology.methodology, name="methodology"),
    path("glossary/", colophon.glossary, name="glossary"),
    path("about/", colophon.about, name="about"),
    path("privacy/", colophon.privacy, name="privacy"),
    path("accessibility/", colophon.accessibility, name="accessibility"),
]
