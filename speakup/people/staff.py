"""Compares a staff file with who works here already: what is new, what differs, who is missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

Path = tuple[str, ...]  # from the organisation down to a team


@dataclass(frozen=True)
class Fault:
    """What is wrong on one line of a file, and what to write instead."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Row:
    """One person as the file has them."""

    line: int
    name: str
    email: str
    unit: Path
    roles: frozenset[str]
    language: str

    @property
    def manages(self) -> frozenset[Path]:
        return frozenset({self.unit} if "manager" in self.roles else ())


@dataclass(frozen=True)
class Known:
    """One person as the database has them; `roles` leaves out whom they manage, which `manages` says."""

    name: str
    email: str
    unit: Path
    roles: frozenset[str]
    manages: frozenset[Path]
    language: str
    works_here: bool
    has_signed_in: bool


@dataclass(frozen=True)
class Difference:
    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """Somebody whom the file has otherwise than the database."""

    row: Row
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Plan:
    """Everything an import would do; parents come before children among the units."""

    units: tuple[Path, ...]
    new: tuple[Row, ...]
    changed: tuple[Change, ...]
    missing: tuple[Known, ...]
    unchanged: int

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everybody whose row is to be written."""
        return (*self.new, *(change.row for change in self.changed))

    def does_something(self, *, deactivating: bool) -> bool:
        return bool(self.units or self.rows or (deactivating and self.missing))


def compare(rows: Sequence[Row], known: Iterable[Known], units: Iterable[Path]) -> Plan:
    """What the file would change. Units are the same whatever the case of their letters."""
    before = {person.email: person for person in known}
    new_units, rows = _settled(rows, units)
    changes = tuple(_changes(rows, before))
    new = tuple(row for row in rows if row.email not in before)
    in_file = {row.email for row in rows}
    return Plan(
        units=new_units,
        new=new,
        changed=changes,
        missing=tuple(
            person
            for person in before.values()
            if person.works_here and person.email not in in_file
        ),
        unchanged=len(rows) - len(new) - len(changes),
    )


def folded(path: Path) -> Path:
    return tuple(part.casefold() for part in path)


def written(path: Path) -> str:
    return " / ".join(path)


def _settled(rows: Sequence[Row], units: Iterable[Path]) -> tuple[tuple[Path, ...], list[Row]]:
    """Units that are still to be made, and the rows with each path in its first spelling."""
    spelled = {folded(path): path for path in units}
    made: list[Path] = []
    for path in (row.unit[:depth] for row in rows for depth in range(1, len(row.unit) + 1)):
        if folded(path) not in spelled:
            made.append((*spelled.get(folded(path[:-1]), ()), path[-1]))
            spelled[folded(path)] = made[-1]
    return tuple(made), [replace(row, unit=spelled[folded(row.unit)]) for row in rows]


def _changes(rows: Iterable[Row], before: dict[str, Known]) -> Iterator[Change]:
    for row in rows:
        person = before.get(row.email)
        if person is None:
            continue
        # Once someone has been here their language is their own choice.
        kept = replace(row, language=person.language) if person.has_signed_in else row
        differences = tuple(_differences(person, kept))
        if differences:
            yield Change(row=kept, differences=differences)


def _differences(old: Known, new: Row) -> Iterator[Difference]:
    pairs = (
        ("name", old.name, new.name),
        ("unit", written(old.unit), written(new.unit)),
        ("manages", _listed(old.manages), _listed(new.manages)),
        ("other roles", _others(old.roles), _others(new.roles)),
        ("language", old.language, new.language),
        ("works here", "yes" if old.works_here else "no", "yes"),
    )
    for field, before, after in pairs:
        if before != after:
            yield Difference(field, before or "nothing", after or "nothing")


def _listed(paths: Iterable[Path]) -> str:
    return ", ".join(sorted(written(path) for path in paths))


def _others(roles: frozenset[str]) -> str:
    return ", ".join(sorted(roles - {"member", "manager"}))
