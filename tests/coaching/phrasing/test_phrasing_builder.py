"""Lines to start from, for every moment."""

from itertools import pairwise, product

import pytest

from coaching.phrasing import (
    Channel,
    Presence,
    Situation,
    Slot,
    UnknownLanguage,
    Verdict,
    languages,
    phrases,
    review,
)
from coaching.phrasing.builder import load_lines
from coaching.phrasing.languages import folder

SITUATIONS = [
    Situation(channel, presence)
    for channel, presence in product((None, *Channel), (None, *Presence))
]
SHOWN = 6


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("slot", Slot)
def test_a_writer_finds_a_dozen_kind_lines_for_each_slot_in_every_situation(language, slot):
    for situation in SITUATIONS:
        lines = phrases(language, slot, situation)

        assert len(lines) == len(set(lines)) >= 12
        verdicts = {review(line, language=language).verdict for line in lines}
        assert verdicts == {Verdict.READS_WELL}


@pytest.mark.parametrize("language", languages())
def test_a_call_is_spoken_of_otherwise_than_a_counter(language):
    call = set(phrases(language, "opener", Situation(Channel.PHONE)))
    counter = set(phrases(language, "opener", Situation(Channel.IN_PERSON)))

    assert len(call - counter) >= 3
    assert len(counter - call) >= 3


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("slot", Slot)
def test_no_line_is_offered_twice_in_a_row(language, slot):
    for situation in SITUATIONS:
        offers = [
            set(phrases(language, slot, situation, turn=turn, number=SHOWN)) for turn in range(12)
        ]

        assert {len(offer) for offer in offers} == {SHOWN}
        assert all(before.isdisjoint(behind) for before, behind in pairwise(offers))


def test_lines_of_the_moment_come_among_the_first():
    there = phrases("en", "offer", Situation(presence=Presence.HERE), number=SHOWN)
    anywhere = phrases("en", "offer")

    assert len(set(there) - set(anywhere)) == SHOWN / 2


def test_nobody_looks_across_the_room_at_a_caller():
    seen = set(phrases("en", "offer", Situation(presence=Presence.HERE)))
    called = phrases("en", "offer", Situation(Channel.PHONE, Presence.HERE))

    assert called == phrases("en", "offer", Situation(Channel.PHONE))
    assert seen - set(called)


def test_a_slot_is_named_by_its_word():
    assert phrases("en", "opener") == phrases("en", Slot.OPENER)


def test_an_unknown_slot_or_language_is_refused():
    with pytest.raises(ValueError, match="closing"):
        phrases("en", "closing")
    with pytest.raises(UnknownLanguage):
        phrases("xx", "opener")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[offer]", "[offers]", r"needs the slots opener"),
        ("[fact]\n", "[fact]\nwindy = []\n", r"fact: the groups are any, chat"),
        ("[step_in]\nany = [\n", '[step_in]\nany = ["Hm."]\nold = [\n', r"step_in: the groups"),
    ],
)
def test_a_list_of_lines_that_lacks_something_is_refused_by_file_and_slot(
    tmp_path, old, new, reason
):
    whole = (folder("en") / "builder.toml").read_text("utf-8")
    assert old in whole
    (tmp_path / "builder.toml").write_text(whole.replace(old, new), "utf-8")

    with pytest.raises(ValueError, match=reason):
        load_lines(tmp_path / "builder.toml")


def test_too_few_lines_and_a_line_said_twice_are_named(tmp_path):
    slots = [
        "[opener]\nany = ['a']\nin_person = []\nphone = []\nchat = []\nemail = []\nhere = []\ngone = []",
        *(f"[{slot}]" for slot in list(Slot)[1:]),
    ]
    file = tmp_path / "builder.toml"
    file.write_text("\n".join(slots), "utf-8")
    with pytest.raises(ValueError, match=r"opener: any has 1 lines, not 12"):
        load_lines(file)

    whole = (folder("en") / "builder.toml").read_text("utf-8")
    line = phrases("en", "opener")[0]
    file.write_text(whole.replace("any = [\n", f'any = [\n  "{line}",\n', 1), "utf-8")
    with pytest.raises(ValueError, match="stands there twice"):
        load_lines(file)
