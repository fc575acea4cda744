"""The draft and how the wording check reads it, and what the guide says to every finding."""

from uuid import uuid4

import pytest
from django.utils import translation

from coaching.notes import advice, guidance
from coaching.notes.draft import (
    Draft,
    hints_by_slot,
    holds_a_link,
    judge,
    mark_of,
    read,
    was_shown,
    with_suggestion,
)
from coaching.phrasing import (
    Channel,
    DetailKind,
    Hint,
    Kind,
    Review,
    Situation,
    StrengthKind,
    Verdict,
    phrases,
)
from tests.coaching.notes.conftest import UNREAD


def test_every_code_of_the_wording_check_has_one_whole_sentence():
    spoken = [(advice.WHY, Kind), (advice.WELL, StrengthKind), (advice.DETAILS, DetailKind)]
    for sentences, codes in spoken:
        assert set(sentences) == set(codes)
        assert all(str(sentence).endswith(".") for sentence in sentences.values())


def test_a_hint_stands_under_the_slot_it_was_written_in_with_its_place_there():
    draft = Draft("en", opening="Hello Jonas.", fact="I saw it. This was your fault.")

    found = list(hints_by_slot(draft, read(draft)))

    assert [hint.slot for hint in found] == ["fact"]
    assert draft.fact[found[0].start : found[0].end] == found[0].hint.quote == "This was your fault"


def test_a_suggestion_replaces_only_the_words_it_was_made_for():
    draft = Draft("en", opening="Hello Jonas.", fact="😀 I saw it. This was your fault. Really.")
    hint = next(iter(hints_by_slot(draft, read(draft))))

    better = with_suggestion(draft, hint.address)

    assert better.fact == f"😀 I saw it. {hint.hint.suggestion}. Really."
    assert better.opening == draft.opening


def test_of_two_hints_the_one_asked_for_is_taken():
    draft = Draft("en", fact="This was your fault.", impact="You always ignore guests.")
    first, second = hints_by_slot(draft, read(draft))

    better = with_suggestion(draft, second.address)

    assert better.fact == draft.fact
    assert better.impact != draft.impact
    assert with_suggestion(draft, first.address).impact == draft.impact


def test_a_suggestion_that_is_gone_changes_nothing(kind):
    assert with_suggestion(kind, "fact:0:3") == kind


def test_choosing_a_language_the_guide_cannot_read_does_not_hide_an_insult():
    words = "I saw it on Tuesday and you are an idiot."

    assert judge(words, language="en").verdict == Verdict.CANNOT_SEND
    assert judge(words, language=UNREAD).verdict == Verdict.CANNOT_SEND


def test_a_short_insult_in_a_language_that_is_not_named_is_read_with_every_pack():
    for words in ("You are an idiot", "You are an idiot."):
        for language in ("en", "ru", UNREAD):
            assert judge(words, language=language).verdict == Verdict.CANNOT_SEND


def test_a_language_without_a_pack_is_left_unread():
    assert judge("Xyzzy plugh.", language=UNREAD) is None


def test_the_mark_belongs_to_exactly_one_text_and_one_writer(kind, harsh):
    mia, pia = uuid4(), uuid4()
    mark = mark_of(harsh, by=mia)

    assert was_shown(harsh, mark, by=mia)
    assert not was_shown(harsh, mark, by=pia)
    assert not was_shown(kind, mark, by=mia)
    for odd in ("", "\ud800", "é" * 64):
        assert not was_shown(harsh, odd, by=mia)


@pytest.mark.parametrize(
    "text",
    [
        "see http://x.example",
        "HTTPS://X",
        "look at www.x.example",
        "ftp://x",
        "x-app://open",
        "go to //evil.example",
        "(//evil)",
        "mailto:mia@x.example",
        "JavaScript:alert(1)",
        "evil.example/x",
        "see sub.evil.example:8080/x",
        "ｈｔｔｐｓ：／／ｘ",
        "evil．example／x",
        "evil。example/x",
        "ht\u200btp://x",
        "10.0.0.1/x",
    ],
)
def test_links_are_seen_in_every_dress(text):
    assert holds_a_link(text)


@pytest.mark.parametrize(
    "text",
    [
        "the awww of the guest",
        "a towel and/or a robe",
        "at check-in/out",
        "the desk is open 24/7",
        "at 10:30/10:45, p.m./a.m.",
        "it costs €12.50/night, 1.5kg/day",
        "on 24.11.2026/25.11.2026",
        "He waited. She/he left. Note: two guests.",
        "e.g./i.e. and т.д./т.п.",
        "two guests // one key",
        "data: none",
    ],
)
def test_ordinary_writing_is_no_link(text):
    assert not holds_a_link(text)


def test_the_guide_names_the_next_missing_part_once_and_only_after_the_first_word(kind):
    assert guidance.guide(Draft("en")).missing == ""
    assert guidance.guide(Draft("en", opening="Hello.")).missing == advice.MISSING["fact"]
    assert guidance.guide(kind).missing == ""


