"""A text as the rules read it: words with their places, sentences, clauses and quoted speech."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from coaching.phrasing.words import Words, fold

Respell = Callable[[str], str]

_HIDDEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_PIECE = re.compile(
    r"(?P<number>\d+(?:[.:,]\d+)*)"
    rf"|(?P<word>[^\W\d_](?:[^\W_]+|[\u0300-\u036f{_HIDDEN}*@$]|['’ʼ´`‘](?=[^\W_]))*)"
    r"|(?P<stop>[.!?…]+)"
    r"|(?P<line>\n)"
    r"|(?P<clause>[;:()–—]|(?<=\s)-(?=\s))"
    r"|(?P<comma>,)"
    r"|(?P<quote>[\"“”„«»])"
    r"|(?P<single>(?<![^\W_])['‘‚](?=[^\W_])|(?<=\S)['’](?![^\W_]))"
)
# How closely a word follows the one before it.
NEAR, AFTER_COMMA, NEW_CLAUSE = range(3)
_STOPS = frozenset(".?!")
_ORDINAL_DIGITS = 2


@dataclass(slots=True)
class Reading:
    """Parallel lists, one entry per word; each sentence ends in one of the words . ? !"""

    text: str
    capitals: frozenset[str] = frozenset()
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    follows: list[int] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)

    def span(self, begin: int, stop: int) -> tuple[int, int]:
        """Code points of words[begin:stop], without the mark that ends the sentence."""
        while stop - 1 > begin and self.words[stop - 1] in _STOPS:
            stop -= 1
        return self.starts[begin], self.ends[stop - 1]


def read(text: str, words: Words, respell: Respell = str) -> Reading:
    """Cut a text into words; `respell` may undo disguises such as f**k. Linear in the text."""
    return _Reader(text, words, respell).read()


class _Reader:
    """The one pass over a text."""

    def __init__(self, text: str, words: Words, respell: Respell) -> None:
        self.reading = Reading(text, words.capitals)
        self.vocabulary = words
        self.respell = respell
        self.sentence_begin = 0
        self.gap = NEAR
        self.at_start = True
        self.open_quote: int | None = None
        self.open_single: int | None = None

    def read(self) -> Reading:
        text = self.reading.text
        readers = {name: getattr(self, f"_{name}") for name in _PIECE.groupindex}
        for match in _PIECE.finditer(text):
            readers[str(match.lastgroup)](match)
        end = len(text.rstrip())
        self._end_sentence(".", end, end)
        return self.reading

    def _number(self, match: re.Match[str]) -> None:
        self._add((match.group(),), match)

    def _word(self, match: re.Match[str]) -> None:
        self._add(self.vocabulary.meaning(self.respell(fold(match.group()))), match)

    def _add(self, words: tuple[str, ...], match: re.Match[str]) -> None:
        reading = self.reading
        start, end = match.span()
        for word in words:
            reading.words.append(word)
            reading.starts.append(start)
            reading.ends.append(end)
            reading.sentences.append(len(reading.bounds))
            reading.follows.append(self.gap)
            reading.first.append(self.at_start)
            self.gap = NEAR
            if self.at_start and word not in self.vocabulary.lead_ins:
                self.at_start = False

    def _stop(self, match: re.Match[str]) -> None:
        end = match.end()
        text = self.reading.text
        marks = match.group()
        follows = text[end : end + 1]
        if follows.isalnum():
            return
        if marks == "." and (self._is_abbreviated() or self._is_ordinal(end)):
            return
        mark = "?" if "?" in marks else "!" if "!" in marks else "."
        self._end_sentence(mark, *match.span())

    def _is_abbreviated(self) -> bool:
        return self._last(1) in self.vocabulary.abbreviations

    def _last(self, number: int) -> str:
        """The last word of the sentence so far, or the last but one."""
        words = self.reading.words
        return words[-number] if len(words) - self.sentence_begin >= number else ""

    def _is_ordinal(self, end: int) -> bool:
        """The mark in "am 3. März" counts days and ends nothing."""
        number = self._last(1)
        known = self.vocabulary.before_ordinals
        if not known or not number.isdigit() or len(number) > _ORDINAL_DIGITS:
            return False
        return self._last(2) in known or self.reading.text[end + 1 : end + 2].islower()

    def _line(self, match: re.Match[str]) -> None:
        self._end_sentence(".", match.start(), match.start())

    def _clause(self, _match: re.Match[str]) -> None:
        self.gap = NEW_CLAUSE
        self.at_start = True

    def _comma(self, _match: re.Match[str]) -> None:
        self.gap = max(self.gap, AFTER_COMMA)

    def _quote(self, match: re.Match[str]) -> None:
        if self.open_quote is None:
            self.open_quote = match.start()
            self.at_start = True
        else:
            self.reading.quotes.append((self.open_quote, match.end()))
            self.open_quote = None

    def _single(self, match: re.Match[str]) -> None:
        """A single mark before a word opens, one behind a word closes; an apostrophe does neither alone."""
        start, end = match.span()
        if self.reading.text[end : end + 1].isalnum():
            self.open_single = start
        elif self.open_single is not None:
            self.reading.quotes.append((self.open_single, end))
            self.open_single = None

    def _end_sentence(self, mark: str, place: int, end: int) -> None:
        reading = self.reading
        if len(reading.words) == self.sentence_begin:
            return
        reading.words.append(mark)
        reading.starts.append(place)
        reading.ends.append(end)
        reading.sentences.append(len(reading.bounds))
        reading.follows.append(NEAR)
        reading.first.append(False)
        reading.bounds.append((self.sentence_begin, len(reading.words)))
        self.sentence_begin = len(reading.words)
        self.gap = NEAR
        self.at_start = True
