"""The learned part: hears reproach in a note that carries no listed marker, and says where.

A linear model over hashed words, their beginnings and endings, pairs, and where in the note they
stand (feature hashing: Weinberger et al. 2009; sentences as instances of a note: Dietterich et al. 1997). `python -m bench.tone` learns the weights.
"""

import math
import tomllib
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from coaching.phrasing.reading import Reading

BUCKETS = 1 << 17
_MIX = 0x9E3779B1  # odd, near 2**32 divided by the golden ratio: spreads close hashes
_SHIFT = 13
_APART = 31  # tells a pair of words from the same two in the other order
_NUMBER = crc32(b"0")
_BEGINNINGS, _ENDINGS = (4, 6), (2, 3)
_SHORTEST = 2
_SPEECH = 3  # words; one or two in quotation marks are often the writer's own irony
_FEWEST_WORDS = 4
_WEIGHTIEST = 3
# One number for each family of features, so that the same word is told apart in each.
_WORD, _BEGINNING, _ENDING, _BEFORE_MARK, _FIRST, _LAST = (n * 0x3C6EF372 for n in range(1, 7))
_PAIR, _AROUND, _OPENS, _OPENS_TWO, _OPENS_TO = (n * 0x3C6EF372 for n in range(7, 12))
_MARKS = 12 * 0x3C6EF372


@dataclass(frozen=True, slots=True)
class Heard:
    """How a whole note sounds: the log-odds of reproach, and where it is one, the heaviest sentence."""

    reproach: float
    heaviest: int | None = None


@dataclass(frozen=True, slots=True)
class Tone:
    """One language's weights: int8, one per bucket, times `scale`, and how much each part counts.

    A note's log-odds of reproach are the weighted sum of what its words weigh as a whole, what its
    heaviest, its lightest and its last sentence weigh, and the balance of what the rules found.
    """

    weights: "array[int]"
    scale: float
    bias: float
    whole: float
    heaviest: float
    lightest: float
    last: float
    balance: float
    threshold: float

    def hear(self, reading: Reading, balance: float) -> Heard:
        """`balance` is what the rules found: what helps less what hurts."""
        if len(reading.words) <= _FEWEST_WORDS:
            return Heard(self.balance * balance)
        sentences = [set(sentence) for sentence in note_features(reading)]
        weighed = [self._weight(sentence) for sentence in sentences]
        reproach = (
            self.bias
            + self.whole * self._weight(set().union(*sentences))
            + self.heaviest * max(weighed)
            + self.lightest * min(weighed)
            + self.last * weighed[-1]
            + self.balance * balance
        )
        if reproach <= self.threshold:
            return Heard(reproach)
        return Heard(reproach, weighed.index(max(weighed)))

    def _weight(self, buckets: Collection[int]) -> float:
        """The mean grows with the root of the number, so that length alone weighs nothing."""
        weights = self.weights
        total = sum([weights[bucket] for bucket in buckets])
        return self.scale * total / math.sqrt(len(buckets) + 1)

    def weightiest(self, reading: Reading, sentence: int) -> tuple[str, ...]:
        """The words of a sentence that weigh most towards reproach, as typed, in their order."""
        first, behind = reading.bounds[sentence]
        hashes = _hashes(reading.words[first:behind])
        weighed = {
            place: self._weight(_about(reading.words[place], hashes, place - first))
            for place in range(first, behind - 1)
        }
        most = sorted(weighed, key=lambda place: -weighed[place])[:_WEIGHTIEST]
        typed = (
            reading.text[slice(*reading.span(p, p + 1))] for p in sorted(most) if weighed[p] > 0
        )
        return tuple(dict.fromkeys(typed))


