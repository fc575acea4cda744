"""What the trends page shows: sentences, the picture, and the same as tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

from speakup.privacy import OUTCOMES, Figure
from speakup.privacy.quarters import Quarter
from speakup.reports import wording
from speakup.reports.charts import STEPS, Chart, Point, chart
from speakup.reports.figures import Place, change
from speakup.reports.planning import Plan
from speakup.reports.queries import Trends


@dataclass(frozen=True)
class Row:
    """One line of a table: a name and its number between two ends, or why there is none."""

    name: str
    value: str
    low: str
    high: str
    why_not: str = ""
    seen: str = ""
    quarter: str = ""


@dataclass(frozen=True)
class PlaceShown:
    """One place below the organisation, in words."""

    name: str
    within: str
    headcount: int
    share: str
    is_silent: bool
    seen: str
    change: str
    joined: str


@dataclass(frozen=True)
class TrendsShown:
    """The whole page, ready to be written down."""

    quarter: Quarter
    months: str
    headline: str
    change: str
    seen: str
    at_most: str
    chart: Chart
    summary: str
    quarters: tuple[Row, ...]
    outcomes: tuple[Row, ...]
    places: tuple[PlaceShown, ...]


@dataclass(frozen=True)
class PlannedPlace:
    """One line of a dry run: how far the count of a place would be off, in moments."""

    name: str
    within: str
    headcount: int
    margin: str
    hidden_below: str


def planned_places(plan: Plan) -> tuple[PlannedPlace, ...]:
    return tuple(
        PlannedPlace(
            name=wording.name(expected.place),
            within=wording.within(expected.place, plan.tree.published),
            headcount=expected.place.headcount,
            margin=wording.count(ceil(expected.margin)),
            hidden_below=wording.count(ceil(expected.hidden_below)),
        )
        for expected in plan.expected
    )


def shown_trends(trends: Trends) -> TrendsShown:
    chosen, root = trends.chosen, trends.chosen.root
    points = _points(trends)
    percents = [wording.percent(round(step * 100)) for step in (0.0, *STEPS)]
    return TrendsShown(
        quarter=chosen.quarter,
        months=wording.months(chosen.quarter),
        headline=wording.headline(chosen.quarter, root),
        change=wording.changed(change(trends.earlier_place(root), root)),
        seen=wording.seen(root),
        at_most=wording.at_most(chosen.most_per_person),
        chart=chart(points, percents=percents),
        summary=_summary(points),
        quarters=tuple(_quarter_row(trends, column) for column in trends.columns),
        outcomes=tuple(_outcome_row(root, outcome) for outcome in OUTCOMES),
        places=tuple(_place(trends, place) for place in chosen.below),
    )


def _points(trends: Trends) -> list[Point]:
    roots = {reading.quarter: reading.root for reading in trends.readings}
    return [_point(column, roots.get(column)) for column in trends.columns]


def _point(quarter: Quarter, place: Place | None) -> Point:
    label = wording.short(quarter)
    if place is None or not place.share.shown:
        return Point(label)
    share = place.share
    return Point(
        label,
        share.value,
        max(0.0, share.value - share.margin),
        min(1.0, share.value + share.margin),
        wording.percents(share)["value"],
    )


def _summary(points: Sequence[Point]) -> str:
    """The picture in one sentence, for those who listen to the page."""
    known = [point for point in points if point.value is not None]
    if not known:
        return _("No quarter has a number yet.")
    return _("From %(first)s in %(then)s to %(last)s in %(now)s.") % {
        "first": known[0].text,
        "then": known[0].label,
        "last": known[-1].text,
        "now": known[-1].label,
    }


def _quarter_row(trends: Trends, quarter: Quarter) -> Row:
    place = next((found.root for found in trends.readings if found.quarter == quarter), None)
    name = wording.months(quarter)
    if place is None:
        return Row(name, "", "", "", _("Nothing was released."))
    seen = wording.counts(place.seen)["value"] if place.seen.shown else ""
    if not place.share.shown:
        return Row(name, "", "", "", _("Too few to say."), seen, str(quarter))
    return Row(name, **wording.percents(place.share), seen=seen, quarter=str(quarter))


def _outcome_row(place: Place, outcome: str) -> Row:
    figure: Figure = place.outcomes[outcome]
    name = wording.outcome(outcome)
    if not figure.shown:
        return Row(name, "", "", "", _("Too few to say."))
    return Row(name, **wording.counts(figure))


def _place(trends: Trends, place: Place) -> PlaceShown:
    moved = change(trends.earlier_place(place), place)
    return PlaceShown(
        name=wording.name(place),
        within=wording.within(place, trends.chosen.places),
        headcount=place.headcount,
        share=wording.share_here(place),
        is_silent=not place.share.shown,
        seen=wording.seen(place) if place.seen.shown else "",
        change=wording.changed(moved) if moved in ("more", "less") else "",
        joined=wording.joined(place),
    )
