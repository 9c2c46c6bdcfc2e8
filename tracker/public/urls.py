from django.urls import path

from . import (
    developments,
    documents,
    home,
    methodology,
    organisations,
    recommendations,
    reviews,
    treaties,
)

app_name = "public"
urlpatterns = [
    path("", home.home, name="home"),
    path("recommendations/", recommendations.recommendation_list, name="recommendations"),
    path(
        "recommendations/<slug:reference>/", recommendations.recommendation, name="recommendation"
    ),
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
    path("methodology/", methodology.methodology, name="methodology"),
]
