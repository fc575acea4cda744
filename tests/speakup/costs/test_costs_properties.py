"""What holds for every input."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speakup.costs import Assumptions, Pert, Released, Segment, chance_above, estimate
from speakup.costs.counts import mean_share, posterior
from speakup.costs.formulas import factors_of, parts_of
from tests.speakup.costs.cost_cases import chain, with_segment

SOME = settings(max_examples=40, deadline=None)

fractions = st.floats(0, 1)


def perts(low, high):
    return st.lists(st.floats(low, high), min_size=3, max_size=3).map(
        lambda three: Pert(*sorted(three))
    )


@st.composite
def segments(draw):
    share = draw(fractions)
    return tuple(
        Segment(
            name,
            part,
            draw(perts(0, 1e6)),
            draw(perts(0, 1)),
            draw(perts(0, 1)),
            draw(perts(0, 1)),
        )
        for name, part in (("private", share), ("business", 1 - share))
    )


assumption_sets = st.builds(
    Assumptions,
    segments=segments(),
    witnesses=perts(1, 5),
    coverage=perts(0.05, 1),
    customers_per_incident=perts(0, 10),
    realised_share=perts(0, 1),
    helpable=perts(0, 1),
    averted=perts(0, 1),
    duration_years=perts(0, 5),
    retention=st.floats(0.1, 1),
    discount=fractions,
)
releases = st.one_of(
    st.builds(
        Released,
        silent=st.floats(-30, 500),
        spoken=st.floats(-30, 500),
        noise_kind=st.sampled_from(["gaussian", "laplace"]),
        noise_scale=st.floats(0.01, 20),
        years=st.floats(0.1, 2),
        headcount=st.integers(1, 10_000),
    ),
    st.builds(
        Released,
        silent=st.floats(0, 500),
        spoken=st.floats(0, 500),
        noise_kind=st.just("none"),
        noise_scale=st.just(0.0),
        years=st.floats(0.1, 2),
        headcount=st.integers(1, 10_000),
    ),
)


@SOME
@given(releases, assumption_sets)
def test_reader_adds_up_the_parts_and_gets_the_exposure(released, assumptions):
    result = estimate(released, assumptions)

    parts = (result.protected, result.avoidable, result.residual)
    assert result.exposure.mean == parts[0].mean + parts[1].mean + parts[2].mean
    closed = parts[0].closed_mean + parts[1].closed_mean + parts[2].closed_mean
    assert result.exposure.closed_mean == closed
    for figure in (*parts, result.exposure, result.pool, result.gain, result.spoken_share):
        assert figure.p5 <= figure.p10 <= figure.p50 <= figure.p90 <= figure.p95
        assert np.isfinite([figure.mean, figure.p5, figure.p95, figure.closed_mean]).all()
    assert result.exposure.p5 >= 0
    assert list(result.dots) == sorted(result.dots)


@SOME
@given(releases, assumption_sets)
def test_reader_adds_up_the_parts_of_any_draw_and_gets_the_exposure(released, assumptions):
    silent = posterior(released.silent, released.noise_kind, released.noise_scale)
    spoken = posterior(released.spoken, released.noise_kind, released.noise_scale)
    factors = factors_of(silent, spoken, assumptions, np.random.default_rng(1))

    parts = parts_of({key: one.draws for key, one in factors.items()}, released, assumptions)

    whole = np.broadcast_to(parts.per_incident, parts.exposure.shape)
    rate = factors["silent", ""].draws + factors["spoken", ""].draws
    logged = factors["witnesses", ""].draws * factors["coverage", ""].draws
    assert (parts.exposure == parts.protected + parts.avoidable + parts.residual).all()
    assert parts.exposure == pytest.approx(rate * logged / released.years * whole, rel=1e-9)


def mild(low, high):
    """Neither so skewed nor so tiny that 20,000 draws would miss what the mean is made of."""
    width = high - low
    edges = st.floats(low + 0.2 * width, low + 0.6 * width)
    return edges.map(lambda mode: Pert(mode - 0.1 * width, mode, mode + 0.3 * width))


mild_segments = st.builds(
    Segment, st.just("all"), st.just(1), mild(0, 900), mild(0, 1), mild(0, 1), mild(0, 1)
)
mild_sets = st.builds(
    Assumptions,
    segments=st.tuples(mild_segments),
    witnesses=mild(1, 3),
    coverage=mild(0.2, 1),
    customers_per_incident=mild(0, 3),
    realised_share=mild(0, 1),
    helpable=mild(0, 1),
    averted=mild(0, 1),
    duration_years=mild(0, 4),
    retention=st.floats(0.1, 1),
    discount=fractions,
)


@SOME
@given(releases, mild_sets)
def test_reader_finds_the_closed_mean_within_the_sampling_error(released, assumptions):
    silent = posterior(released.silent, released.noise_kind, released.noise_scale)
    spoken = posterior(released.spoken, released.noise_kind, released.noise_scale)
    factors = factors_of(silent, spoken, assumptions, np.random.default_rng(7))
    parts = parts_of({key: one.draws for key, one in factors.items()}, released, assumptions)

    result = estimate(released, assumptions)

    for name in ("per_incident", "protected", "avoidable", "residual", "exposure"):
        draws = np.broadcast_to(getattr(parts, name), 20_000)
        error = draws.std() / np.sqrt(20_000)
        closed = getattr(result, name).closed_mean
        assert abs(draws.mean() - closed) <= 6 * error + 1e-9 * (1 + abs(closed)), name


@SOME
@given(releases, assumption_sets)
def test_reader_who_asks_twice_gets_the_same_answer(released, assumptions):
    assert estimate(released, assumptions) == estimate(released, assumptions)


@SOME
@given(
    st.sampled_from(["annual_value", "margin", "cuts", "depth"]),
    perts(0.05, 0.9),
    st.floats(1.0, 1.1),
)
def test_organisation_that_raises_a_customer_number_never_lowers_the_cost(name, value, factor):
    released, assumptions = chain()
    higher = Pert(value.low * factor, value.mode * factor, value.high * factor)

    before = estimate(released, with_segment(assumptions, **{name: value}))
    after = estimate(released, with_segment(assumptions, **{name: higher}))

    assert after.avoidable.closed_mean == pytest.approx(before.avoidable.closed_mean * factor)
    assert after.avoidable.closed_mean >= before.avoidable.closed_mean


@SOME
@given(
    st.sampled_from(
        [
            ("customers_per_incident", 1),
            ("realised_share", 1),
            ("helpable", 1),
            ("averted", 1),
            ("duration_years", 1),
            ("coverage", -1),
        ]
    ),
    perts(0.1, 0.9),
    st.floats(1.01, 1.1),
)
def test_organisation_that_raises_an_assumption_moves_the_cost_its_way(moved, value, factor):
    name, direction = moved
    released, assumptions = chain()
    higher = Pert(value.low * factor, value.mode * factor, value.high * factor)

    before = estimate(released, replace(assumptions, **{name: value})).avoidable
    after = estimate(released, replace(assumptions, **{name: higher})).avoidable

    assert (after.closed_mean - before.closed_mean) * direction > 0


@SOME
@given(st.floats(10, 300), st.floats(1, 100))
def test_colleagues_who_speak_up_more_often_leave_less_to_avoid(total, moved):
    silent = total * 0.9
    shift = min(moved, silent)

    before = estimate(*chain("none", 0, silent, total - silent))
    after = estimate(*chain("none", 0, silent - shift, total - silent + shift))

    assert after.avoidable.closed_mean < before.avoidable.closed_mean
    assert after.protected.closed_mean > before.protected.closed_mean
    assert after.exposure.closed_mean == pytest.approx(before.exposure.closed_mean)


@SOME
@given(st.sampled_from(["gaussian", "laplace"]), st.floats(5, 8), st.floats(100, 400))
def test_reader_of_noisier_counts_sees_a_wider_range(kind, scale, spoken):
    calm = estimate(*chain(kind, scale, 400, spoken))
    noisy = estimate(*chain(kind, scale * 4, 400, spoken))

    def width(result):
        return result.spoken_share.p95 - result.spoken_share.p5

    assert width(noisy) > width(calm)
    calm_count, noisy_count = (posterior(spoken, kind, one) for one in (scale, scale * 4))
    assert spread(noisy_count) > spread(calm_count)


def spread(counts):
    return counts.chances @ (counts.counts - counts.mean_count) ** 2


def test_reader_of_noisier_counts_sees_the_saving_less_sharply():
    def width(scale):
        protected = estimate(*chain("laplace", scale)).protected
        return protected.p95 - protected.p5

    assert width(0.5) < width(5) < width(10) < width(20)


@SOME
@given(
    st.floats(-30, 60),
    st.floats(-30, 60),
    st.sampled_from(["gaussian", "laplace"]),
    st.floats(0.05, 6),
)
def test_reader_of_the_share_gets_the_mean_over_all_true_counts(silent, spoken, kind, scale):
    left, right = posterior(silent, kind, scale), posterior(spoken, kind, scale)

    n, k = left.counts[:, None], right.counts[None, :]
    expected = left.chances @ ((k + 0.5) / (n + k + 1)) @ right.chances

    assert mean_share(left, right) == pytest.approx(expected, rel=1e-9)


@SOME
@given(st.floats(0, 40_000), st.floats(0, 40_000))
def test_reader_of_larger_amounts_sees_smaller_chances(one, other):
    result = estimate(*chain())
    low, high = sorted((one, other))

    assert 0 <= chance_above(result, high) <= chance_above(result, low) <= 1


@SOME
@given(perts(0.5, 4), st.sampled_from([np.reciprocal, np.square, np.exp]))
def test_reader_of_a_pert_gets_the_mean_that_sampling_finds(pert, function):
    draws = function(pert.draw(np.random.default_rng(3), 20_000))

    error = 6 * draws.std() / np.sqrt(20_000)
    assert pert.mean_of(function) == pytest.approx(draws.mean(), abs=error + 1e-9)
    assert pert.mean_of(lambda values: values) == pytest.approx(pert.mean, rel=1e-8)


def test_organisation_that_writes_whole_numbers_gets_the_seed_of_decimals():
    released, assumptions = chain(silent=164, spoken=32)

    decimals = estimate(replace(released, silent=164.0, spoken=32.0), assumptions)

    assert estimate(released, assumptions).seed == decimals.seed
    assert estimate(replace(released, silent=165.0), assumptions).seed != decimals.seed


def test_server_without_babel_or_django_still_runs_the_model():
    script = (
        "import sys; sys.modules['babel'] = None; sys.modules['django'] = None\n"
        "from speakup.costs import *\n"
        "one = Pert.constant(1)\n"
        "print(estimate(Released(9, 1, 'none', 0, 1, 1), Assumptions(segments=("
        "Segment('all', 1, one, one, one, one),))).shown)"
    )

    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert answer.stdout == "True\n"
