"""The Russian pack on whole notes: what has been understood once stays understood.

The rules were adjusted on ACCUSATORY and TACTFUL, so only FRESH_* says something about notes not yet seen.
"""

import pytest

from coaching.phrasing import Slot, phrases, review, rewrite
from tests.coaching.phrasing import corpus_ru

LOOK_AGAIN = 2
FORMAL = {"вы", "вас", "вам", "вами", "ваш", "ваша", "ваше", "ваши"}
INFORMAL = {"ты", "тебя", "тебе", "тобой", "твой", "твоя", "твое", "твоё", "твои"}


def hints(text):
    return [hint for hint in review(text, language="ru").hints if hint.severity >= LOOK_AGAIN]


def words(text):
    return set(text.lower().replace(",", " ").replace(".", " ").replace("?", " ").split())


def test_most_accusatory_notes_ask_for_a_second_look():
    missed = [note for _, _, note in corpus_ru.ACCUSATORY if not hints(note)]

    assert len(missed) <= len(corpus_ru.ACCUSATORY) * 0.25


def test_tactful_notes_read_well():
    flagged = [note for _, _, note in corpus_ru.TACTFUL if hints(note)]

    assert len(flagged) <= len(corpus_ru.TACTFUL) * 0.03


def test_a_suggestion_is_not_flagged_itself():
    for _, _, note in corpus_ru.ACCUSATORY + corpus_ru.FRESH_ACCUSATORY:
        for hint in hints(note):
            better = rewrite(note, hint)
            end = hint.start + len(hint.suggestion)
            left = [other for other in hints(better) if hint.start <= other.start < end]
            assert left == [], better


def test_a_suggestion_keeps_the_form_of_address():
    for _, _, note in corpus_ru.ACCUSATORY + corpus_ru.FRESH_ACCUSATORY:
        for hint in hints(note):
            mixed = words(hint.suggestion) & (INFORMAL if words(note) & FORMAL else FORMAL)
            assert not mixed or words(note) & mixed, hint


@pytest.mark.parametrize(
    ("note", "better"),
    [
        ("Ты проигнорировала гостью.", "Мне показалось, что ты не заметила гостью."),
        ("Ты проигнорировал гостью.", "Мне показалось, что ты не заметил гостью."),
        ("Вы проигнорировали гостью.", "Мне показалось, что вы не заметили гостью."),
        ("Вы нагрубили покупателю.", "Мне показалось, что вы резко ответили покупателю."),
        ("Ты отказалась помочь.", "У меня сложилось впечатление, что ты не смогла помочь."),
        ("Почему ты не подошла?", "Была ли причина, по которой ты не подошла?"),
    ],
)
def test_a_rewrite_agrees_in_gender_number_and_address(note, better):
    (hint,) = hints(note)

    assert rewrite(note, hint) == better


@pytest.mark.parametrize(
    "note",
    [
        "Ещё раз спасибо, ты всё ещё лучше всех умеешь успокоить людей.",
        "Гостья сказала: «Вы меня проигнорировали».",
        "Я сама вчера нагрубила клиенту.",
        "Ты всегда так терпелива с детьми, спасибо.",
        "Это не твоя вина.",
        "Почему у нас никогда не хватает чашек?",
        "Уверена, что Вы не хотели её обидеть.",
    ],
)
def test_quotes_first_person_praise_negation_and_process_are_left_alone(note):
    assert hints(note) == []


@pytest.mark.parametrize("note", ["Ты всё испортил.", "Ты все испортил."])
def test_yo_and_ye_are_one_letter(note):
    assert hints(note)


@pytest.mark.parametrize("slot", Slot)
def test_lines_to_start_from_fit_every_reader_and_writer(slot):
    for line in phrases("ru", slot):
        assert not words(line) & (FORMAL | INFORMAL), line
