"""What may be read: one's own notebook, and of everybody only the facts that a report counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, dropwhile, groupby, islice
from operator import attrgetter, itemgetter
from typing import NamedTuple
from uuid import UUID

from speakup.observations.models import Observation, ObservationQuerySet
from speakup.observations.moments import Moment
from speakup.people.models import Person
from speakup.privacy.quarters import Quarter
from speakup.vault import sealing
from speakup.vault.envelope import CannotOpen

TABLE = "observation"
PAGE_SIZE = 20
RATE_QUARTERS = 4
ENOUGH_MOMENTS = 5
PEOPLE_AT_ONCE = 200
ROWS_AT_ONCE = 2000


class Missing(Exception):
    """There is no such entry in this person's notebook."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One moment of the notebook, open."""

    id: UUID
    moment: Moment


@dataclass(frozen=True, slots=True)
class Rate:
    """How often somebody spoke up in one quarter, by their own notebook."""

    quarter: Quarter
    spoke_up: int
    seen: int

    @property
    def is_enough(self) -> bool:
        return self.seen >= ENOUGH_MOMENTS

    @property
    def percent(self) -> int:
        return round(100 * self.spoke_up / self.seen)


@dataclass(frozen=True, slots=True)
class Notebook:
    """One page of somebody's own notebook, newest day first.

    `earlier` is the entry after which the next page begins; `shut` counts the rows on the way that
    today's keys do not open; `rates` runs from the oldest quarter to the running one.
    """

    entries: tuple[Entry, ...]
    earlier: UUID | None
    rates: tuple[Rate, ...]
    shut: int


def own_entry(
    person: Person, observation_id: UUID, rows: ObservationQuerySet | None = None
) -> Entry:
    """Raises Missing for ids that are unknown, another person's, or no longer to be opened."""
    rows = Observation.objects.all() if rows is None else rows
    row = rows.visible_to(person).filter(pk=observation_id).first()
    for entry in _Opening(person).entries([row] if row else []):
        return entry
    raise Missing


def notebook(person: Person, *, today: date, after: UUID | None = None) -> Notebook:
    """The page that begins after the given entry, or the newest one; raises Missing."""
    opening = _Opening(person)
    if after is None:
        return _first_page(opening, today)
    return _later_page(opening, after)


def every_entry(person: Person) -> Iterator[Entry]:
    """All of somebody's own entries, newest day first."""
    return _Opening(person).newest_first()


def _first_page(opening: "_Opening", today: date) -> Notebook:
    quarters = _last_quarters(today)
    stream = opening.newest_first()
    recent: list[Entry] = []
    for entry in stream:
        recent.append(entry)
        if entry.moment.quarter < quarters[0]:
            break
    entries, earlier = _page(chain(recent, stream))
    rates = tuple(_rate(quarter, recent) for quarter in quarters)
    return Notebook(entries, earlier, rates, opening.shut)


def _later_page(opening: "_Opening", after: UUID) -> Notebook:
    start = Observation.objects.visible_to(opening.person).filter(pk=after).first()
    if start is None:
        raise Missing
    stream = opening.newest_first(until=start.quarter)
    entries, earlier = _page(islice(dropwhile(lambda entry: entry.id != after, stream), 1, None))
    return Notebook(entries, earlier, (), opening.shut)


def _page(stream: Iterable[Entry]) -> tuple[tuple[Entry, ...], UUID | None]:
    entries = tuple(islice(stream, PAGE_SIZE + 1))
    shown = entries[:PAGE_SIZE]
    return shown, shown[-1].id if len(entries) > PAGE_SIZE else None


def _last_quarters(today: date) -> tuple[Quarter, ...]:
    quarters = [Quarter.of(today)]
    while len(quarters) < RATE_QUARTERS:
        quarters.append(quarters[-1].previous)
    return tuple(reversed(quarters))


def _rate(quarter: Quarter, entries: Iterable[Entry]) -> Rate:
    of_quarter = [entry.moment for entry in entries if entry.moment.quarter == quarter]
    return Rate(quarter, sum(moment.spoke_up for moment in of_quarter), len(of_quarter))


