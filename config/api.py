"""The switchboard of the API: every app's viewsets under one router."""

from django.urls import include, path
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.routers import SimpleRouter

from coaching.notes.api import NoteViewSet, WordingView
from speakup.observations.api import ObservationViewSet
from speakup.people.api import MeView
from speakup.reports.api import ReleaseViewSet
from speakup.standards.api import StandardViewSet

router = SimpleRouter()
router.register("observations", ObservationViewSet, basename="observation")
router.register("standards", StandardViewSet, basename="standard")
router.register("notes", NoteViewSet, basename="note")
router.register("releases", ReleaseViewSet, basename="release")

urlpatterns = [
    path("me/", MeView.as_view(), name="api-me"),
    path("wording/", WordingView.as_view(), name="api-wording"),
    path("schema/", SpectacularJSONAPIView.as_view(), name="api-schema"),
    path("", include(router.urls)),
]
