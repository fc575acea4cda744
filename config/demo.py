"""How the invented company comes to life: hired, writing down, releasing and talking, all by actions."""

from datetime import timedelta
from random import Random

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from coaching.notes.actions import answer_note, deliver_due, open_note, send_note
from coaching.notes.draft import Draft
from coaching.notes.models import Answer
from config import invented
from speakup.observations.actions import log_observation
from speakup.observations.moments import Moment
from speakup.people.actions import bring_in_staff
from speakup.people.models import Person
from speakup.people.staff import Row
from speakup.privacy.quarters import Quarter
from speakup.reports import actions as reports
from speakup.standards.models import House, Standard

PASSWORD = "a quiet notebook"  # noqa: S105  printed for every visitor of an invented company
SEED = 20151110
CLOSED_AFTER = timedelta(days=8)
ROUTE = (
    "Tell Head office / People and training, in person or by phone. They take it from there and must "
    "answer you within a week. The works council can go with you."
)


def lives_here() -> bool:
    return cast().exists()


def cast() -> QuerySet[Person]:
    return Person.objects.filter(email__in=[address(who) for _, who, *_rest in invented.CAST])


def address(who: str) -> str:
    return f"{who}@{invented.DOMAIN}"


def one_of_cast(who: str) -> Person:
    return Person.objects.get(email=address(who))


def hire(staff: list[Row]) -> None:
    """Everybody comes in by the staff list; only those whom visitors play get a password."""
    bring_in_staff(rows=staff, deactivate_missing=False, tell=lambda done, total: None)
    cast().update(password=make_password(PASSWORD))
    House.objects.update(official_route=ROUTE)


def with_tempers(seed: int) -> list[tuple[Person, invented.Temper]]:
    """Those whom visitors play see enough for their notebooks to have something to show."""
    rng = Random(seed)  # noqa: S311
    played = {address(who) for _, who, *_rest in invented.CAST}
    people = Person.objects.filter(is_active=True).order_by("email")
    tempers = [(person, invented.temper(rng)) for person in people]
    return [
        (person, invented.lively(temper) if person.email in played else temper)
        for person, temper in tempers
    ]


def told_quarters(released: int) -> list[Quarter]:
    """The quarters that are released, oldest first, and the open one."""
    quarter = Quarter.of(timezone.localdate())
    found = [quarter]
    for _ in range(released):
        quarter = quarter.previous
        found.insert(0, quarter)
    return found


@transaction.atomic
def write_down(crowd: list[tuple[Person, invented.Temper]], quarter: Quarter, number: int) -> int:
    """What everybody notices in the quarter, as far as it has come."""
    last = min(quarter.last_day, timezone.localdate())
    codes = list(Standard.objects.in_force().values_list("code", flat=True))
    count = 0
    for person, temper in crowd:
        for seen in invented.moments(temper, codes, quarter.first_day, quarter.last_day, number):
            if seen.day <= last:
                log_observation(by=person, moment=Moment(**vars(seen)), today=last)
                count += 1
    return count


def publish(quarter: Quarter) -> str:
    """Olga prepares, Ilse releases, as if on the first days when that was possible."""
    olga, ilse = one_of_cast("olga"), one_of_cast("ilse")
    day = quarter.last_day + CLOSED_AFTER
    noise = import_string(settings.NOISE)()
    prepared = reports.prepare(by=olga, quarter=quarter, today=day, noise=noise)
    reports.release(by=ilse, release=prepared, today=day)
    return "released"


def exchange_notes() -> int:
    """A few notes have gone back and forth; one waits unread for Jonas."""
    pairs = (("olga", "mia"), ("ilse", "jonas"), ("jonas", "mia"))
    for (writer, reader), said in zip(pairs, invented.NOTES, strict=True):
        write_one(one_of_cast(writer), one_of_cast(reader), said)
    return len(pairs)


def write_one(writer: Person, reader: Person, said: invented.Note) -> None:
    now = timezone.now() - timedelta(minutes=settings.NOTE_REST_MINUTES + 1)
    draft = Draft(
        language="en",
        opening=said.opening,
        fact=said.fact,
        impact=said.impact,
        question=said.question,
        offer=said.offer,
    )
    note = send_note(by=writer, reader=reader, draft=draft, now=now)
    deliver_due(now=timezone.now(), reader=reader.pk)
    note.refresh_from_db()
    if said.answer and note.delivered_on:
        open_note(by=reader, note=note)
        answer_note(by=reader, note=note, kind=Answer.THANKS, words=said.answer)
