"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "speakup.people"
    default_auto_field = "django.db.models.BigAutoField"
