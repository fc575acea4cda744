"""Numbers that add up: whole, never negative, and as close to the noisy ones as can be."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakup.privacy import publication_tree
from speakup.privacy.consistent import made_consistent, shared_out, summed
from tests.speakup.privacy.organisations import charts, many_examples, organisation

TREE = publication_tree(organisation([50, 60, 70]), k=40)


def consistent(*leaves):
    raw = summed(TREE, dict(zip(("u0", "u1", "u2"), leaves, strict=True)))
    values = made_consistent(TREE, raw)
    return raw["root"], values["root"], [values[key] for key in ("u0", "u1", "u2")]


@pytest.mark.parametrize(
    ("leaves", "raw_root", "root", "children"),
    [
        ((10, 20, 30), 60, 60, [10, 20, 30]),
        ((-4, 20, 30), 46, 46, [0, 18, 28]),
        ((-3, 20, 30), 47, 47, [0, 18, 29]),
        ((-50, 20, 10), -20, 0, [0, 0, 0]),
        ((-30, 20, 10), 0, 0, [0, 0, 0]),
        ((-29, 20, 10), 1, 1, [0, 1, 0]),
        ((0, 0, 0), 0, 0, [0, 0, 0]),
    ],
)
def test_noisy_counts_become_whole_numbers_that_add_up(leaves, raw_root, root, children):
    assert consistent(*leaves) == (raw_root, root, children)


def test_root_alone_is_clamped_at_zero():
    alone = publication_tree(organisation([], at_root=60), k=40)

    assert made_consistent(alone, summed(alone, {"root": -7})) == {"root": 0}
    assert made_consistent(alone, summed(alone, {"root": 7})) == {"root": 7}


@pytest.mark.parametrize(("values", "total"), [([1, 2], -1), ([], 0), ([], 3)])
def test_nothing_to_share_or_nobody_to_take_it_is_refused(values, total):
    with pytest.raises(ValueError, match="share out"):
        shared_out(values, total)


@many_examples
@given(st.lists(st.integers(-8, 8), min_size=1, max_size=4), st.integers(0, 9))
def test_shares_are_the_closest_whole_numbers_there_are(values, total):
    shares = shared_out(values, total)

    possible = (
        each for each in product(range(total + 1), repeat=len(values)) if sum(each) == total
    )
    assert sum(shares) == total
    assert min(shares) >= 0
    assert distance(shares, values) == min(distance(each, values) for each in possible)


def distance(shares, values):
    return sum((share - value) ** 2 for share, value in zip(shares, values, strict=True))


@many_examples
@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=40), st.integers(0, 10**13))
def test_shares_of_large_numbers_keep_their_order_and_their_sum(values, total):
    shares = shared_out(values, total)

    assert sum(shares) == total
    ranked = [share for _, share in sorted(zip(values, shares, strict=True))]
    assert ranked == sorted(ranked)


@many_examples
@given(charts(), st.data())
def test_children_add_up_to_their_parent_at_every_level(nodes, data):
    tree = publication_tree(nodes, k=30)
    noisy = st.integers(-40, 60)
    raw = summed(tree, {leaf.key: data.draw(noisy) for leaf in tree.leaves})

    values = made_consistent(tree, raw)

    assert values[tree.root.key] == max(0, raw[tree.root.key])
    assert min(values.values()) >= 0
    for key, children in tree.children.items():
        if children:
            assert values[key] == sum(values[child.key] for child in children)
            assert raw[key] == sum(raw[child.key] for child in children)
