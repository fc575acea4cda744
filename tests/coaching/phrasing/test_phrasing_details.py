"""Personal details are found and named by kind; everyday numbers are left alone."""

import pytest

from coaching.phrasing import DetailKind, DetailStrength, review


def details(text, names=()):
    found = review(text, language="en", names=names).details
    return [(detail.kind, text[detail.start : detail.end]) for detail in found]


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("Write to jane.doe@example.com.", DetailKind.EMAIL, "jane.doe@example.com"),
        ("See https://example.com/a?b=1.", DetailKind.LINK, "https://example.com/a?b=1"),
        ("See example.nl today", DetailKind.LINK, "example.nl"),
        ("She rang from +372 5123 4567.", DetailKind.PHONE, "+372 5123 4567"),
        ("Call 0031 20 123 4567 now", DetailKind.PHONE, "0031 20 123 4567"),
        ("It was 020 7946 0958 again", DetailKind.PHONE, "020 7946 0958"),
        ("It was (212) 555-0123 again", DetailKind.PHONE, "(212) 555-0123"),
        ("Call me at 612345678", DetailKind.PHONE, "612345678"),
        ("Card 4111 1111 1111 1111 was used", DetailKind.CARD, "4111 1111 1111 1111"),
        ("IBAN NL91 ABNA 0417 1643 00 please", DetailKind.IBAN, "NL91 ABNA 0417 1643 00"),
        ("Her BSN is 123456782.", DetailKind.NATIONAL_ID, "123456782"),
        ("The code 38001085718 was read aloud.", DetailKind.NATIONAL_ID, "38001085718"),
        ("SSN 536-90-4399 was on it", DetailKind.NATIONAL_ID, "536-90-4399"),
        ("She was born on 12 March 1981.", DetailKind.BIRTH_DATE, "12 March 1981"),
        ("Date of birth: 12.03.1981", DetailKind.BIRTH_DATE, "12.03.1981"),
        ("She waits at 12 Oak Street today", DetailKind.ADDRESS, "12 Oak Street"),
        ("He lives at Pikk 14 I think", DetailKind.ADDRESS, "Pikk 14"),
        ("Mrs. Jones waited", DetailKind.NAME, "Mrs. Jones"),
        ("I saw Dr Anna Tamm there", DetailKind.NAME, "Dr Anna Tamm"),
    ],
)
def test_a_personal_detail_is_found(text, kind, quote):
    assert details(text) == [(kind, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Order 123456782 was late.",
        "Invoice no. 20240512001 is open.",
        "The price was 1,250.00 euro at 15:30 on 12.05.2024.",
        "Table 12, 5 to 10 people, 2024-05-12, 10-12 minutes.",
        "Booking #612345678 is paid.",
        "The number 1111 1111 1111 1111 was a test.",
        "We sold 4111 1111 1111 1112 of them.",
        "GB12 ABCD 1234 5678 9012 34 is no account.",
        "Call +1 234 or 12345 then.",
        "Call +999 123 4567 then.",
        "Call 99 99 99 99 99 99 99 9",
        "We opened on 12 March 1981.",
        "Call us Mr nobody.",
        "She sells 1234567890123456789012345",
    ],
)
def test_everyday_numbers_are_left_alone(text):
    assert details(text) == []


def test_the_readers_own_name_is_fine():
    assert details("Mr Tamm, how did you see it?", names=["Jaan Tamm"]) == []
    assert details("Mr Tamm, how did you see it?") == [(DetailKind.NAME, "Mr Tamm")]


def test_a_number_is_strong_and_a_name_is_gentle():
    name, phone = review("Mrs Jones has +372 5123 4567.", language="en").details

    assert (name.strength, phone.strength) == (DetailStrength.GENTLE, DetailStrength.STRONG)


def test_one_place_is_one_detail():
    assert details("jane@www.example.com") == [(DetailKind.EMAIL, "jane@www.example.com")]
