"""A membership audit: the best attacker there is, against thousands of real releases.

The attacker knows everybody else's entries and all of the victim's, and says after each release
whether the victim took part. One draw over thousands of like groups is thousands of releases. The
honest pipeline must stay below the promise, and each planted fault must be caught, or the audit
would prove nothing.
"""

from dataclasses import replace
from math import sqrt

import pytest

from speakup.privacy import (
    CAUSES,
    PRESETS,
    Entries,
    OpenDPNoise,
    draw,
    promise,
    publication_tree,
    tabulate,
)
from tests.speakup.privacy.organisations import (
    CATEGORIES,
    KEY,
    STANDARDS,
    STATISTICS,
    organisation,
    record,
)

PARAMETERS = PRESETS["standard"]
RELEASES = 4000
LUCK = sqrt(0.25 / (2 * RELEASES))
TREE = publication_tree(organisation([150] * RELEASES), k=150)
ALIKE = [record(number) for number in range(12)]
WORST = [
    record(number, standard=STANDARDS[number % 3], cause=CAUSES[number % 3]) for number in range(12)
]
TYPICAL = [
    record(1),
    record(2, outcome="spoke_in_person", standard="Speed", cause="staffing"),
    record(3, standard="Listening", cause="staffing"),
    record(4, outcome="stepped_in", cause="unknown"),
]


def success(victim, *, statistics=STATISTICS, bounds=PARAMETERS, noise=None):
    """Share of releases, half with the victim and half without, that the attacker gets right."""
    shift = table([Entries("u0", victim)], bounds, statistics)
    shift = {cell[1:]: count for cell, count in shift.items() if count}
    present = [Entries(leaf.key, victim) for leaf in TREE.leaves]
    right = sum(
        sum(guess is truth for guess in guesses(people, shift, statistics, bounds, noise))
        for people, truth in ((present, True), ([], False))
    )
    return right / (2 * RELEASES)


def guesses(people, shift, statistics, bounds, noise):
    """The likelihood-ratio test on the raw numbers of every release; nothing can do better."""
    counts = table(people, bounds, statistics)
    drawn = draw(counts, TREE, PARAMETERS, noise or OpenDPNoise(), statistics, CATEGORIES)
    evidence = dict.fromkeys((leaf.key for leaf in TREE.leaves), 0.0)
    for cell in drawn.cells:
        moved = shift.get((cell.statistic, cell.category), 0)
        if moved and cell.key in evidence:
            evidence[cell.key] += moved * (cell.raw - moved / 2) / cell.sd**2
    return [weight > 0 for weight in evidence.values()]


def table(people, bounds, statistics):
    return tabulate(
        people, TREE, bounds, quarter_key=KEY, statistics=statistics, categories=CATEGORIES
    )


def limit(rho):
    """The promise and three standard deviations of the audit's own luck."""
    return promise(rho) + 3 * LUCK


@pytest.mark.parametrize("victim", [WORST, TYPICAL], ids=["worst", "typical"])
def test_attacker_who_knows_everything_else_stays_below_the_promise(victim):
    # Luck alone breaks the limit once in 700 audits; twice running is once in half a million.
    assert any(success(victim) <= limit(PARAMETERS.rho) for _ in range(2))


def test_attacker_of_outcomes_alone_stays_below_what_outcomes_may_spend():
    rho = PARAMETERS.rho_of("OUT")

    assert any(success(WORST, statistics=("OUT",)) <= limit(rho) for _ in range(2))


def test_audit_is_no_blind_one_for_it_finds_what_theory_says():
    # The worst victim uses every bound to the full, so the promise is met exactly.
    assert success(WORST) > promise(PARAMETERS.rho) - 5 * LUCK


@pytest.mark.parametrize(
    "bounds",
    [replace(PARAMETERS, c=12, c_cat=12), replace(PARAMETERS, c_cat=6)],
    ids=["no caps", "no cap per category"],
)
def test_audit_catches_a_pipeline_that_counts_too_much(bounds):
    assert success(ALIKE, bounds=bounds) > limit(PARAMETERS.rho)


class HalfNoise(OpenDPNoise):
    """A planted fault that hides from the library's own check."""

    def draw(self, values, *, sigma, sensitivity, rho):
        return super().draw(values, sigma=sigma / 2, sensitivity=sensitivity, rho=4 * rho)


@pytest.mark.parametrize("statistics", [STATISTICS, ("OUT",)], ids=["all", "outcomes"])
def test_audit_catches_half_the_noise(statistics):
    rho = sum(PARAMETERS.rho_of(statistic) for statistic in statistics)

    assert success(WORST, statistics=statistics, noise=HalfNoise()) > limit(rho)
