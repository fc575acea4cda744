"""The wording check: pure, local, and ready for any language that has a pack."""

from coaching.phrasing.builder import Channel, Presence, Situation, Slot, phrases
from coaching.phrasing.engine import review
from coaching.phrasing.findings import (
    Detail,
    DetailKind,
    DetailStrength,
    Hint,
    Kind,
    Review,
    Strength,
    StrengthKind,
    Verdict,
)
from coaching.phrasing.languages import UnknownLanguage, languages
from coaching.phrasing.rewriting import rewrite

__all__ = [
    "Channel",
    "Detail",
    "DetailKind",
    "DetailStrength",
    "Hint",
    "Kind",
    "Presence",
    "Review",
    "Situation",
    "Slot",
    "Strength",
    "StrengthKind",
    "UnknownLanguage",
    "Verdict",
    "languages",
    "phrases",
    "review",
    "rewrite",
]
