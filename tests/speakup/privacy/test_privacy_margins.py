"""How far a figure may be off, when it is shown, and what may be called a change."""

from math import inf, sqrt
from random import Random
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakup.privacy import Figure, changed, figure, share, total
from speakup.privacy.margins import sd_of_sum
from tests.speakup.privacy.organisations import many_examples


def shown(value, sd):
    return figure(value, sd, hide_above=0.35)


def test_margin_is_nine_times_in_ten():
    assert Figure(100, 10).margin == pytest.approx(16.45)


@pytest.mark.parametrize(
    ("value", "sd", "why_not"),
    [
        (100, 35, ""),
        (100, 35.01, "too_uncertain"),
        (0, 1, "too_uncertain"),
        (-5, 1, "too_uncertain"),
        (5, 0, ""),
    ],
)
def test_figure_with_more_than_35_percent_sd_is_hidden(value, sd, why_not):
    found = shown(value, sd)

    assert (found.why_not, found.shown) == (why_not, not why_not)


def test_sd_grows_with_the_root_of_the_cells():
    assert sd_of_sum(17, 1) == 17
    assert sd_of_sum(17, 16) == 68


def test_total_of_hidden_figures_may_be_shown():
    parts = [shown(40, 17) for _ in range(4)]
    assert not any(part.shown for part in parts)

    assert total(parts, hide_above=0.35) == Figure(160, 34)


def test_share_carries_the_margin_of_both_parts():
    found = share(Figure(300, 20), Figure(100, 10), hide_above=0.35)

    assert found.value == 0.75
    assert found.sd == pytest.approx(sqrt((0.25 * 20) ** 2 + (0.75 * 10) ** 2) / 400)
    assert found.shown


def test_share_margin_is_what_simulated_noise_gives():
    random = Random(7)
    drawn = [(random.gauss(300, 20), random.gauss(700, 30)) for _ in range(20_000)]

    found = share(Figure(300, 20), Figure(700, 30), hide_above=0.35)

    assert found.sd == pytest.approx(stdev(a / (a + b) for a, b in drawn), rel=0.03)


def test_share_of_a_total_that_is_hidden_is_hidden():
    found = share(Figure(60, 17), Figure(0, 17), hide_above=0.35)

    # The share's own sd would let it pass; the 60 it is taken of are off by 24.
    assert found.value == 1
    assert found.sd == pytest.approx(17 / 60)
    assert found.sd < 0.35
    assert found.why_not == "too_uncertain"


def test_small_share_of_a_sure_total_is_hidden_when_it_is_unsure_itself():
    assert not share(Figure(20, 17), Figure(500, 17), hide_above=0.35).shown
    assert share(Figure(500, 17), Figure(20, 17), hide_above=0.35).shown


def test_share_of_nothing_says_nothing():
    assert share(Figure(0, 5), Figure(0, 5), hide_above=0.35) == Figure(0, inf, "too_uncertain")


@pytest.mark.parametrize(
    ("before", "after", "is_change"),
    [
        (Figure(100, 3), Figure(111, 4), True),
        (Figure(111, 4), Figure(100, 3), True),
        (Figure(100, 3), Figure(110, 4), False),
        (Figure(100, 3), Figure(100, 4), False),
        (Figure(100, 3, "too_uncertain"), Figure(111, 4), False),
        (Figure(100, 3), Figure(111, 4, "too_uncertain"), False),
        (Figure(0.5, 0.1), Figure(0, inf, "too_uncertain"), False),
    ],
)
def test_change_is_called_one_beyond_two_sd_of_the_difference(before, after, is_change):
    assert changed(before, after) is is_change


@many_examples
@given(st.integers(0, 1000), st.floats(0, 100), st.integers(0, 1000), st.floats(0, 100))
def test_shares_of_two_parts_complement_each_other(value, sd, other, other_sd):
    one, two = Figure(value, sd), Figure(other, other_sd)

    ours, theirs = share(one, two, hide_above=0.35), share(two, one, hide_above=0.35)

    assert ours.sd == pytest.approx(theirs.sd)
    if value + other > 0:
        assert 0 <= ours.value <= 1
        assert ours.value + theirs.value == pytest.approx(1)
