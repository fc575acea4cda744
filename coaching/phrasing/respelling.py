"""Undoes disguises of strong words: f**k, id1ot, stuuupid, letters borrowed from another script."""

import re
from collections.abc import Iterable, Iterator

from coaching.phrasing.findings import Kind
from coaching.phrasing.patterns import Group, Sequence, Word
from coaching.phrasing.rules import Rule

_STRONG = frozenset({Kind.PROFANITY, Kind.LABELS, Kind.DISCRIMINATORY})
_WORTH_IT = 2
# A sign, a letter three times, or letters of two scripts.
_DISGUISED = re.compile(r"[@$\d*]|(.)\1\1|[a-z][^\x00-\u024f]|[^\x00-\u024f][a-z]")
_REPEATED = re.compile(r"(.)\1{2,}")
_LATIN = re.compile("[a-z]")
_LETTERS_FOR = str.maketrans("@$0134578аеорсухкі", "asoieastbaeopcyxki")
_SIGNS = frozenset("@$0123456789*")


class Respelling:
    """Gives the plain word for a disguised one, and any other folded word as it is."""

    def __init__(self, rules: Iterable[Rule], vocabulary: frozenset[str]) -> None:
        self._vocabulary = vocabulary
        self._strong = frozenset(
            word
            for rule in rules
            if rule.kind in _STRONG and rule.severity >= _WORTH_IT
            for pattern in rule.match
            for word in _single_words(pattern.parts)
        )

        self._longest = max(map(len, self._strong), default=0)

    def __call__(self, word: str) -> str:
        if word in self._vocabulary or not _DISGUISED.search(word):
            return word
        return self._repeated(word) or self._masked(word) or self._borrowed(word) or word

    def _repeated(self, word: str) -> str | None:
        if not _REPEATED.search(word):
            return None
        tries = (_REPEATED.sub(again, word) for again in (r"\1", r"\1\1"))
        return next((found for found in tries if found in self._vocabulary), None)

    def _masked(self, word: str) -> str | None:
        if "*" not in word.rstrip("*") and not word.endswith("**"):
            return None
        for strong in self._strong:
            plain = strong.rstrip("*")
            head = word[: len(plain)]
            fits = len(head) == len(plain) and (strong != plain or len(word) == len(plain))
            if fits and all(
                sign in ("*", letter) for sign, letter in zip(head, plain, strict=True)
            ):
                return plain
        return None

    def _borrowed(self, word: str) -> str | None:
        if not _LATIN.search(word) or (word.isascii() and _SIGNS.isdisjoint(word)):
            return None
        plain = word.translate(_LETTERS_FOR)
        return plain if plain != word and self._is_strong(plain) else None

    def _is_strong(self, word: str) -> bool:
        lengths = range(3, min(len(word), self._longest) + 1)
        return word in self._strong or any(f"{word[:n]}*" in self._strong for n in lengths)


def _single_words(parts: Sequence) -> Iterator[str]:
    """The words of a pattern that is nothing but one word or a choice between words."""
    if len(parts) != 1:
        return
    part = parts[0]
    if isinstance(part, Word):
        yield part.symbol
    for option in part.options if isinstance(part, Group) else ():
        yield from _single_words(option)
