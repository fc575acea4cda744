"""When money is shown, and what is said beside it."""

from dataclasses import replace

import pytest

from speakup.costs import Pert, estimate
from tests.speakup.costs.cost_cases import CONSTANT, chain, survey, with_segment


@pytest.mark.parametrize(
    ("silent", "spoken", "kind", "reason"),
    [
        (21, 9, "gaussian", ""),
        (20.9, 40, "gaussian", "silent_below_noise"),
        (21, 8, "gaussian", "total_below_noise"),
        (30, 13, "laplace", ""),
        (29, 40, "laplace", "silent_below_noise"),
        (-50, 10, "gaussian", "total_below_noise"),
        (0, 0, "none", "nothing_seen"),
        (0, 1, "none", ""),
    ],
)
def test_manager_of_few_observations_is_told_why_there_is_no_money(silent, spoken, kind, reason):
    released, assumptions = chain(kind, 7.0, silent, spoken)

    result = estimate(released, assumptions)

    assert result.why_not == reason
    assert result.shown == (reason == "")


def test_manager_of_summed_cells_needs_more_to_be_shown_money():
    released, assumptions = chain("gaussian", 7.0, 25, 12)
    assert estimate(released, assumptions).shown

    summed = estimate(replace(released, spoken_noise_scale=7 * 3**0.5), assumptions)

    assert summed.why_not == "total_below_noise"


def test_manager_of_nothing_seen_gets_zeros():
    result = estimate(*chain("none", 0, 0, 0))

    assert result.spoken_share.mean == result.spoken_share.closed_mean == 0
    assert result.exposure.p95 == result.gain.p95 == 0


def test_manager_with_few_who_spoke_up_is_warned_that_the_saving_is_noise():
    released, assumptions = chain("gaussian", 7.0, 100, 21)
    assert estimate(released, assumptions).warnings == ()

    fewer = estimate(replace(released, spoken=20.9), assumptions)

    assert fewer.shown
    assert fewer.warnings == ("spoken_below_noise",)


def test_manager_with_vague_assumptions_is_warned_that_the_range_is_too_wide():
    released, assumptions = chain()

    vague = with_segment(assumptions, annual_value=Pert(0, 0, 1e6), depth=Pert(0, 0, 1))

    assert estimate(released, vague).warnings == ("range_too_wide",)


def test_manager_of_a_cost_above_a_tenth_of_revenue_is_warned():
    # On revenue, not margin: 54,511 with the margin counted as one.
    released, assumptions = survey()
    assumptions = with_segment(assumptions, margin=CONSTANT(0.01))

    calm = estimate(released, replace(assumptions, revenue=545_200.0))
    alarmed = estimate(released, replace(assumptions, revenue=545_000.0))

    assert calm.warnings == ()
    assert alarmed.warnings == ("exposure_above_tenth_of_revenue",)


def test_manager_whose_incidents_meet_a_fifth_of_customers_is_warned():
    released, assumptions = survey()
    # Two customers in each of 19 incidents a year, half of which were logged: 76 customers.
    assumptions = replace(assumptions, customers_per_incident=CONSTANT(2), coverage=CONSTANT(0.5))

    calm = estimate(released, replace(assumptions, customers=380.1))
    alarmed = estimate(released, replace(assumptions, customers=379.9))

    assert calm.warnings == ()
    assert alarmed.warnings == ("customers_above_fifth",)


@pytest.mark.parametrize(
    ("before", "warned"), [(19, False), (37.9, False), (12.7, False), (12.6, True), (38.1, True)]
)
def test_manager_after_a_jump_in_logging_is_warned_against_a_trend(before, warned):
    released, assumptions = survey()

    result = estimate(replace(released, previous_total=before), assumptions)

    assert (result.warnings == ("total_moved_by_half",)) == warned
