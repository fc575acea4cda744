"""Whole notes as colleagues might write them: what has been understood once stays understood.

The rules were adjusted on these very notes, so the shares say nothing about notes not yet seen.
"""

from pathlib import Path

from coaching.phrasing import Verdict, review

NOTES = Path(__file__).parent


def verdicts(name):
    lines = (NOTES / name).read_text("utf-8").splitlines()
    return {line: review(line, language="en").verdict for line in lines if line}


def test_tactful_notes_read_well():
    held_up = [
        note for note, found in verdicts("notes_tactful.txt").items() if found != "reads_well"
    ]

    assert held_up == []


def test_most_blaming_notes_ask_for_a_second_look():
    found = verdicts("notes_blaming.txt")

    missed = [note for note, verdict in found.items() if verdict == Verdict.READS_WELL]
    assert len(missed) <= len(found) * 0.15
