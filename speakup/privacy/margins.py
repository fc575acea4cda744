"""How far a released figure may be off, and whether it is good enough to be shown or compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, sqrt
from typing import Literal

WhyNot = Literal["", "too_uncertain"]

Z_90 = 1.645
"""Standard deviations either side that hold nine of ten errors."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the standard deviation of its noise; `why_not` says why it is not shown."""

    value: float
    sd: float
    why_not: WhyNot = ""

    @property
    def shown(self) -> bool:
        return not self.why_not

    @property
    def margin(self) -> float:
        """Half the width of the interval that holds the truth nine times out of ten."""
        return Z_90 * self.sd


def figure(value: float, sd: float, *, hide_above: float) -> Figure:
    """A figure that hides itself when its sd exceeds `hide_above` times its value."""
    return Figure(value, sd, "" if sd <= hide_above * value else "too_uncertain")


def sd_of_sum(sigma: float, cells: int) -> float:
    """Standard deviation of a sum of leaf cells, each with its own noise of `sigma`."""
    return sigma * sqrt(cells)


def total(figures: Iterable[Figure], *, hide_above: float) -> Figure:
    """The sum of figures that share no leaf cell: categories, siblings or quarters."""
    summed = tuple(figures)
    sd = sqrt(sum(part.sd**2 for part in summed))
    return figure(sum(part.value for part in summed), sd, hide_above=hide_above)


def share(part: Figure, rest: Figure, *, hide_above: float) -> Figure:
    """`part / (part + rest)` as a fraction, by the delta method; the two share no leaf cell.

    Hidden when the whole it is taken of is too uncertain, or the share itself is. Without anything
    to take a share of, the value is 0 and its sd infinite.
    """
    whole = total((part, rest), hide_above=hide_above)
    if whole.value <= 0:
        return Figure(0.0, inf, "too_uncertain")
    fraction = part.value / whole.value
    sd = sqrt(((1 - fraction) * part.sd) ** 2 + (fraction * rest.sd) ** 2) / whole.value
    if not whole.shown:
        return Figure(fraction, sd, whole.why_not)
    return figure(fraction, sd, hide_above=hide_above)


def changed(before: Figure, after: Figure) -> bool:
    """Whether two shown figures of different quarters differ by more than noise explains.

    True only if the difference exceeds two standard deviations of the difference.
    """
    difference = abs(after.value - before.value)
    return before.shown and after.shown and difference > 2 * sqrt(before.sd**2 + after.sd**2)
