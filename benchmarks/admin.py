"""
Django's admin with the list filters of the other peer, and counts beside them.

Nobody has to log in. Position and status are those of any answer or assessment, as the admin
offers it: the last one would take a filter of one's own, and more time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path

from tracker.models import Recommendation


class OpenSite(admin.AdminSite):
    def has_permission(self, request: HttpRequest) -> bool:
        return True


class YearFilter(admin.SimpleListFilter):
    title = "year"
    parameter_name = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [(str(year), str(year)) for year in range(2003, 2026)]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        year = self.value()
        return queryset.filter(made_on__startswith=year) if year else queryset


class RecommendationAdmin(admin.ModelAdmin):
    list_display = ["reference", "title", "made_on", "cycle", "kind"]
    list_select_related = ["cycle"]
    list_filter = [
        "kind", "cycle", "cycle__mechanism", YearFilter, "responses__position",
        "assessments__status", "themes", "made_by", "invocations__article",
        "invocations__article__treaty",
    ]  # fmt: skip
    list_per_page = 100
    search_fields = ["title", "text"]
    show_facets = admin.ShowFacets.ALWAYS

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    has_module_permission = has_view_permission


site = OpenSite()
site.register(Recommendation, RecommendationAdmin)
urlpatterns = [path("admin/", site.urls)]
