"""The server's own keys (KEK), by version: from the environment or a file only its owner can read."""

import base64
import binascii
import fcntl
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from speakup.vault.envelope import KEY_BYTES, CannotOpen, new_key
from speakup.vault.models import PersonKey

OTHERS = 0o077  # what a file's mode lets its group and everybody else do


class KeyFileLost(ImproperlyConfigured):
    """People's keys are here, but the key that opens them is not; a new one would hide the loss."""


class KeyFileOpen(ImproperlyConfigured):
    """Whoever reads the key file reads every notebook that they get hold of."""


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


def are_there() -> bool:
    """Whether somebody has given keys or a first start has made them."""
    return bool(settings.VAULT_KEYS) or settings.VAULT_KEY_FILE.exists()


def parsed(text: str) -> Keyring:
    """Lines of `version:base64 of 32 bytes`, each version once."""
    found: dict[int, bytes] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        version, key = _read_line(line)
        if version in found:
            raise ImproperlyConfigured(f"Version {version} of the vault keys is there twice.")
        found[version] = key
    if not found or any(len(key) != KEY_BYTES for key in found.values()):
        raise ImproperlyConfigured("The vault needs at least one key, each of 32 bytes.")
    return Keyring(found)


def _read_line(line: str) -> tuple[int, bytes]:
    version, _, code = line.partition(":")
    try:
        return int(version), base64.b64decode(code, validate=True)
    except (ValueError, binascii.Error):
        raise ImproperlyConfigured("A line of the vault keys is not version:base64.") from None


def line_of(version: int, key: bytes) -> str:
    return f"{version}:{base64.b64encode(key).decode()}\n"


def read_or_make(path: Path) -> str:
    """The key file's text; the very first start makes it, and nothing ever replaces it."""
    try:
        return _read(path)
    except FileNotFoundError:
        _refuse_to_hide_a_loss(path)
    _make(path)
    return _read(path)


def _read(path: Path) -> str:
    with path.open() as file:
        if os.fstat(file.fileno()).st_mode & OTHERS:
            raise KeyFileOpen(
                f"The key file {path} is open to others than its owner. Close it: chmod 600 {path}"
            )
        return file.read()


def _refuse_to_hide_a_loss(path: Path) -> None:
    needed = PersonKey.objects.count()
    if needed:
        raise KeyFileLost(
            f"The key file {path} is missing, and the notebooks of {needed} people open with it only. "
            "Put it back from its backup, or name it in VAULT_KEY_FILE."
        )


def _make(path: Path) -> None:
    """Written elsewhere and linked in whole: nobody reads half a key, and the first one made stays."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
    try:
        with os.fdopen(descriptor, "w") as file:
            _write(file.fileno(), line_of(1, new_key()))
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first; its key is the one
    finally:
        os.unlink(draft)


def add_version(path: Path) -> int:
    """Append a fresh key to the file and return its version; two at once get two versions."""
    with path.open("r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        text = file.read()
        version = parsed(text).current + 1
        gap = "" if text.endswith("\n") else "\n"
        _write(file.fileno(), gap + line_of(version, new_key()))
    return version


def _write(descriptor: int, text: str) -> None:
    """At once and down to the disk: a key that wrapped something must not be lost."""
    os.lseek(descriptor, 0, os.SEEK_END)
    os.write(descriptor, text.encode())
    os.fsync(descriptor)
