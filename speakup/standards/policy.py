"""Who keeps the standards, and how many there may be."""

from speakup.people.models import Person
from speakup.people.policy import is_steward

FEWEST_IN_FORCE = 1
MOST_IN_FORCE = 12


def may_keep_standards(person: Person) -> bool:
    return is_steward(person)
