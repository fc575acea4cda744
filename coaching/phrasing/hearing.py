"""Where the learned part speaks up: one hint on one sentence, and only where no rule blames already."""

from dataclasses import replace
from pathlib import Path

from coaching.phrasing.builder import ANY, Slot, lines_in
from coaching.phrasing.findings import Hint, Kind
from coaching.phrasing.packs import Pack
from coaching.phrasing.reading import Reading

_GENTLE, _BLAMES = 1, 2


def with_tone(
    pack: Pack, reading: Reading, hints: tuple[Hint, ...], rules: float
) -> tuple[tuple[Hint, ...], float]:
    """The hints, with one on the tone where it is due, and the log-odds of reproach.

    Where a rule has said something mild about the heaviest sentence already, that hint stays and
    weighs more. `rules` is the balance of what the rules found.
    """
    if pack.tone is None:
        return hints, -rules
    heard = pack.tone.hear(reading, rules)
    if heard.heaviest is None or any(hint.severity >= _BLAMES for hint in hints):
        return hints, heard.reproach
    start, end = _span(reading, heard.heaviest)
    mild = next((hint for hint in hints if hint.start < end and start < hint.end), None)
    if mild:
        weightier = replace(mild, severity=_BLAMES)
        return tuple(weightier if hint is mild else hint for hint in hints), heard.reproach
    words = pack.tone.weightiest(reading, heard.heaviest)
    better = _retold(pack.path, heard.heaviest)
    one = Hint(Kind.TONE, _GENTLE, start, end, reading.text[start:end], "tone", better, words)
    return tuple(sorted((*hints, one), key=lambda hint: hint.start)), heard.reproach


def _span(reading: Reading, sentence: int) -> tuple[int, int]:
    first, behind = reading.bounds[sentence]
    return reading.starts[first], reading.ends[behind - 1]


def _retold(path: Path, sentence: int) -> str:
    """A frame for what was seen and a question, in place of a sentence that reads as reproach."""
    lines = lines_in(path)
    facts, questions = lines[Slot.FACT][ANY], lines[Slot.QUESTION][ANY]
    return f"{facts[sentence % len(facts)]} {questions[sentence % len(questions)]}"
