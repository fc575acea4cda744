"""Before serving: every person's key must be openable, or somebody's notebook would be shut."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from speakup.vault.models import PersonKey
from speakup.vault.queries import missing_versions


@register(Tags.database)
def every_notebook_opens(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Says which version of the key is missing, where the database holds keys that need it."""
    if "default" not in (databases or ()) or not _has_keys():
        return []
    try:
        missing = missing_versions()
    except ImproperlyConfigured as trouble:
        return [Error(str(trouble), id="vault.E002")]
    return [_lacks(version) for version in missing]


def _has_keys() -> bool:
    """Before the first migration there is no table to ask."""
    return PersonKey._meta.db_table in connections["default"].introspection.table_names()


def _lacks(version: int) -> Error:
    return Error(
        f"The vault lacks key version {version}, which some notebooks open with only.",
        hint="Put it back into the key file, or into VAULT_KEYS, and start again.",
        id="vault.E001",
    )
