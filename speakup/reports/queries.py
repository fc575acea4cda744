"""What may be read of released quarters, and whether the ledger still says what it said."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from speakup.people.models import Person
from speakup.privacy import HARD_CAP
from speakup.privacy.quarters import Quarter
from speakup.reports import ledger
from speakup.reports.figures import Place, by_key, place_of
from speakup.reports.models import LedgerEntry, Node, NodeQuerySet, Release
from speakup.reports.refusals import NotReleased

QUARTERS_SHOWN = 8


@dataclass(frozen=True)
class Reading:
    """One released quarter as one reader may see it; `places` in the tree's own order, root first."""

    release: Release
    places: tuple[Place, ...]

    @property
    def quarter(self) -> Quarter:
        return self.release.period

    @property
    def root(self) -> Place:
        return self.places[0]

    @property
    def below(self) -> tuple[Place, ...]:
        return self.places[1:]

    @property
    def most_per_person(self) -> int:
        """How many moments of one person count at most."""
        c: int = self.release.parameters["policy"]["c"]
        return c


@dataclass(frozen=True)
class Trends:
    """A quarter with what came before it, oldest first; quarters without numbers are left out."""

    earlier: tuple[Reading, ...]
    chosen: Reading

    @property
    def readings(self) -> tuple[Reading, ...]:
        return (*self.earlier, self.chosen)

    @property
    def before(self) -> Reading | None:
        """The quarter just before, if it was released: the only one that a change is told from."""
        last = self.earlier[-1] if self.earlier else None
        return last if last and last.quarter == self.chosen.quarter.previous else None

    def earlier_place(self, place: Place) -> Place | None:
        return by_key(self.before.places).get(place.key) if self.before else None

    @property
    def columns(self) -> tuple[Quarter, ...]:
        """Every quarter from the oldest shown to the chosen one, released or not."""
        columns = [self.readings[0].quarter]
        while columns[-1] != self.chosen.quarter:
            columns.append(columns[-1].next)
        return tuple(columns)


def trends(reader: Person, quarter: Quarter | None = None) -> Trends:
    """The quarter asked for, or the latest; raises NotReleased for what nobody may read yet."""
    releases = _window(quarter)
    if not releases or (quarter and releases[-1].period != quarter):
        raise NotReleased
    latest_two = [release.pk for release in releases[-2:]]
    nodes = Node.objects.filter(
        Q(release__in=releases, kind=Node.Kind.ROOT) | Q(release__in=latest_two)
    )
    *earlier, chosen = _readings(releases, nodes.visible_to(reader))
    return Trends(tuple(earlier), chosen)


def released(reader: Person) -> list[Reading]:
    """Every released quarter with the organisation's own numbers, the latest first."""
    releases = list(Release.objects.released())
    roots = Node.objects.filter(kind=Node.Kind.ROOT).visible_to(reader)
    return _readings(releases, roots)[::-1]


def prepared(quarter: Quarter) -> Reading:
    """What a steward is asked to release, before anybody else may read it."""
    release = Release.objects.waiting().filter(quarter=str(quarter)).first()
    if release is None:
        raise NotReleased
    (reading,) = _readings([release], Node.objects.filter(release=release))
    return reading


def _window(quarter: Quarter | None) -> list[Release]:
    """The released quarters among the last eight, oldest first."""
    newest_first = Release.objects.released().order_by("-quarter")
    if quarter:
        newest_first = newest_first.filter(quarter__lte=str(quarter))
    releases = list(newest_first[:QUARTERS_SHOWN])
    if not releases:
        return []
    oldest = releases[0].period
    for _ in range(QUARTERS_SHOWN - 1):
        oldest = oldest.previous
    return [release for release in reversed(releases) if release.period >= oldest]


def _readings(releases: Iterable[Release], nodes: NodeQuerySet) -> list[Reading]:
    """Readings in the order of the releases, from one query for nodes and one for their cells."""
    of_release: dict[str, tuple[Release, list[Node]]] = {
        str(release.pk): (release, []) for release in releases
    }
    for node in nodes.order_by("order").prefetch_related("cells"):
        of_release[str(node.release_id)][1].append(node)
    return [
        Reading(release, tuple(place_of(node, release) for node in found))
        for release, found in of_release.values()
    ]


@dataclass(frozen=True)
class Audit:
    """What recomputing the chain found: nothing, or a sentence for every row that does not fit."""

    entries: int
    problems: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        return not self.problems


def verify_ledger() -> Audit:
    """Recompute every hash, every frozen body and every year's sum."""
    entries = list(LedgerEntry.objects.order_by("number"))
    problems = [*_chain(entries), *_bodies(entries), *_budgets(entries)]
    return Audit(len(entries), tuple(problems))


def _chain(entries: list[LedgerEntry]) -> Iterable[str]:
    previous = ledger.FIRST
    for number, entry in enumerate(entries, start=1):
        if entry.number != number or entry.previous_sha256 != previous:
            yield f"Row {entry.number} does not follow the row before it."
        if entry.sha256 != ledger.hash_of(entry):
            yield f"Row {entry.number} does not say what it said when it was written."
        previous = entry.sha256


def _bodies(entries: list[LedgerEntry]) -> Iterable[str]:
    vouched = {
        entry.quarter: entry.body_sha256
        for entry in entries
        if entry.kind == LedgerEntry.Kind.FROZEN
    }
    for release in Release.objects.order_by("quarter"):
        if vouched.pop(release.quarter, "") != ledger.body_of(release):
            yield f"The numbers of {release.quarter} are not the ones that were frozen."
    for quarter in vouched:
        yield f"The numbers of {quarter} are gone."


def _budgets(entries: list[LedgerEntry]) -> Iterable[str]:
    for year in sorted({entry.year for entry in entries}):
        if sum(entry.rho for entry in entries if entry.year == year) > HARD_CAP:
            yield f"{year} has spent more privacy than any year may."
