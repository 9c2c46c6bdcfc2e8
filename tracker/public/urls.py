from django.urls import path, re_path

from . import (
    claims,
    coverage,
    data,
    developments,
    documents,
    exports,
    feeds,
    home,
    lineage,
    matrix,
    methodology,
    organisations,
    recommendations,
    reviews,
    treaties,
    uptake,
)

app_name = "public"
urlpatterns = [
    path("", home.home, name="home"),
    path("recommendations/", recommendations.recommendation_list, name="recommendations"),
    re_path(
        r"^recommendations[.](?P<form>csv|xlsx|jsonl)$",
        exports.recommendations,
        name="recommendations_file",
    ),
    path("recommendations.atom", feeds.recommendations, name="recommendations_feed"),
    path(
        "recommendations/<slug:reference>/", recommendations.recommendation, name="recommendation"
    ),
    path("lineage/<slug:reference>/", lineage.lineage, name="lineage"),
    path("uptake/", uptake.uptake, name="uptake"),
    path("uptake/<slug:slug>/", uptake.submission, name="submission"),
    path("matrix/", matrix.matrix, name="matrix"),
    path("matrix.csv", matrix.matrix_file, name="matrix_csv"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("claims/", claims.claims, name="claims"),
    path("treaties/", treaties.treaty_list, name="treaties"),
    path("treaties/<slug:code>/", treaties.treaty, name="treaty"),
    path("treaties/<slug:code>/<slug:slug>/", treaties.article, name="article"),
    path("norms/<slug:slug>/", treaties.norm, name="norm"),
    path("reviews/", reviews.review_list, name="reviews"),
    path("reviews/<slug:slug>/", reviews.cycle, name="cycle"),
    path("organisations/", organisations.organisation_list, name="organisations"),
    path("organisations/<slug:slug>/", organisations.organisation, name="organisation"),
    path("developments/", developments.development_list, name="developments"),
    path("developments/<slug:slug>/", developments.development, name="development"),
    path("sources/", documents.document_list, name="documents"),
    path("sources/<slug:slug>/", documents.document, name="document"),
    path("data/", data.data, name="data"),
    path("methodology/", methodology.methodology, name="methodology"),
]
