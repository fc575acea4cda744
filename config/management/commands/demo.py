"""Fill an empty house with an invented company, or say who can sign in there."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config import demo, invented
from speakup.people.models import Person
from speakup.vault.checks import refusal


class Command(BaseCommand):
    help = "Fill an empty database with the invented Harbour Group, or say who can sign in there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--people", type=int, default=600)
        parser.add_argument("--quarters", type=int, default=8, help="released quarters")
        parser.add_argument("--seed", type=int, default=demo.SEED)
        parser.add_argument("--who", action="store_true", help="only say who can sign in")

    def handle(self, *args: Any, people: int, quarters: int, seed: int, **options: Any) -> None:
        if not options["who"]:
            self.refuse(people, quarters)
            began = time.monotonic()
            self.fill(people, quarters, seed)
            self.stdout.write(f"Invented in {time.monotonic() - began:.0f} s. Nobody here is real.")
        self.say_who()

    def refuse(self, people: int, quarters: int) -> None:
        if Person.objects.exists():
            raise CommandError("There are people here already. The demo needs an empty database.")
        if why := refusal():
            raise CommandError(why)
        if people < len(invented.CAST) or quarters < 0:
            raise CommandError(
                f"Ask for at least {len(invented.CAST)} people and no fewer than 0 quarters."
            )

    def fill(self, people: int, quarters: int, seed: int) -> None:
        """Everything goes through the actions, so that it can never be what a page could not make."""
        self.stdout.write(f"Inventing {people} people and {quarters} released quarters…")
        demo.hire(invented.staff(people, seed))
        crowd = demo.with_tempers(seed)
        for number, quarter in enumerate(demo.told_quarters(quarters)):
            count = demo.write_down(crowd, quarter, number)
            told = demo.publish(quarter) if number < quarters else "still open"
            self.stdout.write(f"  {quarter}: {count} moments, {told}")
        self.stdout.write(f"  {demo.exchange_notes()} notes between colleagues")

    def say_who(self) -> None:
        found = set(demo.cast().values_list("email", flat=True))
        if not found:
            return
        self.stdout.write(
            f"\nThe invented {invented.ORGANISATION}. Sign in with the password: {demo.PASSWORD}"
        )
        for name, who, unit, roles, _language in invented.CAST:
            if demo.address(who) in found:
                place = unit.rpartition(" / ")[2]
                self.stdout.write(f"  {demo.address(who):<24} {name:<14} {roles:<8} {place}")
        self.stdout.write("")
