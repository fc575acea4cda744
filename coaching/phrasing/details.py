"""Personal details that a private note does better without: found, named by kind, never kept."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from coaching.phrasing.addresses import find_addresses
from coaching.phrasing.capitals import any_of
from coaching.phrasing.clues import Clues
from coaching.phrasing.findings import Detail, DetailKind, DetailStrength
from coaching.phrasing.names import find_names
from coaching.phrasing.numbers import Found, find_numbers

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']{1,400}[^\s<>\"'.,;:!?)]"
    r"|\b[\w-]{2,63}\.(?:com|org|net|info|eu|nl|de|ee|ru|uk)\b(?:/[\w/.-]{0,300})?",
    re.IGNORECASE,
)
_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)? (?:of )?(?:MONTHS)\.?,? \d{2,4}"
    r"|(?:MONTHS)\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
)
_DIGIT = re.compile(r"\d")
_PERHAPS_A_DATE = re.compile(r"\d{4}|\d[./-]\d|\d.? ?[^\W\d_]{3,20}\.?,? \d\d")
_GENTLE = frozenset({DetailKind.NAME, DetailKind.LINK})


def find_details(text: str, clues: Clues, names: Collection[str] = ()) -> tuple[Detail, ...]:
    """In the order of the text; of overlapping details the first and longest stays."""
    found = sorted(
        [
            *((DetailKind.EMAIL, *match.span()) for match in _EMAIL.finditer(text)),
            *((DetailKind.LINK, *match.span()) for match in _LINK.finditer(text)),
            *_in_figures(text, clues),
            *find_names(text, clues, names),
        ],
        key=lambda item: (item[1], -item[2]),
    )
    return tuple(_without_overlaps(found))


def _in_figures(text: str, clues: Clues) -> Iterator[Found]:
    """What cannot be told without a figure, asked only of texts that hold one."""
    if _DIGIT.search(text):
        yield from find_numbers(text, clues)
        yield from find_addresses(text, clues)
    if _PERHAPS_A_DATE.search(text):
        yield from _birth_dates(text, clues)


def _without_overlaps(found: list[Found]) -> Iterator[Detail]:
    behind = 0
    for kind, start, end in found:
        if start >= behind:
            strength = DetailStrength.GENTLE if kind in _GENTLE else DetailStrength.STRONG
            yield Detail(kind, strength, start, end)
            behind = end


def _birth_dates(text: str, clues: Clues) -> Iterator[Found]:
    """A date counts only when a word beside it says that somebody was born then."""
    for pattern in _birth_patterns(clues):
        for match in pattern.finditer(text):
            yield DetailKind.BIRTH_DATE, *match.span(1)


@cache
def _birth_patterns(clues: Clues) -> tuple[re.Pattern[str], ...]:
    day = _DAY.replace("MONTHS", "|".join(clues.months))
    words = rf"(?<!\w){any_of(clues.birth_words)}(?!\w)"
    return (
        re.compile(rf"{words}[^\d\n]{{0,20}}?({day})", re.IGNORECASE),
        re.compile(rf"(?<![\d.])({day})[^\d\n.!?]{{0,10}}?{words}", re.IGNORECASE),
    )
