"""What everybody decides for themselves."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True)
class Settings:
    """From when on a person is left alone, how they are told, and in which language."""

    language: str
    quiet_from: time | None
    quiet_until: time | None
    takes_notes: bool
    tell_by_email: bool
