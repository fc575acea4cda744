"""What the wording check says about whole notes, and what around a phrase changes it."""

import dataclasses
import threading
from itertools import pairwise

import pytest

from coaching.phrasing import (
    Kind,
    StrengthKind,
    UnknownLanguage,
    Verdict,
    languages,
    review,
    rewrite,
)
from coaching.phrasing.findings import Hint
from coaching.phrasing.machine import Machine
from coaching.phrasing.packs import load_pack
from tests.coaching.phrasing.rules_alone import review_by_rules


def read(text, names=()):
    return review_by_rules(text, language="en", names=names)


def kinds(text, names=()):
    return [hint.kind for hint in read(text, names).hints]


def test_a_writer_blames_and_the_words_are_marked_with_a_rewrite():
    text = "On Monday it was your fault that she left."

    (hint,) = read(text).hints

    assert (hint.kind, hint.severity, hint.why) == (Kind.BLAME, 2, "blame")
    assert text[hint.start : hint.end] == hint.quote == "it was your fault"
    assert rewrite(text, hint) == (
        "On Monday I would like to understand how it came about that she left."
    )


def test_places_are_code_points_of_the_text_as_given():
    text = "🙂 Zoe\u0308 said hi.\r\nYou\u00ad ignored\u200b the guest."

    (hint,) = read(text).hints

    assert text[hint.start : hint.end] == hint.quote == "You\u00ad ignored\u200b the guest"


def test_an_unknown_language_is_named_with_those_there_are():
    with pytest.raises(UnknownLanguage, match=r"'xx'.*en") as caught:
        review("Tere!", language="xx")

    assert isinstance(caught.value, ValueError)
    assert caught.value.language == "xx"
    assert "en" in languages()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I saw the lady wait at the till. How did you see it?", Verdict.READS_WELL),
        ("You should know that the bins are full.", Verdict.READS_WELL),
        ("You ignored the lady.", Verdict.LOOK_AGAIN),
        ("You idiot.", Verdict.CANNOT_SEND),
        ("I will report you to the boss.", Verdict.CANNOT_SEND),
        ("You people never learn.", Verdict.CANNOT_SEND),
        ("", Verdict.READS_WELL),
        ("?!", Verdict.READS_WELL),
    ],
)
def test_the_worst_hint_decides_the_verdict(text, verdict):
    assert read(text).verdict == verdict


def test_thanks_do_not_buy_out_an_insult():
    insult = read("You are lazy.").tact
    thanked = read("Thank you so much, I appreciate you, well done. You are lazy.").tact

    assert thanked <= 0.1
    assert insult <= 0.1


def test_a_note_with_fact_question_and_offer_is_easier_to_hear():
    bare = read("Hello there.").tact
    whole = read("I may be wrong, but she looked upset. How did you see it? Can I help?").tact

    assert bare == 0.5
    assert whole > 0.65


def test_saying_it_longer_changes_nothing():
    fact = "The blue box stands there. "

    assert read("You ignored her. " + fact * 20).tact == read("You ignored her.").tact


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ('The guest said: "You are an idiot."', "You are an idiot."),
        ('She shouted "you always lie" at me.', "You always lie to me."),
        ("He asked me: «why didn't you help?»", "Why didn't you help?"),
        ("The guest shouted 'you are an idiot' at me.", "You are an idiot."),
        ("She said: ‘why didn’t you help?’", "Why didn't you help?"),
    ],
)
def test_customers_quoted_words_do_not_count(told, plain):
    assert kinds(plain)
    assert kinds(told) == []


@pytest.mark.parametrize(
    "text", ['"You are an idiot."', 'You are "an idiot".', '"You idiot', 'You "" idiot']
)
def test_quotation_marks_alone_hide_nothing(text):
    assert read(text).verdict == Verdict.CANNOT_SEND


def test_a_customers_words_without_quotation_marks_weigh_less():
    (reported,) = read("The guest said you were rude to her.").hints
    (said,) = read("You were rude to her.").hints

    assert (reported.severity, said.severity) == (1, 2)


@pytest.mark.parametrize(
    ("exempt", "counted"),
    [
        ("I should have called him.", "You should have called him."),
        ("I was stupid.", "You were stupid."),
        ("It was not your fault.", "It was your fault."),
        ("You always greet people so kindly.", "You always leave early."),
        ("I am sure you did not do it on purpose.", "You did it on purpose."),
        ("I do not know whether you ignored her.", "You ignored her."),
        ("He called us lazy and you stayed calm.", "I call you lazy and you stay calm."),
        ("You are not a big liar.", "You are a big liar."),
        ("The lazy river was low.", "Your lazy friend left."),
        ("Could you answer the phone?", "Answer the phone."),
    ],
)
def test_context_decides_whether_a_phrase_counts(exempt, counted):
    assert kinds(counted)
    assert kinds(exempt) == []


def test_praise_with_a_sting_is_no_praise():
    assert kinds("You always help, but you are late.") != []


def test_negation_does_not_reach_over_a_clause():
    assert kinds("No; your lazy friend left.") == [Kind.LABELS]
    assert kinds("You are not lazy.") == []


def test_the_name_of_the_reader_is_an_address():
    text = "Piet is a lazy colleague and left the others at the till."

    assert kinds(text) == []
    assert kinds(text, names=["Piet de Vries-Smit"]) == [Kind.LABELS]


def test_a_one_word_verdict_is_meant_for_the_reader():
    assert kinds("Pathetic.") == [Kind.LABELS]


