"""What stands around a phrase and decides whether it counts: speech, negation, praise, address."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate

from coaching.phrasing.findings import StrengthKind
from coaching.phrasing.packs import Match, Matches, Pack
from coaching.phrasing.reading import NEW_CLAUSE, Reading
from coaching.phrasing.rules import Rule
from coaching.phrasing.words import Words, fold

# How many words may stand between what clears a phrase and the phrase.
_BEFORE = {"negation": 2, "first_person": 3, "open": 0}
_SWALLOWS = frozenset(StrengthKind) - {
    StrengthKind.HEDGE,
    StrengthKind.CONCRETE_FACT,
    StrengthKind.IMPACT,
}
_REPORTED = 3
_STRONGEST = 3
# "Pathetic." alone is meant for the reader; three words and the mark behind them.
_A_VERDICT_ALONE = 4


class Context:
    """One reading and everything found in it, indexed so that each question is quick."""

    def __init__(
        self, pack: Pack, reading: Reading, matches: Matches, names: frozenset[str]
    ) -> None:
        self.reading = reading
        self.matches = matches
        self._addressed = self._addressed_sentences(pack.words, names)
        self._excepted = {rule: _covered(found) for rule, found in matches.unless.items()}
        self._behind = {name: {m.stop for m in found} for name, found in matches.contexts.items()}
        self._sentences = {
            name: {reading.sentences[m.begin] for m in found}
            for name, found in matches.contexts.items()
        }
        self._swallowed_to = self._furthest_stops()
        self._quoted = sorted(self._speech())

    def counts(self, rule: Rule, match: Match) -> bool:
        """Whether a strength is meant as one here."""
        return not self._is_excepted(rule, match) and not self._is_quoted(match)

    def weight(self, rule: Rule, match: Match) -> int:
        """The severity that a slip has here; 0 when it does not count."""
        if not self.counts(rule, match) or self._is_cleared(rule, match):
            return 0
        if not all(self._has(need, match) for need in rule.needs):
            return 0
        if rule.severity < _STRONGEST and self._is_swallowed(match):
            return 0
        # A customer is said to have said it, without quotation marks.
        return rule.severity - self._stands_before("reported", match, _REPORTED)

    def _sentence(self, match: Match) -> int:
        return self.reading.sentences[match.begin]

    def _is_excepted(self, rule: Rule, match: Match) -> bool:
        return not self._excepted.get(rule.id, set()).isdisjoint(range(match.begin, match.stop))

    def _is_cleared(self, rule: Rule, match: Match) -> bool:
        sentence = self._sentence(match)
        if "praise" in rule.clears and sentence in self._sentences.get("praise", ()):
            return sentence not in self._sentences.get("spoils_praise", ())
        return any(
            self._stands_before(name, match, words)
            for name, words in _BEFORE.items()
            if name in rule.clears
        )

    def _stands_before(self, context: str, match: Match, words: int) -> bool:
        behind = self._behind.get(context, set())
        first, _ = self.reading.bounds[self._sentence(match)]
        for place in range(match.begin, max(first, match.begin - words) - 1, -1):
            if place in behind:
                return NEW_CLAUSE not in self.reading.follows[place : match.begin + 1]
        return False

    def _has(self, need: str, match: Match) -> bool:
        begin, stop = self.reading.bounds[self._sentence(match)]
        if need != "addressee":
            return self.reading.words[stop - 1] == {"question": "?", "exclamation": "!"}[need]
        return stop - begin <= _A_VERDICT_ALONE or self._sentence(match) in self._addressed

    def _addressed_sentences(self, words: Words, names: frozenset[str]) -> set[int]:
        read = zip(self.reading.words, self.reading.sentences, strict=True)
        return {sentence for word, sentence in read if word in names or words.addresses(word)}

    def _furthest_stops(self) -> list[int]:
        """For each word, how far the phrases reach that begin before it and swallow what they hold."""
        reach = [0] * (len(self.reading.words) + 1)
        for rule, match in self.matches.rules:
            if rule.kind in _SWALLOWS and not self._is_excepted(rule, match):
                reach[match.begin + 1] = max(reach[match.begin + 1], match.stop)
        return list(accumulate(reach, max))

    def _is_swallowed(self, match: Match) -> bool:
        return self._swallowed_to[match.begin] >= match.stop

    def _is_quoted(self, match: Match) -> bool:
        start, end = self.reading.span(match.begin, match.stop)
        place = bisect_right(self._quoted, start, key=lambda quote: quote[0]) - 1
        return place >= 0 and end <= self._quoted[place][1]

    def _speech(self) -> Iterator[tuple[int, int]]:
        """Quotations that somebody is said to have spoken; one around everything is no quotation."""
        for opened, closed in self.reading.quotes:
            if self._is_introduced(opened, closed):
                yield opened, closed

    def _is_introduced(self, opened: int, closed: int) -> bool:
        reading = self.reading
        first = bisect_left(reading.starts, opened)
        behind = bisect_left(reading.starts, closed)
        if first == behind or (first == 0 and behind == len(reading.words) - 1):
            return False
        if reading.text[:opened].rstrip()[-1:] == ":":
            return True
        near = range(reading.sentences[first] - 1, reading.sentences[behind - 1] + 2)
        spoken = self.matches.contexts.get("speaking", ())
        return any(
            reading.sentences[other.begin] in near and not first <= other.begin < behind
            for other in spoken
        )


def _covered(found: Iterable[Match]) -> set[int]:
    return {place for match in found for place in range(match.begin, match.stop)}


def spoken_names(names: Collection[str]) -> frozenset[str]:
    """The single words of the names handed in, as they appear in a reading."""
    return frozenset(part for name in names for part in fold(name).replace("-", " ").split())
