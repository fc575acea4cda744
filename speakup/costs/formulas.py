"""The formulas: each is linear in every factor, so at the means they give the mean of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, log1p
from typing import TYPE_CHECKING, Final

import numpy as np

from speakup.costs.checks import SEGMENT_TRIPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from speakup.costs.counts import Posterior
    from speakup.costs.inputs import Assumptions, Released
    from speakup.costs.pert import Pert

    Values = NDArray[np.float64]
    # The name of an input, and of the segment it belongs to, if any.
    Key = tuple[str, str]

DRAWS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Factor:
    """One input as the formulas use it: its draws and its exact mean."""

    draws: Values
    mean: float


@dataclass(frozen=True, slots=True)
class Parts:
    """The answer before it is summed up, in currency/year, but `per_incident` in currency/incident."""

    per_incident: Values
    protected: Values
    avoidable: Values
    residual: Values
    exposure: Values


def factors_of(
    silent: Posterior, spoken: Posterior, assumptions: Assumptions, random: np.random.Generator
) -> dict[Key, Factor]:
    """Draw every uncertain input once, independently of the others."""

    def lasting(years: Values) -> Values:
        return effective_years(years, assumptions.retention, assumptions.discount)

    def drawn(pert: Pert) -> Factor:
        return Factor(pert.draw(random, DRAWS), pert.mean)

    def changed(pert: Pert, function: Callable[[Values], Values]) -> Factor:
        return Factor(function(pert.draw(random, DRAWS)), pert.mean_of(function))

    factors = {
        ("silent", ""): Factor(silent.draw(random, DRAWS), silent.mean_rate),
        ("spoken", ""): Factor(spoken.draw(random, DRAWS), spoken.mean_rate),
        ("witnesses", ""): changed(assumptions.witnesses, np.reciprocal),
        ("coverage", ""): changed(assumptions.coverage, np.reciprocal),
        ("duration_years", ""): changed(assumptions.duration_years, lasting),
    }
    for name in ("customers_per_incident", "realised_share", "helpable", "averted"):
        factors[name, ""] = drawn(getattr(assumptions, name))
    for segment in assumptions.segments:
        for name in SEGMENT_TRIPLES:
            factors[name, segment.name] = drawn(getattr(segment, name))
    return factors


def parts_of(values: Mapping[Key, Values], released: Released, assumptions: Assumptions) -> Parts:
    """The formulas; exposure is the sum of its parts, so that it equals them to the last bit."""
    per_incident = _loss(values, assumptions)
    # Both are fractions, so recovery never exceeds one: no service is better for having failed.
    recovery = values["helpable", ""] * values["averted", ""]
    incidents_per_log = values["witnesses", ""] * values["coverage", ""]
    silent = values["silent", ""] * incidents_per_log / released.years
    spoken = values["spoken", ""] * incidents_per_log / released.years
    protected = spoken * per_incident * recovery
    avoidable = silent * per_incident * recovery
    residual = (silent + spoken) * per_incident * (1 - recovery)
    exposure = protected + avoidable + residual
    return Parts(per_incident, protected, avoidable, residual, exposure)


def _loss(values: Mapping[Key, Values], assumptions: Assumptions) -> Values:
    """Currency/incident if nobody helps."""
    spend = np.zeros(1)
    for segment in assumptions.segments:
        value = values["annual_value", segment.name] * values["margin", segment.name]
        lost = values["cuts", segment.name] * values["depth", segment.name]
        spend = spend + segment.share * value * lost
    customers = values["customers_per_incident", ""] * values["realised_share", ""]
    return customers * values["duration_years", ""] * spend


def share_of(factors: Mapping[Key, Factor]) -> Values:
    """Draws of the fraction of moments in which people spoke up; zero where nothing was seen."""
    spoken, silent = factors["spoken", ""].draws, factors["silent", ""].draws
    total = silent + spoken
    return np.divide(spoken, total, out=np.zeros_like(total), where=total > 0)


def effective_years(years: Values, retention: float, discount: float) -> Values:
    """Years of full spend lost: fewer than `years` where customers leave anyway or money is discounted."""
    shrink = log1p(discount) - log(retention)
    return -np.expm1(-shrink * years) / shrink if shrink > 0 else years
