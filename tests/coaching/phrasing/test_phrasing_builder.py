"""Lines to start from."""

import pytest

from coaching.phrasing import Slot, UnknownLanguage, Verdict, languages, phrases, review


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("slot", Slot)
def test_a_writer_finds_a_dozen_kind_lines_for_each_slot(language, slot):
    lines = phrases(language, slot)

    assert len(set(lines)) >= 12
    assert {review(line, language=language).verdict for line in lines} == {Verdict.READS_WELL}


def test_a_slot_is_named_by_its_word():
    assert phrases("en", "opener") == phrases("en", Slot.OPENER)


def test_an_unknown_slot_or_language_is_refused():
    with pytest.raises(ValueError, match="closing"):
        phrases("en", "closing")
    with pytest.raises(UnknownLanguage):
        phrases("xx", "opener")
