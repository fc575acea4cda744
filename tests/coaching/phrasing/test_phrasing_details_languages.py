"""Personal details as five languages write them, and the everyday numbers beside them."""

import pytest

from coaching.phrasing import DetailKind, review

NAME, ADDRESS, BORN, ID = (
    DetailKind.NAME,
    DetailKind.ADDRESS,
    DetailKind.BIRTH_DATE,
    DetailKind.NATIONAL_ID,
)


def details(language, text, names=()):
    found = review(text, language=language, names=names).details
    return [(detail.kind, text[detail.start : detail.end]) for detail in found]


FOUND = {
    "en": [
        ("Mr Öztürk waited at the till.", NAME, "Mr Öztürk"),
        ("I saw Dr. Ludwig van der Õun there", NAME, "Dr. Ludwig van der Õun"),
        ("Her name is Ébène Ångström.", NAME, "Ébène Ångström"),
        ("She stays at 12 Élysée Avenue now", ADDRESS, "12 Élysée Avenue"),
        ("Born 3 May 1990 in Ghent", BORN, "3 May 1990"),
        ("Her birthday, 1990-05-03, was on it", BORN, "1990-05-03"),
        ("NHS number 943 476 5870 was said aloud", ID, "943 476 5870"),
        ("National insurance AB 12 34 56 C was said aloud", ID, "AB 12 34 56 C"),
        ("Her PPS is 6433435F.", ID, "6433435F"),
        ("ID:38001085718", ID, "38001085718"),
    ],
    "nl": [
        ("Mevrouw van der Berg wachtte.", NAME, "Mevrouw van der Berg"),
        ("Ik zag dhr. Öztürk staan.", NAME, "dhr. Öztürk"),
        ("Haar naam is Anouk de Vries.", NAME, "Anouk de Vries"),
        ("Breng het naar Kerkstraat 12.", ADDRESS, "Kerkstraat 12"),
        ("Hij staat op de Oude Gracht 5b te wachten", ADDRESS, "Oude Gracht 5b"),
        ("Zij woont in de Lange Élisabethlaan 7", ADDRESS, "Lange Élisabethlaan 7"),
        ("Hij is geboren op 12 maart 1981.", BORN, "12 maart 1981"),
        ("Haar BSN is 111222333.", ID, "111222333"),
        ("Rijksregisternummer 85.07.30-033.28 stond erop", ID, "85.07.30-033.28"),
    ],
    "de": [
        ("Frau Dr. Öztürk hat gewartet.", NAME, "Frau Dr. Öztürk"),
        ("Herr Müller-Lüdenscheidt war da.", NAME, "Herr Müller-Lüdenscheidt"),
        ("Die Kundin heißt Änne von Ahlen.", NAME, "Änne von Ahlen"),
        ("Lieferung in die Lindenstraße 5 bitte", ADDRESS, "Lindenstraße 5"),
        ("Er wohnt in der Straße 5.", ADDRESS, "Straße 5"),
        ("Sie sitzt Am Ölberg, Lange Str. 12a, im Haus", ADDRESS, "Lange Str. 12a"),
        ("Sie ist am 3. März 1981 geboren.", BORN, "3. März 1981"),
        ("Geburtsdatum: 03.03.1981", BORN, "03.03.1981"),
        ("Steuer-ID 36 574 261 809 lag offen", ID, "36 574 261 809"),
        ("AHV 756.9217.0769.85 lag offen", ID, "756.9217.0769.85"),
        ("Sozialversicherungsnummer 1237 010180 lag offen", ID, "1237 010180"),
        ("PESEL-ID 44051401359 lag offen", ID, "44051401359"),
    ],
    "et": [
        ("Proua Õun ootas.", NAME, "Proua Õun"),
        ("Nägin dr Ülle Šmidtit seal.", NAME, "dr Ülle Šmidtit"),
        ("Tema nimi on Õnne Ööbik.", NAME, "Õnne Ööbik"),
        ("Saada see aadressil Pärnu mnt 5.", ADDRESS, "Pärnu mnt 5"),
        ("Ta ootas Õle tn 12 juures", ADDRESS, "Õle tn 12"),
        ("Ta elab Ülikooli 18", ADDRESS, "Ülikooli 18"),
        ("Ta on sündinud 12. märtsil 1981.", BORN, "12. märtsil 1981"),
        ("Isikukood 37605030299 oli ekraanil", ID, "37605030299"),
        ("Soome klient, 131052-308T, oli seal", ID, "131052-308T"),
        ("Läti klient, 161175-19997, oli seal", ID, "161175-19997"),
        ("Rootsi klient, 880320-0016, oli seal", ID, "880320-0016"),
    ],
    "ru": [
        ("Господин Иванов ждал.", NAME, "Господин Иванов"),
        ("Видел, как доктор Анна Щукина ушла.", NAME, "доктор Анна Щукина"),
        ("Клиентку зовут Ольга Ёлкина.", NAME, "Ольга Ёлкина"),
        ("Отвези на улица Ленина, 5 сегодня", ADDRESS, "улица Ленина, 5"),
        ("Она ждёт на ул. Большая Морская, д. 12 у входа", ADDRESS, "ул. Большая Морская, д. 12"),
        ("Он живёт на Невский проспект, 28", ADDRESS, "Невский проспект, 28"),
        ("Она родилась 12 марта 1981 года.", BORN, "12 марта 1981"),
        ("12.03.1981 года рождения", BORN, "12.03.1981"),
        ("ИНН 500100732259 был на экране", ID, "500100732259"),
        ("СНИЛС 112-233-445 95 был на экране", ID, "112-233-445 95"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "kind", "quote"),
    [(language, *row) for language, rows in FOUND.items() for row in rows],
)
def test_a_personal_detail_is_found_in_each_language(language, text, kind, quote):
    assert details(language, text) == [(kind, quote)]


LEFT_ALONE = {
    "en": [
        "She lives in Ghent 14 years now.",
        "Order 111222333 was late, ref 943 476 5870 too.",
        "The parcel 111222333 weighed 5 kg.",
        "Room 12, table 5, 15:30, 12.05.2024, 1,250.00 euro.",
        "She was rude, close to 5 guests left.",
        "The guest called Maria was upset.",
        "Product 6433435F and AB 12 34 56 C are sold out.",
        "On the way Tom saw 5 people on Main Street.",
        "She was there on 3 May 1990 and it was busy.",
    ],
    "nl": [
        "Zij woont in Gent 14 jaar.",
        "Bestelling 111222333 was te laat.",
        "Het pakket 36574261809 kwam niet aan.",
        "Kamer 12, tafel 5, om 15:30 op 12 mei 2024, 12,50 euro.",
        "Mevrouw wachtte 5 minuten op de gang.",
        "In de straat 5 winkels gezien.",
        "De klant heet Anouk.",
    ],
    "de": [
        "Er wohnt in Berlin 5 Jahre.",
        "Bestellung 36574261809 kam zu spät.",
        "Die Sendung 111222333 kam zu spät.",
        "Zimmer 12, Tisch 5, Gleis 3, um 15:30 am 3. März, 12,50 Euro.",
        "Frau wartet seit 5 Minuten.",
        "Auf Platz 5 saß ein Gast.",
        "Der Gast heißt Anna.",
    ],
    "et": [
        "Ta elab Tallinnas 5 aastat.",
        "Tellimus 37605030299 jäi hiljaks.",
        "Saadetis 111222333 jäi hiljaks.",
        "Tuba 12, laud 5, kell 15:30, 12. märtsil, 12,50 eurot.",
        "Tee 5 kohvi ja vii lauda.",
        "Klient ootas 5 minutit.",
        "Tema nimi on Õnne.",
    ],
    "ru": [
        "Он живёт на Севере 5 лет.",
        "Заказ 500100732259 опоздал.",
        "Посылка 111222333 опоздала.",
        "Комната 12, стол 5, в 15:30, 12.05.2024, 1250 рублей.",
        "Улица была пуста, 5 гостей ушли.",
        "Гостью зовут Ольга.",
        "Код 111222334 не подошёл.",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, rows in LEFT_ALONE.items() for text in rows],
)
def test_everyday_numbers_and_names_are_left_alone(language, text):
    assert details(language, text) == []


@pytest.mark.parametrize(
    "text", ["Order 37605030299 came.", "The size 111222333 is fine.", "The code 37605030298 came."]
)
def test_check_digits_alone_do_not_make_a_number_somebodys(text):
    assert details("en", text) == []


def test_the_readers_full_name_is_fine_in_any_alphabet():
    assert details("ru", "Вас зовут Ольга Ёлкина.", names=["Ольга Ёлкина"]) == []
    assert details("ru", "Вас зовут Ольга Ёлкина.") == [(NAME, "Ольга Ёлкина")]


FULL_NAMES = {
    "en": [("Then Susan Miller left.", "Susan Miller"), ("John Smith waited.", "John Smith")],
    "nl": [
        ("Ik zag Anouk de Vries staan.", "Anouk de Vries"),
        ("Jan Bakker wachtte.", "Jan Bakker"),
    ],
    "de": [
        ("Dann ging Sabine Krüger.", "Sabine Krüger"),
        ("Peter Müller hat gewartet.", "Peter Müller"),
    ],
    "et": [
        ("Rääkisin Mari Tammega.", "Mari Tammega"),
        ("Jaanile Kask ei meeldinud.", "Jaanile Kask"),
    ],
    "ru": [("Видел Анну Петрову у кассы.", "Анну Петрову"), ("Иван Соколов ждал.", "Иван Соколов")],
}


def test_an_apostrophe_opens_no_speech():
    assert [
        hint.kind for hint in review("'t Was the guests' bags, you idiot.", language="en").hints
    ]


def test_a_title_before_the_end_of_a_sentence_is_no_name():
    assert details("nl", "Ik hielp die meneer. Toen ging hij.") == []
    assert details("nl", "Ik hielp dhr. Zomer.") == [(NAME, "dhr. Zomer")]
    assert details("nl", "Ik zag Jan De Smet daar.") == [(NAME, "Jan De Smet")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [(language, *row) for language, rows in FULL_NAMES.items() for row in rows],
)
def test_a_first_name_and_a_surname_are_a_full_name_in_any_case(language, text, name):
    assert details(language, text) == [(NAME, name)]
    assert details(language, text, names=[name]) == []


FIRST_NAMES_ALONE = {
    "en": ["Susan waited on Monday.", "I told Susan I would call.", "The Blue Room was cold."],
    "nl": ["Anouk wachtte maandag.", "Ik belde Anouk en zij kwam."],
    "de": [
        "Sabine wartete am Montag.",
        "Dann gab ich Sabine Kaffee.",
        "Der Kunde kam am Dienstag.",
    ],
    "et": ["Mari ootas esmaspäeval.", "Andsin Marile kohvi."],
    "ru": ["Анна ждала в понедельник.", "Я отдал Анне кофе."],
}


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, rows in FIRST_NAMES_ALONE.items() for text in rows],
)
def test_a_first_name_alone_is_no_full_name(language, text):
    assert details(language, text) == []