class _Opening:
    """Opens rows of one person with a key fetched once, and counts those that stay shut."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.key = _keys([person.pk]).get(person.pk)
        self.shut = 0

    def newest_first(self, until: str = "9999Q4") -> Iterator[Entry]:
        """The day is sealed, so rows come by quarter and are sorted when open, quarter by quarter."""
        mine = Observation.objects.visible_to(self.person).filter(quarter__lte=until)
        rows = mine.order_by("-quarter").iterator(chunk_size=100)
        for _quarter, of_quarter in groupby(rows, attrgetter("quarter")):
            yield from sorted(self.entries(of_quarter), key=_age, reverse=True)

    def entries(self, rows: Iterable[Observation]) -> Iterator[Entry]:
        for row in rows:
            moment = _opened(self.key, self.person.pk, row.pk, row.sealed)
            if moment is None:
                self.shut += 1
            else:
                yield Entry(row.pk, moment)


def _age(entry: Entry) -> tuple[date, UUID]:
    return entry.moment.day, entry.id


def _opened(
    key: bytes | None, person: UUID, row: UUID, sealed: bytes | memoryview
) -> Moment | None:
    """None where the key is gone or does not fit, or where no form wrote what was sealed."""
    if key is None:
        return None
    try:
        return Moment.read(sealing.open_with(key, person, TABLE, row, bytes(sealed)))
    except (CannotOpen, LookupError, TypeError, ValueError):
        return None


def _keys(people: Iterable[UUID]) -> dict[UUID, bytes]:
    """Their keys; a key that the server can no longer unwrap costs nobody else's."""
    wanted = list(people)
    try:
        return sealing.keys_of(wanted)
    except CannotOpen:
        if len(wanted) == 1:
            return {}
    return {person: key for one in wanted for person, key in _keys([one]).items()}


# What reports may see.


@dataclass(frozen=True, slots=True)
class Fact:
    """One moment as a report counts it: no day, no words, nothing of its writer."""

    record_id: str
    outcome: str
    standard: str
    cause: str | None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Everything one person saw in the quarter; the key is a running number, not their id."""

    person_key: int
    unit_id: str | None
    records: tuple[Fact, ...]


class _Row(NamedTuple):
    person: UUID
    unit: UUID | None
    id: UUID
    sealed: bytes


class Facts:
    """The facts of one quarter, person by person, in constant memory; each pass reads them anew.

    `shut` counts the rows of the last pass that could not be opened: they are left out.
    """

    def __init__(self, quarter: Quarter) -> None:
        self.quarter = quarter
        self.shut = 0

    def __iter__(self) -> Iterator[PersonFacts]:
        self.shut, person_key = 0, 0
        for batch in _batches(_rows_by_person(self.quarter)):
            keys = _keys([rows[0].person for rows in batch])
            for rows in batch:
                if records := tuple(self._records(rows, keys.get(rows[0].person))):
                    unit = rows[0].unit
                    yield PersonFacts(person_key, str(unit) if unit else None, records)
                    person_key += 1

    def _records(self, rows: list[_Row], key: bytes | None) -> Iterator[Fact]:
        for row in rows:
            moment = _opened(key, row.person, row.id, row.sealed)
            if moment is None:
                self.shut += 1
            else:
                yield Fact(str(row.id), moment.outcome, moment.standard, moment.cause or None)


def facts(quarter: Quarter) -> Facts:
    """Iterate over people; nothing else about the notebook is told to a report."""
    return Facts(quarter)


def _rows_by_person(quarter: Quarter) -> Iterator[list[_Row]]:
    rows = Observation.objects.in_quarter(str(quarter)).order_by("person_id")
    columns = rows.values_list("person_id", "person__unit_id", "pk", "sealed")
    stream = map(_Row._make, columns.iterator(chunk_size=ROWS_AT_ONCE))
    for _person, of_person in groupby(stream, itemgetter(0)):
        yield list(of_person)


def _batches(people: Iterator[list[_Row]]) -> Iterator[list[list[_Row]]]:
    while batch := list(islice(people, PEOPLE_AT_ONCE)):
        yield batch
