"""`make run`: bring the database and files up to date, fill an empty house, and serve it."""

import os
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from config import building, demo
from speakup.people.models import Person


class Command(BaseCommand):
    help = "Migrate, compile translations, fill an empty database with the demo company, and serve."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        building.compile_translations()
        building.collect_static()
        call_command("migrate", verbosity=0)
        if not Person.objects.exists():
            call_command("demo")
        call_command("demo", who=True)
        if demo.lives_here() and "NOTE_REST_MINUTES" not in os.environ:
            settings.NOTE_REST_MINUTES = 0
            self.stdout.write("In the demo notes do not rest: they arrive at once.")
        call_command("serve")
