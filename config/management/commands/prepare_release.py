"""Prepare a quarter from the command line: first what it would publish and cost, then the draw itself."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.module_loading import import_string

from speakup.people.models import Person
from speakup.privacy.quarters import Quarter
from speakup.reports import actions, planning, policy
from speakup.reports.pictures import planned_places
from speakup.reports.planning import Plan
from speakup.reports.refusals import NotASteward, Refused


class Command(BaseCommand):
    help = "Show what preparing a quarter would publish and cost; with --draw, draw its noise once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("quarter", help="such as 2026Q3")
        parser.add_argument("--by", required=True, help="e-mail address of the steward who asks")
        parser.add_argument("--draw", action="store_true", help="draw the noise and freeze")

    def handle(self, *args: Any, quarter: str, by: str, draw: bool, **options: Any) -> None:
        try:
            asked, steward = self.quarter(quarter), self.steward(by)
            plan = planning.plan(asked, today=timezone.localdate())
            self.tell(plan)
            if draw:
                self.draw(asked, steward)
            else:
                self.stdout.write("Nothing is drawn yet. Add --draw to draw the noise, once.")
        except Refused as refused:
            raise CommandError(str(refused)) from None

    def quarter(self, written: str) -> Quarter:
        try:
            return Quarter.parse(written)
        except ValueError:
            raise CommandError(f"{written} is no quarter: write it like 2026Q3.") from None

    def steward(self, email: str) -> Person:
        person = Person.objects.filter(email__iexact=email).first()
        if person is None:
            raise CommandError(f"Nobody here has the address {email}: check its spelling.")
        if not policy.may_prepare(person):
            raise NotASteward
        return person

    def tell(self, plan: Plan) -> None:
        say = self.stdout.write
        say(f"{plan.quarter}: {plan.headcount} people, {len(plan.tree.published)} places.")
        say(f"{'place':<40} {'people':>7} {'margin':>7} {'silent below':>13}")
        for expected, row in zip(plan.expected, planned_places(plan), strict=True):
            name = "  " * expected.place.depth + row.name
            say(f"{name:<40} {row.headcount:>7} {'±' + row.margin:>7} {row.hidden_below:>13}")
        say("Margins and limits are in moments; a place below its limit stays silent.")
        say(
            f"This spends {plan.rho} of privacy (rho); {plan.year_limit} a year, "
            f"{plan.left} left before and {plan.left_after} after."
        )

    def draw(self, quarter: Quarter, steward: Person) -> None:
        noise = import_string(settings.NOISE)()
        actions.prepare(by=steward, quarter=quarter, today=timezone.localdate(), noise=noise)
        self.stdout.write(f"{quarter} is prepared. Another steward releases it on its page.")
