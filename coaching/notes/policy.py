"""Who may receive what and when, as plain predicates."""

from datetime import datetime, time

from django.utils import timezone

from speakup.people.models import Person

NEW_NOTES_A_WEEK = 3
DAYS_BETWEEN_NOTES = 14


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


def local_clock(now: datetime) -> time:
    return timezone.localtime(now).time()
