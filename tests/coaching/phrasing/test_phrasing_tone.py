"""The learned part: what it hears, where it says so, and what it never does."""

import dataclasses
from array import array

import pytest

from coaching.phrasing import Kind, Verdict, languages, review, rewrite
from coaching.phrasing.engine import review_with
from coaching.phrasing.packs import load_pack
from coaching.phrasing.tone import BUCKETS, Tone, load_tone, note_features

COLD = "The lady stood at the till for ten minutes. Coffee comes before people here, it seems."
CALM = "The lady stood at the till for ten minutes. We could swap places on Friday."


def tone(*texts, weight=10, threshold=0.5):
    """One that has learned to mind every feature of some texts."""
    weights = array("b", bytes(BUCKETS))
    for text in texts:
        for sentence in note_features(load_pack("en").read(text)):
            for bucket in sentence:
                weights[bucket] = weight
    parts = {"whole": 1.0, "heaviest": 0.5, "lightest": 0.0, "last": 0.0, "balance": -0.5}
    return Tone(weights, scale=0.1, bias=0.0, threshold=threshold, **parts)


def read(text, heard_by, language="en"):
    return review_with(dataclasses.replace(load_pack(language), tone=heard_by), text)


def test_a_cold_sentence_is_marked_whole_with_the_words_that_weighed_most():
    heard_by = tone("Coffee comes before people here, it seems.")

    (hint,) = read(COLD, heard_by).hints

    assert (hint.kind, hint.severity) == (Kind.TONE, 1)
    assert hint.quote == "Coffee comes before people here, it seems."
    assert set(hint.words) <= set(hint.quote.strip(".").split())
    assert 1 <= len(hint.words) <= 3


def test_tone_keeps_what_was_seen_adds_a_question_and_never_stops_a_note():
    found = read(COLD, tone("Coffee comes before people here, it seems."))

    (hint,) = found.hints
    assert found.verdict == Verdict.READS_WELL
    assert hint.suggestion.startswith(f"{hint.quote} ")
    assert hint.suggestion.endswith("?")


def test_tone_asks_no_second_time():
    heard_by = tone("Coffee comes before people here, it seems.")
    (hint,) = read(COLD, heard_by).hints

    (again,) = read(rewrite(COLD, hint), heard_by).hints

    assert again.suggestion == again.quote


def test_a_calm_note_stays_unmarked_by_the_same_weights():
    assert read(CALM, tone("Coffee comes before people here, it seems.")).hints == ()


def test_tone_adds_nothing_where_a_rule_already_blames():
    text = f"{COLD} You ignored her."

    kinds = [hint.kind for hint in read(text, tone(COLD)).hints]

    assert kinds == [Kind.ACCUSATION]


def test_where_a_rule_was_mild_about_the_heaviest_sentence_its_hint_weighs_more():
    text = "We met at noon. QUIETLY there at the till, I ask you?"

    (mild,) = read(text, None).hints
    found = read(text, tone("QUIETLY there at the till, I ask you?"))

    assert (mild.kind, mild.severity) == (Kind.SHOUTING, 1)
    assert found.hints == (dataclasses.replace(mild, severity=2),)
    assert found.verdict == Verdict.LOOK_AGAIN


def test_a_mild_hint_elsewhere_stays_as_it_is_beside_the_tone():
    text = "QUIETLY at noon we met. Coffee comes before people here, it seems."

    found = read(text, tone("Coffee comes before people here, it seems.")).hints

    assert [(hint.kind, hint.severity) for hint in found] == [(Kind.SHOUTING, 1), (Kind.TONE, 1)]


def test_a_few_words_are_too_few_to_hear_a_tone():
    assert read("The coffee first.", tone("The coffee first.")).hints == ()


def test_what_a_guest_said_is_not_the_writers_tone():
    heard_by = tone("Coffee comes before people here, it seems.")
    told = 'The guest said: "Coffee comes before people here, it seems." We met him at noon.'

    assert read(COLD, heard_by).hints
    assert read(told, heard_by).hints == ()


def test_a_note_that_is_one_quotation_is_heard_without_fault():
    assert read('"Coffee comes before people here."', tone(COLD)).hints == ()


def test_another_language_is_not_heard_with_these_weights():
    dutch = "De mevrouw stond tien minuten bij de kassa, en jij had eerst koffie."
    heard_by = tone(dutch)

    assert read(dutch, heard_by).language_guess == "nl"
    assert read(dutch, heard_by).hints == ()


def test_what_helps_makes_up_for_a_little_reproach_and_tact_says_so():
    heard_by = tone("Coffee comes before people here, it seems.", weight=3, threshold=9)
    warm = f"{COLD} I may be wrong. How did you see it?"

    assert read(warm, heard_by).tact > read(COLD, heard_by).tact
    assert read(COLD, heard_by).tact < read(CALM, heard_by).tact


def test_too_few_words_weigh_as_the_rules_say():
    heard_by = dataclasses.replace(tone("Coffee."), bias=3.0)

    assert [read(text, heard_by).tact for text in ("", "Hello there.")] == [0.5, 0.5]


def test_every_moment_is_the_same_number_to_the_tone():
    pack = load_pack("en")

    first, second = (
        list(note_features(pack.read(f"Complaint logged at {time}."))) for time in ("01.10", "2")
    )

    assert first == second


def test_a_text_without_words_has_no_features():
    assert list(note_features(load_pack("en").read("?!"))) == []


def test_weights_of_another_size_are_refused_by_name(tmp_path):
    (tmp_path / "tone.toml").write_text("scale = 1.0\n")
    (tmp_path / "tone.weights").write_bytes(b"\x00" * 7)

    with pytest.raises(ValueError, match=r"tone\.weights holds 7 weights, not 131072"):
        load_tone(tmp_path / "tone.toml")


def test_a_language_that_nobody_has_learned_has_no_tone(tmp_path):
    assert load_tone(tmp_path / "tone.toml") is None


def test_without_weights_tact_comes_from_the_rules_alone():
    assert read("Hello there, how was it for you?", None).tact > 0.5
    assert read("The blue box.", None).tact == 0.5


@pytest.mark.parametrize("language", languages())
def test_every_pack_has_learned_its_tone(language):
    learned = load_pack(language).tone

    assert learned is not None
    assert any(learned.weights)


# The ordinary facts of a shift, which nobody should be warned about.
FACTS = {
    "en": "The delivery came at nine and the boxes are in the back room by the blue door.",
    "nl": "De levering kwam om negen uur en de dozen staan achter bij de blauwe deur.",
    "de": "Die Lieferung kam um neun und die Kartons stehen hinten bei der blauen Tür.",
    "et": "Kaup tuli kell üheksa ja kastid on tagaruumis sinise ukse juures.",
    "ru": "Поставка пришла в девять, коробки стоят в подсобке у синей двери.",
}


@pytest.mark.parametrize("language", languages())
def test_an_ordinary_fact_stays_unmarked(language):
    assert review(FACTS[language], language=language).hints == ()
