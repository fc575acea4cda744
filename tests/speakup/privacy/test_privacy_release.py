"""From a quarter's notebooks to the numbers that may be read."""

from dataclasses import replace
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakup.privacy import (
    OUTCOMES,
    PRESETS,
    Cell,
    Entries,
    Figure,
    FixedNoise,
    NoNoise,
    OpenDPNoise,
    Record,
    draw,
    publication_tree,
    tabulate,
)
from tests.speakup.privacy.organisations import (
    CATEGORIES,
    KEY,
    STATISTICS,
    charts,
    many_examples,
    organisation,
    record,
    records,
    staff,
)

PARAMETERS = PRESETS["standard"]
TREE = publication_tree(organisation([50, 60, 20], at_root=30), k=40)
BLOCKS = publication_tree(organisation([150, 160, 20], at_root=30), k=150)


def table(people, tree=TREE, parameters=PARAMETERS, statistics=("OUT",)):
    return tabulate(
        people,
        tree,
        parameters,
        quarter_key=KEY,
        statistics=statistics,
        categories=CATEGORIES,
    )


def test_observations_are_counted_in_the_group_of_their_writers_unit():
    people = [
        Entries("u0", [record(1), record(2, outcome="sent_note")]),
        Entries("u2", [record(3)]),
        Entries("root", [record(4)]),
    ]

    counts = table(iter(people))

    assert {cell: count for cell, count in counts.items() if count} == {
        Cell("u0", "OUT", "stayed_silent"): 1,
        Cell("u0", "OUT", "sent_note"): 1,
        Cell("rest:root", "OUT", "stayed_silent"): 2,
    }


def test_cells_of_an_empty_quarter_are_those_of_a_full_one():
    full = table([Entries("u0", [record(number) for number in range(9)])])

    assert table([]).keys() == full.keys()
    assert len(full) == 3 * 4
    assert sum(full.values()) == 6


def test_quarter_key_decides_which_observations_of_a_busy_person_count():
    busy = [Entries("u0", [record(i, outcome=OUTCOMES[i % 4]) for i in range(40)])]

    tables = [tabulate(busy, TREE, PARAMETERS, quarter_key=bytes([n]) * 32) for n in range(5)]

    assert {sum(counts.values()) for counts in tables} == {6}
    assert any(counts != tables[0] for counts in tables[1:])


@pytest.mark.parametrize(
    "entries",
    [Entries("gone", [record(1)]), Entries("u0", [Record("a", {"OUT": "shouted"})])],
)
def test_unit_or_category_that_nobody_knows_is_refused(entries):
    assert table([Entries("u0", [record(1)])])
    with pytest.raises(KeyError):
        table([entries])


def test_categories_of_the_organisations_own_must_be_given():
    with pytest.raises(ValueError, match="STANDARD"):
        draw({}, BLOCKS, PARAMETERS, NoNoise(), statistics=("STANDARD",))

    given_them = draw({}, BLOCKS, PARAMETERS, NoNoise(), ("STANDARD",), CATEGORIES)
    assert {cell.category for cell in given_them.cells} == set(CATEGORIES["STANDARD"])


def test_release_without_noise_gives_the_counts_and_their_sums():
    counts = {
        Cell("u0", "OUT", "stayed_silent"): 70,
        Cell("u1", "OUT", "stayed_silent"): 20,
        Cell("rest:root", "OUT", "sent_note"): 5,
    }

    drawn = draw(counts, TREE, PARAMETERS, NoNoise())

    read = {(cell.key, cell.category): cell.value for cell in drawn.cells if cell.value}
    assert read == {
        ("root", "stayed_silent"): 90,
        ("root", "sent_note"): 5,
        ("u0", "stayed_silent"): 70,
        ("u1", "stayed_silent"): 20,
        ("rest:root", "sent_note"): 5,
    }
    assert drawn.spent == 0.0625


def test_release_keeps_the_raw_numbers_beside_those_that_add_up():
    drawn = draw({}, TREE, PARAMETERS, FixedNoise((-9, 0, 3, 50)))

    raw = {(cell.key, cell.category): cell.raw for cell in drawn.cells}
    values = {(cell.key, cell.category): cell.value for cell in drawn.cells}
    assert raw["u0", "stepped_in"] == -9
    assert raw["root", "stepped_in"] == -27
    assert values["root", "stepped_in"] == values["u0", "stepped_in"] == 0
    assert values["root", "stayed_silent"] == raw["root", "stayed_silent"] == 150


def test_release_says_how_sure_each_number_is():
    drawn = draw({}, TREE, PARAMETERS, FixedNoise((49, 48)))

    cells = {(cell.key, cell.category): cell for cell in drawn.cells}
    sigma = PARAMETERS.sigma("OUT")
    sure, unsure = cells["u0", "stepped_in"], cells["u0", "spoke_in_person"]
    assert sure.sd == unsure.sd == sigma
    assert cells["root", "stepped_in"].sd == pytest.approx(sigma * sqrt(3))
    assert sure.margin == pytest.approx(1.645 * sigma)
    # 16.97 is 34.6 % of 49 and 35.4 % of 48.
    assert (sure.shown, sure.why_not) == (True, "")
    assert (unsure.shown, unsure.why_not) == (False, "too_uncertain")
    assert unsure.figure == Figure(48, sigma, "too_uncertain")


def test_release_comes_in_the_order_of_the_tree_and_of_the_categories():
    drawn = draw({}, TREE, PARAMETERS, NoNoise())

    assert [(cell.key, cell.category) for cell in drawn.cells] == [
        (key, outcome) for key in ("root", "u0", "u1", "rest:root") for outcome in OUTCOMES
    ]


