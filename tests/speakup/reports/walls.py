"""Take the database's walls down in a test: to cheat behind them, or to clean up after real commits."""

import importlib
from types import SimpleNamespace

from django.db import connection

from speakup.reports.models import Cell, LedgerEntry, Node, ReadFrom, Release

migration = importlib.import_module("speakup.reports.migrations.0002_walls")


def lower():
    migration.lower_walls(None, SimpleNamespace(connection=connection))


def put_up():
    migration.raise_walls(None, SimpleNamespace(connection=connection))


def forget_releases():
    """Delete what nobody can delete, so that a test with real transactions leaves nothing behind."""
    lower()
    for model in (Cell, ReadFrom, Node, Release, LedgerEntry):
        model.objects.all().delete()
    put_up()
