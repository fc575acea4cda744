"""Refuses inputs that contradict themselves, naming every wrong field at once."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speakup.costs.inputs import Assumptions, Released, Segment
    from speakup.costs.pert import Pert


class Problem(NamedTuple):
    """`path` names the field as in the command line's JSON, `code` the sentence to show beside it."""

    path: str
    code: str


class BadAssumptions(ValueError):
    """The inputs contradict themselves; `problems` lists every wrong field."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(f"{path}: {code}" for path, code in self.problems))


class Limits(NamedTuple):
    """The smallest and the largest value that makes sense for a field."""

    lowest: float
    highest: float


FRACTION: Final = Limits(0, 1)
COUNT: Final = Limits(-1e9, 1e9)
EXACT_COUNT: Final = Limits(0, 1e9)
NOISE_SCALE: Final = Limits(0.01, 10_000)
YEARS: Final = Limits(0.01, 10)
HEADCOUNT: Final = Limits(1, 1e7)
MONEY: Final = Limits(0, 1e15)
CUSTOMERS: Final = Limits(0, 1e10)
MOST_SEGMENTS: Final = 50
NOISE_KINDS: Final = ("gaussian", "laplace", "none")

TRIPLES: Final = {
    "witnesses": Limits(1, 1_000),
    "coverage": Limits(0.01, 1),
    "customers_per_incident": Limits(0, 1e6),
    "realised_share": FRACTION,
    "helpable": FRACTION,
    "averted": FRACTION,
    "duration_years": Limits(0, 30),
}
RATES: Final = {"retention": Limits(0.01, 1), "discount": FRACTION}
SEGMENT_TRIPLES: Final = {
    "annual_value": Limits(0, 1e12),
    "margin": FRACTION,
    "cuts": FRACTION,
    "depth": FRACTION,
}


def check(released: Released, assumptions: Assumptions, speak_up_target: float) -> None:
    """Raise BadAssumptions with all problems, or return quietly."""
    problems = [*_released(released), *_assumptions(assumptions)]
    problems += _number("speak_up_target", speak_up_target, FRACTION)
    if problems:
        raise BadAssumptions(problems)


def check_target(speak_up_target: float) -> None:
    """Raise BadAssumptions unless the target is a fraction."""
    problems = tuple(_number("speak_up_target", speak_up_target, FRACTION))
    if problems:
        raise BadAssumptions(problems)


def _released(released: Released) -> Iterator[Problem]:
    counts = EXACT_COUNT if released.noise_kind == "none" else COUNT
    yield from _number("silent", released.silent, counts)
    yield from _number("spoken", released.spoken, counts)
    yield from _noise(released)
    yield from _number("years", released.years, YEARS)
    yield from _number("headcount", released.headcount, HEADCOUNT)
    if released.previous_total is not None:
        yield from _number("previous_total", released.previous_total, COUNT)


def _noise(released: Released) -> Iterator[Problem]:
    if released.noise_kind not in NOISE_KINDS:
        yield Problem("noise.kind", "unknown_noise")
    elif released.noise_kind != "none":
        yield from _number("noise.scale", released.noise_scale, NOISE_SCALE)
        if released.spoken_noise_scale is not None:
            yield from _number("noise.spoken_scale", released.spoken_noise_scale, NOISE_SCALE)


def _assumptions(assumptions: Assumptions) -> Iterator[Problem]:
    for name, limits in TRIPLES.items():
        yield from _triple(f"assumptions.{name}", getattr(assumptions, name), limits)
    for name, limits in RATES.items():
        yield from _number(f"assumptions.{name}", getattr(assumptions, name), limits)
    for name, limits in (("revenue", MONEY), ("customers", CUSTOMERS)):
        if getattr(assumptions, name) is not None:
            yield from _number(f"assumptions.{name}", getattr(assumptions, name), limits)
    yield from _segments(assumptions.segments)


def _segments(segments: tuple[Segment, ...]) -> Iterator[Problem]:
    path = "assumptions.segments"
    if not segments:
        yield Problem(path, "no_segments")
    elif len(segments) > MOST_SEGMENTS:
        yield Problem(path, "too_many_segments")
    else:
        names = [segment.name for segment in segments]
        for place, segment in enumerate(segments):
            yield from _segment(f"{path}[{place}]", segment, names[:place])
        # Written this way round, a share that is not a number does not add up either.
        if not abs(sum(segment.share for segment in segments) - 1) < 1e-6:
            yield Problem(path, "shares_do_not_add_up")


def _segment(path: str, segment: Segment, names_before: list[str]) -> Iterator[Problem]:
    if not segment.name.strip():
        yield Problem(f"{path}.name", "name_missing")
    if segment.name in names_before:
        yield Problem(f"{path}.name", "name_used_twice")
    yield from _number(f"{path}.share", segment.share, FRACTION)
    for name, limits in SEGMENT_TRIPLES.items():
        yield from _triple(f"{path}.{name}", getattr(segment, name), limits)


def _triple(path: str, value: Pert, limits: Limits) -> Iterator[Problem]:
    for number in (value.low, value.mode, value.high):
        problem = next(_number(path, number, limits), None)
        if problem:
            yield problem
            return
    if not value.low <= value.mode <= value.high:
        yield Problem(path, "out_of_order")


def _number(path: str, value: float, limits: Limits) -> Iterator[Problem]:
    if not isfinite(value):
        yield Problem(path, "not_a_number")
    elif value < limits.lowest:
        yield Problem(path, "negative" if limits.lowest == 0 else "too_small")
    elif value > limits.highest:
        yield Problem(path, "above_one" if limits.highest == 1 else "too_large")
