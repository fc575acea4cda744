"""The observations app."""

from django.apps import AppConfig


class ObservationsConfig(AppConfig):
    name = "speakup.observations"
    default_auto_field = "django.db.models.BigAutoField"
