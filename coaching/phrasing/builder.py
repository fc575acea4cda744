"""Sentences a writer may start from, one list per slot of a note, and lines for stepping in aloud."""

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

from coaching.phrasing.languages import folder


class Slot(StrEnum):
    """The five parts of a note in the order people hear best, and two spoken moments."""

    OPENER = "opener"
    FACT = "fact"
    IMPACT = "impact"
    QUESTION = "question"
    OFFER = "offer"
    CALL_ASIDE = "call_aside"
    STEP_IN = "step_in"


def load_lines(path: Path) -> dict[Slot, tuple[str, ...]]:
    """Read builder.toml; raises ValueError when it lacks a slot or has one too many."""
    content = tomllib.loads(path.read_text("utf-8"))
    if content.keys() != set(Slot):
        raise ValueError(f"{path.parent.name}/{path.name} needs the slots {', '.join(Slot)}.")
    return {slot: tuple(content[slot]) for slot in Slot}


@cache
def _lines(language: str) -> dict[Slot, tuple[str, ...]]:
    return load_lines(folder(language) / "builder.toml")


def phrases(language: str, slot: str) -> tuple[str, ...]:
    """Lines for one slot; raises UnknownLanguage, and ValueError for a slot there is not."""
    return _lines(language)[Slot(slot)]
