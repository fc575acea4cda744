"""`make run`: bring the database and files up to date, fill an empty house, and serve it."""

import os
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from config import building, demo
from config.management.commands import serve
from speakup.people.models import Person


class Command(BaseCommand):
    help = "Migrate, compile translations, fill an empty database with the demo company, and serve."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--people", type=int, default=600, help="in the demo company")
        parser.add_argument("--quarters", type=int, default=8, help="released in the demo company")

    def handle(self, *args: Any, people: int, quarters: int, **options: Any) -> None:
        serve.opened("127.0.0.1", settings.PORT).close()  # taken? Better said now than in a minute
        building.compile_translations()
        building.collect_static()
        call_command("migrate", verbosity=0)
        empty = not Person.objects.exists()
        call_command("demo", people=people, quarters=quarters, who=not empty)
        if demo.lives_here() and "NOTE_REST_MINUTES" not in os.environ:
            settings.NOTE_REST_MINUTES = 0
            self.stdout.write("In the demo notes do not rest: they arrive at once.")
        call_command("serve")
