"""What silence costs, in words: the cost model on the organisation's released numbers."""

import itertools
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt
from statistics import NormalDist

from django.utils.translation import gettext as _

from speakup.costs import (
    Estimate,
    Range,
    Released,
    estimate,
    gain_at,
)
from speakup.reports import wording
from speakup.reports.assumptions import ASSUMPTIONS, text
from speakup.reports.charts import Dots, dots
from speakup.reports.figures import SILENT, SPOKEN, Place
from speakup.reports.queries import Reading

QUARTER_OF_A_YEAR = 0.25
HALF = 50
DOTS = 20


@dataclass(frozen=True)
class Amount:
    """An amount of money a year as text: its best estimate and the range of eight in ten."""

    best: str
    low: str
    high: str


@dataclass(frozen=True)
class Slider:
    """What the page needs to move the gain without asking again: the pool, and today's share."""

    low: float
    best: float
    high: float
    dots: tuple[float, ...]
    share: float


@dataclass(frozen=True)
class Silence:
    """The page's numbers, in the order in which it tells them."""

    target: str
    percent: str
    protected: Amount | None
    gain: Amount
    gain_dots: Dots
    axis: tuple[str, str]
    avoidable: Amount
    residual: Amount
    slider: Slider
    warnings: tuple[str, ...]


def estimated(reading: Reading, before: Reading | None) -> Estimate:
    """The same for every reader of the quarter: it reads released numbers and nothing else."""
    return _estimated(
        _released(reading.root, before.root if before else None, reading.release.headcount)
    )


def _released(root: Place, before: Place | None, headcount: int) -> Released:
    """Raw noisy counts: unlike the ones that add up on the page they are unbiased."""
    sd = root.silent.sd
    return Released(
        silent=root.raw[SILENT],
        spoken=sum(root.raw[outcome] for outcome in SPOKEN),
        noise_kind="gaussian",
        noise_scale=sd,
        spoken_noise_scale=sd * sqrt(len(SPOKEN)),
        years=QUARTER_OF_A_YEAR,
        headcount=headcount,
        previous_total=sum(before.raw.values()) if before else None,
    )


@lru_cache(maxsize=64)
def _estimated(released: Released) -> Estimate:
    return estimate(released, ASSUMPTIONS)


def silence(found: Estimate, target: int) -> Silence:
    """Turn an estimate that may be shown into text; `target` is in per cent."""
    gain = gain_at(found, target / 100)
    change = target / 100 - found.spoken_share.closed_mean
    pool = pool_dots(found.pool)
    most = pool[-1] * (1 - found.spoken_share.closed_mean)
    return Silence(
        target=wording.percent(target),
        percent=wording.percent(0),
        protected=None if "spoken_below_noise" in found.warnings else amount(found.protected),
        gain=amount(gain),
        gain_dots=dots([dot * change for dot in pool], most=most),
        axis=(text(0), text(most)),
        avoidable=amount(found.avoidable),
        residual=amount(found.residual),
        slider=Slider(
            low=found.pool.p10,
            best=found.pool.p50,
            high=found.pool.p90,
            dots=pool,
            share=found.spoken_share.closed_mean,
        ),
        warnings=tuple(warning for code in found.warnings if (warning := _warning(code))),
    )


def least_target(found: Estimate) -> int:
    """The first whole per cent above today's share."""
    return min(100, int(found.spoken_share.closed_mean * 100) + 1)


def first_target(found: Estimate) -> int:
    """Half of the moments, or a little more than today where half is reached already."""
    return max(HALF, least_target(found))


def pool_dots(pool: Range) -> tuple[float, ...]:
    """Twenty equally likely values of the pool, read off its five percentiles.

    Between two percentiles, and beyond the last, the logarithm is straight over normal scores.
    """
    known = [
        (0.05, pool.p5),
        (0.10, pool.p10),
        (0.50, pool.p50),
        (0.90, pool.p90),
        (0.95, pool.p95),
    ]
    scores = [(NormalDist().inv_cdf(chance), value) for chance, value in known]
    return tuple(_between(scores, NormalDist().inv_cdf((dot + 0.5) / DOTS)) for dot in range(DOTS))


def _between(scores: list[tuple[float, float]], score: float) -> float:
    pairs = itertools.pairwise(scores)
    left, right = next((pair for pair in pairs if score <= pair[1][0]), (scores[-2], scores[-1]))
    if left[1] <= 0:
        return left[1]
    part = (score - left[0]) / (right[0] - left[0])
    return exp(log(left[1]) + part * (log(right[1]) - log(left[1])))


def why_not(code: str) -> str:
    """Why there is no amount, and what would change that."""
    return {
        "nothing_seen": _(
            "Nothing was counted in this quarter, so there is nothing to put a price on. "
            "Entries in the notebook change that."
        ),
        "total_below_noise": _(
            "Too few moments were counted for an honest amount: noise alone could explain too much "
            "of the count. More entries in the notebook change that."
        ),
        "silent_below_noise": _(
            "So few silent moments were counted that their price would be a guess. "
            "That is good news, and there is no amount to show for it."
        ),
    }[code]


def _warning(code: str) -> str:
    return {
        "range_too_wide": _("The range is very wide: read it as an order of magnitude."),
        "total_moved_by_half": _(
            "The number of moments counted moved by more than half since the quarter before, so "
            "amounts of the two quarters cannot be compared."
        ),
    }.get(code, "")


def amount(found: Range) -> Amount:
    return Amount(text(found.p50), text(found.p10), text(found.p90))
