"""What this app keeps of a person: hand it out, or erase it."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from coaching.notes import queries
from coaching.notes.models import Muting, Note, State
from speakup.people.models import Person


def export(person: Person) -> dict[str, Any]:
    """Every note the person wrote or holds, with its answers, and whom they muted."""
    notes = Note.objects.visible_to(person).select_related("reader", "writer")
    muted = Person.objects.filter(pk__in=queries.muted_by(person.pk)).order_by("name")
    return {
        "notes": [
            _exported(note, person) for note in notes.prefetch_related("replies").order_by("pk")
        ],
        "muted": [one.name for one in muted],
    }


def _exported(note: Note, person: Person) -> dict[str, Any]:
    """Nobody learns from their own export more than their pages tell them."""
    entry = queries.entry_of(note, person, timezone.now())
    facts: dict[str, Any] = {
        "id": str(note.pk),
        "side": entry.side.value,
        "with": entry.other,
        "stage": entry.stage.value,
        "delivered_on": note.delivered_on and note.delivered_on.isoformat(),
        "closed_on": note.closed_on and note.closed_on.isoformat(),
    }
    letter = queries.letter(note, person, timezone.now())
    facts["note"] = letter.draft.payload()
    facts["answers"] = [
        {"mine": said.mine, "kind": said.kind, "words": said.words} for said in letter.replies
    ]
    return facts


@transaction.atomic
def erase(person: Person) -> None:
    """A note that its reader holds stays theirs, without its writer; everything else goes."""
    written = Note.objects.filter(writer=person)
    written.filter(state=State.RESTING).delete()
    written.update(writer=None, key_for_writer=None)
    Note.objects.filter(reader=person).delete()
    Muting.objects.filter(reader=person).delete()
