"""The shape of a line with its band, in the coordinates of an svg; templates draw it, css colours it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

WIDTH, HEIGHT = 400, 220  # the stylesheet sizes words for a picture of this width
TOP, BOTTOM, LEFT, RIGHT = 28, 30, 56, 32
INSET = 20  # between the axis and the first quarter
RADIUS = 6
STEPS = (0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Point:
    """One quarter: a value with its interval as fractions, or nothing where there is no number."""

    label: str
    value: float | None = None
    low: float = 0.0
    high: float = 0.0
    text: str = ""


@dataclass(frozen=True)
class Mark:
    """Somewhere on the picture, with what is written there."""

    x: float
    y: float
    text: str = ""
    anchor: str = "middle"


@dataclass(frozen=True)
class Chart:
    """Everything the svg needs, in its own units."""

    bands: tuple[str, ...]
    lines: tuple[str, ...]
    points: tuple[Mark, ...]
    labels: tuple[Mark, ...]
    ticks: tuple[Mark, ...]
    columns: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH


def chart(points: Sequence[Point], *, percents: Sequence[str]) -> Chart:
    """A chart of fractions; `percents` are the words for 0, 25, 50, 75 and 100 per cent.

    Quarters without a number split the line and its band. Raises ValueError without any column.
    """
    if not points:
        raise ValueError("A chart needs at least one column.")
    placing = _Placing(points)
    runs = placing.runs()
    return Chart(
        bands=tuple(placing.band(run) for run in runs),
        lines=tuple(placing.line(run) for run in runs if len(run) > 1),
        points=tuple(placing.mark(index) for run in runs for index in run),
        labels=placing.labels(runs),
        ticks=placing.ticks(percents),
        columns=placing.columns(),
    )


class _Placing:
    """Where fractions and quarters lie in the picture."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = points
        highest = max((point.high for point in points if point.value is not None), default=0.0)
        self.top = next(step for step in STEPS if step >= min(highest, 1.0))

    def x(self, index: int) -> float:
        first = LEFT + INSET
        room = WIDTH - RIGHT - first
        between = len(self.points) - 1
        return round(first + (room * index / between if between else room / 2), 1)

    def y(self, fraction: float) -> float:
        room = HEIGHT - TOP - BOTTOM
        return round(HEIGHT - BOTTOM - room * min(max(fraction, 0.0), self.top) / self.top, 1)

    def runs(self) -> list[list[int]]:
        """Columns that have numbers, in stretches without a gap."""
        stretches = groupby(
            range(len(self.points)), lambda index: self.points[index].value is not None
        )
        return [list(indexes) for has_numbers, indexes in stretches if has_numbers]

    def band(self, run: Sequence[int]) -> str:
        """Around a single quarter the band is a short bar, so that it can be seen at all."""
        ends = [(self.x(index), self.points[index]) for index in run]
        if len(ends) == 1:
            (x, point), half = ends[0], 6
            ends = [(x - half, point), (x + half, point)]
        upper = [(x, self.y(point.high)) for x, point in ends]
        lower = [(x, self.y(point.low)) for x, point in reversed(ends)]
        return f"{_path([*upper, *lower])}Z"

    def line(self, run: Sequence[int]) -> str:
        return _path((self.x(index), self.y(self._value(index))) for index in run)

    def mark(self, index: int) -> Mark:
        return Mark(self.x(index), self.y(self._value(index)), self.points[index].text)

    def labels(self, runs: Sequence[Sequence[int]]) -> tuple[Mark, ...]:
        """The first and the last number, written where they lie."""
        shown = [index for run in runs for index in run]
        ends = dict.fromkeys((shown[0], shown[-1])) if shown else ()
        return tuple(self._above(self.points[index], self.x(index)) for index in ends)

    def _above(self, point: Point, x: float) -> Mark:
        return Mark(x, round(self.y(point.high) - 6, 1), point.text)

    def ticks(self, percents: Sequence[str]) -> tuple[Mark, ...]:
        steps = [step for step in (0.0, *STEPS) if step <= self.top]
        texts = list(percents)[: len(steps)]
        return tuple(
            Mark(LEFT - 8, self.y(step), text, "end")
            for step, text in zip(steps, texts, strict=True)
        )

    def columns(self) -> tuple[Mark, ...]:
        """Names below the first and the last column: on a phone there is no room for more."""
        ends = dict.fromkeys((0, len(self.points) - 1))
        return tuple(Mark(self.x(index), HEIGHT - 8, self.points[index].label) for index in ends)

    def _value(self, index: int) -> float:
        return self.points[index].value or 0.0


def _path(corners: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in corners)


@dataclass(frozen=True)
class Dots:
    """Equally likely values along an axis from nothing to `most`, stacked where they lie close."""

    places: tuple[tuple[float, float], ...]
    most: float
    radius: int = RADIUS
    width: int = WIDTH
    height: int = 116
    base: int = 90


def dots(values: Sequence[float], *, most: float) -> Dots:
    """Stack rising values in columns as wide as a dot; `static/js/slider.js` does the same."""
    picture = Dots((), most)
    room = WIDTH - 4 * RADIUS
    columns = [
        int(room * min(max(value / most, 0.0), 1.0) // (2 * RADIUS)) if most > 0 else 0
        for value in values
    ]
    tallest = max((columns.count(column) for column in columns), default=1)
    step = min(2.0 * RADIUS, (picture.base - 2 * RADIUS) / max(tallest, 1))
    places = [
        (
            2.0 * RADIUS + column * 2 * RADIUS,
            round(picture.base - RADIUS - step * columns[:index].count(column), 1),
        )
        for index, column in enumerate(columns)
    ]
    return Dots(tuple(places), most)
