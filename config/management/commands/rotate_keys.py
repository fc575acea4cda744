"""Give the vault a new key, and wrap everybody's own key under it."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from speakup.vault import actions, queries
from speakup.vault.keys import keyring


class Command(BaseCommand):
    help = (
        "Start a new version of the vault's key and wrap every person's key under it. "
        "If an earlier rotation was interrupted, finish that one instead."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.refuse_what_cannot_open()
            self.begin_or_go_on()
            self.rewrap()
        except (ImproperlyConfigured, actions.KeysComeFromOutside) as trouble:
            raise CommandError(str(trouble)) from None
        self.say_what_is_needed()

    def refuse_what_cannot_open(self) -> None:
        missing = queries.missing_versions()
        if missing:
            raise CommandError(
                f"Nothing was rotated: the vault lacks key version {_listed(missing)}, "
                "which some notebooks open with only. Put it back and run this again."
            )
        wrong = queries.wrong_versions()
        if wrong:
            raise CommandError(
                f"Nothing was rotated: the key of version {_listed(wrong)} is not the one that the "
                "notebooks here were sealed with. Put it back and run this again."
            )

    def begin_or_go_on(self) -> None:
        if queries.people_behind(keyring().current):
            self.stdout.write(f"Going on with version {keyring().current}.")
        else:
            self.stdout.write(f"Version {actions.start_new_version()} has begun.")

    def rewrap(self) -> None:
        total = queries.people_behind(keyring().current)
        for done in actions.rewrap_person_keys():
            self.stderr.write(f"{done} of {total} keys")

    def say_what_is_needed(self) -> None:
        held = keyring()
        needed = queries.needed_versions() or [held.current]
        self.stdout.write(f"Needed by this database: version {_listed(needed)}.")
        spare = queries.without(held.by_version, needed)
        self.stdout.write(
            f"Needed by older backups only: version {_listed(spare)}. "
            "Take it out once those backups are gone."
        )


def _listed(versions: list[int]) -> str:
    return ", ".join(map(str, versions))
