"""Who may do what, as plain predicates."""

from uuid import UUID

from speakup.people.models import Person, Unit

ROLES = ("member", "manager", "leader", "steward")


def is_steward(person: Person) -> bool:
    return person.is_active and person.is_steward


def is_leader(person: Person) -> bool:
    return person.is_active and person.is_leader


def is_manager(person: Person) -> bool:
    return person.is_active and person.manages.exists()


def roles_of(person: Person) -> list[str]:
    """Every role the person holds, in the order of the house."""
    held = (person.is_active, is_manager(person), is_leader(person), is_steward(person))
    return [role for role, holds in zip(ROLES, held, strict=True) if holds]


def reads_trends(person: Person) -> bool:
    """Everybody: members see the organisation's page, since it is about them."""
    return person.is_active


def leads(manager: Person, person: Person) -> bool:
    """Whether the person works anywhere below a unit that the manager manages."""
    if person.unit_id is None:
        return False
    return bool(units_above(person.unit_id) & managed_units(manager))


def units_above(unit: UUID) -> set[UUID]:
    return set(Unit.objects.ancestors(unit, include_self=True).values_list("pk", flat=True))


def managed_units(manager: Person) -> set[UUID]:
    return set(manager.manages.values_list("pk", flat=True))
