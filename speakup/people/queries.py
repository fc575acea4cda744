"""Where people stand in the organisation, read for pages, the API and the import."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from speakup.people.models import Person, Unit
from speakup.people.policy import units_above
from speakup.people.staff import Known, Path

UnitIds = Mapping[Path, UUID]


@dataclass(frozen=True)
class Staff:
    """Everybody and every unit as the database has them, and the keys to find them by."""

    people: tuple[Known, ...]
    person_ids: Mapping[str, UUID]
    unit_ids: UnitIds


def unit_path(person: Person) -> list[str]:
    """The names from the organisation down to the person's own unit."""
    if person.unit_id is None:
        return []
    above = Unit.objects.filter(pk__in=units_above(person.unit_id)).with_tree_fields()
    return [unit.name for unit in above.order_by("tree_depth")]


def organisation_name() -> str | None:
    """The unit that every other hangs below, once there is one."""
    root: Unit | None = Unit.objects.filter(parent=None).first()
    return root.name if root else None


def staff() -> Staff:
    """Three queries, however many people there are."""
    paths = _paths()
    managed: dict[UUID, set[Path]] = defaultdict(set)
    for person, unit in Unit.managers.through.objects.values_list("person_id", "unit_id"):
        managed[person].add(paths[unit])
    people = list(Person.objects.order_by("email"))
    return Staff(
        people=tuple(_known(person, paths, frozenset(managed[person.pk])) for person in people),
        person_ids={person.email.lower(): person.pk for person in people},
        unit_ids={path: unit for unit, path in paths.items()},
    )


def _paths() -> dict[UUID, Path]:
    units = {
        unit: (parent, name)
        for unit, parent, name in Unit.objects.order_by("pk").values_list("pk", "parent_id", "name")
    }
    return {unit: _path_to(unit, units) for unit in units}


def _path_to(unit: UUID | None, units: Mapping[UUID, tuple[UUID | None, str]]) -> Path:
    names: list[str] = []
    while unit:
        unit, name = units[unit]
        names.append(name)
    return tuple(reversed(names))


def _known(person: Person, paths: Mapping[UUID, Path], manages: frozenset[Path]) -> Known:
    roles = {"leader": person.is_leader, "steward": person.is_steward}
    return Known(
        name=person.name,
        email=person.email.lower(),
        unit=paths[person.unit_id] if person.unit_id else (),
        roles=frozenset(role for role, holds in roles.items() if holds),
        manages=manages,
        language=person.language,
        works_here=person.is_active,
        has_signed_in=person.has_usable_password(),
    )
