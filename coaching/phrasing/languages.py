"""Which languages the wording check can read: those with a pack."""

from functools import cache
from pathlib import Path

PACKS = Path(__file__).parent / "packs"


class UnknownLanguage(ValueError):
    """There is no pack for this language."""

    def __init__(self, language: str) -> None:
        self.language = language
        known = ", ".join(languages())
        super().__init__(f"There is no wording pack for {language!r}. There is one for: {known}.")


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a pack, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in PACKS.glob("*/words.toml")))


def folder(language: str) -> Path:
    """Where the pack of a language lies; raises UnknownLanguage when there is none."""
    if language not in languages():
        raise UnknownLanguage(language)
    return PACKS / language
