"""For each kind of finding one example out of a pack, so that people can see what the guide looks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.phrasing.engine import review_with
from coaching.phrasing.findings import Hint, Kind, StrengthKind
from coaching.phrasing.packs import Pack, load_pack
from coaching.phrasing.rewriting import rewrite

_READABLE = 45  # characters


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the place that is marked in it; `better` is empty for a strength."""

    text: str
    start: int
    end: int
    better: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether all of it is marked, so that the better words stand alone."""
        return not self.text[: self.start] and not self.text[self.end :].strip(".")

    @property
    def pieces(self) -> tuple[str, str, str]:
        """What stands before the marked words, these, and what stands behind."""
        return self.text[: self.start], self.text[self.start : self.end], self.text[self.end :]


def slip_example(language: str, kind: Kind) -> Example | None:
    """One in which nothing else is marked; None for a kind that no rule speaks of."""
    pack = load_pack(language)
    found = (
        Example(text, hint.start, hint.end, rewrite(text, hint))
        for text, hint in _slips(pack, kind)
        if hint.suggestion
    )
    return min(found, key=lambda one: (not one.is_whole, _distance(one)), default=None)


def _slips(pack: Pack, kind: Kind) -> Iterator[tuple[str, Hint]]:
    for rule in pack.rules:
        for text in rule.bad if rule.kind == kind else ():
            hints = review_with(pack, text).hints
            if len(hints) == 1 and hints[0].kind == kind:
                yield text, hints[0]


def strength_example(language: str, kind: StrengthKind) -> Example | None:
    """One in which nothing is marked as a slip."""
    pack = load_pack(language)
    found = (
        Example(text, one.start, one.end)
        for rule in pack.rules
        if rule.kind == kind
        for text in rule.good
        if not (read := review_with(pack, text)).hints
        for one in read.strengths
        if one.kind == kind
    )
    return min(found, key=_distance, default=None)


def _distance(example: Example) -> int:
    """How far from a sentence that says enough and is read at a glance."""
    return abs(len(example.text) - _READABLE)