def test_the_guide_says_what_reads_well_once(kind):
    read_well = guidance.guide(kind)

    assert read_well.verdict == "reads_well"
    assert advice.WELL[StrengthKind.TENTATIVE_OPENER] in read_well.strengths
    assert len(read_well.strengths) == len(set(read_well.strengths))


def test_the_echoed_line_is_the_text_itself_with_the_words_marked(harsh):
    slot = guidance.guide(harsh).of("fact")

    assert "".join(piece.words for piece in slot.echo) == harsh.fact
    assert [piece.words for piece in slot.echo if piece.is_marked] == ["This was your fault"]
    assert slot.hints[0].why == advice.WHY[Kind.BLAME]


def test_the_fragment_speaks_the_readers_language_whatever_is_active(harsh):
    with translation.override("en"):
        english = guidance.render(harsh, number=1, hints_in="en")
    with translation.override("et"):
        asked_from_elsewhere = guidance.render(harsh, number=1, hints_in="en")

    assert english == asked_from_elsewhere
    assert '<mark class="marked">This was your fault</mark>' in english


DUTCH = "De mevrouw stond tien minuten bij de kassa en ik heb haar niet geholpen."


def test_a_draft_in_another_language_is_asked_about_and_read_in_its_own():
    draft = Draft("en", fact=DUTCH)

    guided = guidance.guide(draft)

    assert guided.other_language == "nl"
    assert "This looks like Dutch." in guidance.render(draft, number=1, hints_in="en")
    assert "Dit lijkt op Nederlands" not in guidance.render(draft, number=1, hints_in="en")


@pytest.mark.parametrize("draft", [Draft("nl", fact=DUTCH), Draft("en", fact="Ok."), Draft("en")])
def test_a_draft_in_the_language_chosen_or_in_none_that_is_clear_is_not_asked_about(draft):
    assert guidance.guide(draft).other_language == ""


def test_the_tone_says_which_words_weighed_most(monkeypatch):
    hint = Hint(Kind.TONE, 1, 0, 6, "So so.", "tone", "Better.", ("so", "then"))
    read_so = Review((hint,), (), (), Verdict.READS_WELL, 0.2, None)
    monkeypatch.setattr(guidance, "read", lambda draft, names: read_so)

    fragment = guidance.render(Draft("en", fact="So so."), number=1, hints_in="en")

    assert "What weighed most: so, then" in fragment


def test_words_to_start_from_fit_the_moment_and_change_from_note_to_note():
    anywhere = guidance.phrases_for("en")
    phoned = guidance.phrases_for("en", guidance.situation(channel="phone", presence="gone"))
    next_time = guidance.phrases_for("en", turn=1)

    assert set(phoned["opening"]) & set(phrases("en", "opener", Situation(Channel.PHONE)))
    assert set(phoned["opening"]) - set(anywhere["opening"])
    assert set(next_time["opening"]).isdisjoint(anywhere["opening"])


@pytest.mark.parametrize(
    ("fact", "has_gaps"),
    [("On … around noon, I saw …", True), ("… she said.", True), ("She waited… and left.", False)],
)
def test_a_gap_of_offered_words_is_pointed_out_and_an_ordinary_pause_is_not(fact, has_gaps):
    draft = Draft("en", fact=fact)

    assert guidance.guide(draft).has_gaps == has_gaps
    assert ("There is a gap left" in guidance.render(draft, number=1, hints_in="en")) == has_gaps


def test_what_stands_in_another_slot_already_is_not_asked_for():
    told = Draft("en", opening="I may be wrong.", fact="On Tuesday she left. She looked upset.")

    assert guidance.guide(told).missing == advice.MISSING["question"]


def test_a_hint_without_other_words_offers_no_button(monkeypatch):
    hint = Hint(Kind.TONE, 1, 0, 6, "So so.", "tone", "So so.", ("so",))
    read_so = Review((hint,), (), (), Verdict.READS_WELL, 0.2, None)
    monkeypatch.setattr(guidance, "read", lambda draft, names: read_so)

    fragment = guidance.render(Draft("en", fact="So so."), number=1, hints_in="en")

    assert "What weighed most" in fragment
    assert 'name="use"' not in fragment


def test_a_moment_that_no_form_offers_is_left_open():
    assert guidance.situation(channel="pigeon", presence="maybe") == Situation()


def test_an_unread_language_gets_a_kind_sentence_and_no_phrases():
    fragment = guidance.render(Draft(UNREAD, fact="Xyzzy."), number=1, hints_in="en")

    assert "The guide cannot read this language yet." in fragment
    assert guidance.phrases_for(UNREAD)["opening"] == ()
    assert guidance.phrases_for("en")["opening"]


def test_what_people_type_is_escaped():
    fragment = guidance.render(
        Draft("en", fact="<b>This was your fault.</b>"), number=1, hints_in="en"
    )

    assert "<b>" not in fragment
    assert "&lt;b&gt;" in fragment


def test_a_note_that_is_too_long_says_by_how_much():
    fragment = guidance.render(Draft("en", fact="a" * 603), number=1, hints_in="en")

    assert "This is 3 characters too long." in fragment
