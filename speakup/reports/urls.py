"""Where the pages of this app are found."""

from django.urls import path

from speakup.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.trends, name="trends"),
    path("silence/", views.what_silence_costs, name="silence"),
    path("prepare/", views.prepare, name="prepare"),
    path("<str:quarter>/review/", views.review, name="review"),
]
