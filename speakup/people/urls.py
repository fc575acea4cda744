"""Where people find what is about themselves."""

from django.urls import path

from speakup.people import views

app_name = "people"
urlpatterns = [
    path("", views.settings, name="settings"),
    path("more/", views.more, name="more"),
]
