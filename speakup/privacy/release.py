"""Draws the noise of a quarter, once, and turns exact counts into the numbers that may be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from speakup.privacy.consistent import made_consistent, summed
from speakup.privacy.margins import Figure, WhyNot, figure, sd_of_sum
from speakup.privacy.noise import Noise
from speakup.privacy.parameters import CATEGORIES, Parameters, Statistic
from speakup.privacy.tables import Categories, Cell, leaf_cells
from speakup.privacy.tree import PublicationTree


@dataclass(frozen=True, slots=True)
class ReleasedCell:
    """One number that may leave the notebook.

    `raw` is the unbiased noisy count, `value` the whole number that adds up with its neighbours,
    `sd` and `margin` the noise's standard deviation and nine-in-ten margin, all in observations.
    """

    key: str
    statistic: Statistic
    category: str
    raw: int
    value: int
    sd: float
    margin: float
    shown: bool
    why_not: WhyNot

    @property
    def figure(self) -> Figure:
        return Figure(self.value, self.sd, self.why_not)


@dataclass(frozen=True, slots=True)
class Draw:
    """What one draw gave, and the zCDP budget that it has spent."""

    cells: tuple[ReleasedCell, ...]
    spent: float


def draw(
    counts_by_leaf: Mapping[Cell, int],
    tree: PublicationTree,
    parameters: Parameters,
    noise: Noise,
    statistics: Sequence[Statistic] = ("OUT",),
    categories: Categories = CATEGORIES,
) -> Draw:
    """Measure each statistic once at the leaves of the tree and release it at every group.

    `counts_by_leaf` comes from `tabulate`; a cell that is missing counts 0. Statistics published for
    different group sizes are drawn in one call per tree. Raises ValueError, before any noise is
    drawn, for groups too small for a statistic and for counts that are negative or in no leaf cell.

    Calling this spends budget whatever happens next: it is never repeated for the same quarter.
    """
    measured = {statistic: leaf_cells(tree, statistic, categories) for statistic in statistics}
    if any(tree.k < parameters.k(statistic) for statistic in measured):
        raise ValueError("The groups of this tree are too small for a statistic drawn at them.")
    _refuse_strange(counts_by_leaf, measured)
    cells: list[ReleasedCell] = []
    for statistic, places in measured.items():
        noisy = noise.draw(
            [counts_by_leaf.get(cell, 0) for cell in places],
            sigma=parameters.sigma(statistic),
            sensitivity=parameters.sensitivity(statistic),
            rho=parameters.rho_of(statistic),
        )
        raw = dict(zip(places, noisy, strict=True))
        cells += _released(raw, tree, parameters, statistic, categories[statistic])
    return Draw(tuple(cells), sum(parameters.rho_of(statistic) for statistic in measured))


def _refuse_strange(
    counts: Mapping[Cell, int], measured: Mapping[Statistic, Sequence[Cell]]
) -> None:
    known = {cell for places in measured.values() for cell in places}
    if not counts.keys() <= known:
        raise ValueError("There are counts outside the cells of this release.")
    if any(count < 0 for count in counts.values()):
        raise ValueError("Counts cannot be negative.")


def _released(
    raw_at_leaves: Mapping[Cell, int],
    tree: PublicationTree,
    parameters: Parameters,
    statistic: Statistic,
    categories: Sequence[str],
) -> list[ReleasedCell]:
    """Cells of one statistic, in the order of the tree and then of the categories."""
    by_category = {}
    for category in categories:
        at_leaves = {
            leaf.key: raw_at_leaves[Cell(leaf.key, statistic, category)] for leaf in tree.leaves
        }
        raw = summed(tree, at_leaves)
        by_category[category] = raw, made_consistent(tree, raw)
    sds = _sds(tree, parameters.sigma(statistic))
    return [
        _cell(Cell(group.key, statistic, category), raw, values, sds[group.key], parameters)
        for group in tree.published
        for category, (raw, values) in by_category.items()
    ]


def _sds(tree: PublicationTree, sigma: float) -> dict[str, float]:
    leaves = summed(tree, {leaf.key: 1 for leaf in tree.leaves})
    return {key: sd_of_sum(sigma, count) for key, count in leaves.items()}


def _cell(
    cell: Cell,
    raw: Mapping[str, int],
    values: Mapping[str, int],
    sd: float,
    parameters: Parameters,
) -> ReleasedCell:
    shown = figure(values[cell.key], sd, hide_above=parameters.hide_above)
    return ReleasedCell(
        key=cell.key,
        statistic=cell.statistic,
        category=cell.category,
        raw=raw[cell.key],
        value=values[cell.key],
        sd=sd,
        margin=shown.margin,
        shown=shown.shown,
        why_not=shown.why_not,
    )
