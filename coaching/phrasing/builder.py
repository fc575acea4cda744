"""Sentences a writer may start from, per slot of a note and situation, and lines for stepping in aloud."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path

from coaching.phrasing.languages import folder

ENOUGH = 12  # lines there are for every situation
_SOME = 3  # of these that belong to it alone


class Slot(StrEnum):
    """The five parts of a note in the order people hear best, and two spoken moments."""

    OPENER = "opener"
    FACT = "fact"
    IMPACT = "impact"
    QUESTION = "question"
    OFFER = "offer"
    CALL_ASIDE = "call_aside"
    STEP_IN = "step_in"


class Channel(StrEnum):
    """How the customer was met."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    CHAT = "chat"
    EMAIL = "email"


class Presence(StrEnum):
    """Whether the customer is still there to be helped."""

    HERE = "here"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the moment was; what is not known stays open."""

    channel: Channel | None = None
    presence: Presence | None = None

    @property
    def groups(self) -> tuple[str, ...]:
        """Lines for a customer who is still there look across the room: no call or letter has one."""
        is_seen = self.channel in (None, Channel.IN_PERSON)
        presence = None if self.presence == Presence.HERE and not is_seen else self.presence
        return tuple(group for group in (self.channel, presence) if group)


ANYWHERE = Situation()
ANY = "any"
_CHANNELS = tuple(Channel)
_EVERYTHING = (*Channel, *Presence)
# What is seen is seen on some channel; spoken lines are for a customer who is there.
_GROUPS: dict[Slot, tuple[str, ...]] = {
    Slot.OPENER: _EVERYTHING,
    Slot.FACT: _CHANNELS,
    Slot.IMPACT: _EVERYTHING,
    Slot.QUESTION: _EVERYTHING,
    Slot.OFFER: _EVERYTHING,
    Slot.CALL_ASIDE: (Channel.IN_PERSON, Channel.PHONE, Channel.CHAT),
    Slot.STEP_IN: (Channel.IN_PERSON, Channel.PHONE, Channel.CHAT),
}

Lines = Mapping[Slot, Mapping[str, tuple[str, ...]]]


def load_lines(path: Path) -> Lines:
    """Read builder.toml; raises ValueError that names what a slot lacks or holds twice."""
    content = tomllib.loads(path.read_text("utf-8"))
    where = f"{path.parent.name}/{path.name}"
    if content.keys() != set(Slot):
        raise ValueError(f"{where} needs the slots {', '.join(Slot)}.")
    for slot, groups in content.items():
        for fault in _faults(Slot(slot), groups):
            raise ValueError(f"{where}, {slot}: {fault}")
    return {slot: {g: tuple(lines) for g, lines in content[slot].items()} for slot in Slot}


def _faults(slot: Slot, groups: Mapping[str, list[str]]) -> Iterator[str]:
    wanted = {ANY, *_GROUPS[slot]}
    if groups.keys() != wanted:
        yield f"the groups are {', '.join(sorted(wanted))}."
        return
    for group, lines in groups.items():
        least = ENOUGH if group == ANY else _SOME
        if len(lines) < least:
            yield f"{group} has {len(lines)} lines, not {least}."
    every = list(chain.from_iterable(groups.values()))
    yield from (f"{line!r} stands there twice." for line in every if every.count(line) > 1)


@cache
def lines_in(path: Path) -> Lines:
    """The lines of the pack in a folder."""
    return load_lines(path / "builder.toml")


def phrases(
    language: str, slot: str, situation: Situation = ANYWHERE, *, turn: int = 0, number: int = 0
) -> tuple[str, ...]:
    """Lines for one slot: those of the situation and those that fit anywhere, in turn.

    With `number` only so many; the next `turn` gets others, so that none is offered twice in a
    row. Raises UnknownLanguage, and ValueError for a slot there is not.
    """
    groups = lines_in(folder(language))[Slot(slot)]
    chosen = [groups[group] for group in (*situation.groups, ANY) if group in groups]
    lines = [line for row in zip_longest(*chosen) for line in row if line]
    most = number or len(lines)
    first = turn * most % len(lines)
    return tuple((lines * 2)[first : first + most])
