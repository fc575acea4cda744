"""Hostile texts in every language get an answer whose places lie inside the text as given."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.phrasing import languages, phrases, review, rewrite
from coaching.phrasing.engine import review_with
from coaching.phrasing.packs import load_pack

LANGUAGE = st.sampled_from(languages())
# What breaks readers of text: surrogates alone, marks that turn, join, hide or pile up, markup, controls.
ODD_ONES = (
    "\ud800 \udfff \u202e \u202c \u200f \u2066 \u0301 \u0300\u0302\u0327 \u200d \u200b \ufeff \u00ad \x00 \x1b[31m "
    "\x7f \r\n \n \t \u2028 \u0085 ﷽ 🏳️‍🌈 👩‍👩‍👧 <b> </b> <script>alert(1)</script> &amp; \" „ “ « » ' ’ ( ) ... , ; : - – — * @ $ # "
    "?! !!! 1.2.3.4 +372 00 12/34 0x1F ½ ² ٣ İ ß ſ ﬁ Ǆ ΐ שלום مرحبا 你好 わたし ไทย नमस्ते ёжик Ёж їжак ÕUN"
)
ODD = ODD_ONES.split(" ")
TELLING = (
    "you never du immer nooit alati всегда ты sa jij idiot Mr Frau Proua господин born geboren tel BSN ID 38001085718 "
    "name is heißt nimi on зовут Öztürk Straße mnt 5 улица Ленина lives at woont in {1} ^ $ ? | ("
)
WORDS = [
    word
    for language in languages()
    for line in phrases(language, "opener")
    for word in line.split()
] + TELLING.split()
PIECES = st.one_of(
    st.sampled_from(ODD), st.sampled_from(WORDS), st.text(st.characters(), max_size=12)
)
TEXTS = st.builds(
    lambda pieces, glue: glue.join(pieces),
    st.lists(PIECES, max_size=40),
    st.sampled_from([" ", "", ", ", "\n"]),
)


def assert_inside(text, found):
    for hint in found.hints:
        assert 0 <= hint.start < hint.end <= len(text)
        assert text[hint.start : hint.end] == hint.quote
        assert isinstance(rewrite(text, hint), str)
    for other in (*found.strengths, *found.details):
        assert 0 <= other.start < other.end <= len(text)
    assert 0 <= found.tact <= 1


@given(language=LANGUAGE, text=TEXTS, names=st.lists(st.text(max_size=8), max_size=2))
@settings(max_examples=400, deadline=None)
def test_a_hostile_text_gets_an_answer_inside_itself(language, text, names):
    assert_inside(text, review(text, language=language, names=names))


@given(language=LANGUAGE, text=st.text(st.characters(), max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_gets_an_answer_inside_itself(language, text):
    assert_inside(text, review(text, language=language))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    "filler",
    [
        "a", " ", "\n", '"', "*", "1 ", "1-", "A", "Mr. Ä", "a@", "a.", "www.", "\u0301", "\ud800", "<b>", "\x00",
        "Äa-", "am 3. ", "born ", ", a", "1234567A", "a1", "1a1 ",
    ],
)  # fmt: skip
def test_a_hundred_thousand_characters_get_an_answer(language, filler):
    text = (filler * 100_000)[:100_000]

    assert_inside(text, review(text, language=language))


@pytest.mark.parametrize("language", languages())
def test_nothing_at_all_reads_well(language):
    found = review("", language=language)

    assert (found.hints, found.strengths, found.details, found.verdict) == (
        (),
        (),
        (),
        "reads_well",
    )


@given(language=LANGUAGE, text=TEXTS)
@settings(max_examples=300, deadline=None)
def test_hints_never_overlap_even_where_a_tone_is_heard_in_everything(language, text):
    pack = load_pack(language)
    hears_all = replace(pack, tone=replace(pack.tone, threshold=-99))

    hints = review_with(hears_all, text).hints

    assert all(one.end <= other.start for one, other in pairwise(hints))
