"""Learning the tone: from invented notes, the same each time, and to the point."""

import numpy as np
import pytest

from bench import tone
from bench.notes import Note
from coaching.phrasing import Kind
from coaching.phrasing.engine import review_with
from coaching.phrasing.languages import folder
from coaching.phrasing.packs import build_pack

UNKIND = ("Coffee first, then people, I see, at till {0}.", "Till {0} rang and coffee came first.")
KIND = ("We could swap shifts at till {0} on Friday.", "The lady at till {0} was glad of you.")


@pytest.fixture
def pack(tmp_path, monkeypatch):
    """A copy of the English pack to learn into."""
    copy = tmp_path / "en"
    copy.mkdir()
    for file in folder("en").iterdir():
        if not file.name.startswith(("tone.", "measured.")):
            (copy / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(tone, "folder", lambda language: copy)
    monkeypatch.setattr(tone, "load_pack", lambda language: build_pack(copy))
    return copy


def notes():
    return [
        Note(f"en-g-{author:02}", label, kind, "-", text.format("abcdefgh"[number]))
        for author in range(1, 17)
        for number in range(4)
        for label, kind, texts in (("a", "sarcasm", UNKIND), ("t", "plain", KIND))
        for text in texts
    ]


def test_the_same_notes_give_the_same_weights_to_the_last_byte(pack):
    tone.learn("en", notes())
    first = [(pack / name).read_bytes() for name in ("tone.toml", "tone.weights")]

    tone.learn("en", notes())

    assert [(pack / name).read_bytes() for name in ("tone.toml", "tone.weights")] == first


def test_what_was_learned_is_heard_in_a_note_that_was_not_there(pack):
    tone.learn("en", notes())
    learned = build_pack(pack)

    cold = review_with(learned, "Coffee first, then people, I see, at the desk.")
    warm = review_with(learned, "We could swap shifts at the desk on Friday.")

    assert [hint.kind for hint in cold.hints] == [Kind.TONE]
    assert warm.hints == ()
    assert cold.tact < 0.5 < warm.tact


def test_the_threshold_leaves_room_for_what_the_rules_mark_anyhow():
    reproach = np.arange(200.0)
    unkind = np.zeros(200, bool)
    severe = np.zeros(200, bool)
    severe[:2] = True

    threshold = tone.threshold_for(reproach, severe, unkind)

    marked = (reproach > threshold) | severe
    assert marked.sum() == int(tone.MARKED * 200)


def test_what_was_missed_is_shown_once_for_each_way_to_hurt(capsys):
    some = notes()[:4]

    tone.show_misses(some, np.array([True, False, False, False]))

    assert capsys.readouterr().out == f"  sarcasm: {some[1].text}\n"
