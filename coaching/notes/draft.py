"""What a writer has in hand: five slots in one language, and how the wording check reads them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, replace

from django.utils.crypto import constant_time_compare, salted_hmac

from coaching.phrasing import Hint, Review, Verdict, languages, review
from coaching.phrasing.guessing import guess_language

SLOTS = ("opening", "fact", "impact", "question", "offer")
MOST = 600  # characters a note or an answer may hold
MOST_READ = 2000  # characters the guide reads while somebody types
_BETWEEN = "\n\n"
_LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_WORST_LAST = (Verdict.READS_WELL, Verdict.LOOK_AGAIN, Verdict.CANNOT_SEND)


@dataclass(frozen=True)
class Draft:
    """The five slots as typed; a draft is never stored, logged or cached."""

    language: str
    opening: str = ""
    fact: str = ""
    impact: str = ""
    question: str = ""
    offer: str = ""

    def words_in(self, slot: str) -> str:
        return str(getattr(self, slot))

    @property
    def filled(self) -> tuple[str, ...]:
        return tuple(slot for slot in SLOTS if self.words_in(slot).strip())

    @property
    def text(self) -> str:
        """All slots as one text, as the wording check and the reader meet them."""
        return _BETWEEN.join(self.words_in(slot) for slot in self.filled)

    @property
    def length(self) -> int:
        return sum(len(self.words_in(slot).strip()) for slot in SLOTS)

    @property
    def too_many(self) -> int:
        return max(0, self.length - MOST)

    def trimmed(self) -> "Draft":
        return replace(self, **{slot: self.words_in(slot).strip() for slot in SLOTS})

    def payload(self) -> dict[str, str]:
        return asdict(self.trimmed())

    def places(self) -> Iterator[tuple[str, int, int]]:
        """Each filled slot with its start and end in `text`."""
        start = 0
        for slot in self.filled:
            end = start + len(self.words_in(slot))
            yield slot, start, end
            start = end + len(_BETWEEN)


@dataclass(frozen=True)
class SlotHint:
    """A hint with its place counted from the start of its slot."""

    slot: str
    start: int
    end: int
    hint: Hint

    @property
    def address(self) -> str:
        return f"{self.slot}:{self.start}:{self.end}"


def judge(text: str, *, language: str, names: Collection[str] = ()) -> Review | None:
    """The stricter reading of the language named and the language the text seems to be in.

    None when the guide can read neither: choosing another language never hides an insult.
    """
    tongues = [language, guess_language(text) or language]
    readings = [
        review(text[:MOST_READ], language=tongue, names=names)
        for tongue in dict.fromkeys(tongues)
        if tongue in languages()
    ]
    return max(readings, key=lambda one: _WORST_LAST.index(one.verdict), default=None)


def read(draft: Draft, *, names: Collection[str] = ()) -> Review | None:
    return judge(draft.text, language=draft.language, names=names)


def hints_by_slot(draft: Draft, review: Review | None) -> Iterator[SlotHint]:
    """Every hint under the slot in which it begins."""
    for slot, start, end in draft.places():
        for hint in review.hints if review else ():
            if start <= hint.start < end:
                yield SlotHint(slot, hint.start - start, min(hint.end, end) - start, hint)


def with_suggestion(draft: Draft, address: str, *, names: Collection[str] = ()) -> Draft:
    """The draft with one hint's suggestion in place of its words; unchanged when it is gone."""
    for found in hints_by_slot(draft, read(draft, names=names)):
        if found.address == address:
            words = draft.words_in(found.slot)
            better = words[: found.start] + found.hint.suggestion + words[found.end :]
            return replace(draft, **{found.slot: better})
    return draft


def holds_a_link(text: str) -> bool:
    return bool(_LINK.search(text))


def mark_of(draft: Draft) -> str:
    """Proves that the hints of exactly this text have been shown: only the server can make it."""
    words = "\x00".join(draft.payload().values())
    return salted_hmac("coaching.notes.seen", words, algorithm="sha256").hexdigest()


def was_shown(draft: Draft, mark: str) -> bool:
    return constant_time_compare(mark_of(draft), mark)
