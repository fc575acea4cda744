"""The policy in numbers: its formulas, its presets, its canonical text, its promise."""

import json
from dataclasses import replace
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakup.privacy import PRESETS, Parameters, epsilon, promise
from speakup.privacy.noise import gaussian
from tests.speakup.privacy.organisations import STATISTICS, many_examples

STANDARD = PRESETS["standard"]


@pytest.mark.parametrize(
    ("statistic", "sensitivity", "sigma"),
    [("OUT", 6, 16.97), ("STANDARD", sqrt(12), 13.86), ("CAUSE", sqrt(12), 13.86)],
)
def test_standard_preset_gives_the_noise_of_the_design(statistic, sensitivity, sigma):
    assert STANDARD.sensitivity(statistic) == pytest.approx(sensitivity)
    assert STANDARD.sigma(statistic) == pytest.approx(sigma, abs=0.005)


def test_sensitivity_counts_the_category_that_is_not_full():
    uneven = replace(STANDARD, c=7, c_cat=3)

    assert uneven.sensitivity("STANDARD") == pytest.approx(sqrt(3**2 + 3**2 + 1))
    assert uneven.sensitivity("OUT") == 7


def test_statistics_of_a_quarter_spend_exactly_its_budget():
    assert sum(STANDARD.rho_of(statistic) for statistic in STATISTICS) == pytest.approx(0.125)
    assert [STANDARD.k(statistic) for statistic in STATISTICS] == [40, 150, 150]


def test_presets_differ_only_in_their_budgets_and_stay_under_the_cap():
    budgets = {name: (preset.rho, preset.year_limit) for name, preset in PRESETS.items()}

    assert budgets == {
        "careful": (0.0625, 0.25),
        "standard": (0.125, 0.5),
        "detailed": (0.25, 0.75),
    }
    assert {replace(preset, rho=0.1, year_limit=0.2) for preset in PRESETS.values()} == {
        replace(STANDARD, rho=0.1, year_limit=0.2)
    }


def test_first_year_halves_the_bound_and_so_the_noise():
    first = STANDARD.in_first_year()

    assert (first.c, first.c_cat) == (3, 1)
    assert first.sigma("OUT") == pytest.approx(STANDARD.sigma("OUT") / 2)
    assert first.rho == STANDARD.rho


@pytest.mark.parametrize(
    ("rho", "success", "loss"),
    [
        (0.02, 0.540, 0.90),
        (0.0625, 0.570, 1.66),
        (0.125, 0.599, 2.42),
        (0.25, 0.638, 3.54),
        (0.5, 0.691, 5.22),
        (0.74, 0.728, 6.53),
    ],
)
def test_promise_and_epsilon_give_the_published_table(rho, success, loss):
    assert promise(rho) == pytest.approx(success, abs=0.0005)
    assert epsilon(rho) == pytest.approx(loss, abs=0.005)


def test_promise_without_a_release_is_a_coin():
    assert promise(0) == 0.5


@pytest.mark.parametrize("rho", [0.001, 0.0625, 0.125, 0.75, 3.0])
@pytest.mark.parametrize("delta", [1e-9, 1e-6, 1e-3])
def test_epsilon_agrees_with_the_library(rho, delta):
    import opendp.prelude as dp

    measurement = gaussian(1 / sqrt(2 * rho))
    theirs = dp.c.make_zCDP_to_approxDP(measurement).map(1.0).epsilon(delta)

    assert epsilon(rho, delta) == pytest.approx(theirs, abs=1e-6)


@pytest.mark.parametrize("delta", [0, 1, 2, -0.1])
def test_epsilon_refuses_a_delta_that_is_no_probability(delta):
    with pytest.raises(ValueError, match="delta"):
        epsilon(0.125, delta)


@pytest.mark.parametrize("rho", [0, -1, float("nan"), float("inf")])
def test_epsilon_refuses_a_budget_that_is_none(rho):
    with pytest.raises(ValueError, match="rho"):
        epsilon(rho)


@pytest.mark.parametrize(
    "change",
    [
        {"rho": 0},
        {"rho": float("nan")},
        {"rho": 0.6},
        {"year_limit": 0.8},
        {"year_limit": 0.8, "hard_cap": 0.9},
        {"shares": (("OUT", 0.9), ("CAUSE", 0.2))},
        {"shares": (("OUT", 1.2), ("CAUSE", -0.2))},
        {"shares": (("OUT", 0.5), ("OUT", 0.5))},
        {"c_cat": 0},
        {"c_cat": 7},
        {"k_unit": 24},
        {"k_block": 39},
        {"hide_above": 0},
        {"hide_above": 1},
    ],
)
def test_policy_that_could_not_keep_its_promise_is_refused(change):
    assert Parameters() == STANDARD
    with pytest.raises(ValueError, match=r"\.$"):
        Parameters(**change)


@many_examples
@given(
    st.builds(
        Parameters,
        rho=st.floats(0.03, 0.25),
        c=st.integers(2, 12),
        c_cat=st.integers(1, 2),
        k_unit=st.integers(25, 150),
        hide_above=st.floats(0.1, 0.9),
        version=st.text(max_size=5),
    )
)
def test_policy_survives_its_canonical_text(parameters):
    text = parameters.to_json()

    assert Parameters.from_json(text) == parameters
    assert Parameters.from_json(text).to_json() == text


def test_canonical_text_is_sorted_and_tight():
    text = STANDARD.to_json()

    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"))
    assert text.startswith('{"c":6,"c_cat":2,')


@pytest.mark.parametrize("change", [{"colour": "red"}, {"rho": None}])
def test_text_with_other_fields_is_refused(change):
    body = json.loads(STANDARD.to_json()) | change
    changed = {name: value for name, value in body.items() if value is not None}

    with pytest.raises(ValueError, match="fields"):
        Parameters.from_json(json.dumps(changed))


def test_text_with_an_unknown_statistic_is_refused():
    text = STANDARD.to_json().replace("CAUSE", "PERSON")

    with pytest.raises(ValueError, match="index"):
        Parameters.from_json(text)
