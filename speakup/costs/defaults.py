"""What we assume until an organisation knows better, each with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from speakup.costs.pert import Pert


def gettext_noop(text: str) -> str:
    """Mark text for the translators' catalogue; pages translate it when they show it."""
    return text


# primary: the study itself was read; secondary: a report about it was read;
# judgement: no study measured it, the numbers are ours.
Grade = Literal["primary", "secondary", "judgement"]


@dataclass(frozen=True, slots=True)
class Default:
    """One default: `field` names it in Assumptions or Segment, `segment` says for which customers."""

    field: str
    value: Pert
    unit: str
    source: str
    year: int | None
    grade: Grade
    segment: str = ""


WITNESSES: Final = Pert(1, 1, 1)
COVERAGE: Final = Pert(1, 1, 1)
CUSTOMERS_PER_INCIDENT: Final = Pert(1, 1, 3)
REALISED_SHARE: Final = Pert(0.15, 0.35, 1.0)
HELPABLE: Final = Pert(0.50, 0.66, 0.75)
AVERTED: Final = Pert(0.50, 0.75, 0.95)
DURATION_YEARS: Final = Pert(1, 1, 1)
PRIVATE_CUTS: Final = Pert(0.35, 0.50, 0.75)
BUSINESS_CUTS: Final = Pert(0.30, 0.45, 0.66)
DEPTH: Final = Pert(0.20, 0.50, 0.80)
RETENTION: Final = 1.0
DISCOUNT: Final = 0.0

DEFAULTS: Final[tuple[Default, ...]] = (
    Default(
        "witnesses",
        WITNESSES,
        gettext_noop("logs/incident"),
        gettext_noop("Speakup: one log per incident"),
        None,
        "judgement",
    ),
    Default(
        "coverage",
        COVERAGE,
        gettext_noop("fraction of incidents logged"),
        gettext_noop("Speakup: only what was logged counts"),
        None,
        "judgement",
    ),
    Default(
        "customers_per_incident",
        CUSTOMERS_PER_INCIDENT,
        gettext_noop("customers/incident"),
        gettext_noop("Speakup: mostly one customer, at times a small group"),
        None,
        "judgement",
    ),
    Default(
        "realised_share",
        REALISED_SHARE,
        gettext_noop("fraction of the stated loss"),
        gettext_noop(
            "Halperin, Ho, List and Muir, NBER w25676: measured losses beside stated ones"
        ),
        2019,
        "secondary",
    ),
    Default(
        "helpable",
        HELPABLE,
        gettext_noop("fraction of incidents"),
        gettext_noop(
            "VitalSmarts survey of 991 employees: what they say of themselves, shaded down"
        ),
        2015,
        "primary",
    ),
    Default(
        "averted",
        AVERTED,
        gettext_noop("fraction of the loss"),
        gettext_noop(
            "Goodman (TARP); Simons and Kraus: customers who return once they were helped"
        ),
        2005,
        "secondary",
    ),
    Default(
        "duration_years",
        DURATION_YEARS,
        gettext_noop("years"),
        gettext_noop("VitalSmarts survey of 991 employees: its figures are for one year"),
        2015,
        "primary",
    ),
    Default(
        "cuts",
        PRIVATE_CUTS,
        gettext_noop("fraction of affected customers"),
        gettext_noop("XM Institute, customers who spend less or stop after a bad experience"),
        2024,
        "primary",
        "private",
    ),
    Default(
        "cuts",
        BUSINESS_CUTS,
        gettext_noop("fraction of affected customers"),
        gettext_noop("VitalSmarts; Dimensional Research for Zendesk: business customers"),
        2015,
        "primary",
        "business",
    ),
    Default(
        "depth",
        DEPTH,
        gettext_noop("fraction of a customer's spend"),
        gettext_noop("XM Institute: about a third stop, the others spend less"),
        2025,
        "secondary",
    ),
    Default(
        "retention",
        Pert.constant(RETENTION),
        gettext_noop("fraction of customers a year"),
        gettext_noop("Speakup: matters only beyond one year"),
        None,
        "judgement",
    ),
    Default(
        "discount",
        Pert.constant(DISCOUNT),
        gettext_noop("fraction a year"),
        gettext_noop("Speakup: matters only beyond one year"),
        None,
        "judgement",
    ),
)
