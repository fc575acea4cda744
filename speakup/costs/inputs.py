"""What the model reads: the released counts, and what an organisation assumes about its customers."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Literal

from speakup.costs import defaults

if TYPE_CHECKING:
    from speakup.costs.pert import Pert

NoiseKind = Literal["gaussian", "laplace", "none"]


@dataclass(frozen=True, slots=True)
class Released:
    """Released numbers only, never counts of rows.

    `silent`, `spoken`     logs/period, noise included, so they may be below zero
    `noise_scale`          logs/period: sigma (gaussian) or b (laplace); not read where the kind is none
    `years`                length of the period
    `headcount`            people the numbers are about
    `spoken_noise_scale`   logs/period, where `spoken` is a sum of cells and so carries more noise
                           than `silent` (three gaussian cells: sigma times the root of three)
    `previous_total`       logs/period of the period before, to tell whether a trend may be drawn
    """

    silent: float
    spoken: float
    noise_kind: NoiseKind
    noise_scale: float
    years: float
    headcount: float
    spoken_noise_scale: float | None = None
    previous_total: float | None = None

    @property
    def total(self) -> float:
        """Logs/period, of both kinds."""
        return self.silent + self.spoken

    @property
    def spoken_scale(self) -> float:
        """Scale of the noise on `spoken`, in logs/period."""
        return self.noise_scale if self.spoken_noise_scale is None else self.spoken_noise_scale

    @property
    def silent_sd(self) -> float:
        """Standard deviation of the noise on `silent`, in logs/period."""
        return self._sd(self.noise_scale)

    @property
    def spoken_sd(self) -> float:
        """Standard deviation of the noise on `spoken`, in logs/period."""
        return self._sd(self.spoken_scale)

    @property
    def total_sd(self) -> float:
        """Standard deviation of the noise on the total, in logs/period."""
        return sqrt(self.silent_sd**2 + self.spoken_sd**2)

    def _sd(self, scale: float) -> float:
        factors = {"gaussian": 1.0, "laplace": sqrt(2), "none": 0.0}
        return factors[self.noise_kind] * scale


@dataclass(frozen=True, slots=True)
class Segment:
    """One kind of customer.

    `share`          fraction of the affected customers; the shares of all segments add up to one
    `annual_value`   currency/customer/year of revenue; only the organisation knows it
    `margin`         contribution margin, fraction of revenue; one gives revenue instead of margin
    `cuts`           fraction of affected customers who spend less or leave if nobody helps
    `depth`          fraction of their spend that those customers take away
    """

    name: str
    share: float
    annual_value: Pert
    margin: Pert
    cuts: Pert
    depth: Pert = defaults.DEPTH

    @classmethod
    def private(cls, *, share: float, annual_value: Pert, margin: Pert) -> Segment:
        """Private customers, with the default for how many of them spend less."""
        return cls("private", share, annual_value, margin, defaults.PRIVATE_CUTS)

    @classmethod
    def business(cls, *, share: float, annual_value: Pert, margin: Pert) -> Segment:
        """Business customers, with the default for how many of them spend less."""
        return cls("business", share, annual_value, margin, defaults.BUSINESS_CUTS)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What an organisation assumes; sources, years and grades of the defaults are in DEFAULTS.

    `witnesses`                logs/incident, at least one
    `coverage`                 fraction of incidents that get logged; one counts logged ones only
    `customers_per_incident`   customers/incident
    `realised_share`           fraction of the loss customers announce that really happens
    `helpable`                 fraction of incidents in which a colleague can help
    `averted`                  fraction of the loss that help averts
    `duration_years`           years for which the customer spends less
    `retention`, `discount`    fractions/year; they matter where customers are lost for longer
    `revenue`, `customers`     currency/year and customers, of the whole organisation: for warnings only
    """

    segments: tuple[Segment, ...]
    witnesses: Pert = defaults.WITNESSES
    coverage: Pert = defaults.COVERAGE
    customers_per_incident: Pert = defaults.CUSTOMERS_PER_INCIDENT
    realised_share: Pert = defaults.REALISED_SHARE
    helpable: Pert = defaults.HELPABLE
    averted: Pert = defaults.AVERTED
    duration_years: Pert = defaults.DURATION_YEARS
    retention: float = defaults.RETENTION
    discount: float = defaults.DISCOUNT
    revenue: float | None = None
    customers: float | None = None
