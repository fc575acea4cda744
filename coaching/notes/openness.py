"""What the guide says about itself: what it looks for, with examples, and how often it is right."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise

from coaching.notes import advice
from coaching.phrasing import Kind, StrengthKind, languages
from coaching.phrasing.examples import Example, slip_example, strength_example
from coaching.phrasing.measured import Measured, Share, measured

# Nobody needs to read these once more in order to know them.
UNSAID = frozenset({Kind.PROFANITY, Kind.DISCRIMINATORY})
STAND_IN = "en"  # examples for readers of a language that the guide cannot read yet


@dataclass(frozen=True)
class ShownKind:
    """One kind of slip: what it is called, why it may land badly, and how it looks."""

    name: str | Promise
    why: str | Promise
    example: Example | None


@dataclass(frozen=True)
class ShownStrength:
    says: str | Promise
    example: Example | None


@dataclass(frozen=True)
class Openness:
    """The whole page in one language; `measured` is None where nobody has measured yet."""

    language: str
    slips: tuple[ShownKind, ...]
    strengths: tuple[ShownStrength, ...]
    measured: Measured | None
    found: tuple[tuple[str | Promise, Share], ...]


def openness(reader_language: str) -> Openness:
    return _openness(reader_language if reader_language in languages() else STAND_IN)


@cache
def _openness(language: str) -> Openness:
    figures = measured(language)
    return Openness(
        language,
        tuple(_slips(language)),
        tuple(
            ShownStrength(advice.WELL[kind], strength_example(language, kind))
            for kind in StrengthKind
        ),
        figures,
        tuple(_found(figures)) if figures else (),
    )


def _slips(language: str) -> Iterator[ShownKind]:
    for kind in Kind:
        example = None if kind in UNSAID else slip_example(language, kind)
        yield ShownKind(advice.NAMES[kind], advice.WHY[kind], example)


def _found(figures: Measured) -> Iterator[tuple[str | Promise, Share]]:
    """How much of each kind was found, the best found first."""
    for kind, share in sorted(figures.kinds.items(), key=lambda item: -item[1].percent):
        yield advice.INTENDED[kind], share
