"""System checks that guard promises: numbers leave the house only with real noise."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

REAL_NOISE = "speakup.privacy.OpenDPNoise"


@register(Tags.security)
def noise_is_real(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Other noise protects nobody."""
    if settings.NOISE == REAL_NOISE:
        return []
    return [Error(f"NOISE must be {REAL_NOISE}: other noise protects nobody.", id="house.E001")]
