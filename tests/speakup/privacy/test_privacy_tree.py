"""Who gets numbers of their own: everybody counts once, nobody in a group that is too small."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakup.privacy import Node, TooSmall, publication_tree
from tests.speakup.privacy.organisations import charts, many_examples, organisation


def shape(tree):
    return [(group.key, group.kind, group.headcount) for group in tree.published]


def test_large_units_are_published_and_small_siblings_pooled():
    tree = publication_tree(organisation([50, 20, 45, 25], at_root=5), k=40)

    assert shape(tree) == [
        ("root", "root", 145),
        ("u0", "unit", 50),
        ("u2", "unit", 45),
        ("rest:root", "pool", 50),
    ]
    pool = tree.by_key["rest:root"]
    assert (pool.name, pool.parent_key, pool.depth) == ("Hotels", "root", 1)
    assert pool.node_ids == ("root", "u1", "u3")
    assert tree.leaf_of == {
        "u0": "u0", "u2": "u2", "root": "rest:root", "u1": "rest:root", "u3": "rest:root",
    }  # fmt: skip


def test_unit_and_pool_of_exactly_the_group_size_are_published():
    tree = publication_tree(organisation([40, 39], at_root=1), k=40)

    assert shape(tree) == [("root", "root", 80), ("u0", "unit", 40), ("rest:root", "pool", 40)]


def test_units_of_a_group_come_in_the_order_of_the_tree():
    nodes = [
        *organisation([30, 10]),
        Node("a", "u0", "A", 5),
        Node("b", "u0", "B", 5),
        Node("c", "a", "C", 5),
    ]

    tree = publication_tree(nodes, k=100)

    assert tree.root.node_ids == ("root", "u0", "a", "c", "b", "u1")


def test_pool_that_is_too_small_joins_the_smallest_published_sibling():
    tree = publication_tree(organisation([50, 20, 45], at_root=5), k=40)

    assert shape(tree) == [("root", "root", 120), ("u0", "unit", 50), ("u2", "unit", 70)]
    assert tree.leaf_of["u1"] == tree.leaf_of["root"] == "u2"
    assert tree.by_key["u2"].joined == ("Hotels",)
    assert tree.by_key["u0"].joined == ()


def test_first_of_two_smallest_siblings_takes_the_pool():
    tree = publication_tree(organisation([45, 45, 10]), k=40)

    assert tree.leaf_of["u2"] == "u0"


def test_unit_that_nobody_sits_in_joins_without_changing_a_name():
    tree = publication_tree(organisation([50, 45, 0]), k=40)

    assert tree.leaf_of["root"] == tree.leaf_of["u2"] == "u1"
    assert tree.by_key["u1"].joined == ()


def test_small_pool_sinks_through_a_sibling_that_is_split_itself():
    nodes = [
        *organisation([0, 200], at_root=10),
        Node("a", "u0", "A", 60),
        Node("b", "u0", "B", 50),
        Node("c", "u0", "C", 35),
    ]

    tree = publication_tree(nodes, k=40)

    # Ten people at the root are too few; with the 35 of C they make a rest of u0.
    assert shape(tree) == [
        ("root", "root", 355),
        ("u0", "unit", 155),
        ("a", "unit", 60),
        ("b", "unit", 50),
        ("rest:u0", "pool", 45),
        ("u1", "unit", 200),
    ]
    assert tree.by_key["rest:u0"].joined == ("Hotels",)
    assert tree.leaf_of["root"] == "rest:u0"


def test_small_pools_of_two_levels_join_the_same_unit_and_are_both_named():
    nodes = [*organisation([0, 200], at_root=10), Node("a", "u0", "A", 60), Node("b", "u0", "B", 9)]

    tree = publication_tree(nodes, k=40)

    assert tree.by_key["a"].joined == ("Hotels", "Unit 0")
    assert tree.by_key["a"].headcount == 79
    assert tree.leaf_of["root"] == tree.leaf_of["b"] == "a"


def test_group_sizes_decide_how_deep_an_organisation_is_read():
    nodes = organisation([160, 60, 60, 45], at_root=0)

    assert len(publication_tree(nodes, k=40).leaves) == 4
    assert [leaf.key for leaf in publication_tree(nodes, k=150).leaves] == ["u0", "rest:root"]
    assert [leaf.key for leaf in publication_tree(nodes, k=200).leaves] == ["root"]


def test_reader_finds_every_group_that_counts_a_unit():
    nodes = [*organisation([100, 50]), Node("a", "u0", "A", 45)]

    tree = publication_tree(nodes, k=40)

    assert [group.key for group in tree.above("a")] == ["a", "u0", "root"]
    assert [group.key for group in tree.above("u0")] == ["rest:u0", "u0", "root"]


def test_organisation_of_24_is_refused_and_of_25_is_not():
    assert publication_tree(organisation([25]), k=40).root.headcount == 25
    with pytest.raises(TooSmall) as refusal:
        publication_tree(organisation([24]), k=40)

    assert (refusal.value.headcount, refusal.value.needed) == (24, 25)


@pytest.mark.parametrize(("people", "yearly"), [(25, True), (39, True), (40, False), (400, False)])
def test_organisation_below_40_may_publish_yearly_totals_only(people, yearly):
    tree = publication_tree(organisation([people]), k=25)

    assert tree.yearly_only is yearly
    assert (len(tree.published) == 1) is yearly


def test_group_size_below_25_is_refused():
    with pytest.raises(ValueError, match="25"):
        publication_tree(organisation([100]), k=24)


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        (Node("other", None, "Other", 50), "one root, not 2"),
        (Node("u0", "root", "Twin", 50), "same id"),
        (Node("a", "gone", "A", 50), "not in the tree"),
        (Node("a", "root", "A", -1), "negative"),
        (Node("a", "a", "A", 50), "own ancestors"),
    ],
)
def test_nodes_that_are_no_tree_are_refused(extra, reason):
    nodes = organisation([50])
    assert publication_tree(nodes, k=40)

    with pytest.raises(ValueError, match=reason):
        publication_tree([*nodes, extra], k=40)


def test_organisation_without_units_is_refused():
    with pytest.raises(ValueError, match="not 0"):
        publication_tree([], k=40)


@many_examples
@given(charts(), st.integers(25, 120))
def test_leaves_hold_everybody_once_and_no_leaf_is_too_small(nodes, k):
    tree = publication_tree(nodes, k=k)

    people = {node.id: node.headcount for node in nodes}
    counted = [node_id for leaf in tree.leaves for node_id in leaf.node_ids]
    assert sorted(counted) == sorted(people)
    assert tree.leaf_of == {node_id: leaf.key for leaf in tree.leaves for node_id in leaf.node_ids}
    for leaf in tree.leaves:
        assert leaf.headcount == sum(people[node_id] for node_id in leaf.node_ids)
        assert leaf.headcount >= k or leaf is tree.root


@many_examples
@given(charts(), st.integers(25, 120))
def test_parents_hold_exactly_what_their_children_hold(nodes, k):
    tree = publication_tree(nodes, k=k)

    assert tree.root.headcount == sum(node.headcount for node in nodes)
    for group in tree.published:
        children = tree.children[group.key]
        assert all(child.depth == group.depth + 1 for child in children)
        if children:
            assert group.headcount == sum(child.headcount for child in children)
            held = [node_id for child in children for node_id in child.node_ids]
            assert sorted(held) == sorted(group.node_ids)


@many_examples
@given(charts(), st.integers(25, 120))
def test_unit_that_is_large_enough_is_published_under_its_own_name(nodes, k):
    tree = publication_tree(nodes, k=k)

    for group in tree.published:
        assert group.node_ids[0] == group.key or group.kind == "pool"
    large = {key for key, people in people_below(nodes).items() if people >= k}
    if not tree.yearly_only:
        assert large <= {group.key for group in tree.published} | {"n0"}


def people_below(nodes):
    below = {node.id: 0 for node in nodes}
    parents = {node.id: node.parent_id for node in nodes}
    for node in nodes:
        place = node.id
        while place is not None:
            below[place] += node.headcount
            place = parents[place]
    return below


@many_examples
@given(charts(), st.integers(25, 120))
def test_names_change_nothing_but_names(nodes, k):
    renamed = [replace(node, name=f"{node.name}!") for node in nodes]

    before, after = publication_tree(nodes, k=k), publication_tree(renamed, k=k)

    assert shape(before) == shape(after)
    assert before.leaf_of == after.leaf_of