def test_three_statistics_spend_the_quarter_and_each_has_its_own_noise():
    drawn = draw({}, BLOCKS, PARAMETERS, FixedNoise((100,)), STATISTICS, CATEGORIES)

    sds = {cell.statistic: cell.sd for cell in drawn.cells if cell.key == "u0"}
    assert drawn.spent == pytest.approx(0.125)
    assert sds == {statistic: PARAMETERS.sigma(statistic) for statistic in STATISTICS}


def test_statistic_drawn_twice_in_one_call_is_drawn_and_paid_once():
    drawn = draw({}, TREE, PARAMETERS, NoNoise(), ("OUT", "OUT"))

    assert (len(drawn.cells), drawn.spent) == (16, 0.0625)


def test_causes_are_never_drawn_at_groups_made_for_outcomes():
    assert draw({}, BLOCKS, PARAMETERS, NoNoise(), ("CAUSE",)).cells
    with pytest.raises(ValueError, match="too small"):
        draw({}, TREE, PARAMETERS, NoNoise(), ("CAUSE",))


@pytest.mark.parametrize(
    ("cell", "count", "reason"),
    [
        (Cell("u0", "OUT", "sent_note"), -1, "negative"),
        (Cell("u2", "OUT", "sent_note"), 1, "outside"),
        (Cell("u0", "OUT", "shouted"), 1, "outside"),
        (Cell("u0", "CAUSE", "tools"), 1, "outside"),
    ],
)
def test_counts_that_cannot_be_are_refused_before_noise_is_drawn(cell, count, reason):
    class NeverDrawn(NoNoise):
        def draw(self, values, **scale):
            pytest.fail("budget was spent on a refused table")

    with pytest.raises(ValueError, match=reason):
        draw({cell: count}, TREE, PARAMETERS, NeverDrawn())


def test_real_noise_lands_near_the_truth_and_never_below_zero():
    counts = {Cell("u0", "OUT", "stayed_silent"): 1000}

    drawn = draw(counts, TREE, PARAMETERS, OpenDPNoise())

    found = {(cell.key, cell.category): cell for cell in drawn.cells}["u0", "stayed_silent"]
    assert abs(found.raw - 1000) < 8 * found.sd
    assert found.shown
    assert min(cell.value for cell in drawn.cells) >= 0


def moved(before, after, statistic):
    """L2 distance between two tables, in the cells of one statistic."""
    return sqrt(
        sum((before[cell] - after[cell]) ** 2 for cell in before if cell.statistic == statistic)
    )


@many_examples
@given(st.data())
def test_removing_anybody_moves_no_table_by_more_than_its_sensitivity(data):
    nodes = data.draw(charts())
    people = data.draw(staff(nodes))
    tree = publication_tree(nodes, k=40)
    bound = data.draw(st.integers(1, 8))
    parameters = replace(PARAMETERS, c=bound, c_cat=data.draw(st.integers(1, bound)))
    whole = table(people, tree, parameters, STATISTICS)

    for absent in people:
        without = table(
            [each for each in people if each is not absent], tree, parameters, STATISTICS
        )

        alone = table([absent], tree, parameters, STATISTICS)
        assert {cell: whole[cell] - without[cell] for cell in whole} == alone
        for statistic in STATISTICS:
            assert moved(whole, without, statistic) <= parameters.sensitivity(statistic) + 1e-9


@pytest.mark.parametrize("statistic", STATISTICS)
def test_person_who_writes_the_most_moves_a_table_by_exactly_its_sensitivity(statistic):
    chosen = CATEGORIES[statistic]
    heavy = [Record(str(i), {statistic: chosen[i % 3]}) for i in range(30)]
    if statistic == "OUT":
        heavy = [record(i) for i in range(30)]

    full = table([Entries("u0", heavy)], BLOCKS, PARAMETERS, (statistic,))

    empty = table([], BLOCKS, PARAMETERS, (statistic,))
    assert moved(full, empty, statistic) == pytest.approx(PARAMETERS.sensitivity(statistic))


@many_examples
@given(charts(), st.data())
def test_which_cells_exist_depends_on_the_tree_alone(nodes, data):
    tree = publication_tree(nodes, k=40)
    people = data.draw(staff(nodes))

    full = draw(table(people, tree), tree, PARAMETERS, FixedNoise((3, -20, 40)))

    empty = draw({}, tree, PARAMETERS, FixedNoise((3, -20, 40)))
    assert [cell[:3] for cell in map(as_tuple, full.cells)] == [
        cell[:3] for cell in map(as_tuple, empty.cells)
    ]
    assert [cell.sd for cell in full.cells] == [cell.sd for cell in empty.cells]
    assert full.spent == empty.spent


def as_tuple(cell):
    return (cell.key, cell.statistic, cell.category)


@many_examples
@given(charts(), st.lists(st.integers(-40, 60), min_size=1, max_size=30))
def test_released_children_add_up_in_every_category(nodes, offsets):
    tree = publication_tree(nodes, k=40)

    drawn = draw({}, tree, PARAMETERS, FixedNoise(tuple(offsets)))

    values = {(cell.key, cell.category): cell.value for cell in drawn.cells}
    assert min(values.values()) >= 0
    for key, children in tree.children.items():
        for outcome in OUTCOMES if children else ():
            assert values[key, outcome] == sum(values[child.key, outcome] for child in children)


@many_examples
@given(records("a"), records("b"))
def test_what_a_colleague_writes_never_changes_which_of_mine_count(mine, theirs):
    together = table([Entries("u0", mine), Entries("u1", theirs)])

    alone = table([Entries("u0", mine)])
    assert all(together[cell] == alone[cell] for cell in alone if cell.key == "u0")
