"""Which language a text is probably in, so that the writer can be asked about it."""

import re
import tomllib
from functools import cache

from coaching.phrasing.languages import PACKS
from coaching.phrasing.words import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FEWEST = 3
_LEAST_SHARE = 0.12


@cache
def _common_words() -> dict[str, frozenset[str]]:
    content = tomllib.loads((PACKS / "common_words.toml").read_text("utf-8"))
    return {language: frozenset(words.split()) for language, words in content.items()}


def guess_language(text: str) -> str | None:
    """The language whose common words fill most of the text; None when that is not clear."""
    words = [fold(word) for word in _WORD.findall(text)]
    counts = {
        language: sum(word in common for word in words)
        for language, common in _common_words().items()
    }
    best, second = sorted(counts, key=lambda language: -counts[language])[:2]
    enough = counts[best] >= max(_FEWEST, _LEAST_SHARE * len(words))
    return best if enough and counts[best] > counts[second] else None
