"""What a person may take along from their notebook, and what goes when they go."""

from typing import Any

from speakup.observations.models import Observation
from speakup.observations.queries import every_entry
from speakup.people.models import Person


def export(person: Person) -> dict[str, Any]:
    """Every entry that still opens, in the words it was sealed with."""
    entries = every_entry(person)
    return {"observations": [{"id": str(entry.id), **entry.moment.payload} for entry in entries]}


def erase(person: Person) -> None:
    """The rows go too, not only their key: nobody shall count them afterwards."""
    Observation.objects.visible_to(person).delete()
