"""What the model answers: ranges of money, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Range:
    """One uncertain figure: `p5` to `p95` are percentiles, `closed_mean` the mean without sampling."""

    mean: float
    p5: float
    p10: float
    p50: float
    p90: float
    p95: float
    closed_mean: float

    def times(self, factor: float) -> Range:
        """The range of `factor` times the figure; below zero the percentiles change places."""
        low, high = (self, self.mirrored()) if factor >= 0 else (self.mirrored(), self)
        return Range(
            mean=self.mean * factor,
            p5=low.p5 * factor,
            p10=low.p10 * factor,
            p50=self.p50 * factor,
            p90=high.p10 * factor,
            p95=high.p5 * factor,
            closed_mean=self.closed_mean * factor,
        )

    def mirrored(self) -> Range:
        """The same figure with its percentiles read from the top."""
        return Range(self.mean, self.p95, self.p90, self.p50, self.p10, self.p5, self.closed_mean)


@dataclass(frozen=True, slots=True)
class Driver:
    """How far one uncertain input alone moves the avoidable cost.

    `name` is the field of Assumptions or Segment, or "silent" for the count itself; `segment` is
    empty where the input is common to all. `low` and `high` are avoidable cost in currency/year
    while the input goes from its 10th to its 90th percentile and all others stay at their means.
    """

    name: str
    segment: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """What silence costs and what speaking up saves, in currency/year unless said otherwise.

    `exposure` = `protected` + `avoidable` + `residual`, in every draw and in the means.

    `spoken_share`   fraction of the logged moments in which people spoke up
    `per_incident`   currency/incident lost if nobody helps
    `exposure`       what all incidents would cost if nobody ever spoke up
    `protected`      what speaking up saved
    `avoidable`      the cost of silence
    `residual`       what neither changes: it needs better processes, not braver colleagues
    `gain`           what is saved on top once the share reaches the target; see `gain_at`
    `pool`           protected + avoidable; times a change of the share it gives the gain
    `per_employee`   (avoidable + residual) in currency/person/year
    `shown`          False where noise drowns the counts: then show no money, and say `why_not`
    `why_not`        "" or nothing_seen · total_below_noise · silent_below_noise
    `warnings`       codes: spoken_below_noise (do not show `protected`) · range_too_wide ·
                     exposure_above_tenth_of_revenue · customers_above_fifth ·
                     total_moved_by_half (draw no trend in money)
    `dots`           avoidable: twenty values that are equally likely, rising, for the picture
    `percentiles`    avoidable: percentiles 0 to 100, for `chance_above`
    `drivers`        the inputs that matter, the largest first
    `seed`           SHA-256 of model version and inputs, in hexadecimal
    """

    model_version: str
    seed: str
    spoken_share: Range
    per_incident: Range
    exposure: Range
    protected: Range
    avoidable: Range
    residual: Range
    gain: Range
    pool: Range
    per_employee: Range
    shown: bool
    why_not: str
    warnings: tuple[str, ...]
    dots: tuple[float, ...]
    percentiles: tuple[float, ...]
    drivers: tuple[Driver, ...]


def summarize(draws: NDArray[np.float64], closed_mean: float) -> Range:
    """The range behind `draws`; equal draws give exactly their value."""
    p5, p10, p50, p90, p95 = quantiles(draws, (0.05, 0.10, 0.50, 0.90, 0.95))
    return Range(mean_of(draws), p5, p10, p50, p90, p95, closed_mean)


def quantiles(draws: NDArray[np.float64], at: tuple[float, ...]) -> tuple[float, ...]:
    """Quantiles of `draws` at fractions between zero and one."""
    return tuple(float(value) for value in np.quantile(draws, at))


def mean_of(draws: NDArray[np.float64]) -> float:
    """The mean, without the rounding of a long sum where all draws are the same."""
    first = float(draws[0])
    return first if bool(np.all(draws == first)) else float(draws.mean())
