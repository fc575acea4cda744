"""What preparing a quarter would publish and cost: from headcounts and the ledger, never from entries."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Count
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from speakup.people.models import Person, Unit
from speakup.privacy import (
    CATEGORIES,
    PRESETS,
    Node,
    Parameters,
    PublicationTree,
    Published,
    Statistic,
    TooSmall,
    publication_tree,
)
from speakup.privacy.consistent import summed
from speakup.privacy.margins import Z_90, sd_of_sum
from speakup.privacy.quarters import Quarter
from speakup.reports.models import PRODUCT, SMALLEST, LedgerEntry, Release
from speakup.reports.refusals import (
    AlreadyPrepared,
    AlreadyReleased,
    NotOverYet,
    NumbersLost,
    OnceAYear,
    OverBudget,
    TooFewPeople,
)

PREPARING_TASK = "speakup.reports.tasks.prepare_quarter"
STATISTICS: tuple[Statistic, ...] = ("OUT",)
CLOSES_AFTER = timedelta(days=7)
FIRST_RELEASES = 4  # how many are drawn with the smaller bounds of the first year
OFFERED = 4  # quarters that a steward may still catch up on


@dataclass(frozen=True)
class Expected:
    """A published place before any noise: how far its count of moments will be off.

    `margin` is half the width of the interval that holds the truth nine times out of ten, and
    `hidden_below` the number of counted moments under which the place stays silent.
    """

    place: Published
    margin: float
    hidden_below: float


@dataclass(frozen=True)
class Plan:
    """One quarter as it would be drawn now."""

    quarter: Quarter
    tree: PublicationTree
    parameters: Parameters
    used: Decimal
    statistics: tuple[Statistic, ...] = STATISTICS

    @property
    def rho(self) -> Decimal:
        """Budget (zCDP) that the draw spends: only what its statistics measure."""
        spent = sum(self.parameters.rho_of(statistic) for statistic in self.statistics)
        return Decimal(spent).quantize(SMALLEST)

    @property
    def year_limit(self) -> Decimal:
        return Decimal(self.parameters.year_limit).quantize(SMALLEST)

    @property
    def left(self) -> Decimal:
        """What the year has left before this draw."""
        return max(Decimal(0), self.year_limit - self.used)

    @property
    def left_after(self) -> Decimal:
        return self.left - self.rho

    @property
    def headcount(self) -> int:
        return self.tree.root.headcount

    @cached_property
    def expected(self) -> tuple[Expected, ...]:
        leaves = summed(self.tree, {leaf.key: 1 for leaf in self.tree.leaves})
        return tuple(self._expected(place, leaves[place.key]) for place in self.tree.published)

    def _expected(self, place: Published, leaves: int) -> Expected:
        sd = sd_of_sum(self.parameters.sigma("OUT"), leaves * len(CATEGORIES["OUT"]))
        return Expected(place, Z_90 * sd, sd / self.parameters.hide_above)

    def for_ledger(self) -> dict[str, Any]:
        """Everything a reader needs to check the draw; equal plans give equal text."""
        return {
            "policy": json.loads(self.parameters.to_json()),
            "statistics": list(self.statistics),
            "k": self.tree.k,
            "headcount": self.headcount,
            "places": len(self.tree.published),
            "leaves": len(self.tree.leaves),
        }


def plan(quarter: Quarter, *, today: date) -> Plan:
    """The draw of a quarter that may be drawn now; raises the refusal that stands in its way."""
    refuse_unless_over(quarter, today)
    refuse_second_draw(quarter)
    parameters = current_parameters()
    try:
        tree = publication_tree(chart(), k=parameters.k_unit)
    except TooSmall as small:
        raise TooFewPeople(small) from None
    planned = Plan(quarter, tree, parameters, used_in(quarter.year))
    refuse_over_budget(planned)
    return planned


def used_in(year: int) -> Decimal:
    return LedgerEntry.objects.spent_in(year)


def closes(quarter: Quarter) -> date:
    """The first day on which the quarter takes no more entries and may be prepared."""
    return quarter.next.first_day + CLOSES_AFTER


def refuse_unless_over(quarter: Quarter, today: date) -> None:
    if today < closes(quarter):
        raise NotOverYet(quarter, closes(quarter))


def refuse_second_draw(quarter: Quarter) -> None:
    if not LedgerEntry.objects.of_quarter(quarter).exists():
        return
    release = Release.objects.filter(quarter=str(quarter)).first()
    if release is None:
        raise NumbersLost
    raise AlreadyReleased if release.state == Release.State.RELEASED else AlreadyPrepared


def refuse_over_budget(planned: Plan) -> None:
    if planned.tree.yearly_only and planned.used:
        raise OnceAYear
    if planned.left_after < 0:
        raise OverBudget(planned.rho, planned.left)


def current_parameters() -> Parameters:
    """The house's preset, with the smaller bounds for its first four draws."""
    preset = PRESETS[settings.PRIVACY_PRESET]
    drawn = LedgerEntry.objects.spent().filter(product=PRODUCT).count()
    return preset.in_first_year() if drawn < FIRST_RELEASES else preset


def chart() -> list[Node]:
    """The organisation and how many people work directly in each unit, in the tree's own order."""
    employed = Person.objects.filter(is_active=True, unit__isnull=False).order_by()
    counts = employed.values("unit").annotate(people=Count("pk"))
    people = dict(counts.values_list("unit", "people"))
    units = list(Unit.objects.order_by("position", "name").values_list("pk", "parent_id", "name"))
    if not units:
        raise TooSmall(0)
    return [
        Node(str(pk), str(parent) if parent else None, name, people.get(pk, 0))
        for pk, parent, name in units
    ]


def preparable(today: date) -> list[Quarter]:
    """Quarters that are over and not drawn yet, the latest first."""
    quarter, over = Quarter.of(today).previous, []
    for _ in range(OFFERED):
        over.append(quarter)
        quarter = quarter.previous
    drawn = set(LedgerEntry.objects.filter(product=PRODUCT).values_list("quarter", flat=True))
    return [found for found in over if str(found) not in drawn and today >= closes(found)]


def next_opening(today: date) -> date:
    """From which day the quarter that closes next can be prepared."""
    quarter = Quarter.of(today).previous
    return closes(quarter) if today < closes(quarter) else closes(quarter.next)


def under_way() -> set[str]:
    """Quarters that the worker has in hand or in its queue, whoever asked for them."""
    waiting = DBTaskResult.objects.filter(
        task_path=PREPARING_TASK, status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING)
    )
    return {asked["args"][0] for asked in waiting.values_list("args_kwargs", flat=True)}