def load_tone(path: Path) -> Tone | None:
    """Read tone.toml and tone.weights of a pack; None for a language that nobody has learned yet."""
    if not path.exists():
        return None
    weights = array("b", path.with_suffix(".weights").read_bytes())
    if len(weights) != BUCKETS:
        raise ValueError(
            f"{path.parent.name}/tone.weights holds {len(weights)} weights, not {BUCKETS}."
        )
    return Tone(weights, **tomllib.loads(path.read_text("utf-8")))


def note_features(reading: Reading) -> Iterator[list[int]]:
    """The buckets of each sentence in turn; a note's features are those of all its sentences."""
    bounds = reading.bounds
    if not bounds:
        return
    words, hashes = reading.words, _hashes(reading.words)
    quoted = _quoted(reading)
    last = len(bounds) - 1
    for number, (first, behind) in enumerate(bounds):
        places = [place for place in range(first, behind) if place not in quoted]
        own = [hashes[place] for place in places]
        found = _sentence([words[place] for place in places], own) if len(own) > 1 else []
        if number == 0:
            found += _buckets(own[:-1], _FIRST)
        if number == last:
            found += _buckets(own[:-1], _LAST)
            found += _shape(hashes, bounds)
        yield found


def _quoted(reading: Reading) -> set[int]:
    """The words of a quotation long enough to be somebody's speech: their tone is not the writer's."""
    spans = (
        range(bisect_left(reading.starts, opened), bisect_left(reading.starts, closed))
        for opened, closed in reading.quotes
    )
    marks = {behind - 1 for _, behind in reading.bounds}
    return {place for span in spans if len(span) >= _SPEECH for place in span} - marks


def _sentence(words: Sequence[str], hashes: Sequence[int]) -> list[int]:
    mark = hashes[-1]
    opens = hashes[0]
    return [
        *_buckets(hashes, _WORD),
        *_buckets([own + mark for own in hashes[:-1]], _BEFORE_MARK),
        *_parts(words),
        *_buckets([a * _APART + b for a, b in pairwise(hashes)], _PAIR),
        *_buckets([a * _APART + b for a, b in zip(hashes, hashes[2:], strict=False)], _AROUND),
        *_buckets([opens], _OPENS),
        *_buckets([opens * _APART + hashes[1]], _OPENS_TWO),
        *_buckets([opens * _APART + mark], _OPENS_TO),
    ]


def _parts(words: Sequence[str]) -> list[int]:
    """How words begin and how they end: what inflection and compounds leave in common."""
    long = [word for word in words if len(word) > _SHORTEST and not word[0].isdigit()]
    beginnings = [word[:n] for n in _BEGINNINGS for word in long if len(word) > n]
    endings = [word[-n:] for n in _ENDINGS for word in long if len(word) > n]
    return _buckets(_hashes(beginnings), _BEGINNING) + _buckets(_hashes(endings), _ENDING)


def _shape(hashes: Sequence[int], bounds: Sequence[tuple[int, int]]) -> list[int]:
    """How the last sentences end; never how many there are."""
    marks = 0
    for _, behind in bounds[-3:]:
        marks = marks * _APART + hashes[behind - 1]
    return _buckets([marks], _MARKS)


def _about(word: str, hashes: Sequence[int], place: int) -> set[int]:
    """The features that a word has a part in, within its sentence."""
    own, mark = hashes[place], hashes[-1]
    near = pairwise(hashes[max(place - 1, 0) : place + 2])
    pairs = _buckets([before * _APART + behind for before, behind in near], _PAIR)
    alone = _buckets([own], _WORD) + _buckets([own + mark], _BEFORE_MARK)
    return {*alone, *_parts([word]), *pairs}


def _hashes(words: Sequence[str]) -> list[int]:
    """Numbers differ from moment to moment and say nothing of tone: they are all one word."""
    return [_NUMBER if word[0].isdigit() else crc32(word.encode()) for word in words]


def _buckets(hashes: Iterable[int], family: int) -> list[int]:
    return [((own ^ family) * _MIX >> _SHIFT) % BUCKETS for own in hashes]
