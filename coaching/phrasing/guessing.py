"""Which language a text is probably in, so that the writer can be asked about it."""

import re
import tomllib
from collections import Counter
from functools import cache

from coaching.phrasing.languages import PACKS
from coaching.phrasing.words import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FEWEST = 3
_LEAST_SHARE = 0.12
_NONE = (("", 0), ("", 0))


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """In which languages a word is common."""
    content = tomllib.loads((PACKS / "common_words.toml").read_text("utf-8"))
    lists = {language: set(words.split()) for language, words in content.items()}
    return {
        word: tuple(language for language, words in lists.items() if word in words)
        for word in set().union(*lists.values())
    }


def is_common(word: str) -> bool:
    """Whether any of the languages uses this word all the time."""
    return fold(word) in _languages_of()


def guess_language(text: str) -> str | None:
    """The language whose common words fill most of the text; None when that is not clear."""
    known = _languages_of()
    words = _WORD.findall(fold(text))
    counts = Counter(language for word in words for language in known.get(word, ()))
    (best, most), (_, second) = (*counts.most_common(2), *_NONE)[:2]
    enough = most >= max(_FEWEST, _LEAST_SHARE * len(words))
    return best if enough and most > second else None
