"""German notes as colleagues might write them, and what around a phrase changes it in German.

The rules were adjusted on these notes, so their shares only guard against going back.
"""

import pytest

from coaching.phrasing import DetailKind, Kind, Verdict, phrases, rewrite
from tests.coaching.phrasing import corpus_de
from tests.coaching.phrasing.rules_alone import review_by_rules

ACCUSATORY = [
    *corpus_de.ACCUSATORY,
    *corpus_de.ACCUSATORY_2,
    *corpus_de.ACCUSATORY_3,
    *corpus_de.ACCUSATORY_4,
]
TACTFUL = [
    *corpus_de.TACTFUL,
    *corpus_de.TACTFUL_2,
    *corpus_de.TACTFUL_3,
    *corpus_de.TACTFUL_4,
]


def read(text):
    return review_by_rules(text, language="de")


def held_up(notes):
    return [note for _, _, note in notes if read(note).verdict != Verdict.READS_WELL]


def test_most_accusatory_notes_ask_for_a_second_look():
    assert len(held_up(ACCUSATORY)) >= len(ACCUSATORY) * 0.75


def test_tactful_notes_read_well():
    assert len(held_up(TACTFUL)) <= len(TACTFUL) * 0.03


def test_every_suggestion_reads_better_than_what_it_stands_for():
    worse = [
        (better, left.quote)
        for _, _, note in ACCUSATORY
        for hint in read(note).hints
        for better in [rewrite(note, hint)]
        for left in read(better).hints
        if left.severity > 1
        and left.start < hint.start + len(hint.suggestion)
        and hint.start < left.end
    ]

    assert worse == []


def test_authors_are_described_and_no_note_stands_twice():
    notes = [*ACCUSATORY, *TACTFUL, *corpus_de.FRESH_ACCUSATORY, *corpus_de.FRESH_TACTFUL]

    assert {author for author, _, _ in notes} == corpus_de.AUTHORS.keys()
    assert len({note for _, _, note in notes}) == len(notes)


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("Du hast die Dame ignoriert.", Kind.ACCUSATION),
        ("Gestern hast du die Dame ignoriert.", Kind.ACCUSATION),
        ("Mich stört, dass du die Dame ignoriert hast.", Kind.ACCUSATION),
        ("Sie haben die Dame ignoriert.", Kind.ACCUSATION),
        ("Ihr habt die Dame ignoriert.", Kind.ACCUSATION),
        ("Reiß dich zusammen.", Kind.COMMANDS),
        ("Reissen Sie sich zusammen.", Kind.COMMANDS),
        ("Du haettest fragen muessen.", Kind.SHOULD_HAVE),
        ("Das is nich das erste Mal.", Kind.ABSOLUTES),
        ("Nie räumt ihr auf.", Kind.ABSOLUTES),
        ("Dauernd kommen Sie zu spät.", Kind.ABSOLUTES),
        ("Ihr kommt ständig zu spät.", Kind.ABSOLUTES),
        ("Gestern wimmelten Sie den Herrn einfach ab.", Kind.ACCUSATION),
        ("Abgewimmelt hast du ihn.", Kind.ACCUSATION),
        ("Ihr schnauzt die Kunden an.", Kind.ACCUSATION),
        ("Mich stört, wie du die Leute anfährst.", Kind.ACCUSATION),
        ("Ihr hättet sie hereinlassen müssen.", Kind.SHOULD_HAVE),
        ("Schuld daran seid ihr.", Kind.BLAME),
        ("Hört endlich auf zu quatschen!", Kind.COMMANDS),
    ],
)
def test_word_order_address_and_spelling_make_no_difference(note, kind):
    assert kind in {hint.kind for hint in read(note).hints}


@pytest.mark.parametrize(
    "note",
    [
        "Der Gast rief: „Du bist ein Idiot!“",
        "Die Kundin sagte «Sie haben mich ignoriert» und ging.",
        "Ich hätte früher kommen müssen.",
        "Das war nicht deine Schuld.",
        "Du bist immer so geduldig mit den Gästen.",
        "Ich bin mir nicht sicher, ob du sie ignoriert hast.",
        "Warum machen wir die Kasse immer um sechs zu?",
        "Es war bestimmt keine Absicht.",
        "I Depp hab dir den falschen Schlüssel gebn.",
        "Ich geh damit zum Chef, du kannst nichts dafür.",
        "Du hast immer einen Keks für die Kinder.",
        "Ich schreibe dir nur, weil du mir wichtig bist.",
        "Dank dir hat die Dame ihren Zug noch bekommen.",
        "Bleib ruhig sitzen, ich hole den nächsten Gast.",
        "Der Plan steht im Gruppenchat, damit alle wissen, wann sie dran sind.",
        "Wenn der Kunde noch einmal laut wird, gehe ich damit zur Chefin.",
        "Ist dir bewusst, wie sehr du der Familie geholfen hast?",
    ],
)
def test_quotes_own_faults_praise_denials_and_real_questions_read_well(note):
    assert read(note).verdict == Verdict.READS_WELL


@pytest.mark.parametrize(
    ("note", "better"),
    [
        (
            "Gestern hast du die Dame ignoriert.",
            "Was war in dem Moment los?",
        ),
        (
            "Du hast die Dame ignoriert.",
            "Was war in dem Moment los?",
        ),
        ("Du kommst immer zu spät.", "Wie oft kam das zuletzt vor?"),
        ("Nie räumst du auf.", "Was würde es leichter machen?"),
    ],
)
def test_a_rewrite_keeps_the_word_order_of_what_it_stands_for(note, better):
    (hint,) = read(note).hints

    assert rewrite(note, hint) == better


def test_lines_to_start_from_say_du_wherever_a_colleague_is_meant():
    lines = [line for slot in ("opener", "question", "offer") for line in phrases("de", slot)]

    assert not [line for line in lines if " Sie " in line or "Ihnen" in line]


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("Gestern hat Anna Müller angerufen.", "Anna Müller"),
        ("Mehmet Yılmaz hat gewartet.", "Mehmet Yılmaz"),
        ("Sabine Krauses Rechnung lag offen.", "Sabine Krauses"),
    ],
)
def test_a_first_name_and_a_surname_are_found(note, name):
    (detail,) = read(note).details

    assert (detail.kind, note[detail.start : detail.end]) == (DetailKind.NAME, name)


@pytest.mark.parametrize(
    "note",
    [
        "Als Lena Feierabend hatte, kam Jonas.",
        "Kannst du Petra Bescheid geben?",
        "Am Montag hat Tom Pause gemacht.",
        "Danke Anna Du bist toll.",
        "Ich kenne Maria aus Bad Tölz.",
    ],
)
def test_a_first_name_before_a_common_noun_is_no_full_name(note):
    assert read(note).details == ()
