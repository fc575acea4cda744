"""Turns noisy leaf counts into whole numbers that are never negative and always add up."""

from collections.abc import Mapping, Sequence

from speakup.privacy.tree import PublicationTree


def summed(tree: PublicationTree, at_leaves: Mapping[str, int]) -> dict[str, int]:
    """The count of every published group: a leaf's own, and for a parent the sum of its children."""
    totals = dict.fromkeys((group.key for group in tree.published), 0)
    for group in reversed(tree.published):
        if not tree.children[group.key]:
            totals[group.key] = at_leaves[group.key]
        if group.parent_key is not None:
            totals[group.parent_key] += totals[group.key]
    return totals


def made_consistent(tree: PublicationTree, raw: Mapping[str, int]) -> dict[str, int]:
    """Raw noisy counts of one category made fit to read together, from the root down.

    The root is clamped at 0; below it the children of each group become the nearest whole numbers
    that are not negative and sum to their parent. Uses nothing but published numbers.
    """
    values = {tree.root.key: max(0, raw[tree.root.key])}
    for group in tree.published:
        keys = [child.key for child in tree.children[group.key]]
        shares = shared_out([raw[key] for key in keys], values[group.key]) if keys else []
        values.update(zip(keys, shares, strict=True))
    return values


def shared_out(values: Sequence[int], total: int) -> list[int]:
    """The whole numbers >= 0 with sum `total` that lie closest to `values`.

    Projection on the simplex in exact integers: the largest m values are all lowered (or raised) by
    the same (their sum - total) / m and the others become 0. All lowered values have the same
    fraction, so the units left over after rounding down go to the largest, in the given order.
    """
    if total < 0 or not values:
        raise ValueError("There must be something to share out, and somebody to take it.")
    order = sorted(range(len(values)), key=lambda index: -values[index])
    kept, excess = 0, 0
    so_far = 0
    for rank, index in enumerate(order, start=1):
        so_far += values[index]
        if rank * values[index] <= so_far - total:
            break
        kept, excess = rank, so_far - total
    result = [0] * len(values)
    for index in order[:kept]:
        result[index] = (kept * values[index] - excess) // kept
    for index in order[: total - sum(result)]:
        result[index] += 1
    return result
