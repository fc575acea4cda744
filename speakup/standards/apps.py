"""The standards app."""

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "speakup.standards"
    default_auto_field = "django.db.models.BigAutoField"
