"""Whom a reader does not want to hear from: sealed, and never told to anybody."""

from uuid import UUID

from django.db import transaction

from coaching.notes import letters, queries
from coaching.notes.models import Muting, Note
from speakup.people.models import Person


@transaction.atomic
def mute(*, by: Person, note: Note) -> None:
    """No more notes from whoever wrote this one."""
    if note.writer_id:
        _keep(by, _held(by) | {note.writer_id})


@transaction.atomic
def unmute(*, by: Person, note: Note) -> None:
    if note.writer_id:
        _keep(by, _held(by) - {note.writer_id})


def _held(by: Person) -> set[UUID]:
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    return queries.muted_by(by.pk)


def _keep(by: Person, people: set[UUID]) -> None:
    sealed = letters.sealed_mutings(by.pk, people)
    Muting.objects.update_or_create(reader=by, defaults={"sealed": sealed})
