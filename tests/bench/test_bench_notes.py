"""The notes that teach and measure the wording guide are what their README says."""

import re
from collections import Counter, defaultdict

import pytest

from bench.notes import CORPUS, is_held_back, read_notes
from coaching.phrasing import languages

pytestmark = pytest.mark.parametrize("language", languages())
SHINGLE, NEAR = 4, 0.5


def everything(language):
    return read_notes(language, held_back=False) + read_notes(language, held_back=True)


def test_every_language_has_enough_notes_of_each_kind(language):
    labels = Counter(note.label for note in everything(language))
    tactful = Counter(note.kind for note in everything(language) if note.is_kind)

    assert labels.keys() == {"a", "m", "t"}
    assert labels["a"] >= 1500
    assert labels["t"] >= 1500
    assert tactful.keys() == {"plain", "hard"}
    assert tactful["hard"] >= labels["t"] * 0.3


def test_no_author_is_both_learned_from_and_held_back(language):
    learned, held = ({note.author for note in read_notes(language, held_back=h)} for h in (0, 1))

    assert learned.isdisjoint(held)
    assert len(held) >= 12


def test_every_file_begins_with_its_author_and_holds_notes_in_four_columns(language):
    for file in (CORPUS / language).glob("*.tsv"):
        author, *notes = file.read_text("utf-8").rstrip("\n").split("\n")

        assert author.startswith("# ")
        assert {line.count("\t") for line in notes} == {3}
        assert is_held_back(file) == (file.stem[-1] in "90")


def test_a_pair_is_an_unkind_and_a_kind_note_of_one_author(language):
    pairs = defaultdict(set)
    for note in everything(language):
        if note.pair != "-":
            pairs[note.author, note.pair].add(note.label)

    assert {frozenset(labels) for labels in pairs.values()} == {frozenset("at")}


def test_no_note_is_a_near_copy_of_another_but_of_the_one_it_is_paired_with(language):
    notes, holders, copies = everything(language), defaultdict(list), []
    shingles = [_shingles(note.text) for note in notes]
    for number, note in enumerate(notes):
        shared = Counter(other for one in shingles[number] for other in holders[one])
        for one in shingles[number]:
            holders[one].append(number)
        for other, count in shared.items():
            pairs = [(one.author, one.pair) for one in (note, notes[other])]
            is_pair = note.pair != "-" and pairs[0] == pairs[1]
            alike = count / len(shingles[number] | shingles[other])
            if alike > NEAR and not is_pair:
                copies.append((notes[other].author, note.author))

    assert copies == []


def _shingles(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[place : place + SHINGLE]) for place in range(len(words) - SHINGLE + 1)}
