"""The noise itself: its library contract, its shape, and which sources production may use."""

import subprocess
import sys
from collections import Counter
from math import exp, sqrt
from statistics import NormalDist

import pytest

from speakup.privacy import PRESETS, FixedNoise, LossTooHigh, NoNoise, OpenDPNoise
from speakup.privacy.noise import gaussian
from tests.speakup.privacy.organisations import STATISTICS

ANY = {"sigma": 1.0, "sensitivity": 1.0, "rho": 0.5}


def scale(statistic="OUT", preset="standard"):
    parameters = PRESETS[preset]
    return {
        "sigma": parameters.sigma(statistic),
        "sensitivity": parameters.sensitivity(statistic),
        "rho": parameters.rho_of(statistic),
    }


def test_only_the_library_may_draw_in_production():
    assert OpenDPNoise.production
    assert not FixedNoise.production
    assert not NoNoise.production


def test_noises_for_tests_are_known_beforehand():
    assert NoNoise().draw([1, 2, 3], **ANY) == [1, 2, 3]
    assert FixedNoise((5, -5)).draw([1, 2, 3], **ANY) == [6, -3, 8]
    assert FixedNoise((5, -5)).draw([], **ANY) == []


@pytest.mark.parametrize("preset", list(PRESETS))
@pytest.mark.parametrize("statistic", STATISTICS)
def test_library_finds_no_more_loss_than_the_budget_allows(statistic, preset):
    wanted = scale(statistic, preset)

    loss = gaussian(wanted["sigma"]).map(wanted["sensitivity"])

    # Exactly "at most": the ledger books rho, so not even a rounding may exceed it.
    assert wanted["rho"] * (1 - 1e-9) < loss <= wanted["rho"]


def test_noise_that_is_too_small_for_its_budget_is_never_drawn():
    honest = scale()
    assert len(OpenDPNoise().draw([1, 2], **honest)) == 2

    with pytest.raises(LossTooHigh, match="would spend"):
        OpenDPNoise().draw([1, 2], **(honest | {"sigma": honest["sigma"] / 1.001}))


def test_nothing_to_measure_gives_nothing():
    assert OpenDPNoise().draw([], **scale()) == []


def test_noise_is_whole_and_differs_from_cell_to_cell_and_from_call_to_call():
    first, second = (OpenDPNoise().draw([0] * 50, **scale()) for _ in range(2))

    assert all(type(value) is int for value in first)
    assert len(set(first)) > 5
    assert first != second


@pytest.mark.parametrize("centre", [0, 1000])
def test_noise_has_the_shape_of_a_discrete_gaussian(centre):
    sigma, draws = 3.0, 40_000
    loss = {"sigma": sigma, "sensitivity": 1.0, "rho": 1 / (2 * sigma**2)}

    # One draw in a million fails by chance; a second chance makes that one in 10^12.
    assert any(
        chi_square([x - centre for x in OpenDPNoise().draw([centre] * draws, **loss)], sigma)
        < quantile(20, 1 - 1e-6)
        for _ in range(2)
    )


def test_shape_test_sees_a_sampler_that_is_five_percent_off():
    loss = {"sigma": 3.15, "sensitivity": 1.0, "rho": 1 / (2 * 3.0**2)}

    assert chi_square(OpenDPNoise().draw([0] * 40_000, **loss), 3.0) > quantile(20, 1 - 1e-6)


def chi_square(draws, sigma):
    """Distance of the draws from the discrete Gaussian on -10..10, both tails in the end bins."""
    weights = {x: exp(-(x**2) / (2 * sigma**2)) for x in range(-60, 61)}
    expected, observed = Counter(), Counter(max(-10, min(10, x)) for x in draws)
    for x, weight in weights.items():
        expected[max(-10, min(10, x))] += len(draws) * weight / sum(weights.values())
    return sum((observed[x] - expected[x]) ** 2 / expected[x] for x in expected)


def quantile(degrees, probability):
    """Chi-square quantile by Wilson and Hilferty's cube."""
    z = NormalDist().inv_cdf(probability)
    return degrees * (1 - 2 / (9 * degrees) + z * sqrt(2 / (9 * degrees))) ** 3


def test_reading_the_package_loads_neither_the_library_nor_django():
    program = "import sys, speakup.privacy; print({'opendp', 'django', 'numpy'} & set(sys.modules))"

    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert found.stdout.strip() == b"set()"
