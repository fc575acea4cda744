"""When the money may be shown, and what to say beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from speakup.costs.formulas import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speakup.costs.formulas import Key, Values
    from speakup.costs.inputs import Assumptions, Released
    from speakup.costs.results import Range

# The money is shown only where a count stands so many standard deviations above its noise.
GATE: Final = 3.0
WIDEST: Final = 30.0
MOST_OF_REVENUE: Final = 0.10
MOST_OF_CUSTOMERS: Final = 0.20
MOST_MOVED: Final = 0.50


def why_not(released: Released) -> str:
    """The code of the reason to show no money, or "" where it may be shown."""
    if released.noise_kind == "none":
        return "" if released.total > 0 else "nothing_seen"
    if released.total < GATE * released.total_sd:
        return "total_below_noise"
    return "silent_below_noise" if released.silent < GATE * released.silent_sd else ""


def warnings_of(
    released: Released, assumptions: Assumptions, means: Mapping[Key, Values], avoidable: Range
) -> Iterator[str]:
    """Codes of what a reader should be told beside the money."""
    if released.spoken < GATE * released.spoken_sd:
        yield "spoken_below_noise"
    if avoidable.p90 > WIDEST * avoidable.p10:
        yield "range_too_wide"
    # Revenue is compared with revenue: every margin counts as one.
    whole = {key: np.ones(1) if key[0] == "margin" else mean for key, mean in means.items()}
    lost = float(parts_of(whole, released, assumptions).exposure[0])
    if assumptions.revenue is not None and lost > MOST_OF_REVENUE * assumptions.revenue:
        yield "exposure_above_tenth_of_revenue"
    if assumptions.customers is not None:
        affected = _affected_customers(means, released.years)
        if affected > MOST_OF_CUSTOMERS * assumptions.customers:
            yield "customers_above_fifth"
    before = released.previous_total
    if before is not None and abs(released.total - before) > MOST_MOVED * before:
        yield "total_moved_by_half"


def _affected_customers(means: Mapping[Key, Values], years: float) -> float:
    """Customers/year who met an incident."""
    incidents = (means["silent", ""] + means["spoken", ""]) / years
    incidents = incidents * means["witnesses", ""] * means["coverage", ""]
    return float((incidents * means["customers_per_incident", ""])[0])
