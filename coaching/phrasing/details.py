"""Personal details that a private note does better without: found, named by kind, never kept."""

import re
from collections.abc import Collection, Iterator

from coaching.phrasing.clues import Clues
from coaching.phrasing.findings import Detail, DetailKind, DetailStrength
from coaching.phrasing.numbers import Found, find_numbers
from coaching.phrasing.words import fold

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']{1,400}[^\s<>\"'.,;:!?)]"
    r"|\b[\w-]{2,63}\.(?:com|org|net|info|eu|nl|de|ee|ru|uk)\b(?:/[\w/.-]{0,300})?",
    re.IGNORECASE,
)
_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)? (?:of )?(?:%s)\.?,? \d{2,4}"
    r"|(?:%s)\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
)
_GENTLE = frozenset({DetailKind.NAME, DetailKind.LINK})


def find_details(text: str, clues: Clues, names: Collection[str] = ()) -> tuple[Detail, ...]:
    """In the order of the text; of overlapping details the first and longest stays."""
    found = sorted(
        [
            *((DetailKind.EMAIL, *match.span()) for match in _EMAIL.finditer(text)),
            *((DetailKind.LINK, *match.span()) for match in _LINK.finditer(text)),
            *find_numbers(text, clues),
            *_birth_dates(text, clues),
            *_addresses(text, clues),
            *_titled_names(text, clues, names),
        ],
        key=lambda item: (item[1], -item[2]),
    )
    return tuple(_without_overlaps(found))


def _without_overlaps(found: list[Found]) -> Iterator[Detail]:
    behind = 0
    for kind, start, end in found:
        if start >= behind:
            strength = DetailStrength.GENTLE if kind in _GENTLE else DetailStrength.STRONG
            yield Detail(kind, strength, start, end)
            behind = end


def _birth_dates(text: str, clues: Clues) -> Iterator[Found]:
    """A date counts only when a word beside it says that somebody was born then."""
    months = "|".join(clues.months)
    day = _DAY % (months, months)
    words = "|".join(map(re.escape, clues.birth_words))
    for match in re.finditer(rf"\b(?:{words})\b[^\d\n]{{0,20}}?({day})", text, re.IGNORECASE):
        yield DetailKind.BIRTH_DATE, *match.span(1)


def _addresses(text: str, clues: Clues) -> Iterator[Found]:
    """A house number and a street, or either behind "lives at"."""
    streets = "|".join(map(re.escape, clues.street_words))
    street = rf"\d{{1,4}}[a-z]?,? (?:[A-Z][\w'’-]{{1,30}} ){{1,3}}(?i:{streets})\b"
    for match in re.finditer(rf"(?<![\w.,]){street}", text):
        yield DetailKind.ADDRESS, *match.span()
    words = "|".join(map(re.escape, clues.address_words))
    place = (
        r"[A-Z][\w'’ -]{2,40}? ?\d{1,4}[a-z]?\b|\d{1,4} [A-Z][\w'’-]{2,30}(?: [A-Z][\w'’-]{1,30})?"
    )
    for match in re.finditer(rf"\b(?i:{words})[ :]{{1,3}}({place})", text):
        yield DetailKind.ADDRESS, *match.span(1)


def _titled_names(text: str, clues: Clues, names: Collection[str]) -> Iterator[Found]:
    """A title and a surname in capitals; the people the note is for are fine."""
    known = {part for name in names for part in fold(name).split()}
    titles = "|".join(map(re.escape, clues.titles))
    for match in re.finditer(rf"\b(?:{titles})\.? ((?:[A-Z][\w'’-]{{1,30}} ?){{1,2}})(?<! )", text):
        if known.isdisjoint(fold(match.group(1)).split()):
            yield DetailKind.NAME, *match.span()
