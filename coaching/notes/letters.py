"""Notes and answers between plain words and their sealed rows."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from coaching.notes.draft import SLOTS, Draft
from coaching.notes.models import Note, Reply
from speakup.people.models import Person
from speakup.vault import sealing
from speakup.vault.envelope import CannotOpen, new_key


def seal_new(note: Note, draft: Draft, *, writer: UUID) -> None:
    """Give the note a key of its own, wrapped once for each of its two readers."""
    key = new_key()
    note.sealed = sealing.seal_shared(key, "note", note.pk, draft.payload())
    note.key_for_writer = sealing.wrap_for(writer, note.pk, key)
    note.key_for_reader = sealing.wrap_for(note.reader_id, note.pk, key)


def seal_again(note: Note, draft: Draft, *, writer: Person) -> None:
    note.sealed = sealing.seal_shared(key_of(note, writer), "note", note.pk, draft.payload())


def seal_reply(reply: Reply, payload: Mapping[str, Any], *, by: Person) -> None:
    key = key_of(reply.note, by)
    reply.sealed = sealing.seal_shared(key, "reply", reply.pk, payload)


def key_of(note: Note, person: Person) -> bytes:
    """The note's key for one of its two people; raises CannotOpen for anybody else."""
    wraps = {note.writer_id: note.key_for_writer, note.reader_id: note.key_for_reader}
    wrap = wraps.get(person.pk)
    if wrap is None:
        raise CannotOpen
    return sealing.unwrap_for(person.pk, note.pk, bytes(wrap))


def opened(note: Note, key: bytes) -> Draft:
    payload = sealing.open_shared(key, "note", note.pk, bytes(note.sealed))
    return Draft(payload["language"], *(payload[slot] for slot in SLOTS))


def opened_reply(reply: Reply, key: bytes) -> dict[str, Any]:
    return sealing.open_shared(key, "reply", reply.pk, bytes(reply.sealed))


def sealed_mutings(reader: UUID, people: set[UUID]) -> bytes:
    return sealing.seal(reader, "muting", reader, {"muted": sorted(map(str, people))})


def opened_mutings(reader: UUID, sealed: bytes) -> set[UUID]:
    return set(map(UUID, sealing.open_sealed(reader, "muting", reader, sealed)["muted"]))
