"""The Russian pack on whole notes: what has been understood once stays understood.

The rules were adjusted on ACCUSATORY and TACTFUL, so only FRESH_* says something about notes not yet seen.
"""

import pytest

from coaching.phrasing import Slot, phrases, rewrite
from tests.coaching.phrasing import corpus_ru
from tests.coaching.phrasing.rules_alone import review_by_rules

LOOK_AGAIN = 2
FORMAL = {"вы", "вас", "вам", "вами", "ваш", "ваша", "ваше", "ваши"}
INFORMAL = {"ты", "тебя", "тебе", "тобой", "твой", "твоя", "твое", "твоё", "твои"}


def hints(text):
    return [
        hint for hint in review_by_rules(text, language="ru").hints if hint.severity >= LOOK_AGAIN
    ]


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


@pytest.mark.parametrize(
    "notes",
    [
        ("Ты вечно опаздываешь.", "Вы вечно опаздываете."),
        ("Ты даже не извинился.", "Ты даже не извинилась.", "Вы даже не извинились."),
        ("Ты обсчитал его.", "Ты обсчитала его.", "Вы обсчитали его."),
        (
            "Ты решил, что раз он стар.",
            "Ты решила, что раз он стар.",
            "Вы решили, что раз он стар.",
        ),
        ("Зачем ты сказал это?", "Зачем ты сказала это?", "Зачем вы сказали это?"),
        ("Мог бы подать ему стул.", "Могла бы подать ему стул.", "Могли бы подать ему стул."),
        ("Равнодушный ты стал.", "Равнодушная ты стала.", "Равнодушные вы стали."),
        ("Извинись перед ней.", "Извинитесь перед ней."),
        ("Он ушёл из-за твоего тона.", "Он ушёл из-за вашего тона."),
    ],
)
def test_both_forms_of_address_and_men_and_women_are_read(notes):
    assert all(hints(note) for note in notes)


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("Вчера Анна Смирнова ждала у окна.", "Анна Смирнова"),
        ("Анне Смирновой пришлось ждать.", "Анне Смирновой"),
        ("Мы говорили с Иваном Петровым.", "Иваном Петровым"),
        ("Спросили у Рустама Алиева.", "Рустама Алиева"),
        ("Маше Лебедевой никто не позвонил.", "Маше Лебедевой"),
    ],
)
def test_a_full_name_is_found_in_any_case(note, name):
    assert name in [
        note[found.start : found.end] for found in review_by_rules(note, language="ru").details
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Анна вчера помогла.",
        "Оля, Вы были правы.",
        "Спасибо, Марина. Он ушёл довольным.",
        "Машина Volvo стояла у входа.",
        "Гости из Нижнего Новгорода ждали.",
        "Верните Марине ключи.",
    ],
)
def test_a_first_name_alone_a_place_and_a_product_are_no_full_name(note):
    assert not review_by_rules(note, language="ru").details
