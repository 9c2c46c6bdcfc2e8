from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from tracker.lib.open_answers import read_only
from tracker.public import sitemap

urlpatterns = [
    path("", read_only(RedirectView.as_view(pattern_name="public:home")), name="root"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    re_path(
        r"^sitemap-(?P<sort>[a-z]{1,20})-(?P<number>[1-9][0-9]{0,5})[.]xml$",
        sitemap.sitemap_part,
        name="sitemap_part",
    ),
    *i18n_patterns(path("", include("tracker.public.urls"))),
    path("api/", include("tracker.api.urls")),
    path("staff/", include("tracker.staff.urls")),
    path("account/", include("allauth.urls")),
]
handler500 = "tracker.api.errors.server_error"
