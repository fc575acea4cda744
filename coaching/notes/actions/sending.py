"""Send a note, and while it rests change it or take it back."""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.formats import date_format

from coaching.notes import draft as drafts
from coaching.notes import letters, queries, refusals
from coaching.notes.actions.delivering import deliver_due
from coaching.notes.draft import Draft
from coaching.notes.models import Note, State
from coaching.phrasing import Verdict
from speakup.observations.actions import mark_note_sent
from speakup.people.models import Person
from speakup.people.policy import leads


@transaction.atomic
def send_note(
    *,
    by: Person,
    reader: Person,
    draft: Draft,
    now: datetime,
    seen: str = "",
    observation: UUID | None = None,
) -> Note:
    """Seal the note and let it rest; it is delivered later, outside the reader's quiet hours."""
    reader = locked(reader)
    refuse_unless_sendable(by=by, reader=reader, draft=draft, now=now)
    _refuse_unseen_hints(by, draft, reader, seen)
    rest = timedelta(minutes=settings.NOTE_REST_MINUTES)
    note = Note(reader=reader, writer=by, rests_until=now + rest)
    letters.seal_new(note, draft, writer=by.pk)
    note.save(force_insert=True)
    if observation:
        mark_note_sent(by=by, observation_id=observation)
    if not rest:
        transaction.on_commit(partial(deliver_due, now=now, reader=reader.pk))
    return note


@transaction.atomic
def change_note(*, by: Person, note: Note, draft: Draft, now: datetime, seen: str = "") -> None:
    """Other words for a note that still rests; its rest goes on as before."""
    note = _still_resting(by, note, now)
    _refuse_words(draft, note.reader)
    _refuse_unseen_hints(by, draft, note.reader, seen)
    letters.seal_again(note, draft, writer=by)
    note.save(update_fields=["sealed"])


@transaction.atomic
def take_back(*, by: Person, note: Note, now: datetime) -> None:
    """Nothing of the note stays, and the writer may write to this reader again."""
    _still_resting(by, note, now).delete()


def refuse_unless_sendable(*, by: Person, reader: Person, draft: Draft, now: datetime) -> None:
    """Everything but the hints, which the preview is there to show."""
    _refuse_reader(by, reader)
    _refuse_words(draft, reader)
    _refuse_pair(by, reader, now)


def refuse_unless_changeable(*, note: Note, draft: Draft) -> None:
    _refuse_words(draft, note.reader)


def locked(reader: Person) -> Person:
    """Whoever counts a reader's notes holds their row first, so that nobody counts beside them."""
    return Person.objects.select_for_update(no_key=True).get(pk=reader.pk)


def _refuse_reader(by: Person, reader: Person) -> None:
    if by.pk == reader.pk:
        raise refusals.ToOneself
    if not reader.is_active:
        raise refusals.NotHereAnyMore(name=reader.name)
    if leads(by, reader):
        raise refusals.DownTheLine(name=reader.name)
    if not reader.takes_notes or by.pk in queries.muted_by(reader.pk):
        raise refusals.NotTakingNotes(name=reader.name)


def _refuse_words(draft: Draft, reader: Person) -> None:
    if not draft.fact.strip():
        raise refusals.NoFact
    if draft.too_many:
        raise refusals.TooLong(count=draft.too_many)
    if drafts.holds_a_link(draft.text):
        raise refusals.HoldsALink
    if _verdict(draft, reader) == Verdict.CANNOT_SEND:
        raise refusals.CannotBeSent


def _refuse_unseen_hints(by: Person, draft: Draft, reader: Person, seen: str) -> None:
    if _verdict(draft, reader) == Verdict.LOOK_AGAIN and not drafts.was_shown(
        draft, seen, by=by.pk
    ):
        raise refusals.LookAgainFirst


def _verdict(draft: Draft, reader: Person) -> Verdict:
    reading = drafts.read(draft, names=(reader.name,))
    return reading.verdict if reading else Verdict.READS_WELL


def _refuse_pair(by: Person, reader: Person, now: datetime) -> None:
    if queries.waits_for(reader.pk, writer=by.pk):
        raise refusals.StillWaiting(name=reader.name)
    if day := queries.free_again_on(reader.pk, writer=by.pk, now=now):
        raise refusals.TooSoon(name=reader.name, day=date_format(day, "DATE_FORMAT"))


def _still_resting(by: Person, note: Note, now: datetime) -> Note:
    """The writer's own note under lock, or a refusal once its rest is over."""
    mine = Note.objects.select_for_update(no_key=True, of=("self",)).select_related("reader")
    resting = mine.filter(pk=note.pk, writer=by, state=State.RESTING, rests_until__gt=now).first()
    if resting is None:
        raise refusals.RestIsOver
    return resting
