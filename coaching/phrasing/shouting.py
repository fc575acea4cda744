"""Shouting on paper: words in capitals, and exclamation and question marks in heaps."""

import re
from collections.abc import Iterator

from coaching.phrasing.findings import Hint, Kind

# Shorter words in capitals are mostly abbreviations: VAT, ASAP.
_LONG_WORD = 5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MARKS = re.compile(r"[!?]{2,}")


def find_shouting(text: str) -> Iterator[Hint]:
    """Hints of severity 1, each with the same words in an indoor voice."""
    for start, end in _loud_runs(text):
        quote = text[start:end]
        calm = quote.lower()
        suggestion = calm.capitalize() if _starts_sentence(text, start) else calm
        yield Hint(Kind.SHOUTING, 1, start, end, quote, "capitals", suggestion)
    for match in _MARKS.finditer(text):
        mark = "?" if "?" in match.group() else "."
        yield Hint(Kind.SHOUTING, 1, *match.span(), match.group(), "marks", mark)


def _loud_runs(text: str) -> Iterator[tuple[int, int]]:
    """Neighbouring words in capitals, at least one of them long, as one run."""
    if not any(len(word) >= _LONG_WORD and word.isupper() for word in _WORD.findall(text)):
        return
    run: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        joins = not run or text[run[-1][1] : match.start()].isspace()
        if not match.group().isupper() or not joins:
            yield from _run(run)
            run = []
        if match.group().isupper():
            run.append(match.span())
    yield from _run(run)


def _run(run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if any(end - start >= _LONG_WORD for start, end in run):
        yield run[0][0], run[-1][1]


def _starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ".!?…"
