"""Released cells read as figures: moments seen, how often people spoke up, and how far each may be off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from speakup.privacy import OUTCOMES, Figure, changed, figure, share, total
from speakup.reports.models import Cell, Node, Release

SILENT = "stayed_silent"
SPOKEN = tuple(outcome for outcome in OUTCOMES if outcome != SILENT)


@dataclass(frozen=True)
class Place:
    """One published place of one quarter; figures count moments, `share` is a fraction."""

    key: str
    parent_key: str
    kind: str
    name: str
    joined: tuple[str, ...]
    depth: int
    headcount: int
    outcomes: Mapping[str, Figure]
    raw: Mapping[str, int]
    hide_above: float

    @cached_property
    def seen(self) -> Figure:
        return total(self.outcomes.values(), hide_above=self.hide_above)

    @cached_property
    def spoken(self) -> Figure:
        spoken = [self.outcomes[outcome] for outcome in SPOKEN]
        return total(spoken, hide_above=self.hide_above)

    @property
    def silent(self) -> Figure:
        return self.outcomes[SILENT]

    @cached_property
    def share(self) -> Figure:
        """The part of the moments seen in which people spoke up."""
        return share(self.spoken, self.silent, hide_above=self.hide_above)


def place_of(node: Node, release: Release) -> Place:
    """Read a node whose cells have been fetched."""
    hide_above: float = release.parameters["policy"]["hide_above"]
    cells = {cell.category: cell for cell in node.cells.all() if cell.statistic == "OUT"}
    return Place(
        key=node.key,
        parent_key=node.parent_key,
        kind=node.kind,
        name=node.name,
        joined=tuple(node.joined),
        depth=node.depth,
        headcount=node.headcount,
        outcomes={name: _figure(cells[name], hide_above) for name in OUTCOMES},
        raw={name: cells[name].raw for name in OUTCOMES},
        hide_above=hide_above,
    )


def _figure(cell: Cell, hide_above: float) -> Figure:
    return figure(cell.value, cell.sd, hide_above=hide_above)


def change(before: Place | None, after: Place) -> str:
    """`more`, `less` or `same` where two shares can be compared, and nothing where they cannot."""
    if before is None or not (before.share.shown and after.share.shown):
        return ""
    if not changed(before.share, after.share):
        return "same"
    return "more" if after.share.value > before.share.value else "less"


def by_key(places: Iterable[Place]) -> dict[str, Place]:
    return {place.key: place for place in places}
