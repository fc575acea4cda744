"""The worked examples come out as on paper."""

from dataclasses import replace

import numpy as np
import pytest

from speakup.costs import Pert, chance_above, estimate, gain_at
from speakup.costs.counts import posterior
from speakup.costs.formulas import effective_years
from tests.speakup.costs.cost_cases import CONSTANT, at_means, chain, supplier, survey, with_segment

MONEY = ("per_incident", "exposure", "protected", "avoidable", "residual", "gain", "per_employee")


def test_reader_of_the_survey_finds_its_figure_split_in_three():
    result = estimate(*survey())

    assert round(result.exposure.mean) == 54_511
    assert round(result.protected.mean) == 2_518
    assert round(result.avoidable.mean) == 33_459
    assert round(result.residual.mean) == 18_534
    assert round(result.gain.mean) == 15_470
    assert result.spoken_share.mean == pytest.approx(0.07, rel=1e-12)


def test_reader_of_the_survey_who_trusts_help_less_finds_less_to_gain():
    result = estimate(*survey(averted=0.75))

    assert round(result.avoidable.mean) == 25_094
    assert round(result.gain.mean) == 11_603


def test_reader_of_constants_and_exact_counts_gets_arithmetic_without_spread():
    released, assumptions = chain("none", 0)

    result = estimate(released, at_means(assumptions))

    assert result.per_incident.mean == pytest.approx(24.5933, abs=5e-5)
    assert result.exposure.mean == pytest.approx(19_291.01, abs=0.005)
    assert result.protected.mean == pytest.approx(1_504.22, abs=0.005)
    assert result.avoidable.mean == pytest.approx(7_771.81, abs=0.005)
    assert result.residual.mean == pytest.approx(10_014.98, abs=0.005)
    assert result.pool.mean * 0.43 == pytest.approx(3_988.69, abs=0.005)
    for name in MONEY:
        figure = getattr(result, name)
        everywhere = {figure.p5, figure.p10, figure.p50, figure.p90, figure.p95}
        assert everywhere == {figure.p50}
        assert figure.mean == pytest.approx(figure.closed_mean, rel=1e-12)
    assert result.drivers == ()
    assert set(result.dots) == {result.avoidable.mean}


def test_reader_of_a_shop_chain_sees_the_ranges_of_the_worked_example():
    result = estimate(*chain())

    assert result.shown
    assert result.protected.p50 == pytest.approx(1_300, rel=0.03)
    assert result.protected.p10 == pytest.approx(590, rel=0.03)
    assert result.protected.p90 == pytest.approx(2_800, rel=0.03)
    assert result.avoidable.p50 == pytest.approx(6_800, rel=0.03)
    assert result.avoidable.p10 == pytest.approx(3_400, rel=0.03)
    assert result.avoidable.p90 == pytest.approx(14_000, rel=0.05)
    assert result.spoken_share.p5 == pytest.approx(0.10, abs=0.01)
    assert result.spoken_share.p95 == pytest.approx(0.23, abs=0.01)
    assert result.gain.p50 == pytest.approx(2_800, rel=0.03)
    assert result.avoidable.closed_mean == pytest.approx(7_795, abs=1)
    assert chance_above(result, 5_000) == pytest.approx(0.72, abs=0.01)
    assert result.dots[0] == pytest.approx(2_300, rel=0.05)
    assert result.dots[-1] == pytest.approx(19_000, rel=0.05)
    per_employee = (result.avoidable.closed_mean + result.residual.closed_mean) / 120
    assert result.per_employee.closed_mean == pytest.approx(per_employee)


def test_reader_of_a_shop_chain_sees_what_drives_the_range():
    result = estimate(*chain())

    rows = {row.name: (row.low, row.high) for row in result.drivers}
    order = ["realised_share", "depth", "customers_per_incident", "cuts", "averted", "silent"]
    assert [row.name for row in result.drivers][:6] == order
    assert rows["realised_share"] == pytest.approx((4_396, 11_681), rel=0.02)
    assert rows["depth"] == pytest.approx((5_425, 10_166), rel=0.02)
    assert rows["silent"] == pytest.approx((6_930, 8_700), rel=0.02)
    assert {row.segment for row in result.drivers if row.name == "depth"} == {"private"}


def test_reader_of_forty_people_in_a_quarter_is_shown_no_money():
    result = estimate(*supplier(silent=9.0, spoken=2.0, years=0.25))

    assert not result.shown
    assert result.why_not == "total_below_noise"
    assert result.avoidable.p50 == pytest.approx(12_000, rel=0.1)
    assert result.drivers[0].name == "silent"


