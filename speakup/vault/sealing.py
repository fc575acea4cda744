"""The one place that opens and seals private text; it counts openings and never logs a word."""

import itertools
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from speakup.vault.envelope import CannotOpen, decrypt, encrypt, new_key, padded, unpadded
from speakup.vault.keys import Keyring, keyring
from speakup.vault.models import PersonKey

_openings = itertools.count(1)


def aad(person: UUID | str, table: str, row: UUID | str) -> str:
    """What a sealed payload is bound to: moved to another person, table or row it does not open."""
    return f"v1|{person}|{table}|{row}"


def seal(person: UUID, table: str, row: UUID, payload: Mapping[str, Any]) -> bytes:
    """Seal under the person's own key."""
    return encrypt(key_of(person), padded(payload), aad=aad(person, table, row))


def open_sealed(person: UUID, table: str, row: UUID, sealed: bytes) -> dict[str, Any]:
    """Open what was sealed for this person; raises CannotOpen."""
    return open_with(key_of(person), person, table, row, sealed)


def open_with(key: bytes, person: UUID, table: str, row: UUID, sealed: bytes) -> dict[str, Any]:
    """Open many rows of one person with a key fetched once."""
    next(_openings)
    return unpadded(decrypt(key, bytes(sealed), aad=aad(person, table, row)))


def key_of(person: UUID) -> bytes:
    """The person's data key, made the first time it is asked for."""
    keys = keyring()
    row = PersonKey.objects.filter(person_id=person).first() or _first_key(person, keys)
    return unwrapped(row, keys)


def keys_of(people: Collection[UUID]) -> dict[UUID, bytes]:
    """Data keys of many people in one query; people without one are left out."""
    keys = keyring()
    rows = PersonKey.objects.filter(person_id__in=people)
    return {row.person_id: unwrapped(row, keys) for row in rows}


def _first_key(person: UUID, keys: Keyring) -> PersonKey:
    row, _ = PersonKey.objects.get_or_create(
        person_id=person,
        defaults={"kek_version": keys.current, "wrapped": wrapped(person, new_key(), keys)},
    )
    return row


def wrapped(person: UUID, key: bytes, keys: Keyring) -> bytes:
    return encrypt(keys.key(keys.current), key, aad=aad(person, "person_key", person))


def unwrapped(row: PersonKey, keys: Keyring) -> bytes:
    person = row.person_id
    kek = keys.key(row.kek_version)
    return decrypt(kek, bytes(row.wrapped), aad=aad(person, "person_key", person))


# A note has a key of its own, wrapped once for each of its two readers.


def wrap_for(person: UUID, note: UUID, note_key: bytes) -> bytes:
    return encrypt(key_of(person), note_key, aad=aad(person, "note_key", note))


def unwrap_for(person: UUID, note: UUID, wrap: bytes | None) -> bytes:
    if wrap is None:
        raise CannotOpen
    return decrypt(key_of(person), bytes(wrap), aad=aad(person, "note_key", note))


def seal_shared(note_key: bytes, table: str, row: UUID, payload: Mapping[str, Any]) -> bytes:
    """Seal a note or a reply under the note's key."""
    return encrypt(note_key, padded(payload), aad=aad("note", table, row))


def open_shared(note_key: bytes, table: str, row: UUID, sealed: bytes) -> dict[str, Any]:
    next(_openings)
    return unpadded(decrypt(note_key, bytes(sealed), aad=aad("note", table, row)))


def openings() -> int:
    """How many payloads this process has opened: a number for the operator, nothing else."""
    return int(repr(_openings)[6:-1]) - 1
