from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.developments import developments_about
from tracker.filters.tallies import Tallies, counted
from tracker.models import AffectedGroup, Theme

from . import about_lists
from .page import AsOf, Context, public_page
from .standing import portrait

LATEST = 5


@public_page("public/theme/list.html", section="themes")
def theme_list(request: HttpRequest, as_of: AsOf) -> Context:
    counts = Tallies(as_of.day, as_of.known_at).of("theme")
    return {"themes": counted(Theme.objects.all(), "asks", counts, lambda row: row.code)}


@public_page("public/theme/detail.html", section="themes")
def theme(request: HttpRequest, as_of: AsOf, code: str) -> Context:
    found = get_object_or_404(Theme, code=code)
    developments = developments_about(as_of.day, themes=found)[:LATEST]
    shown = portrait(as_of, theme=code) | {"developments": developments}
    return {"about": about_lists.theme(found, shown), "theme": found, **shown}


@public_page("public/theme/groups.html", section="themes")
def group_list(request: HttpRequest, as_of: AsOf) -> Context:
    counts = Tallies(as_of.day, as_of.known_at).of("group")
    return {"groups": counted(AffectedGroup.objects.all(), "asks", counts, lambda row: row.code)}


@public_page("public/theme/group.html", section="themes")
def group(request: HttpRequest, as_of: AsOf, code: str) -> Context:
    found = get_object_or_404(AffectedGroup, code=code)
    developments = developments_about(as_of.day, affected_groups=found)[:LATEST]
    shown = portrait(as_of, group=code) | {"developments": developments}
    return {"about": about_lists.group(found, shown), "group": found, **shown}
