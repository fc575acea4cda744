"""What a released count says about the true one: the noise is known, so it can be reasoned away."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from speakup.costs.inputs import NoiseKind

# Beyond so many scales the noise has less than 1e-17 of its mass.
_REACH: Final = {"gaussian": 9, "laplace": 40}


@dataclass(frozen=True, slots=True)
class Posterior:
    """Chances (adding up to one) of the true counts `first`, `first + 1`, … in logs/period.

    Where `exact`, the only count is `first` and nothing about it is uncertain.
    """

    first: float
    chances: NDArray[np.float64]
    exact: bool = False

    @property
    def counts(self) -> NDArray[np.float64]:
        """The true counts that are possible."""
        return self.first + np.arange(len(self.chances), dtype=np.float64)

    @property
    def mean_count(self) -> float:
        """Mean of the true count, in logs/period."""
        return float(self.chances @ self.counts)

    @property
    def mean_rate(self) -> float:
        """Mean of the rate behind the count, in logs/period."""
        return self.mean_count if self.exact else self.mean_count + 0.5

    def draw(self, random: np.random.Generator, size: int) -> NDArray[np.float64]:
        """Draws of the rate: the true count first, then how often such a count comes by chance.

        Gamma(n + ½) is what a Poisson count of n says about its rate (Jeffreys' prior).
        """
        if self.exact:
            return np.full(size, self.first)
        counts = random.choice(self.counts, size, p=self.chances)
        return random.gamma(counts + 0.5)


def posterior(released: float, kind: NoiseKind, scale: float) -> Posterior:
    """True counts behind a released one, all counts from zero up being as likely beforehand.

    Takes logs/period for `released` and for `scale` (sigma if gaussian, b if laplace). At whole
    numbers the discrete Gaussian has the weights of the continuous one, which is therefore used.
    """
    if kind == "none":
        return Posterior(float(released), np.ones(1), exact=True)
    reach = ceil(_REACH[kind] * scale) + 1
    first = max(0, floor(released) - reach)
    counts = np.arange(first, max(0, ceil(released)) + reach + 1, dtype=np.float64)
    distance = (counts - released) / scale
    log_weights = -(distance**2) / 2 if kind == "gaussian" else -np.abs(distance)
    weights = np.exp(log_weights - log_weights.max())
    return Posterior(float(first), weights / weights.sum())


def mean_share(silent: Posterior, spoken: Posterior) -> float:
    """Exact mean of spoken / (silent + spoken), a fraction; zero where nothing was seen.

    Given both counts the share is Beta distributed with mean (k + ½) / (n + k + 1), which depends
    on k and on the sum only: one convolution gives the chances of all sums.
    """
    if silent.exact:
        total = silent.first + spoken.first
        return spoken.first / total if total else 0.0
    size = len(silent.chances) + len(spoken.chances) - 1
    weighted = spoken.chances * (spoken.counts + 0.5)
    sums = np.fft.irfft(np.fft.rfft(silent.chances, size) * np.fft.rfft(weighted, size), size)
    totals = silent.first + spoken.first + np.arange(size)
    return float((sums / (totals + 1)).sum())
