"""The house rules, as tests: sizes, rooms, settings that are written down, templates that are used."""

import ast
import re
from itertools import chain
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted(
    path
    for path in chain(
        *(ROOT.glob(f"{package}/**/*.py") for package in ("config", "coaching", "speakup"))
    )
    if "migrations" not in path.parts
)
JUNK = {"utils", "helpers", "services", "selectors", "signals", "common", "misc", "tools"}
PRIVATE_COLUMNS = {
    "observations.Observation": {"id", "person", "quarter", "sealed"},
    "notes.Note": {
        "id", "reader", "writer", "state", "rests_until", "delivered_on", "closed_on",
        "sealed", "key_for_writer", "key_for_reader",
    },
    "notes.Reply": {"id", "note", "side", "order", "sealed"},
    "notes.Muting": {"reader", "sealed"},
}  # fmt: skip


def name_of(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_files_stop_at_400_lines_and_functions_at_50(path):
    text = path.read_text()
    tree = ast.parse(text)

    too_long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno >= 50
    ]

    assert text.count("\n") <= 400
    assert too_long == []


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_every_module_says_what_it_is_for_and_is_no_junk_drawer(path):
    text = path.read_text()

    assert path.stem not in JUNK
    assert not text.strip() or ast.get_docstring(ast.parse(text))


def test_every_variable_that_settings_read_is_in_the_example_and_the_reference():
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "config/settings.py").read_text()))
    read |= set(re.findall(r'environ\.get\("([A-Z_]+)"', (ROOT / "config/asgi.py").read_text()))
    example = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))
    reference = set(re.findall(r"`([A-Z_]+)`", (ROOT / "docs/reference/settings.md").read_text()))

    assert read
    assert read == example
    assert read <= reference


@pytest.mark.parametrize("label", PRIVATE_COLUMNS)
def test_private_rows_have_no_column_beyond_those_promised(label):
    fields = {field.name for field in apps.get_model(label)._meta.local_fields}

    assert fields == PRIVATE_COLUMNS[label]


def test_private_rows_have_random_keys():
    keys = [apps.get_model(label)._meta.pk for label in PRIVATE_COLUMNS if label != "notes.Muting"]

    assert all(isinstance(key, models.UUIDField) for key in keys)


def test_every_template_is_used():
    sources = "\n".join(
        path.read_text()
        for path in chain(CODE, ROOT.glob("templates/**/*.html"), ROOT.glob("tests/**/*.py"))
    )
    own = [
        path
        for path in ROOT.glob("templates/**/*.html")
        if path.relative_to(ROOT / "templates").parts[0] not in {"account", "allauth", "django"}
        and not re.fullmatch(r"\d{3}(_csrf)?", path.stem)
    ]

    assert own
    assert [
        str(path) for path in own if not names_of(path) & set(re.findall(r"[\w/.-]+", sources))
    ] == []


def names_of(template):
    """A template is named in full, or by its last part where a view's folder is said once."""
    return {str(template.relative_to(ROOT / "templates")), template.stem, f"/{template.name}"}


def test_no_template_holds_inline_script_or_style():
    faults = [
        str(path)
        for path in ROOT.glob("templates/**/*.html")
        if re.search(r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\bsrc=)", path.read_text())
    ]

    assert faults == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("static/js/*.js")), ids=name_of)
def test_each_script_is_one_short_behaviour(path):
    assert path.read_text().count("\n") <= 60


def test_readme_stays_short():
    assert (ROOT / "README.md").read_text().count("\n") <= 80


def test_no_lock_file_names_a_registry():
    assert not any("://" in path.read_text() for path in ROOT.glob("requirements/*.txt"))
