"""Where somebody lives: a street and a house number, as five languages write them."""

import re
from collections.abc import Iterator
from functools import cache

from coaching.phrasing.capitals import CAPITAL, LETTERS, NAME, any_of
from coaching.phrasing.clues import Clues
from coaching.phrasing.findings import DetailKind

Found = tuple[DetailKind, int, int]

_NUMBER = r"\d{1,4}[A-Za-zА-Яа-я]?(?![\w%€$£:]|[.,]\d)"
_PART = rf"(?:{NAME}|\d{{1,2}}\.|{CAPITAL}\.)"


def find_addresses(text: str, clues: Clues) -> Iterator[Found]:
    """A house number and a street, or either behind "lives at"."""
    for pattern in _patterns(clues):
        for match in pattern.finditer(text):
            yield DetailKind.ADDRESS, *match.span("place")


@cache
def _patterns(clues: Clues) -> tuple[re.Pattern[str], ...]:
    shapes = (_SHAPES[shape](clues) for shape in clues.street_shapes)
    return (
        *(re.compile(rf"(?<![\w.,])(?P<place>{shape})") for shape in shapes),
        _behind_words(clues),
    )


def _house(clues: Clues) -> str:
    counted = rf"(?! (?i:{any_of(clues.counted_words)})(?!\w))"
    return rf"(?:(?i:{any_of(clues.house_words)})\.? ?)?{_NUMBER}{counted}"


def _words_of_streets(clues: Clues) -> tuple[str, str]:
    """Street words of their own, and those that end a longer word."""
    own = any_of(word for word in clues.street_words if not word.startswith("*"))
    return own, any_of(word[1:] for word in clues.street_words if word.startswith("*"))


def _number_first(clues: Clues) -> str:
    own, _ = _words_of_streets(clues)
    return rf"\d{{1,4}}[a-z]?,? (?:{NAME} ){{1,3}}(?i:{own})(?!\w)"


def _number_last(clues: Clues) -> str:
    own, ending = _words_of_streets(clues)
    street = (
        rf"(?:{_PART} ){{1,3}}(?i:{own})|(?:{_PART} ){{0,2}}{CAPITAL}{LETTERS}{{0,30}}(?i:{ending})"
    )
    return rf"(?:{street})\.?,? {_house(clues)}"


def _street_first(clues: Clues) -> str:
    own, _ = _words_of_streets(clues)
    return rf"(?i:{own})\.? ?(?:{_PART} ?){{1,3}},? ?{_house(clues)}"


_SHAPES = {
    "number name street": _number_first,
    "name street number": _number_last,
    "street name number": _street_first,
}


def _behind_words(clues: Clues) -> re.Pattern[str]:
    words = any_of(clues.address_words)
    own, _ = _words_of_streets(clues)
    name = rf"(?:{NAME}|(?i:{own})\.?)"
    place = rf"{name}(?:,? {name}){{0,3}},? ?{_house(clues)}|\d{{1,4}} {NAME}(?: {NAME})?"
    return re.compile(rf"(?<!\w)(?i:{words})[ :]{{1,3}}(?P<place>{place})")
