"""Who may prepare, release and read the numbers of a quarter."""

from uuid import UUID

from speakup.people.models import Person
from speakup.people.policy import is_leader, is_manager, is_steward

may_prepare = is_steward


def may_release(person: Person, prepared_by: UUID) -> bool:
    """Another steward than the one who prepared: nobody publishes alone."""
    return is_steward(person) and person.pk != prepared_by


def reads_places(person: Person) -> bool:
    """Members read the organisation's numbers; managers and leaders those of places, too."""
    return is_leader(person) or is_manager(person)


# What silence costs is for those who can change it.
reads_money = reads_places
