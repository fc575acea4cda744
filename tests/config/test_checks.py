"""Promises that the system checks guard before anything is served."""

import pytest
from django.core.checks import Tags, run_checks

from config.checks import noise_is_real


def test_real_noise_passes():
    assert noise_is_real(None) == []


@pytest.mark.parametrize("noise", ["tests.Silence", "", "speakup.privacy.SeededNoise"])
def test_any_other_noise_is_an_error_whenever_checks_run(settings, noise):
    settings.NOISE = noise

    found = [trouble for trouble in run_checks(tags=[Tags.security]) if trouble.id == "house.E001"]

    assert [trouble.is_serious() for trouble in found] == [True]
