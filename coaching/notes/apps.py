"""The notes app, and what it hears of people signing out."""

from django.apps import AppConfig


class NotesConfig(AppConfig):
    name = "coaching.notes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Only now are there tables that these may speak of.
        from allauth.account import signals  # noqa: PLC0415
        from django.contrib.auth.signals import user_logged_out  # noqa: PLC0415

        from coaching.notes import telling  # noqa: PLC0415

        user_logged_out.connect(telling.signed_out)
        signals.password_changed.connect(telling.password_changed)
        signals.password_reset.connect(telling.password_changed)
