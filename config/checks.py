"""System checks that guard promises: real noise, and a folder that nobody else looks into."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004

OTHERS = 0o077  # what a folder's mode lets its group and everybody else do
REAL_NOISE = "speakup.privacy.OpenDPNoise"


@register(Tags.security)
def noise_is_real(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Other noise protects nobody."""
    if settings.NOISE == REAL_NOISE:
        return []
    return [Error(f"NOISE must be {REAL_NOISE}: other noise protects nobody.", id="house.E001")]


@register(Tags.security)
def data_is_private(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A folder that was there before us keeps the mode that somebody gave it."""
    if not settings.DATA_DIR.stat().st_mode & OTHERS:
        return []
    return [
        Warning(
            f"The folder {settings.DATA_DIR} is open to others than its owner.",
            hint=f"Close it: chmod 700 {settings.DATA_DIR}",
            id="house.W001",
        )
    ]
