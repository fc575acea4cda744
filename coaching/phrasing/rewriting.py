"""Turns a rule's rewrite into words that fit where the marked words stand."""

import re
from collections.abc import Iterator

from coaching.phrasing.findings import Hint
from coaching.phrasing.packs import Match
from coaching.phrasing.patterns import Gap, Group, Sequence, Word
from coaching.phrasing.reading import Reading
from coaching.phrasing.rules import Rule
from coaching.phrasing.words import fold

_GAP_WORDS = 5
_ENDS = ".?!"
_SLOT = re.compile(r"( ?)\{(\w+)\}")


def place(rule: Rule, match: Match, reading: Reading) -> tuple[int, int]:
    """Which code points the hint marks: the words found, or what the rule says it covers.

    A rule that covers a sentence, or the rest of one, covers the mark at its end as well.
    """
    first, behind = reading.bounds[reading.sentences[match.begin]]
    if rule.covers == "words":
        return reading.span(match.begin, match.stop)
    begin = first if rule.covers == "sentence" else match.begin
    return reading.starts[begin], reading.ends[behind - 1]


def suggest(rule: Rule, match: Match, reading: Reading, start: int, end: int) -> str:
    """The rewrite with quoted groups filled in, and a capital where a sentence begins.

    A group that matched nothing takes the space before it along.
    """
    given = match.pattern.rewrite
    words = rule.suggestion if given is None else given
    if "{" in words:
        groups = _groups(match, reading, lower=words[0] != "{")
        words = _SLOT.sub(lambda slot: _filled(slot, groups), words).strip()
    if _opens_sentence(reading, match, start) and reading.text[start].isupper():
        words = words[:1].upper() + words[1:]
    ends_sentence = words and words[-1] not in _ENDS and reading.text[end - 1] in _ENDS
    return f"{words}." if ends_sentence else words


def _filled(slot: re.Match[str], groups: dict[str, str]) -> str:
    space, label = slot.groups()
    return f"{space}{groups[label]}" if label in groups else ""


def _mid_sentence(words: str) -> str:
    """Words that began a sentence and now stand inside one; what is in capitals stays so."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _opens_sentence(reading: Reading, match: Match, start: int) -> bool:
    first, _ = reading.bounds[reading.sentences[match.begin]]
    return start == reading.starts[first]


def rewrite(text: str, hint: Hint) -> str:
    """The text with the hint's suggestion in place, without leaving stray spaces and commas."""
    before, after = text[: hint.start], text[hint.end :]
    if hint.suggestion:
        return before + hint.suggestion + after
    opens = not before.strip() or before.rstrip()[-1] in _ENDS
    if opens:
        rest = after.lstrip(" ,.!?")
        return before + rest[:1].upper() + rest[1:]
    if not after.strip() or after[0] in _ENDS:
        before = before.rstrip(" ,")
    elif after[0] == " ":
        after = after.lstrip(" ")
    return before + after


def _groups(match: Match, reading: Reading, *, lower: bool) -> dict[str, str]:
    """What each bracket and macro of the pattern stands for in the text.

    With `lower`, words that opened the sentence are written as they stand inside one; a polite
    capital (Sie, U) and every other capital stays.
    """
    ways = _Walk(reading, match.stop).sequence(match.pattern.parts, match.begin)
    groups = next((groups for end, groups in ways if end == match.stop), {})
    opener, _ = reading.bounds[reading.sentences[match.begin]]
    found: dict[str, str] = {}
    for label, (begin, stop) in groups.items():
        if stop > begin:
            words = reading.text[reading.starts[begin] : reading.ends[stop - 1]]
            first = fold(reading.text[reading.starts[begin] : reading.ends[begin]])
            lowers = lower and begin == opener and first not in reading.capitals
            found[label] = _mid_sentence(words) if lowers else words
    return found


Groups = dict[str, tuple[int, int]]


class _Walk:
    """Follows one pattern through words that are known to match it, noting its brackets."""

    def __init__(self, reading: Reading, stop: int) -> None:
        self.words = reading.words
        self.follows = reading.follows
        self.stop = stop

    def sequence(self, parts: Sequence, place: int) -> Iterator[tuple[int, Groups]]:
        if not parts:
            yield place, {}
            return
        for end, groups in self.part(parts[0], place):
            for begin in self.starts(parts, end):
                for last, more in self.sequence(parts[1:], begin):
                    yield last, groups | more

    def starts(self, parts: Sequence, end: int) -> range:
        """Behind a word up to two fillers may stand; the machine has checked which."""
        last = len(parts) == 1 or isinstance(parts[0], Gap) or isinstance(parts[1], Gap)
        return range(end, min(end + (1 if last else 3), self.stop + 1))

    def part(self, part: Word | Gap | Group, place: int) -> Iterator[tuple[int, Groups]]:
        if isinstance(part, Gap):
            most = 2 * _GAP_WORDS if part.over_comma else _GAP_WORDS
            for end in range(place, min(place + most, self.stop) + 1):
                yield end, {}
        elif isinstance(part, Group):
            for option in part.options:
                for end, groups in self.sequence(option, place):
                    yield end, groups | ({part.label: (place, end)} if part.label else {})
            if part.optional:
                yield place, {}
        elif place < self.stop and self.fits(part.symbol, self.words[place]):
            yield place + 1, {}

    def fits(self, symbol: str, word: str) -> bool:
        if symbol.endswith("*"):
            return word.startswith(symbol[:-1])
        if symbol == "#":
            return word[:1].isdigit()
        return symbol == word or (symbol == "$" and word in _ENDS)
