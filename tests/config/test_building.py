"""What is built before serving: only what is stale, and all of it."""

import gettext
import os
from pathlib import Path

import pytest

from config import building

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Thank you."
msgstr "Спасибо."
"""


@pytest.fixture
def catalogue(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    path = tmp_path / "ru" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


@pytest.fixture
def static(settings, tmp_path):
    """A folder of sources, and the place where the built files go."""
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "words.js").write_text("let words;")
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [sources], tmp_path / "built"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    return sources


def seconds_later(path, seconds):
    os.utime(path, (path.stat().st_atime, path.stat().st_mtime + seconds))


def test_a_translation_is_compiled_once_and_again_when_it_has_changed(catalogue):
    assert building.compile_translations() == 1
    assert building.compile_translations() == 0

    seconds_later(catalogue, 5)

    assert building.compile_translations() == 1
    with catalogue.with_suffix(".mo").open("rb") as built:
        assert gettext.GNUTranslations(built).gettext("Thank you.") == "Спасибо."


def test_a_house_without_translations_has_nothing_to_compile(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path / "nowhere"]

    assert building.compile_translations() == 0


def test_static_files_are_hashed_and_collected_once(static, settings):
    assert building.collect_static() is True
    assert building.collect_static() is False

    built = {path.name for path in Path(settings.STATIC_ROOT).iterdir()}
    assert {"words.js", "staticfiles.json", "collected"} <= built
    assert any(name.startswith("words.") and name.count(".") == 2 for name in built)


def test_a_changed_file_is_collected_anew_and_an_old_one_is_gone(static, settings):
    building.collect_static()
    (static / "words.js").rename(static / "other.js")

    assert building.collect_static() is True
    built = {path.name for path in Path(settings.STATIC_ROOT).iterdir()}
    assert "other.js" in built
    assert "words.js" not in built


def test_collecting_that_broke_off_is_done_again(static, settings):
    building.collect_static()
    (Path(settings.STATIC_ROOT) / "collected").unlink()

    assert building.collect_static() is True
