"""Where a steward finds the standards."""

from django.urls import path

from speakup.standards import views

app_name = "standards"
urlpatterns = [
    path("", views.overview, name="list"),
    path("add/", views.add, name="add"),
    path("house/", views.house, name="house"),
    path("<slug:code>/change/", views.change, name="change"),
    path("<slug:code>/retire/", views.retire, name="retire"),
    path("<slug:code>/restore/", views.restore, name="restore"),
    path("<slug:code>/move/", views.move, name="move"),
]
