"""The switchboard of sockets."""

from django.urls import path

from coaching.notes.consumers import GuideConsumer, UnreadConsumer

websocket_urlpatterns = [
    path("ws/guide/", GuideConsumer.as_asgi()),
    path("ws/unread/", UnreadConsumer.as_asgi()),
]
