"""Promises that the system checks guard before anything is served."""

import os

import pytest
from django.core.checks import Tags, run_checks
from django.db import connection

from config.checks import noise_is_real
from tests.live import ROOT


def test_real_noise_passes():
    assert noise_is_real(None) == []


@pytest.mark.parametrize("noise", ["tests.Silence", "", "speakup.privacy.SeededNoise"])
def test_any_other_noise_is_an_error_whenever_checks_run(settings, noise):
    settings.NOISE = noise

    found = [trouble for trouble in run_checks(tags=[Tags.security]) if trouble.id == "house.E001"]

    assert [trouble.is_serious() for trouble in found] == [True]


@pytest.mark.parametrize(("mode", "told"), [(0o700, []), (0o750, [False]), (0o705, [False])])
def test_folder_that_others_can_look_into_is_a_warning(settings, tmp_path, mode, told):
    settings.DATA_DIR = tmp_path
    tmp_path.chmod(mode)

    found = [trouble for trouble in run_checks(tags=[Tags.security]) if trouble.id == "house.W001"]

    assert [trouble.is_serious() for trouble in found] == told


def test_what_the_house_makes_is_for_its_owner_only(transactional_db, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("asked of files")
    (tmp_path / "made").touch()
    file = connection.settings_dict["NAME"]

    assert os.stat(tmp_path / "made").st_mode & 0o077 == 0
    assert [os.stat(file + end).st_mode & 0o077 for end in ("", "-wal", "-shm")] == [0, 0, 0]


def test_what_is_deleted_is_overwritten(db):
    if connection.vendor != "sqlite":
        pytest.skip("asked of files")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)
    assert "secure_delete=ON" in (ROOT / "config/settings.py").read_text()
