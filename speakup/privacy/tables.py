"""Counts what may be counted, person by person, into the cells of the publication tree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from speakup.privacy.bounds import Record, select
from speakup.privacy.parameters import CATEGORIES, Parameters, Statistic
from speakup.privacy.tree import PublicationTree

Categories = Mapping[Statistic, Sequence[str]]


class Cell(NamedTuple):
    """One count: a published group, a statistic, a category of it."""

    key: str
    statistic: Statistic
    category: str


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything one person wrote in the quarter, and the unit in which it counts."""

    unit_id: str
    records: Sequence[Record]


def leaf_cells(
    tree: PublicationTree, statistic: Statistic, categories: Categories = CATEGORIES
) -> tuple[Cell, ...]:
    """Every cell that is measured, in a fixed order; which ones exist never depends on the data."""
    if statistic not in categories:
        raise ValueError(f"The categories of {statistic} are not given.")
    return tuple(
        Cell(leaf.key, statistic, category)
        for leaf in tree.leaves
        for category in categories[statistic]
    )


def tabulate(
    people: Iterable[Entries],
    tree: PublicationTree,
    parameters: Parameters,
    *,
    quarter_key: bytes,
    statistics: Sequence[Statistic] = ("OUT",),
    categories: Categories = CATEGORIES,
) -> dict[Cell, int]:
    """Exact counts of the bounded records of everybody, by leaf cell; zeros included.

    One pass: `people` may be a generator, and each person must come once. Raises KeyError for a
    unit or a category that the tree or the lists do not know.
    """
    counts = {
        cell: 0 for statistic in statistics for cell in leaf_cells(tree, statistic, categories)
    }
    for person in people:
        leaf = tree.leaf_of[person.unit_id]
        for statistic in statistics:
            for record in select(
                person.records,
                quarter_key=quarter_key,
                parameters=parameters,
                statistic=statistic,
            ):
                counts[Cell(leaf, statistic, record.categories[statistic])] += 1
    return counts
