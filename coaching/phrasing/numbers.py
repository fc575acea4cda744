"""Which numbers point at one person: phones, payment cards, accounts and national numbers.

The libraries that know are loaded when the first number is met, so that a note without one stays quick.
"""

import re
from collections.abc import Iterator

from coaching.phrasing.clues import Clues
from coaching.phrasing.findings import DetailKind
from coaching.phrasing.identities import is_national, lettered

_NUMBER = re.compile(r"(?<![\w.,/-])(?<!\d:)(?:\+|\(?)\d(?:[\d ()./-]{4,24})\d(?![\w/:]|[.,]\d)")
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?!\w)")
_DATE = re.compile(r"\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}")
_CARD_DIGITS = range(13, 20)
_PHONE_DIGITS = range(7, 16)
_NEAR = 30
_NEAR_WORDS = 3
_NO_PERSON = ("#", "€", "$", "£")

Found = tuple[DetailKind, int, int]


def find_numbers(text: str, clues: Clues) -> Iterator[Found]:
    """Numbers that are somebody's; orders, prices, dates and times are not."""
    for match in _ACCOUNT.finditer(text):
        if _is_account(match.group()):
            yield DetailKind.IBAN, *match.span()
    for match in _NUMBER.finditer(text):
        kind = _kind(match.group(), _words_before(match), clues)
        if kind:
            yield kind, *match.span()
    for match in lettered(text):
        if _is_somebodys(match.group(), _words_before(match), clues):
            yield DetailKind.NATIONAL_ID, *match.span()


def _words_before(match: re.Match[str]) -> set[str]:
    """The last few words before a number, and the sign that stands right before it."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    return {*re.findall(r"[^\W\d_]+", before.lower())[-_NEAR_WORDS:], before.rstrip()[-1:]}


def _is_order(beside: set[str], clues: Clues) -> bool:
    return not beside.isdisjoint((*clues.order_words, *_NO_PERSON))


def _is_somebodys(written: str, beside: set[str], clues: Clues) -> bool:
    marked = not beside.isdisjoint(clues.id_words)
    return not _is_order(beside, clues) and is_national(written, marked=marked)


def _kind(written: str, beside: set[str], clues: Clues) -> DetailKind | None:
    digits = re.sub(r"\D", "", written)
    if _is_somebodys(written, beside, clues):
        return DetailKind.NATIONAL_ID
    if _DATE.fullmatch(written):
        return None
    if len(digits) in _CARD_DIGITS and not written.startswith("+") and _is_card(digits):
        return DetailKind.CARD
    if written.startswith("+") or digits.startswith("00"):
        return DetailKind.PHONE if _is_phone(written, ("ZZ",)) else None
    if _is_order(beside, clues) or not _looks_like_phone(written, digits, beside, clues):
        return None
    return DetailKind.PHONE


def _looks_like_phone(written: str, digits: str, beside: set[str], clues: Clues) -> bool:
    """Without a country code a number needs a reason: a zero, brackets, or a word beside it."""
    asked_for = not beside.isdisjoint(clues.phone_words)
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
