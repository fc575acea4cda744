"""Keys change hands here: rotate the server's key, destroy a person's."""

from collections.abc import Iterator

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from speakup.people.models import Person
from speakup.vault import sealing
from speakup.vault.keys import Keyring, add_version, keyring
from speakup.vault.models import PersonKey

BATCH = 500


class KeysComeFromOutside(Exception):
    """The keys are given by the environment: only who sets it can add a version."""

    def __str__(self) -> str:
        return str(
            _(
                "The keys come from VAULT_KEYS. Add the next version there, start again, "
                "and then rotate the keys."
            )
        )


def start_new_version() -> int:
    """Add a server key to the key file; new wraps use it from now on."""
    if settings.VAULT_KEYS:
        raise KeysComeFromOutside
    keyring()
    return add_version(settings.VAULT_KEY_FILE)


def rewrap_person_keys() -> Iterator[int]:
    """Wrap every person's key anew under the current version; yields how many are done.

    Safe to run again after a crash: only keys of older versions are touched.
    """
    keys, done = keyring(), 0
    while rewrapped := _rewrap_batch(keys):
        done += rewrapped
        yield done


@transaction.atomic
def _rewrap_batch(keys: Keyring) -> int:
    old = PersonKey.objects.select_for_update().exclude(kek_version=keys.current)[:BATCH]
    rows = list(old)
    for row in rows:
        key = sealing.unwrapped(row, keys)
        row.wrapped = sealing.wrapped(row.person_id, key, keys)
        row.kek_version = keys.current
    PersonKey.objects.bulk_update(rows, ["wrapped", "kek_version"])
    return len(rows)


def destroy_key(*, of: Person) -> None:
    """After this nothing sealed for the person opens again, in this database or any copy of it."""
    PersonKey.objects.filter(person=of).delete()
