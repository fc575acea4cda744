"""Who may receive what and when, and whose turn it is, as plain predicates."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.utils import timezone

from coaching.notes.models import Side
from speakup.people.models import Person

NEW_NOTES_A_WEEK = 3
DAYS_BETWEEN_NOTES = 14
ANSWERS_IN_A_ROW = {Side.READER: 3, Side.WRITER: 1}


def is_quiet(person: Person, clock: time) -> bool:
    """Whether the local time lies in the person's quiet hours, which may pass midnight."""
    start, end = person.quiet_from, person.quiet_until
    if start is None or end is None:
        return False
    if start <= end:
        return start <= clock < end
    return clock >= start or clock < end


def takes_a_note_now(person: Person, now: datetime) -> bool:
    return person.is_active and person.takes_notes and not is_quiet(person, local_clock(now))


def end_of_quiet(person: Person, now: datetime) -> datetime | None:
    """When the quiet hours in which it is now are over; None outside of them."""
    end = person.quiet_until
    if end is None or not is_quiet(person, local_clock(now)):
        return None
    today = timezone.localdate(now)
    day = today if local_clock(now) < end else today + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, end))


def may_speak(side: Side, so_far: Sequence[str]) -> bool:
    """The writer once for each turn of the reader, the reader a few times in a row; `so_far` are sides in order."""
    most = ANSWERS_IN_A_ROW[side]
    if side == Side.WRITER and not so_far:
        return False
    return list(so_far[-most:]) != [side] * most


def local_clock(now: datetime) -> time:
    return timezone.localtime(now).time()
