"""The published privacy policy in numbers: budget, bounds, group sizes, and what they promise."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from math import exp, isfinite, log, log1p, sqrt
from statistics import NormalDist
from types import MappingProxyType
from typing import Any, Literal, Self, get_args

Statistic = Literal["OUT", "STANDARD", "CAUSE"]

HARD_CAP = 0.75
"""rho that no organisation may exceed in a year, whatever it sets."""
SMALLEST_K = 25
"""People below which no group gets numbers, whatever is set."""
FIRST_YEAR_C = 3

OUTCOMES = ("stepped_in", "spoke_in_person", "sent_note", "stayed_silent")
CAUSES = ("staffing", "tools", "policy", "training", "handover", "attitude", "unknown")
CATEGORIES: Mapping[Statistic, tuple[str, ...]] = MappingProxyType(
    {"OUT": OUTCOMES, "CAUSE": CAUSES}
)
"""The categories that are the same everywhere; those of STANDARD are the organisation's own."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a release is computed with; frozen into the ledger beside its body.

    `rho` and the caps are zCDP budgets (per quarter, per year), `shares` the part of `rho` that each
    statistic may spend, `c` and `c_cat` the observations of one person that count per quarter and,
    of these, in one category. `k_unit` and `k_block` are people. `hide_above` is a relative sd.
    """

    rho: float = 0.125
    year_limit: float = 0.5
    hard_cap: float = HARD_CAP
    shares: tuple[tuple[Statistic, float], ...] = (
        ("OUT", 0.5),
        ("STANDARD", 0.25),
        ("CAUSE", 0.25),
    )
    c: int = 6
    c_cat: int = 2
    k_unit: int = 40
    k_block: int = 150
    hide_above: float = 0.35
    version: str = "1"

    def __post_init__(self) -> None:
        """Raise ValueError for a policy that could not keep its promise."""
        if not 0 < self.rho <= self.year_limit <= self.hard_cap <= HARD_CAP:
            raise ValueError("Budgets must rise: 0 < rho <= year_limit <= hard_cap <= 0.75.")
        portions = [portion for _, portion in self.shares]
        if any(portion <= 0 for portion in portions) or not sum(portions) <= 1 + 1e-12:
            raise ValueError("The shares must be positive and add up to at most 1.")
        if len(dict(self.shares)) != len(self.shares):
            raise ValueError("Each statistic has one share.")
        if not 1 <= self.c_cat <= self.c:
            raise ValueError("The bounds must satisfy 1 <= c_cat <= c.")
        if not SMALLEST_K <= self.k_unit <= self.k_block:
            raise ValueError("Group sizes must satisfy 25 <= k_unit <= k_block.")
        if not 0 < self.hide_above < 1:
            raise ValueError("hide_above is a relative sd between 0 and 1.")

    def share(self, statistic: Statistic) -> float:
        return dict(self.shares)[statistic]

    def rho_of(self, statistic: Statistic) -> float:
        """Budget that one measurement of this statistic spends."""
        return self.rho * self.share(statistic)

    def k(self, statistic: Statistic) -> int:
        """People that a group needs to get numbers of its own for this statistic."""
        return self.k_unit if statistic == "OUT" else self.k_block

    def cap_per_category(self, statistic: Statistic) -> int:
        """Observations of one person that may count in one category of this statistic."""
        return self.c if statistic == "OUT" else self.c_cat

    def sensitivity(self, statistic: Statistic) -> float:
        """Largest L2 distance by which one person's observations can move the table.

        Worst case: as many full categories as fit into `c`, the remainder in one more.
        """
        cap = self.cap_per_category(statistic)
        full, remainder = divmod(self.c, cap)
        return sqrt(full * cap**2 + remainder**2)

    def sigma(self, statistic: Statistic) -> float:
        """Standard deviation (in observations) of the noise on each cell of a leaf."""
        return self.sensitivity(statistic) / sqrt(2 * self.rho_of(statistic))

    def in_first_year(self) -> Self:
        """The same policy with the smaller bounds that fit a notebook few people use yet."""
        return replace(self, c=FIRST_YEAR_C, c_cat=max(1, FIRST_YEAR_C // 3))

    def to_json(self) -> str:
        """Canonical text: equal parameters always give equal bytes, as the hash chain needs."""
        body = asdict(self) | {"shares": dict(self.shares)}
        return json.dumps(body, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote. Raises ValueError for a policy with other fields."""
        body: dict[str, Any] = json.loads(text)
        if body.keys() != {field.name for field in fields(cls)}:
            raise ValueError("These are not the fields of a privacy policy.")
        order = get_args(Statistic)
        shares = sorted(body.pop("shares").items(), key=lambda pair: order.index(pair[0]))
        return cls(shares=tuple(shares), **body)


PRESETS: Mapping[str, Parameters] = MappingProxyType(
    {
        "careful": Parameters(rho=0.0625, year_limit=0.25),
        "standard": Parameters(),
        "detailed": Parameters(rho=0.25, year_limit=HARD_CAP),
    }
)


def promise(rho: float) -> float:
    """Chance (0.5 to 1) that the best attacker tells whether one person wrote anything.

    The attacker knows everybody else's entries and starts from even odds. A release of budget `rho`
    shifts the noise by at most mu = sqrt(2 rho) standard deviations, and the best test of a shifted
    normal is right with probability Phi(mu / 2) (Dong, Roth and Su, Gaussian differential privacy).
    """
    return NormalDist().cdf(sqrt(2 * rho) / 2)


def epsilon(rho: float, delta: float = 1e-6) -> float:
    """Approximate-DP epsilon that a budget of `rho` zCDP implies at `delta`.

    The minimum over orders a > 1 of
        a rho + (log(1/delta) - log(a - 1) + a log(1 - 1/a)) / (a - 1)
    (Canonne, Kamath and Steinke 2020, proposition 12), found by ternary search over log(a - 1).
    """
    if not (rho > 0 and isfinite(rho) and 0 < delta < 1):
        raise ValueError("rho must be positive and delta between 0 and 1.")
    low, high = -20.0, 20.0
    for _ in range(200):
        third = (high - low) / 3
        if _loss(low + third, rho, delta) <= _loss(high - third, rho, delta):
            high -= third
        else:
            low += third
    return max(0.0, _loss((low + high) / 2, rho, delta))


def _loss(log_excess: float, rho: float, delta: float) -> float:
    excess = exp(log_excess)
    order = 1 + excess
    # log(1 - 1/order) = log(excess / order), written so that it stays exact for large orders.
    inverse = log_excess - log1p(excess)
    return order * rho + (-log(delta) - log_excess + order * inverse) / excess
