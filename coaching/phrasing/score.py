"""How easy a note is to hear: what hurts and what helps, each with saturation."""

import math
from collections import Counter
from collections.abc import Iterable

from coaching.phrasing.findings import Hint, Kind, Strength, StrengthKind

_HURTS = {
    Kind.PROFANITY: 3.0,
    Kind.LABELS: 3.0,
    Kind.DISCRIMINATORY: 3.0,
    Kind.THREAT: 3.0,
    Kind.ACCUSATION: 1.6,
    Kind.BLAME: 1.6,
    Kind.MIND_READING: 1.4,
    Kind.PUBLIC_SHAMING: 1.4,
    Kind.SARCASM: 1.6,
    Kind.COMPARISON: 1.3,
    Kind.LOADED_QUESTION: 1.2,
    Kind.PASSIVE_AGGRESSION: 1.2,
    Kind.COMMANDS: 1.0,
    Kind.SHOULD_HAVE: 0.9,
    Kind.ABSOLUTES: 0.8,
    Kind.CONCLUSION: 0.9,
    Kind.TONE: 0.0,  # heard by the learned part, which counts by itself
    Kind.SHOUTING: 0.7,
    Kind.HEARSAY: 0.5,
}
_HELPS = {
    StrengthKind.APPRECIATION: 1.0,
    StrengthKind.GOOD_INTENT: 0.9,
    StrengthKind.QUESTION_INVITE: 0.8,
    StrengthKind.TENTATIVE_OPENER: 0.8,
    StrengthKind.OFFER_HELP: 0.8,
    StrengthKind.SELF_FALLIBILITY: 0.6,
    StrengthKind.HEDGE: 0.3,
    StrengthKind.IMPACT: 0.3,
    StrengthKind.CONCRETE_FACT: 0.2,
}
_SEVERE = {1: 0.6, 2: 1.0, 3: 1.6}
# Each further finding of a kind counts this share of the one before.
_AGAIN = 0.6
# Thanks cannot buy out an insult.
_INSULTS, _CAP = 3, 0.1
_FURTHEST = 30.0


def balance(hints: Iterable[Hint], strengths: Iterable[Strength]) -> float:
    """What helps less what hurts. Never depends on length: the same findings weigh the same."""
    found = list(hints)
    helps = Counter(strength.kind for strength in strengths)
    hurts = Counter(hint.kind for hint in found)
    total = sum(_HELPS[kind] * _saturated(number) for kind, number in helps.items())
    for kind, number in hurts.items():
        worst = max(hint.severity for hint in found if hint.kind == kind)
        total -= _HURTS[kind] * _SEVERE[worst] * _saturated(number)
    return total


def tact(reproach: float, hints: Iterable[Hint]) -> float:
    """The probability that a note is heard without reproach, from its log-odds (logistic function)."""
    severity = max((hint.severity for hint in hints), default=0)
    chance = 1 / (1 + math.exp(max(-_FURTHEST, min(reproach, _FURTHEST))))
    return round(min(chance, _CAP) if severity >= _INSULTS else chance, 3)


def _saturated(number: int) -> float:
    return float((1 - _AGAIN**number) / (1 - _AGAIN))
