"""The organisation tree with its headcounts, checked once so that the rest may rely on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Node:
    """A unit of the organisation; `headcount` is the people directly in it."""

    id: str
    parent_id: str | None
    name: str
    headcount: int


@dataclass(frozen=True, slots=True)
class Chart:
    """One tree: its root, the children of every node in their order, the people from it down."""

    root: Node
    children: Mapping[str, tuple[Node, ...]]
    below: Mapping[str, int]

    @classmethod
    def of(cls, nodes: Sequence[Node]) -> Self:
        """Raise ValueError unless the nodes are one tree with honest headcounts."""
        root = _only_root(nodes)
        children: dict[str, list[Node]] = {node.id: [] for node in nodes}
        if len(children) != len(nodes):
            raise ValueError("Two units have the same id.")
        for node in nodes:
            if node.headcount < 0:
                raise ValueError(f"Unit {node.id} has a negative headcount.")
            if node.parent_id is not None:
                if node.parent_id not in children:
                    raise ValueError(f"Unit {node.id} has a parent that is not in the tree.")
                children[node.parent_id].append(node)
        frozen = {key: tuple(found) for key, found in children.items()}
        return cls(root, frozen, _people_below(root, frozen))

    def subtree(self, node: Node) -> tuple[str, ...]:
        """The node's id and those of all units below it, parents before children."""
        return tuple(found.id for found in _walk(node, self.children))


def _only_root(nodes: Sequence[Node]) -> Node:
    roots = [node for node in nodes if node.parent_id is None]
    if len(roots) != 1:
        raise ValueError(f"An organisation has one root, not {len(roots)}.")
    return roots[0]


def _people_below(root: Node, children: Mapping[str, tuple[Node, ...]]) -> dict[str, int]:
    below: dict[str, int] = {}
    for node in reversed(list(_walk(root, children))):
        below[node.id] = node.headcount + sum(below[child.id] for child in children[node.id])
    if len(below) != len(children):
        raise ValueError("Some units are their own ancestors.")
    return below


def _walk(node: Node, children: Mapping[str, tuple[Node, ...]]) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(children[found.id]))