def test_reader_of_forty_people_in_a_year_sees_large_accounts():
    result = estimate(*supplier())
    on_revenue = estimate(*supplier(margin=1))

    assert result.shown
    assert 19 * on_revenue.per_incident.closed_mean == pytest.approx(37_062, rel=0.001)
    # The worked example does not state its margin, so only its size is compared.
    assert result.protected.p50 == pytest.approx(7_100, rel=0.08)
    assert result.avoidable.p50 == pytest.approx(13_000, rel=0.08)
    assert result.avoidable.p10 == pytest.approx(5_500, rel=0.08)
    assert result.avoidable.p90 == pytest.approx(28_000, rel=0.08)


def test_reader_who_believes_half_is_logged_sees_twice_the_cost():
    released, assumptions = chain()
    base = estimate(released, assumptions).avoidable.closed_mean

    half = estimate(released, replace(assumptions, coverage=CONSTANT(0.5)))
    shared = estimate(released, replace(assumptions, witnesses=CONSTANT(2)))

    assert half.avoidable.closed_mean == pytest.approx(2 * base)
    assert shared.avoidable.closed_mean == pytest.approx(base / 2)


def test_reader_of_uncertain_coverage_finds_the_closed_mean_in_the_draws():
    released, assumptions = chain()
    wide = replace(
        assumptions,
        coverage=Pert(0.14, 0.5, 1),
        witnesses=Pert(1, 1.2, 2),
        duration_years=Pert(0.25, 1, 3),
        retention=0.8,
        discount=0.08,
    )

    result = estimate(released, wide)

    for name in (*MONEY, "spoken_share"):
        figure = getattr(result, name)
        assert figure.mean == pytest.approx(figure.closed_mean, rel=0.03), name


def test_reader_of_losses_beyond_a_year_sees_them_shrink():
    two_years = effective_years(np.array([2.0]), 0.8, 0.08)

    assert two_years[0] == pytest.approx(1.5038, abs=5e-5)
    assert effective_years(np.array([2.0]), 1.0, 0.0)[0] == 2.0

    released, assumptions = survey()
    longer = replace(assumptions, duration_years=CONSTANT(2), retention=0.8, discount=0.08)
    longer = with_segment(
        longer,
        annual_value=CONSTANT(480),
        margin=CONSTANT(0.35),
        cuts=CONSTANT(0.5),
        depth=CONSTANT(0.5),
    )
    longer = replace(longer, realised_share=CONSTANT(0.35))
    assert estimate(released, longer).per_incident.mean == pytest.approx(22.11, abs=0.005)


def test_reader_of_a_count_below_zero_never_sees_negative_money():
    released, assumptions = chain(silent=-3.2, spoken=-8.0)

    result = estimate(released, assumptions)

    assert posterior(-3.2, "laplace", 5.0).mean_count == pytest.approx(4.52, abs=0.005)
    assert result.percentiles[0] >= 0
    assert result.protected.p5 >= 0
    assert not result.shown


def test_reader_of_gaussian_noise_sees_the_true_count_with_its_spread():
    near_zero = posterior(2.0, "gaussian", 7.0)
    far_off = posterior(300.0, "gaussian", 7.0)

    spread = np.sqrt(far_off.chances @ (far_off.counts - far_off.mean_count) ** 2)
    assert far_off.mean_count == pytest.approx(300, abs=1e-6)
    assert spread == pytest.approx(7, abs=1e-6)
    assert far_off.mean_rate == pytest.approx(300.5, abs=1e-6)
    assert near_zero.mean_count > 2
    assert near_zero.counts[0] == 0


def test_reader_moves_the_slider_and_the_gain_follows_the_pool():
    result = estimate(*chain())
    share = result.spoken_share.closed_mean

    up, down = gain_at(result, share + 0.3), gain_at(result, share - 0.1)

    assert up.p10 == pytest.approx(0.3 * result.pool.p10)
    assert up.p90 == pytest.approx(0.3 * result.pool.p90)
    assert up.p5 == pytest.approx(0.3 * result.pool.p5)
    assert down.p5 == pytest.approx(-0.1 * result.pool.p95)
    assert down.p90 == pytest.approx(-0.1 * result.pool.p10)
    assert down.p5 < down.p10 < down.p50 < down.p90 < down.p95 < 0
    assert gain_at(result, 0.5) == result.gain


def test_reader_asks_for_the_chance_of_any_amount_and_gets_a_fraction():
    result = estimate(*chain())

    assert chance_above(result, 0) == 1
    assert chance_above(result, 1e9) == 0
    assert chance_above(result, result.avoidable.p50) == pytest.approx(0.5, abs=0.001)
    fixed = estimate(*survey())
    assert chance_above(fixed, fixed.avoidable.mean) == 0
    assert chance_above(fixed, fixed.avoidable.mean - 1) == 1
