"""Which versions of the server's key the people here still need."""

from collections.abc import Collection

from speakup.vault import sealing
from speakup.vault.envelope import CannotOpen
from speakup.vault.keys import Keyring, keyring
from speakup.vault.models import PersonKey


def needed_versions() -> list[int]:
    versions = PersonKey.objects.order_by("kek_version").values_list("kek_version", flat=True)
    return list(versions.distinct())


def missing_versions() -> list[int]:
    """Versions that somebody's key needs and the server does not hold; asks no key file for nothing."""
    needed = needed_versions()
    return without(needed, keyring().by_version) if needed else []


def wrong_versions() -> list[int]:
    """Versions whose key here is another one than the notebooks were sealed with."""
    needed = needed_versions()
    if not needed:
        return []
    held = keyring()
    return [
        version for version in needed if version in held.by_version and not _opens(version, held)
    ]


def _opens(version: int, held: Keyring) -> bool:
    """One person's key tells for all of its version."""
    try:
        sealing.unwrapped(PersonKey.objects.filter(kek_version=version)[0], held)
    except CannotOpen:
        return False
    return True


def without(needed: Collection[int], held: Collection[int]) -> list[int]:
    return sorted(set(needed) - set(held))


def people_behind(version: int) -> int:
    """How many keys are still wrapped by other versions than this one."""
    return PersonKey.objects.exclude(kek_version=version).count()
