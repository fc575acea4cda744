"""Where the pages of this app are found."""

from django.urls import path

from coaching.notes import views

app_name = "notes"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("new/", views.compose, name="compose"),
    path("guidance/", views.guidance, name="guidance"),
    path("how-the-guide-reads/", views.how_it_reads, name="how_it_reads"),
    path("people/", views.people, name="people"),
    path("unread/", views.unread, name="unread"),
    path("<uuid:note_id>/", views.note, name="note"),
    path("<uuid:note_id>/change/", views.change, name="change"),
    path("<uuid:note_id>/take-back/", views.take_back, name="take_back"),
    path("<uuid:note_id>/answer/", views.answer, name="answer"),
    path("<uuid:note_id>/close/", views.close, name="close"),
    path("<uuid:note_id>/mute/", views.mute, name="mute"),
]
