"""The small words of a language that rules lean on: how words are written, short for, and passed over."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_APOSTROPHES = str.maketrans("’ʼ´`‘", "'''''")
_KEYS = {
    "addressee",
    "fillers",
    "lead_ins",
    "abbreviations",
    "full_forms",
    "endings",
    "letters",
} | {
    "capitals",
    "before_ordinals",
}


@dataclass(frozen=True, slots=True)
class Words:
    """One language's word lists, as its words.toml gives them."""

    addressee: frozenset[str] = frozenset()
    address_beginnings: tuple[str, ...] = ()
    address_endings: tuple[str, ...] = ()
    fillers: frozenset[str] = frozenset()
    lead_ins: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    before_ordinals: frozenset[str] = frozenset()
    full_forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    endings: tuple[tuple[str, str], ...] = ()
    letters: dict[int, str] = field(default_factory=dict)

    def addresses(self, word: str) -> bool:
        """Whether a word speaks to the reader, by itself or by how it begins or ends."""
        return (
            word in self.addressee
            or word.startswith(self.address_beginnings)
            or word.endswith(self.address_endings)
        )

    def spell(self, raw: str) -> tuple[str, ...]:
        """The words that one written word stands for, in lower case: "Didn’t" is did, not."""
        return self.meaning(fold(raw))

    def meaning(self, folded: str) -> tuple[str, ...]:
        """The same for a word that is folded already."""
        word = folded.translate(self.letters) if self.letters else folded
        whole = self.full_forms.get(word)
        if whole:
            return whole
        for ending, meaning in self.endings:
            if word.endswith(ending) and len(word) > len(ending):
                return (word[: -len(ending)], meaning)
        return (word,)


def fold(raw: str) -> str:
    """One spelling for what looks the same: lower case, composed letters, plain apostrophes."""
    if raw.isascii():
        return raw.lower().translate(_APOSTROPHES)
    plain = _HIDDEN.sub("", raw).translate(_APOSTROPHES)
    return unicodedata.normalize("NFC", plain.lower())


def load_words(path: Path) -> Words:
    """Read words.toml; a key it does not know is refused by name."""
    content = tomllib.loads(path.read_text("utf-8"))
    unknown = sorted(content.keys() - _KEYS)
    if unknown:
        raise ValueError(f"{path.name} has unknown keys: {', '.join(unknown)}.")
    return Words(**dict(_lists(content)))


def _lists(content: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in content.items():
        if key == "addressee":
            yield "address_beginnings", tuple(word[:-1] for word in value if word.endswith("*"))
            yield "address_endings", tuple(word[1:] for word in value if word.startswith("*"))
            yield key, frozenset(word for word in value if "*" not in word)
        elif key == "full_forms":
            yield key, {word: tuple(meaning.split()) for word, meaning in value.items()}
        elif key == "endings":
            yield key, tuple(sorted(value.items(), key=lambda pair: -len(pair[0])))
        elif key == "letters":
            yield key, str.maketrans(value)
        else:
            yield key, frozenset(value)
