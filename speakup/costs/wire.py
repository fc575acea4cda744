"""The command line's JSON: a stable interface, so its names change with the design page only."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final, cast

from speakup.costs.checks import SEGMENT_TRIPLES, BadAssumptions, Problem
from speakup.costs.inputs import Assumptions, NoiseKind, Released, Segment
from speakup.costs.pert import Pert

if TYPE_CHECKING:
    from speakup.costs.results import Estimate

ROOT: Final = "$"
RANGES: Final = (
    "spoken_share",
    "per_incident",
    "exposure",
    "protected",
    "avoidable",
    "residual",
    "gain",
    "per_employee",
)


@dataclass(frozen=True, slots=True)
class Question:
    """What the command line asks of the model."""

    released: Released
    assumptions: Assumptions
    speak_up_target: float


def read(document: object) -> Question:
    """Turn parsed JSON into inputs; raises BadAssumptions with every field of a wrong shape.

    Whether the values make sense is for the model to say: see `checks`.
    """
    problems: list[Problem] = []
    fields = _Fields(document, "", problems)
    released = _released(fields)
    assumptions = _assumptions(fields.child("assumptions"))
    question = Question(released, assumptions, fields.number("speak_up_target", 0.5))
    fields.refuse_others()
    if problems:
        raise BadAssumptions(problems)
    return question


def write(estimate: Estimate) -> dict[str, object]:
    """The answer, ready to become JSON; in currency/year unless the name says otherwise."""
    answer: dict[str, object] = {"model_version": estimate.model_version}
    answer |= {name: asdict(getattr(estimate, name)) for name in RANGES}
    return answer | {"shown": estimate.shown, "why_not": estimate.why_not}


class _Fields:
    """The fields of one JSON object; notes what is wrong and goes on with a stand-in."""

    def __init__(self, value: object, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self.readable = isinstance(value, dict)
        self.values = cast("dict[str, object]", value) if self.readable else {}
        self.asked: set[str] = set()
        if not self.readable:
            problems.append(Problem(path or ROOT, "not_an_object"))

    def path_of(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def note(self, name: str, code: str) -> None:
        self.problems.append(Problem(self.path_of(name), code))

    def has(self, name: str) -> bool:
        """Whether the field is there; a missing one is noted, once per object that can be read."""
        self.asked.add(name)
        if name not in self.values and self.readable:
            self.note(name, "missing")
        return name in self.values

    def number(self, name: str, default: float | None = None) -> float:
        self.asked.add(name)
        if default is not None and name not in self.values:
            return default
        if not self.has(name):
            return 0.0
        number = _decimal(self.values[name])
        if number is None:
            self.note(name, "not_a_number")
        return number or 0.0

    def triple(self, name: str) -> Pert:
        value = self.values[name] if self.has(name) else [0, 0, 0]
        numbers = [_decimal(one) for one in value] if isinstance(value, list) else []
        known = [number for number in numbers if number is not None]
        if len(numbers) == len(known) == 3:
            return Pert(*known)
        self.note(name, "not_three_numbers")
        return Pert.constant(0)

    def text(self, name: str) -> str:
        value = self.values[name] if self.has(name) else ""
        if isinstance(value, str):
            return value
        self.note(name, "not_text")
        return ""

    def child(self, name: str) -> _Fields:
        if self.has(name):
            return _Fields(self.values[name], self.path_of(name), self.problems)
        # What is missing is noted already; the object standing in for it adds no further notes.
        return _Fields({}, self.path_of(name), [])

    def children(self, name: str) -> list[_Fields]:
        value = self.values[name] if self.has(name) else []
        if not isinstance(value, list):
            self.note(name, "not_a_list")
            return []
        path = self.path_of(name)
        return [_Fields(one, f"{path}[{place}]", self.problems) for place, one in enumerate(value)]

    def refuse_others(self) -> None:
        """A misspelt field must not silently leave its default standing."""
        for name in self.values:
            if name not in self.asked:
                self.note(name, "unknown_field")


def _decimal(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _released(fields: _Fields) -> Released:
    noise = fields.child("noise")
    # Whether the kind is a known one is for the checks of the model to say.
    kind = cast(NoiseKind, noise.text("kind"))
    released = Released(
        silent=fields.number("silent"),
        spoken=fields.number("spoken"),
        noise_kind=kind,
        noise_scale=noise.number("scale", 0.0 if kind == "none" else None),
        years=fields.number("years"),
        headcount=fields.number("headcount"),
        spoken_noise_scale=noise.number("spoken_scale") if "spoken_scale" in noise.values else None,
    )
    noise.refuse_others()
    return released


def _assumptions(fields: _Fields) -> Assumptions:
    assumptions = Assumptions(
        segments=tuple(_segment(segment) for segment in fields.children("segments")),
        witnesses=fields.triple("witnesses"),
        coverage=fields.triple("coverage"),
        customers_per_incident=fields.triple("customers_per_incident"),
        realised_share=fields.triple("realised_share"),
        helpable=fields.triple("helpable"),
        averted=fields.triple("averted"),
        duration_years=fields.triple("duration_years"),
        retention=fields.number("retention"),
        discount=fields.number("discount"),
    )
    fields.refuse_others()
    return assumptions


def _segment(fields: _Fields) -> Segment:
    segment = Segment(
        name=fields.text("name"),
        share=fields.number("share"),
        **{name: fields.triple(name) for name in SEGMENT_TRIPLES},
    )
    fields.refuse_others()
    return segment