def test_small_words_may_stand_between():
    assert kinds("You just really ignored her.") == [Kind.ACCUSATION]


def test_a_gap_does_not_reach_over_a_comma():
    assert kinds("You let the lady wait.") == [Kind.ACCUSATION]
    assert kinds("You let the cat out, I can wait.") == []


@pytest.mark.parametrize(
    "text",
    ["You f**k!", "you idi0t", "You stuuupid man", "What a b*tch.", "you іdiot", "You m0ron."],
)
def test_disguised_strong_words_are_seen(text):
    assert read(text).verdict != Verdict.READS_WELL


@pytest.mark.parametrize("text", ["I like sooo much sun.", "5*3 is 15", "room a1*b", "Nice cafе."])
def test_what_only_looks_disguised_is_left_alone(text):
    assert kinds(text) == []


def test_the_capitals_of_an_account_number_do_not_shout():
    assert read("Pay to GB82 WESTY 1234 now. LOUDLY.").hints[0].quote == "WESTY"
    assert read("Her IBAN is GB82 WEST 1234 5698 7654 32.").hints == ()


def test_shouting_is_heard_and_calmed():
    text = "Please DO NOT LEAVE the till!! The VAT of ABN AMRO is fine. STOPPED?!"

    loud = [hint for hint in read(text).hints if hint.kind == Kind.SHOUTING]

    assert [(hint.quote, hint.suggestion) for hint in loud] == [
        ("DO NOT LEAVE", "do not leave"),
        ("!!", "."),
        ("STOPPED", "Stopped"),
        ("?!", "?"),
    ]


def test_overlapping_hints_keep_the_most_severe():
    (hint,) = read("You always are such a lazy idiot").hints

    assert hint.kind == Kind.LABELS


def test_hints_never_overlap_and_follow_the_text():
    hints = read("You ignored her. Why didn't you help? It's your fault, you idiot!!").hints

    assert len(hints) >= 4
    assert all(one.end <= other.start for one, other in pairwise(hints))


def test_strengths_are_named_where_they_stand():
    text = "I'm not sure you noticed, but she looked upset. Can I help you with the queue?"

    found = {strength.kind for strength in read(text).strengths}

    assert {
        StrengthKind.TENTATIVE_OPENER,
        StrengthKind.IMPACT,
        StrengthKind.OFFER_HELP,
    } <= found


def test_findings_cannot_be_changed():
    found = read("You ignored her.")

    with pytest.raises(dataclasses.FrozenInstanceError):
        found.tact = 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I was at the till and you were not there.", "en"),
        ("Ik was gisteren bij de kassa en jij was er niet.", "nl"),
        ("Ich war gestern an der Kasse und du warst nicht da.", "de"),
        ("Ma olin eile kassas ja sa ei olnud seal.", "et"),
        ("Я вчера был на кассе, а ты не был там, и это не так.", "ru"),
        ("12345", None),
        ("Kassa!", None),
    ],
)
def test_the_language_of_a_text_is_guessed_or_left_open(text, language):
    assert read(text).language_guess == language


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Answer the phone.", "Could you please answer the phone."),
        ("Selfish.", "I was upset by that moment, and I would like to understand it."),
        ("Well, you idiot.", "Well."),
        ("It rang in the damn hall.", "It rang in the hall."),
        ("Why didn't you help him?", "Was there a reason that I could not see?"),
        (
            "Thanks for nothing.",
            "I was left with more than I could handle, and I would like to talk about it.",
        ),
        ("As I already told you, the bins are full.", "The bins are full."),
    ],
)
def test_a_rewrite_fits_where_it_stands(text, better):
    assert rewrite(text, read(text).hints[0]) == better


def test_a_hint_without_words_around_it_can_be_left_out():
    hint = Hint(Kind.PROFANITY, 1, 4, 8, "damn", "profanity", "")

    assert rewrite("The damn", hint) == "The"
    assert rewrite("The damn-phone", hint) == "The -phone"


def test_many_writers_at_once_get_the_same_answers():
    texts = ["You ignored her.", "Why didn't you help?", "It is your fault.", "How did you see it?"]
    expected = [read(text) for text in texts] * 20
    answers = [None] * len(expected)

    def work(place):
        answers[place] = read(texts[place % len(texts)])

    threads = [threading.Thread(target=work, args=(n,)) for n in range(len(expected))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == expected


def test_a_machine_with_too_many_states_starts_afresh_and_finds_the_same(monkeypatch):
    pack = load_pack("en")
    machine = Machine([pattern for _, _, pattern in pack.uses], pack.words.fillers)
    reading = pack.read("You ignored her. Why didn't you help?")
    before = list(machine.find(reading))

    monkeypatch.setattr("coaching.phrasing.machine._MOST_STATES", 3)

    assert list(machine.find(reading)) == before
    assert before


def test_abbreviations_and_decimals_end_no_sentence():
    reading = load_pack("en").read("Mr. Tamm paid 3.50 at 15:30. He left... Then? Yes!\nEnd")

    assert len(reading.bounds) == 5


@pytest.mark.parametrize(
    "filler", ["you ", "lazy not ", '"a ', "you will if you this again ", "a,"]
)
def test_ten_thousand_characters_are_read_to_the_end(filler):
    text = (filler * 10_000)[:9_900] + " You ignored her."

    assert read(text).hints[-1].quote.rstrip(".").endswith("You ignored her")
