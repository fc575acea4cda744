"""Pieces of regular expressions: a word with a capital of any alphabet, and a choice of words."""

import re
from collections.abc import Iterable

# Beyond lie only historic scripts and symbols.
_LAST = 0x10000
_MARKS = "\u0300-\u036f\u200c\u200d\u00ad"


def _ranges() -> str:
    """Every capital letter there is, neighbours joined."""
    found: list[list[int]] = []
    for code in range(_LAST):
        if chr(code).isupper():
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in found)


CAPITAL = f"[{_ranges()}]"
# Letters, marks on letters, hyphens and apostrophes: Öztürk, O'Neill, Müller-Lüdenscheidt.
LETTERS = rf"[\w{_MARKS}'’-]"
NAME = rf"{CAPITAL}{LETTERS}{{1,30}}"


def any_of(words: Iterable[str]) -> str:
    """One of the words, the longest first; without words nothing fits."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True))) or '(?!)'})"
