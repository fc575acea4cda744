"""The notes app."""

from django.apps import AppConfig


class NotesConfig(AppConfig):
    name = "coaching.notes"
    default_auto_field = "django.db.models.BigAutoField"
