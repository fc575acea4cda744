"""A person's full name: a title and a surname, "her name is" and two names, or a first name and one more."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from coaching.phrasing.capitals import NAME, any_of
from coaching.phrasing.clues import Clues
from coaching.phrasing.findings import DetailKind
from coaching.phrasing.guessing import is_common
from coaching.phrasing.numbers import Found
from coaching.phrasing.words import fold

# Between a title and a name, or two names: Mevrouw van der Berg, Ludwig von Ahlen.
_PARTICLES = (
    r"(?:(?i:van|von|vom|zu|zur|ter|ten|te|de|der|den|het|'t|da|di|du|la|le|el|al|bin|ben) ){0,3}"
)
_TWO_NAMES = re.compile(rf"(?<!\w)(?P<first>{NAME})(?= {_PARTICLES}(?P<last>{NAME}))")
# How much longer than its stem an inflected first name may be: Mari, Marile; Анна, Анной.
_LONGEST_ENDING = 4


def find_names(text: str, clues: Clues, names: Collection[str]) -> Iterator[Found]:
    """The people the note is for are fine."""
    known = {part for name in names for part in fold(name).split()}
    for start, end, words in (*_introduced(text, clues), *_first_and_last(text, clues)):
        if known.isdisjoint(fold(words).split()):
            yield DetailKind.NAME, start, end


def _introduced(text: str, clues: Clues) -> Iterator[tuple[int, int, str]]:
    """Behind a title or "her name is"; in "I helped the lady. So she left" the mark ends a sentence."""
    for pattern in _patterns(clues):
        for match in pattern.finditer(text):
            first = match["name"].split()[0]
            ends = text[: match.start("name")].rstrip().endswith(".") and is_common(first)
            if not ends and first not in clues.no_surnames:
                yield *match.span("whole"), match["name"]


@cache
def _patterns(clues: Clues) -> tuple[re.Pattern[str], ...]:
    titles, words = any_of(clues.titles), any_of(clues.name_words)
    further = rf"(?: {_PARTICLES}{NAME})"
    name = rf"(?P<name>{_PARTICLES}{NAME}{further}?)"
    full_name = rf"(?P<whole>(?P<name>{NAME}{further}{{1,2}}))"
    return (
        re.compile(rf"(?<!\w)(?P<whole>(?:{titles}\.?[ \u00a0]){{1,3}}{name})"),
        re.compile(rf"(?<!\w)(?i:{words})[ :]{{1,3}}{full_name}"),
    )


def _first_and_last(text: str, clues: Clues) -> Iterator[tuple[int, int, str]]:
    for match in _TWO_NAMES.finditer(text):
        if _is_first_name(match["first"], clues) and match["last"] not in clues.no_surnames:
            start, end = match.start("first"), match.end("last")
            yield start, end, text[start:end]


def _is_first_name(word: str, clues: Clues) -> bool:
    """On the list, or an inflected form of a name that is on it with a * behind its stem."""
    listed = _first_names(clues)
    stems = range(max(2, len(word) - _LONGEST_ENDING), len(word) + 1)
    return word in listed or any(f"{word[:end]}*" in listed for end in stems)


@cache
def _first_names(clues: Clues) -> frozenset[str]:
    return frozenset(clues.first_names)
