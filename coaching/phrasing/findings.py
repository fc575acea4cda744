"""What the wording check says about a text: codes and places, never sentences."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The ways in which a sentence may keep its reader from listening."""

    ACCUSATION = "accusation"
    ABSOLUTES = "absolutes"
    MIND_READING = "mind_reading"
    LABELS = "labels"
    BLAME = "blame"
    SARCASM = "sarcasm"
    COMMANDS = "commands"
    THREAT = "threat"
    PUBLIC_SHAMING = "public_shaming"
    CONCLUSION = "conclusion"
    HEARSAY = "hearsay"
    SHOULD_HAVE = "should_have"
    PASSIVE_AGGRESSION = "passive_aggression"
    PROFANITY = "profanity"
    DISCRIMINATORY = "discriminatory"
    LOADED_QUESTION = "loaded_question"
    SHOUTING = "shouting"
    COMPARISON = "comparison"
    TONE = "tone"


class StrengthKind(StrEnum):
    """What helps a reader to listen."""

    TENTATIVE_OPENER = "tentative_opener"
    HEDGE = "hedge"
    GOOD_INTENT = "good_intent"
    CONCRETE_FACT = "concrete_fact"
    IMPACT = "impact"
    QUESTION_INVITE = "question_invite"
    OFFER_HELP = "offer_help"
    APPRECIATION = "appreciation"
    SELF_FALLIBILITY = "self_fallibility"


class DetailKind(StrEnum):
    """Personal details that a private note does better without."""

    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    IBAN = "iban"
    NATIONAL_ID = "national_id"
    LINK = "link"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    NAME = "name"


class DetailStrength(StrEnum):
    """How clearly a detail points at one person: a number does, a name only may."""

    STRONG = "strong"
    GENTLE = "gentle"


class Verdict(StrEnum):
    """What the writer may do next."""

    READS_WELL = "reads_well"
    LOOK_AGAIN = "look_again"
    CANNOT_SEND = "cannot_send"


@dataclass(frozen=True, slots=True)
class Hint:
    """One finding: `suggestion` may stand where text[start:end] stands; empty means leave it out.

    `words` are those that weighed most where no rule but the learned part spoke up.
    """

    kind: Kind
    severity: int
    start: int
    end: int
    quote: str
    why: str
    suggestion: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strength:
    """Something that already reads well."""

    kind: StrengthKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Detail:
    """Where a personal detail stands; what it says is never kept."""

    kind: DetailKind
    strength: DetailStrength
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Review:
    """The whole answer: places in code points, `tact` from 0 (hurts) to 1 (easy to hear)."""

    hints: tuple[Hint, ...]
    strengths: tuple[Strength, ...]
    details: tuple[Detail, ...]
    verdict: Verdict
    tact: float
    language_guess: str | None
