"""What a steward says about a standard, and which way it may move."""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class Wording:
    """How a standard reads on its tile and on the pages about it."""

    name: str
    description: str
    nature: str
    icon: str
