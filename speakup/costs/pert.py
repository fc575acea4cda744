"""One uncertain input as three numbers: the lowest, the most likely and the highest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

# Nodes between 0 and 1 for the exact mean of a function of a PERT. They crowd towards both
# ends (x = 3t² - 2t³), where the density of a skewed PERT has no smooth derivative.
_ROOTS, _WEIGHTS = np.polynomial.legendre.leggauss(200)
_T = (_ROOTS + 1) / 2
_NODES = _T**2 * (3 - 2 * _T)
_STEPS = _WEIGHTS * _T * (1 - _T)


@dataclass(frozen=True, slots=True)
class Pert:
    """Low ≤ mode ≤ high, in the unit of the input it stands for; three equal numbers are a constant."""

    low: float
    mode: float
    high: float

    @classmethod
    def constant(cls, value: float) -> Pert:
        """A value that is known."""
        return cls(value, value, value)

    @classmethod
    def around(cls, value: float, spread: float = 0.2) -> Pert:
        """A value known to within `spread` (a fraction) on both sides."""
        return cls(value * (1 - spread), value, value * (1 + spread))

    @property
    def is_constant(self) -> bool:
        """True where nothing is uncertain."""
        return self.low == self.high

    @property
    def mean(self) -> float:
        """The exact mean, (low + 4 mode + high) / 6."""
        return self.low if self.is_constant else (self.low + 4 * self.mode + self.high) / 6

    def draw(self, random: np.random.Generator, size: int) -> NDArray[np.float64]:
        """`size` independent draws from the Beta distribution behind the three numbers."""
        if self.is_constant:
            return np.full(size, float(self.low))
        alpha, beta = self._shape()
        return self.low + (self.high - self.low) * random.beta(alpha, beta, size)

    def mean_of(self, function: Callable[[NDArray[np.float64]], NDArray[np.float64]]) -> float:
        """The mean of `function` of this input, by quadrature (relative error below 1e-8)."""
        if self.is_constant:
            return float(function(np.array([float(self.low)]))[0])
        alpha, beta = self._shape()
        mass = _STEPS * _NODES ** (alpha - 1) * (1 - _NODES) ** (beta - 1)
        values = function(self.low + (self.high - self.low) * _NODES)
        return float(mass @ values / mass.sum())

    def _shape(self) -> tuple[float, float]:
        width = self.high - self.low
        return 1 + 4 * (self.mode - self.low) / width, 1 + 4 * (self.high - self.mode) / width
