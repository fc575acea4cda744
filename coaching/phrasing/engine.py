"""The wording check itself: one text in, one review out."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from coaching.phrasing.context import Context, spoken_names
from coaching.phrasing.details import find_details
from coaching.phrasing.findings import Detail, Hint, Kind, Review, Strength, StrengthKind, Verdict
from coaching.phrasing.guessing import guess_language
from coaching.phrasing.hearing import with_tone
from coaching.phrasing.packs import Match, Pack, load_pack
from coaching.phrasing.rewriting import place, suggest
from coaching.phrasing.rules import Rule
from coaching.phrasing.score import balance, tact
from coaching.phrasing.shouting import find_shouting

_INSULTS, _BLAMES = 3, 2


def review(text: str, *, language: str, names: Collection[str] = ()) -> Review:
    """Read a note as its reader might; raises UnknownLanguage when there is no pack for it.

    `names` are those of the people the note is for: they count as address and never as a detail.
    """
    return review_with(load_pack(language), text, names)


def review_with(pack: Pack, text: str, names: Collection[str] = ()) -> Review:
    """The same with a pack in hand."""
    reading = pack.read(text)
    context = Context(pack, reading, pack.find(reading), spoken_names(names))
    details = find_details(text, pack.clues, names)
    loud = (hint for hint in find_shouting(text) if not _is_detail(hint, details))
    found = _without_overlaps([*_slips(context), *loud], len(text))
    strengths = tuple(_strengths(context))
    guess = guess_language(text)
    hints, reproach = found, -balance(found, strengths)
    if guess in (None, pack.language):  # the learned part knows its own language only
        hints, reproach = with_tone(pack, reading, found, balance(found, strengths))
    return Review(
        hints,
        strengths,
        details,
        _verdict(hints),
        tact(reproach, hints),
        guess,
    )


def _is_detail(hint: Hint, details: Iterable[Detail]) -> bool:
    """The capitals of an account number do not shout."""
    return any(one.start < hint.end and hint.start < one.end for one in details)


def _slips(context: Context) -> Iterator[Hint]:
    for rule, match in context.matches.rules:
        hint = hint_for(context, rule, match)
        if hint:
            yield hint


def hint_for(context: Context, rule: Rule, match: Match) -> Hint | None:
    """What to say about one match; None when it is no slip or does not count here."""
    if not isinstance(rule.kind, Kind):
        return None
    severity = context.weight(rule, match)
    if not severity:
        return None
    start, end = place(rule, match, context.reading)
    words = suggest(rule, match, context.reading, start, end)
    quote = context.reading.text[start:end]
    return Hint(rule.kind, severity, start, end, quote, rule.why, words)


def _strengths(context: Context) -> Iterator[Strength]:
    """Strengths in the order of the text; of one kind the longer swallows what it overlaps."""
    found = sorted(
        (rule.kind, *place(rule, match, context.reading))
        for rule, match in context.matches.rules
        if is_strength(context, rule, match)
    )
    kept = [
        Strength(kind, start, end)
        for kind, spans in groupby(found, key=lambda item: item[0])
        for start, end in _longest((start, end) for _, start, end in spans)
    ]
    yield from sorted(kept, key=lambda strength: (strength.start, strength.end))


def is_strength(context: Context, rule: Rule, match: Match) -> bool:
    """Whether a match is something that already reads well."""
    return isinstance(rule.kind, StrengthKind) and context.counts(rule, match)


def _longest(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    behind = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= behind:
            yield start, end
            behind = end


def _without_overlaps(hints: Iterable[Hint], length: int) -> tuple[Hint, ...]:
    """Of overlapping hints the more severe stays, then the longer one; in the order of the text."""
    taken = bytearray(length)
    kept: list[Hint] = []
    for hint in sorted(hints, key=lambda h: (-h.severity, h.start - h.end, h.start, h.kind)):
        if not any(taken[hint.start : hint.end]):
            taken[hint.start : hint.end] = b"\x01" * (hint.end - hint.start)
            kept.append(hint)
    return tuple(sorted(kept, key=lambda hint: hint.start))


def _verdict(hints: Iterable[Hint]) -> Verdict:
    worst = max((hint.severity for hint in hints), default=0)
    if worst >= _INSULTS:
        return Verdict.CANNOT_SEND
    return Verdict.LOOK_AGAIN if worst >= _BLAMES else Verdict.READS_WELL
