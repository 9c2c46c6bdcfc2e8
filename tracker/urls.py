from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="public:home"), name="root"),
    path("en/", include("tracker.public.urls")),
    path("api/", include("tracker.api.urls")),
    path("staff/", include("tracker.staff.urls")),
    path("account/", include("allauth.urls")),
]
handler500 = "tracker.api.errors.server_error"
