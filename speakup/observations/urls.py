"""Where the pages of this app are found."""

from django.urls import path

from speakup.observations import views

app_name = "observations"
urlpatterns = [
    path("log/", views.log, name="log"),
    path("log/say-it/", views.say_it, name="say_it"),
    path("log/elsewhere/", views.door, name="door"),
    path("log/<uuid:observation_id>/saved/", views.saved, name="saved"),
    path("notebook/", views.notebook, name="notebook"),
    path("notebook/<uuid:observation_id>/", views.change, name="change"),
    path("notebook/<uuid:observation_id>/delete/", views.delete, name="delete"),
]
