"""Bring people, units and roles in from a staff file: shows the difference first, writes when told to."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError

from speakup.people import actions, queries
from speakup.people.staff import Plan, Row, compare, written
from speakup.people.staff_file import COLUMNS, BadFile, read

MOST_LEFT_ALONE = 20  # named one by one: what changes must not drown among those who stay


class Command(BaseCommand):
    help = (
        f"Read a CSV file in UTF-8 with the columns {','.join(COLUMNS)} and show what it would change; "
        "--apply writes it. The e-mail address tells who is who. "
        "A unit is a path like “Harbour Group / Hotel Zuid / Front desk”; a manager manages that unit. "
        "The language counts until someone has signed in; after that it is their own choice."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--apply", action="store_true", help="write the difference")
        parser.add_argument(
            "--deactivate-missing",
            action="store_true",
            help="people who are not in the file can no longer sign in",
        )

    def handle(
        self, *args: Any, file: Path, apply: bool, deactivate_missing: bool, **options: Any
    ) -> None:
        rows = self.rows_of(file)
        staff = queries.staff()
        plan = compare(rows, staff.people, staff.unit_ids)
        for line in described(plan, deactivating=deactivate_missing):
            self.stdout.write(line)
        if not plan.does_something(deactivating=deactivate_missing):
            self.stdout.write("Nothing to do: everything is already as the file says.")
        elif not apply:
            self.stdout.write("Nothing was written. Run it again with --apply to write this.")
        else:
            self.write(rows, deactivate_missing=deactivate_missing)

    def rows_of(self, file: Path) -> tuple[Row, ...]:
        try:
            return read(file.read_bytes(), organisation=queries.organisation_name())
        except OSError:
            raise CommandError(f"{file} cannot be read. Check its name and try again.") from None
        except BadFile as bad:
            for fault in bad.faults:
                self.stderr.write(f"Line {fault.line}: {fault.sentence}")
            raise CommandError(
                "Nothing was imported. Change the lines named above and run it again."
            ) from None

    def write(self, rows: tuple[Row, ...], *, deactivate_missing: bool) -> None:
        try:
            actions.bring_in_staff(rows=rows, deactivate_missing=deactivate_missing, tell=self.tell)
        except IntegrityError:
            raise CommandError(
                "Someone else changed the staff at the same moment. Nothing was imported; run it again."
            ) from None
        self.stdout.write("All of this is written.")

    def tell(self, done: int, total: int) -> None:
        self.stderr.write(f"{done} of {total} people")


def described(plan: Plan, *, deactivating: bool) -> Iterator[str]:
    """The plan as a person reads it."""
    yield from _chapter("New units", [written(path) for path in plan.units])
    yield from _chapter("New people", [_introduced(row) for row in plan.new])
    yield from _chapter("Changed people", list(_changes(plan)))
    fate = "will no longer be able to sign in" if deactivating else "left as they are"
    missing = [f"{person.name} <{person.email}>" for person in plan.missing]
    yield from _chapter(
        f"Not in the file, {fate}", missing, most=None if deactivating else MOST_LEFT_ALONE
    )
    yield f"As in the file already: {plan.unchanged}"


def _chapter(title: str, lines: list[str], *, most: int | None = None) -> Iterator[str]:
    if lines:
        yield f"{title}: {len(lines)}"
        yield from (f"  {line}" for line in lines[:most])
        if most and len(lines) > most:
            yield f"  and {len(lines) - most} more"


def _introduced(row: Row) -> str:
    roles = ", ".join(sorted(row.roles))
    return f"{row.name} <{row.email}>, {written(row.unit)}, {roles}, {row.language}"


def _changes(plan: Plan) -> Iterator[str]:
    for change in plan.changed:
        fields = "; ".join(f"{one.field}: {one.old} -> {one.new}" for one in change.differences)
        yield f"{change.row.name} <{change.row.email}>, {fields}"
