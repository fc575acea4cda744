"""What the guide says about a draft, as the one fragment that sockets, pages and posts all show."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise

from coaching.notes import advice
from coaching.notes.draft import SLOTS, Draft, SlotHint, hints_by_slot, judge, read
from coaching.phrasing import (
    Channel,
    Hint,
    Presence,
    Review,
    Situation,
    Slot,
    StrengthKind,
    Verdict,
    languages,
    phrases,
)

ANYWHERE = Situation()
GAP = re.compile(r"(?:^|(?<=\s))…")
SAYS = {
    "impact": StrengthKind.IMPACT,
    "question": StrengthKind.QUESTION_INVITE,
    "offer": StrengthKind.OFFER_HELP,
    "opening": StrengthKind.TENTATIVE_OPENER,
}
OFFERED = 6  # phrases a slot shows: enough to start from, few enough to read
PHRASES_FOR = {
    "opening": Slot.OPENER,
    "fact": Slot.FACT,
    "impact": Slot.IMPACT,
    "question": Slot.QUESTION,
    "offer": Slot.OFFER,
}


@dataclass(frozen=True)
class Piece:
    """Words of the echoed line, marked or plain."""

    words: str
    is_marked: bool


@dataclass(frozen=True)
class ShownHint:
    """One hint as it is read: the words, why they may land badly, and what to say instead."""

    slot: str
    address: str
    start: int
    end: int
    quote: str
    why: str | Promise
    suggestion: str
    words: tuple[str, ...]  # that weighed most where no rule but the tone speaks


@dataclass(frozen=True)
class SlotGuidance:
    slot: str
    echo: tuple[Piece, ...]
    hints: tuple[ShownHint, ...]


@dataclass(frozen=True)
class Guidance:
    """Everything the guide says about one state of the draft."""

    number: int
    slots: tuple[SlotGuidance, ...]
    verdict: str  # a Verdict, "unread" for a language without a pack, "" for nothing typed
    strengths: tuple[str | Promise, ...]
    details: tuple[str | Promise, ...]
    has_gaps: bool  # words to start from whose gap nobody has filled
    missing: str | Promise
    other_language: str  # that the text seems to be in, "" where it is the one chosen
    length: int
    too_many: int

    def of(self, slot: str) -> SlotGuidance:
        return self.slots[SLOTS.index(slot)]

    @property
    def hints(self) -> tuple[ShownHint, ...]:
        return tuple(hint for slot in self.slots for hint in slot.hints)


def render(draft: Draft, *, number: int, hints_in: str, names: Collection[str] = ()) -> str:
    """The fragment for a draft; the reader's language is given, since sockets have no request."""
    with translation.override(hints_in):
        guidance = guide(draft, number=number, names=names)
        return render_to_string("coaching/notes/_guidance.html", {"guidance": guidance})


def render_trouble(sentence: str | Promise, *, hints_in: str) -> str:
    """One polite line in place of the reading when a message could not be read."""
    with translation.override(hints_in):
        return render_to_string("coaching/notes/_trouble.html", {"sentence": sentence})


def guide(draft: Draft, *, number: int = 0, names: Collection[str] = ()) -> Guidance:
    """What the wording check finds, in the words of the house."""
    review = read(draft, names=names) if draft.filled else None
    found = tuple(hints_by_slot(draft, review))
    return Guidance(
        number=number,
        slots=tuple(_slot_guidance(draft, slot, found) for slot in SLOTS),
        verdict=_verdict(draft, review),
        strengths=_said_once(advice.WELL[one.kind] for one in review.strengths) if review else (),
        details=_said_once(advice.DETAILS[one.kind] for one in review.details) if review else (),
        has_gaps=bool(GAP.search(draft.text)),
        missing=_missing(draft, review),
        other_language=_other_language(draft, review),
        length=draft.length,
        too_many=draft.too_many,
    )


def _verdict(draft: Draft, review: Review | None) -> str:
    if not draft.filled:
        return ""
    return review.verdict.value if review else "unread"


def _slot_guidance(draft: Draft, slot: str, found: Collection[SlotHint]) -> SlotGuidance:
    here = tuple(one for one in found if one.slot == slot)
    return SlotGuidance(
        slot,
        tuple(_echo(draft.words_in(slot), here)) if here else (),
        tuple(
            ShownHint(
                slot,
                one.address,
                one.start,
                one.end,
                draft.words_in(slot)[one.start : one.end],
                advice.WHY[one.hint.kind],
                one.hint.suggestion,
                one.hint.words,
            )
            for one in here
        ),
    )


def _echo(words: str, hints: Collection[SlotHint]) -> Iterator[Piece]:
    behind = 0
    for hint in hints:
        yield Piece(words[behind : hint.start], is_marked=False)
        yield Piece(words[hint.start : hint.end], is_marked=True)
        behind = hint.end
    yield Piece(words[behind:], is_marked=False)


def _said_once(sentences: Iterator[str | Promise]) -> tuple[str | Promise, ...]:
    return tuple(dict.fromkeys(sentences))


def _missing(draft: Draft, review: Review | None) -> str | Promise:
    """The next part that would help, one at a time, and nothing before the first word.

    What stands in the note already is not asked for, whichever slot it stands in.
    """
    found = {strength.kind for strength in review.strengths} if review else set()
    there = {slot for slot, kind in SAYS.items() if kind in found}.union(draft.filled)
    absent = (advice.MISSING[slot] for slot in advice.MISSING if slot not in there)
    return next(absent, "") if draft.filled else ""


def _other_language(draft: Draft, review: Review | None) -> str:
    guess = review.language_guess if review else None
    return guess if guess and guess != draft.language else ""


def hints_for_words(words: str, *, language: str) -> tuple[tuple[Hint, str | Promise], ...]:
    """Hints for an answer, each with its why."""
    review = judge(words, language=language)
    return tuple((hint, advice.WHY[hint.kind]) for hint in review.hints) if review else ()


def situation(*, channel: str, presence: str) -> Situation:
    """What a form says of the moment; anything else is left open."""
    return Situation(
        Channel(channel) if channel in set(Channel) else None,
        Presence(presence) if presence in set(Presence) else None,
    )


def phrases_for(
    language: str, moment: Situation = ANYWHERE, *, turn: int = 0
) -> dict[str, tuple[str, ...]]:
    """What a writer may start each slot from, others at each turn; nothing without a pack."""
    if not can_read(language):
        return dict.fromkeys(PHRASES_FOR, ())
    return {
        slot: phrases(language, name, moment, turn=turn, number=OFFERED)
        for slot, name in PHRASES_FOR.items()
    }


def can_read(language: str) -> bool:
    return language in languages()


def asks_to_look_again(guidance: Guidance) -> bool:
    return guidance.verdict == Verdict.LOOK_AGAIN
