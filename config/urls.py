"""The switchboard of pages: each app under its plain word."""

from django.urls import include, path
from django.views.generic import RedirectView

from config import pages

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="observations:log"), name="home"),
    path("account/", include("speakup.people.account_urls")),
    path("me/", include("speakup.people.urls")),
    path("", include("speakup.observations.urls")),
    path("standards/", include("speakup.standards.urls")),
    path("notes/", include("coaching.notes.urls")),
    path("reports/", include("speakup.reports.urls")),
    path("api/v1/", include("config.api")),
    path("healthz", pages.healthy, name="healthy"),
]

handler403 = "config.pages.not_allowed"
handler404 = "config.pages.not_found"
handler500 = "config.pages.broken"
