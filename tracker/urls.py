from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="public:home"), name="root"),
    path("en/", include("tracker.public.urls")),
    path("staff/", include("tracker.staff.urls")),
    path("account/", include("allauth.urls")),
]
