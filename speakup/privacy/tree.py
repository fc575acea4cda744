"""Which groups get numbers of their own, decided from headcount alone and never from the data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from speakup.privacy.chart import Chart, Node
from speakup.privacy.parameters import SMALLEST_K

Kind = Literal["root", "unit", "pool"]

QUARTERLY_FROM = 40
"""People from which an organisation may publish every quarter, and not only yearly totals."""


class TooSmall(Exception):
    """The organisation has too few people for any honest release."""

    def __init__(self, headcount: int) -> None:
        super().__init__(f"{headcount} people are too few; a release needs {SMALLEST_K}.")
        self.headcount = headcount
        self.needed = SMALLEST_K


@dataclass(frozen=True, slots=True)
class Published:
    """A group that gets numbers of its own.

    `node_ids` are the units whose people count here, below as well. `name` is the unit's name; for
    a pool it is the parent's, to be read as "rest of <name>". `joined` names the parents whose rest
    was too small and counts here too.
    """

    key: str
    kind: Kind
    node_ids: tuple[str, ...]
    name: str
    parent_key: str | None
    headcount: int
    depth: int
    joined: tuple[str, ...] = ()


@dataclass(frozen=True)
class PublicationTree:
    """Published groups in the tree's own order, parents before children.

    The leaves partition everybody; `leaf_of` finds the leaf of every unit. `k` is the group size
    asked for, `yearly_only` says that the organisation may publish its totals once a year and
    nothing else.
    """

    published: tuple[Published, ...]
    leaf_of: Mapping[str, str]
    k: int
    yearly_only: bool

    @property
    def root(self) -> Published:
        return self.published[0]

    @cached_property
    def by_key(self) -> Mapping[str, Published]:
        return MappingProxyType({group.key: group for group in self.published})

    @cached_property
    def children(self) -> Mapping[str, tuple[Published, ...]]:
        """Children of every published group by its key; empty for a leaf."""
        found: dict[str | None, list[Published]] = {group.key: [] for group in self.published}
        for group in self.published[1:]:
            found[group.parent_key].append(group)
        return MappingProxyType({key: tuple(found[key]) for key in self.by_key})

    @cached_property
    def leaves(self) -> tuple[Published, ...]:
        return tuple(group for group in self.published if not self.children[group.key])

    def above(self, node_id: str) -> tuple[Published, ...]:
        """The published groups that count this unit, from its leaf up to the root."""
        return tuple(self._climb(self.leaf_of[node_id]))

    def _climb(self, key: str | None) -> Iterator[Published]:
        while key is not None:
            group = self.by_key[key]
            yield group
            key = group.parent_key


def publication_tree(nodes: Iterable[Node], *, k: int) -> PublicationTree:
    """Publish every node with at least `k` people below it and pool its smaller siblings.

    Nodes come in the order of the tree, which the result keeps. A pool smaller than `k` joins its
    smallest published sibling, so every leaf has at least `k` people or is the root. Raises TooSmall
    below 25 people and ValueError for a `k` below 25 or nodes that are not one tree.
    """
    if k < SMALLEST_K:
        raise ValueError("No group below 25 people gets numbers of its own.")
    chart = Chart.of(tuple(nodes))
    people = chart.below[chart.root.id]
    if people < SMALLEST_K:
        raise TooSmall(people)
    yearly_only = people < QUARTERLY_FROM
    splitting = _Splitting(chart, k=people + 1 if yearly_only else k)
    splitting.place(chart.root, _Rest(), parent=None)
    return PublicationTree(
        tuple(splitting.published), MappingProxyType(splitting.leaf_of), k, yearly_only
    )


@dataclass(frozen=True, slots=True)
class _Rest:
    """People too few for a group where they sit, on their way to the group that counts them."""

    node_ids: tuple[str, ...] = ()
    headcount: int = 0
    joined: tuple[str, ...] = ()


@dataclass(slots=True)
class _Splitting:
    """One walk down the chart, collecting groups as it goes."""

    chart: Chart
    k: int
    published: list[Published] = field(default_factory=list)
    leaf_of: dict[str, str] = field(default_factory=dict)

    def place(self, node: Node, arriving: _Rest, *, parent: Published | None) -> None:
        """Publish a node, with the rest that arrives from above, and what can be split below it."""
        group = Published(
            key=node.id,
            kind="unit" if parent else "root",
            node_ids=self.chart.subtree(node) + arriving.node_ids,
            name=node.name,
            parent_key=parent.key if parent else None,
            headcount=self.chart.below[node.id] + arriving.headcount,
            depth=parent.depth + 1 if parent else 0,
            joined=arriving.joined,
        )
        self.published.append(group)
        large = [child for child in self.chart.children[node.id] if self._is_large(child)]
        if large:
            self._split(node, large, arriving, group)
        else:
            self._count_in(group)

    def _split(self, node: Node, large: Sequence[Node], arriving: _Rest, group: Published) -> None:
        rest = self._rest(node, arriving)
        smallest = min(large, key=lambda child: self.chart.below[child.id])
        pooled = rest.headcount >= self.k
        for child in large:
            takes_rest = child is smallest and not pooled
            self.place(child, rest if takes_rest else _Rest(), parent=group)
        if pooled:
            self._pool(node, rest, arriving, group)

    def _rest(self, node: Node, arriving: _Rest) -> _Rest:
        """The people directly in a split node, those of its small children, and who arrived."""
        small = [child for child in self.chart.children[node.id] if not self._is_large(child)]
        here = node.headcount + sum(self.chart.below[child.id] for child in small)
        below = tuple(node_id for child in small for node_id in self.chart.subtree(child))
        return _Rest(
            node_ids=(node.id, *below, *arriving.node_ids),
            headcount=here + arriving.headcount,
            joined=arriving.joined + ((node.name,) if here else ()),
        )

    def _pool(self, node: Node, rest: _Rest, arriving: _Rest, group: Published) -> None:
        pool = Published(
            key=f"rest:{node.id}",
            kind="pool",
            node_ids=rest.node_ids,
            name=node.name,
            parent_key=group.key,
            headcount=rest.headcount,
            depth=group.depth + 1,
            joined=arriving.joined,
        )
        self.published.append(pool)
        self._count_in(pool)

    def _is_large(self, node: Node) -> bool:
        return self.chart.below[node.id] >= self.k

    def _count_in(self, leaf: Published) -> None:
        self.leaf_of.update(dict.fromkeys(leaf.node_ids, leaf.key))
