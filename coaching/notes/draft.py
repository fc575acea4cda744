"""What a writer has in hand: five slots in one language, and how the wording check reads them."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, replace
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from coaching.phrasing import Hint, Review, Verdict, languages, review
from coaching.phrasing.guessing import guess_language

SLOTS = ("opening", "fact", "impact", "question", "offer")
MOST = 600  # characters a note or an answer may hold
MOST_READ = 2000  # characters the guide reads while somebody types
_BETWEEN = "\n\n"
_LINK = re.compile(
    r"""
    \w:// | (?<!\w)//\w                                           # an address, or the rest of one
    | \b(?:mailto|javascript):
    | \bwww\.
    | \b(?:[\w-]+[.。])+[^\W\d_]{2,}(?::\d+)?/                     # a bare host with a path
    | (?<![\w.])(?:\d{1,3}[.]){3}\d{1,3}(?::\d+)?/
    """,
    re.IGNORECASE | re.VERBOSE,
)
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
    """The strictest reading of the language named and the language the text seems to be in.

    Where either is unclear, every pack reads along, and counts when it finds something: choosing
    another language never hides an insult. None when nothing that was read says anything.
    """
    guess = guess_language(text)
    named = dict.fromkeys((guess or language, language))
    is_unclear = guess is None or not {*named} <= {*languages()}
    beside = [tongue for tongue in languages() if is_unclear and tongue not in named]

    def read_in(tongue: str) -> Review:
        return review(text[:MOST_READ], language=tongue, names=names)

    readings = [read_in(tongue) for tongue in named if tongue in languages()]
    readings += [one for one in map(read_in, beside) if one.verdict != Verdict.READS_WELL]
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
    """Whether a browser or a reader would follow something in it, however its letters are dressed."""
    plain = unicodedata.normalize("NFKC", text)
    return bool(_LINK.search("".join(one for one in plain if unicodedata.category(one) != "Cf")))


def mark_of(draft: Draft, *, by: UUID) -> str:
    """Proves that this writer was shown the hints of exactly this text: only the server can make it."""
    words = "\x00".join([str(by), *draft.payload().values()])
    return salted_hmac("coaching.notes.seen", words, algorithm="sha256").hexdigest()


def was_shown(draft: Draft, mark: str, *, by: UUID) -> bool:
    return constant_time_compare(mark_of(draft, by=by), mark.encode(errors="replace"))
