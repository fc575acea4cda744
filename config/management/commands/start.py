"""`make run`: bring the database and files up to date, fill an empty house, and serve it."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from config import building
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
        call_command("serve")
