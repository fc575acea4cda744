"""Reads that cross tables: the inbox, one letter with its answers, people to write to, limits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from coaching.notes import letters, policy
from coaching.notes.draft import Draft
from coaching.notes.models import Muting, Note, Reply, Side, State, news_for
from speakup.observations.queries import Missing, own_entry
from speakup.people.models import Person, PersonQuerySet

SHOWN = 100  # rows of a list; older notes are reached by closing what is settled
FOUND = 8  # names a search shows
FEWEST_LETTERS, MOST_LETTERS = 2, 100


class Stage(StrEnum):
    """Where a note stands, as one of its two people may know it: nobody sees when it was read."""

    RESTING = "resting"
    WAITING = "waiting"
    DELIVERED = "delivered"
    NEW = "new"
    NEW_ANSWER = "new_answer"
    OPENED = "opened"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True)
class Entry:
    """One line of the inbox: whom, and how it stands; never a word of the note."""

    note: Note
    side: Side
    other: str
    stage: Stage
    rests_for: timedelta | None
    days_left: int | None

    @property
    def is_new(self) -> bool:
        return self.stage in (Stage.NEW, Stage.NEW_ANSWER)

    @property
    def is_writer(self) -> bool:
        return self.side == Side.WRITER


@dataclass(frozen=True)
class Inbox:
    received: tuple[Entry, ...]
    written: tuple[Entry, ...]
    written_in_all: int


@dataclass(frozen=True)
class Said:
    """One answer as its two people read it."""

    mine: bool
    kind: str
    words: str


@dataclass(frozen=True)
class Letter:
    """A note opened for one of its two people."""

    entry: Entry
    draft: Draft
    replies: tuple[Said, ...]

    @property
    def may_speak(self) -> bool:
        me = self.entry.side
        other = Side.WRITER if me == Side.READER else Side.READER
        return policy.may_speak(me, [me if said.mine else other for said in self.replies])


def inbox(person: Person, now: datetime) -> Inbox:
    """Both lists in two queries, however long they are; what is new comes first."""
    received = _listed(Note.objects.received_by(person)).order_by("-delivered_on", "id")
    written = _listed(Note.objects.filter(writer=person)).order_by("-rests_until", "id")
    entries = [entry_of(note, person, now) for note in received[:SHOWN]]
    sent = [entry_of(note, person, now) for note in written[:SHOWN]]
    return Inbox(_new_first(entries), _new_first(sent), written.count())


def _new_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: not entry.is_new))


def _listed(notes: QuerySet[Note]) -> QuerySet[Note]:
    """With both names and who spoke last, without the sealed bodies."""
    last = Reply.objects.filter(note=OuterRef("pk")).order_by("-order").values("side")[:1]
    return (
        notes.select_related("reader", "writer")
        .defer("sealed", "key_for_writer", "key_for_reader")
        .annotate(last_side=Subquery(last))
    )


def note_of(person: Person, note_id: UUID) -> Note | None:
    """The note with its names, if this person may know of it."""
    visible = Note.objects.visible_to(person).select_related("reader", "writer")
    last = Reply.objects.filter(note=OuterRef("pk")).order_by("-order").values("side")[:1]
    return visible.annotate(last_side=Subquery(last)).filter(pk=note_id).first()


def entry_of(note: Note, person: Person, now: datetime) -> Entry:
    side = Side.READER if note.reader_id == person.pk else Side.WRITER
    return Entry(
        note=note,
        side=side,
        other=_name(note.reader if side == Side.WRITER else note.writer),
        stage=_stage(note, side, now),
        rests_for=note.rests_until - now if _rests(note, now) else None,
        days_left=_days_left(note, timezone.localdate(now)),
    )


def _name(person: Person | None) -> str:
    return person.name if person else _("A former colleague")


def _rests(note: Note, now: datetime) -> bool:
    return note.state == State.RESTING and note.rests_until > now


def _stage(note: Note, side: Side, now: datetime) -> Stage:
    if note.state == State.CLOSED:
        return Stage.CLOSED
    if note.state == State.RESTING:
        return Stage.RESTING if _rests(note, now) else Stage.WAITING
    if side == Side.READER and note.state == State.DELIVERED:
        return Stage.NEW
    if note.state == (State.SPOKEN if side == Side.READER else State.ANSWERED):
        return Stage.NEW_ANSWER
    if getattr(note, "last_side", None) not in (None, side):
        return Stage.ANSWERED
    return Stage.OPENED if side == Side.READER else Stage.DELIVERED


def _days_left(note: Note, today: date) -> int | None:
    if note.closed_on is None:
        return None
    return max(0, settings.NOTE_KEPT_DAYS - (today - note.closed_on).days)


def letter(note: Note, person: Person, now: datetime) -> Letter:
    """Open the note and its answers; raises CannotOpen for anybody but its two people."""
    key = letters.key_of(note, person)
    entry = entry_of(note, person, now)
    return Letter(
        entry, letters.opened(note, key), tuple(_said(note.replies.all(), key, entry.side))
    )


def _said(replies: Iterable[Reply], key: bytes, side: Side) -> Iterable[Said]:
    for reply in sorted(replies, key=lambda one: one.order):
        payload = letters.opened_reply(reply, key)
        yield Said(reply.side == side, payload["kind"], payload["words"])


def unread_count(person: UUID) -> int:
    return Note.objects.filter(news_for(person)).count()


def channel_of(observation: UUID | None, *, by: Person) -> str:
    """How the customer of one's own moment was met; empty where that is not known."""
    try:
        return own_entry(by, observation).moment.channel if observation else ""
    except Missing:
        return ""


def notes_written(person: UUID) -> int:
    return Note.objects.filter(writer=person).count()


def colleagues() -> PersonQuerySet:
    return PersonQuerySet(Person).working_here().select_related("unit")


def people_found(words: str, *, by: Person) -> tuple[Person, ...]:
    """A few colleagues by name; nobody is listed who was not looked for."""
    wanted = words.replace("\x00", "").strip()[:MOST_LETTERS]
    if len(wanted) < FEWEST_LETTERS:
        return ()
    found = colleagues().named_like(wanted).exclude(pk=by.pk)
    return tuple(found.order_by("name", "id")[:FOUND])


def muted_by(reader: UUID) -> set[UUID]:
    row = Muting.objects.filter(reader_id=reader).first()
    return letters.opened_mutings(reader, bytes(row.sealed)) if row else set()


def has_a_free_week(reader: UUID, today: date) -> bool:
    """Whether fewer than three new notes reached the reader in the last seven days."""
    since = today - timedelta(days=7)
    recent = Note.objects.filter(reader_id=reader, delivered_on__gt=since)
    return recent.count() < policy.NEW_NOTES_A_WEEK


def waits_for(reader: UUID, *, writer: UUID) -> bool:
    return Note.objects.filter(reader=reader, writer=writer, state=State.RESTING).exists()


def free_again_on(reader: UUID, *, writer: UUID, now: datetime) -> date | None:
    """The day from which the writer may write to this reader again; None means today."""
    today = timezone.localdate(now)
    pair = Note.objects.filter(reader=reader, writer=writer, delivered_on__isnull=False)
    last = pair.order_by(F("delivered_on").desc()).values_list("delivered_on", flat=True).first()
    free = last + timedelta(days=policy.DAYS_BETWEEN_NOTES) if last else today
    return free if free > today else None
