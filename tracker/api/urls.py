from django.urls import path, re_path

from .errors import not_found
from .lists import VIEWS
from .recommendations import RecommendationView
from .reference import reference, root, schema

app_name = "api"
urlpatterns = [
    path("v1/", root, name="root"),
    path("v1/schema/", schema, name="schema"),
    path("v1/reference/", reference, name="reference"),
    *(path(f"v1/{name}/", view, name=name) for name, view in VIEWS.items()),
    re_path(
        r"^v1/recommendations/(?P<reference>R-[0-9]{4,12})/$",
        RecommendationView.as_view(),
        name="recommendation",
    ),
    re_path("", not_found),
]
