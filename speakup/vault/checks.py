"""Before serving: every person's key must be openable, or somebody's notebook would be shut."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from speakup.vault import keys, queries
from speakup.vault.models import PersonKey


@register(Tags.database)
def every_notebook_opens(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Says which version of the key is missing or another one, where somebody's key needs it."""
    if "default" not in (databases or ()) or not _has_keys():
        return []
    try:
        if keys.are_there():
            keys.keyring()
        missing, wrong = queries.missing_versions(), queries.wrong_versions()
    except ImproperlyConfigured as trouble:
        return [Error(str(trouble), id="vault.E002")]
    return [*map(_lacks, missing), *map(_is_wrong, wrong)]


def refusal() -> str:
    """Why no private text may be opened or written now, for the operator; empty when it may."""
    found = every_notebook_opens(None, databases=["default"])
    return " ".join(f"{trouble.msg} {trouble.hint or ''}".strip() for trouble in found)


def _has_keys() -> bool:
    """Before the first migration there is no table to ask."""
    return PersonKey._meta.db_table in connections["default"].introspection.table_names()


def _is_wrong(version: int) -> Error:
    return Error(
        f"The key of version {version} is not the one that the notebooks here were sealed with.",
        hint="Put the right one into the key file, or into VAULT_KEYS, and start again.",
        id="vault.E003",
    )


def _lacks(version: int) -> Error:
    return Error(
        f"The vault lacks key version {version}, which some notebooks open with only.",
        hint="Put it back into the key file, or into VAULT_KEYS, and start again.",
        id="vault.E001",
    )
