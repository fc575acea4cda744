"""The vault app."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "speakup.vault"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from speakup.vault import checks  # noqa: F401, PLC0415  registered by being read
