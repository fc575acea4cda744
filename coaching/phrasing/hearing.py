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
    quote = reading.text[start:end]
    better = _asked(pack.path, reading, heard.heaviest, quote)
    one = Hint(Kind.TONE, _GENTLE, start, end, quote, "tone", better, words)
    return tuple(sorted((*hints, one), key=lambda hint: hint.start)), heard.reproach


def _span(reading: Reading, sentence: int) -> tuple[int, int]:
    first, behind = reading.bounds[sentence]
    return reading.starts[first], reading.ends[behind - 1]


def _asked(path: Path, reading: Reading, sentence: int, quote: str) -> str:
    """The sentence as it stands with a question behind it; never without what the writer saw.

    Where one of these questions is asked already, there is nothing to add.
    """
    questions = lines_in(path)[Slot.QUESTION][ANY]
    if any(question in reading.text for question in questions):
        return quote
    return f"{quote} {questions[sentence % len(questions)]}"
