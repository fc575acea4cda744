"""The port through which noise enters a release, and the one source that production accepts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any, ClassVar, Protocol

SLACK = 1e-9
"""Relative rounding allowed between the library's own privacy loss and ours."""


class LossTooHigh(Exception):
    """The library's own proof says that this noise would spend more than its budget."""


class Noise(Protocol):
    """Adds independent noise to whole counts.

    `sigma` is the noise's standard deviation, `sensitivity` the L2 distance by which one person can
    move the values, `rho` the zCDP budget that this one call may spend.
    """

    production: ClassVar[bool]

    def draw(
        self, values: Sequence[int], *, sigma: float, sensitivity: float, rho: float
    ) -> list[int]: ...


class OpenDPNoise:
    """Exact discrete Gaussian noise, whose privacy loss the library derives again before drawing."""

    production: ClassVar[bool] = True

    def draw(
        self, values: Sequence[int], *, sigma: float, sensitivity: float, rho: float
    ) -> list[int]:
        """Raise LossTooHigh, before anything is drawn, if the library's loss exceeds `rho`."""
        measurement = gaussian(sigma)
        loss: float = measurement.map(sensitivity)
        if not loss <= rho * (1 + SLACK):
            raise LossTooHigh(f"This noise would spend {loss:.6g} of {rho:.6g}.")
        return list(measurement(list(values))) if values else []


def gaussian(sigma: float) -> Any:
    """OpenDP's discrete Gaussian on vectors of whole numbers, measured in zCDP.

    The scale is a hair above sigma, so that rounding inside the library never exceeds the budget.
    """
    # Only the run that draws pays for the library: 100 MB that no web process should hold.
    import opendp.prelude as dp  # noqa: PLC0415

    dp.enable_features("contrib")
    space = dp.vector_domain(dp.atom_domain(T="i64")), dp.l2_distance(T=float)
    return dp.m.make_gaussian(*space, scale=sigma * (1 + 1e-12))


@dataclass(frozen=True, slots=True)
class FixedNoise:
    """The same offsets again and again, for tests that need to know the answer."""

    offsets: tuple[int, ...]
    production: ClassVar[bool] = False

    def draw(
        self, values: Sequence[int], *, sigma: float, sensitivity: float, rho: float
    ) -> list[int]:
        return [value + offset for value, offset in zip(values, cycle(self.offsets), strict=False)]


@dataclass(frozen=True, slots=True)
class NoNoise:
    """No noise at all, for tests of everything around it."""

    production: ClassVar[bool] = False

    def draw(
        self, values: Sequence[int], *, sigma: float, sensitivity: float, rho: float
    ) -> list[int]:
        return list(values)
