"""Deliver what has rested, and forget what is long settled."""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from coaching.notes import policy, queries, telling
from coaching.notes.models import Note, State
from speakup.people.models import Person
from speakup.vault.envelope import CannotOpen

logger = logging.getLogger("coaching.notes")


def deliver_due(*, now: datetime, reader: UUID | None = None) -> int:
    """Deliver every rested note whose reader takes one now; returns how many arrived."""
    rested = Note.objects.rested(now).select_related("reader").defer("sealed")
    if reader:
        rested = rested.filter(reader=reader)
    due = [note for note in rested if policy.takes_a_note_now(note.reader, now)]
    return sum(_arrives(note, now) for note in due)


def _arrives(note: Note, now: datetime) -> bool:
    """One reader whose seals do not open must not hold up everybody else's notes."""
    try:
        return deliver(note, now=now)
    except CannotOpen:
        logger.error("A note waits: what its reader keeps sealed does not open.")
        return False


@transaction.atomic
def deliver(note: Note, *, now: datetime) -> bool:
    """One note, counted while the reader's row is held: a fourth in a week keeps waiting."""
    reader = Person.objects.select_for_update(no_key=True).get(pk=note.reader_id)
    today = timezone.localdate(now)
    if not policy.takes_a_note_now(reader, now) or note.writer_id in queries.muted_by(reader.pk):
        return False
    if not queries.has_a_free_week(reader.pk, today):
        return False
    due = Note.objects.rested(now).filter(pk=note.pk)
    # The minute in which a note was written has done its work: only the day stays on the row.
    morning = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    arrived = {"state": State.DELIVERED, "delivered_on": today, "rests_until": morning}
    if not due.order_by().update(**arrived):
        return False
    telling.something_waits(reader)
    return True


def forget_old(*, now: datetime) -> int:
    """Delete closed notes after their time, and notes that could not be delivered in all that time."""
    kept = timedelta(days=settings.NOTE_KEPT_DAYS)
    settled = Q(closed_on__lte=timezone.localdate(now) - kept)
    stuck = Q(state=State.RESTING, rests_until__lte=now - kept)
    _, deleted = Note.objects.filter(settled | stuck).delete()
    return deleted.get("notes.Note", 0)
