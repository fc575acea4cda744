"""Which numbers point at one person: phones, payment cards, accounts and national numbers.

The libraries that know are loaded when the first number is met, so that a note without one stays quick.
"""

import re
from collections.abc import Iterator

from coaching.phrasing.clues import Clues
from coaching.phrasing.findings import DetailKind

_NUMBER = re.compile(r"(?<![\w.,/:-])(?:\+|\(?)\d(?:[\d ()./-]{4,24})\d(?![\w/:]|[.,]\d)")
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?!\w)")
_DATE = re.compile(r"\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}")
_SOCIAL = re.compile(r"\d{3}-\d{2}-\d{4}")
_CARD_DIGITS = range(13, 20)
_PHONE_DIGITS = range(7, 16)
_NEAR = 30

Found = tuple[DetailKind, int, int]


def find_numbers(text: str, clues: Clues) -> Iterator[Found]:
    """Numbers that are somebody's; orders, prices, dates and times are not."""
    for match in _ACCOUNT.finditer(text):
        if _is_account(match.group()):
            yield DetailKind.IBAN, *match.span()
    for match in _NUMBER.finditer(text):
        kind = _kind(match.group(), text[max(0, match.start() - _NEAR) : match.start()], clues)
        if kind:
            yield kind, *match.span()


def _kind(written: str, before: str, clues: Clues) -> DetailKind | None:
    digits = re.sub(r"\D", "", written)
    if _DATE.fullmatch(written):
        return DetailKind.NATIONAL_ID if _SOCIAL.fullmatch(written) else None
    if len(digits) in _CARD_DIGITS and not written.startswith("+") and _is_card(digits):
        return DetailKind.CARD
    words = re.findall(r"[^\W\d_]+", before.lower())[-3:]
    if written.startswith("+") or digits.startswith("00"):
        return DetailKind.PHONE if _is_phone(written, ("ZZ",)) else None
    if not set(words).isdisjoint(clues.order_words) or before.rstrip()[-1:] in ("#", "€", "$", "£"):
        return None
    if _looks_like_phone(written, digits, words, clues):
        return DetailKind.PHONE
    return DetailKind.NATIONAL_ID if _is_national(digits) else None


def _looks_like_phone(written: str, digits: str, words: list[str], clues: Clues) -> bool:
    """Without a country code a number needs a reason: a zero, brackets, or a word beside it."""
    asked_for = not set(words).isdisjoint(clues.phone_words)
    shaped = digits.startswith("0") or bool(re.match(r"\(?\d{3}\)?[ -]\d{3}-\d{4}$", written))
    return (asked_for or shaped) and _is_phone(written, clues.regions)


def _is_account(written: str) -> bool:
    from stdnum import iban  # noqa: PLC0415 - loaded only when needed

    return bool(iban.is_valid(written))


def _is_card(digits: str) -> bool:
    from stdnum import luhn  # noqa: PLC0415 - loaded only when needed

    return bool(luhn.is_valid(digits)) and len(set(digits)) > 1


def _is_phone(written: str, regions: tuple[str, ...]) -> bool:
    if len(re.sub(r"\D", "", written)) not in _PHONE_DIGITS:
        return False
    number = f"+{written[2:]}" if regions == ("ZZ",) and written.startswith("00") else written
    return any(_is_valid_in(number, region) for region in regions)


def _is_valid_in(number: str, region: str) -> bool:
    import phonenumbers  # noqa: PLC0415 - loaded only when needed

    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(number, region)))
    except phonenumbers.NumberParseException:
        return False


def _is_national(digits: str) -> bool:
    """Dutch, Estonian, German, Russian and British numbers, known by their check digits."""
    from stdnum.de import idnr  # noqa: PLC0415 - loaded only when needed
    from stdnum.ee import ik  # noqa: PLC0415
    from stdnum.gb import nhs  # noqa: PLC0415
    from stdnum.nl import bsn  # noqa: PLC0415
    from stdnum.ru import inn  # noqa: PLC0415

    return any(module.is_valid(digits) for module in (ik, bsn, idnr, inn, nhs))
