"""Examples and figures that the guide shows about itself."""

import pytest

from coaching.notes.openness import UNSAID
from coaching.phrasing import Kind, StrengthKind, languages, review
from coaching.phrasing.check import faults
from coaching.phrasing.examples import slip_example, strength_example
from coaching.phrasing.languages import folder
from coaching.phrasing.measured import FILE, Share, digest, load_measured, measured

UNRULED = {Kind.TONE, Kind.SHOUTING}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", sorted(set(Kind) - UNRULED - UNSAID))
def test_each_kind_of_slip_is_shown_with_words_that_read_well(language, kind):
    example = slip_example(language, kind)

    assert example.text == "".join(example.pieces)
    assert [hint.kind for hint in review(example.text, language=language).hints] == [kind]
    assert kind not in [hint.kind for hint in review(example.better, language=language).hints]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", StrengthKind)
def test_each_strength_is_shown_in_a_sentence_without_a_slip(language, kind):
    example = strength_example(language, kind)

    assert kind in [one.kind for one in review(example.text, language=language).strengths]


@pytest.mark.parametrize("kind", sorted(UNRULED))
def test_a_kind_without_rules_has_no_example(kind):
    assert slip_example("en", kind) is None


@pytest.mark.parametrize("language", languages())
def test_every_pack_says_how_often_it_is_right(language):
    figures = measured(language)

    assert figures.authors >= 10
    assert figures.unkind.of >= 300
    assert 0.5 < figures.auc <= 1
    assert sum(share.of for share in figures.kinds.values()) == figures.unkind.of


def test_a_pack_that_nobody_measured_says_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr("coaching.phrasing.measured.folder", lambda language: tmp_path)

    assert measured("xx") is None


def test_a_share_reads_as_so_many_of_a_hundred():
    assert Share(1, 3).percent == 33


def test_figures_of_an_older_pack_are_reported(tmp_path):
    pack = tmp_path / "en"
    pack.mkdir()
    for file in folder("en").iterdir():
        (pack / file.name).write_bytes(file.read_bytes())
    figures = load_measured(pack / FILE)
    assert figures.digest == digest(pack)
    assert list(faults(pack)) == []

    words = pack / "words.toml"
    words.write_text(words.read_text("utf-8") + "\n# A new word.\n", "utf-8")

    assert "the pack has changed since" in "".join(faults(pack))
