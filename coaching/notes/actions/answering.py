"""Open a note, answer it, close it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from coaching.notes import draft as drafts
from coaching.notes import letters, policy, queries, refusals, telling
from coaching.notes.models import Answer, Note, Reply, Side, State
from coaching.phrasing import Verdict
from speakup.people.models import Person

WITHOUT_WORDS = (Answer.THANKS, Answer.SAY_MORE, Answer.DIFFERENTLY)


def open_note(*, by: Person, note: Note) -> None:
    """Whoever of the two has something new in it opens it: from now on it is no longer new."""
    if Note.objects.unread_by(by).filter(pk=note.pk).update(state=State.READ):
        telling.unread_changed(by.pk)


@transaction.atomic
def answer_note(*, by: Person, note: Note, kind: Answer, words: str = "") -> Reply:
    """Add one answer under the note's own key; the other side is told when nothing new waited yet."""
    words = words.strip()
    note = _held(note)
    _refuse_answer(by, note)
    _refuse_words(by, note, kind, words)
    side = side_of(by, note)
    reply = Reply(note=note, side=side, order=note.replies.count() + 1)
    letters.seal_reply(reply, {"kind": kind.value, "words": words}, by=by)
    reply.save(force_insert=True)
    _becomes_news(note, by=by)
    return reply


def _becomes_news(note: Note, *, by: Person) -> None:
    """To answer is to have looked; what waits unseen is told once, however much is added."""
    before, by_reader = note.state, side_of(by, note) == Side.READER
    note.state = State.ANSWERED if by_reader else State.SPOKEN
    if note.state == before:
        return
    note.save(update_fields=["state"])
    if other := note.writer if by_reader else note.reader:
        telling.something_waits(other)
    telling.unread_changed(by.pk)


@transaction.atomic
def close_note(*, by: Person, note: Note, now: datetime) -> None:
    """Either side may close; closing twice changes nothing."""
    note = _held(note)
    if note.state == State.RESTING:
        raise refusals.NotDeliveredYet
    if note.state != State.CLOSED:
        note.state, note.closed_on = State.CLOSED, timezone.localdate(now)
        note.save(update_fields=["state", "closed_on"])
        for person in filter(None, (note.reader_id, note.writer_id)):
            telling.unread_changed(person)


def side_of(person: Person, note: Note) -> Side:
    return Side.READER if note.reader_id == person.pk else Side.WRITER


def _held(note: Note) -> Note:
    rows = Note.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("reader", "writer").get(pk=note.pk)


def _refuse_answer(by: Person, note: Note) -> None:
    if note.state == State.CLOSED:
        raise refusals.Closed
    if note.state == State.RESTING:
        raise refusals.NotDeliveredYet
    if side_of(by, note) == Side.READER:
        if note.state == State.DELIVERED:
            raise refusals.NotOpenedYet
    elif not note.reader.takes_notes or by.pk in queries.muted_by(note.reader_id):
        raise refusals.NotTakingNotes(name=note.reader.name)
    _refuse_turn(note, side_of(by, note))


def _refuse_turn(note: Note, side: Side) -> None:
    said = note.replies.order_by("order").values_list("side", flat=True)
    if policy.may_speak(side, list(said)):
        return
    if side == Side.WRITER:
        raise refusals.NotYourTurn(name=note.reader.name)
    raise refusals.EnoughForNow


def _refuse_words(by: Person, note: Note, kind: Answer, words: str) -> None:
    if not words and kind not in WITHOUT_WORDS:
        raise refusals.NothingSaid
    if len(words) > drafts.MOST:
        raise refusals.TooLong(count=len(words) - drafts.MOST)
    if drafts.holds_a_link(words):
        raise refusals.HoldsALink
    both = [person.name for person in (note.reader, note.writer) if person]
    reading = drafts.judge(words, language=by.language, names=both)
    if reading and reading.verdict == Verdict.CANNOT_SEND:
        raise refusals.CannotBeSent
