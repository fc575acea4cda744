"""The server's own keys (KEK), by version: from the environment or a file only its owner can read."""

import base64
import binascii
import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from speakup.vault.envelope import KEY_BYTES, CannotOpen, new_key


@dataclass(frozen=True)
class Keyring:
    """Every key version the server holds; new wraps use the highest."""

    by_version: dict[int, bytes]

    @property
    def current(self) -> int:
        return max(self.by_version)

    def key(self, version: int) -> bytes:
        try:
            return self.by_version[version]
        except KeyError:
            raise CannotOpen(f"Vault key version {version} is missing.") from None


def keyring() -> Keyring:
    """The keys as they stand now: rotation in another process is seen at once."""
    if settings.VAULT_KEYS:
        return parsed(settings.VAULT_KEYS.replace(",", "\n"))
    return parsed(read_or_make(settings.VAULT_KEY_FILE))


def parsed(text: str) -> Keyring:
    """Lines of `version:base64 of 32 bytes`."""
    found: dict[int, bytes] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        version, _, code = line.partition(":")
        try:
            found[int(version)] = base64.b64decode(code, validate=True)
        except (ValueError, binascii.Error):
            raise ImproperlyConfigured("A line of the vault keys is not version:base64.") from None
    if not found or any(len(key) != KEY_BYTES for key in found.values()):
        raise ImproperlyConfigured("The vault needs at least one key, each of 32 bytes.")
    return Keyring(found)


def line_of(version: int, key: bytes) -> str:
    return f"{version}:{base64.b64encode(key).decode()}\n"


def read_or_make(path: Path) -> str:
    """The key file's text; the very first start makes it, and nothing ever overwrites it."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(line_of(1, new_key()))
        file.flush()
        os.fsync(file.fileno())
    return path.read_text()


def add_version(path: Path) -> int:
    """Append a fresh key to the file and return its version."""
    version = parsed(path.read_text()).current + 1
    with path.open("a") as file:
        file.write(line_of(version, new_key()))
        file.flush()
        os.fsync(file.fileno())
    return version
