"""National numbers of the five countries and their neighbours, known by their check digits.

Where a number's shape is as good as a name (a date inside, a letter, a hyphen) the check digits are
enough. A plain row of digits passes some checks by chance, so it needs a word such as "BSN" beside it.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType

_ALONE = {
    r"[1-6]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}": "ee.ik",
    r"(?:\d{2})?\d{6}[-+]\d{4}": "se.personnummer dk.cpr",
    r"\d{6}-\d{5}": "lv.pvn",
    r"\d{6}/\d{4}": "cz.rc",
    r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}": "be.nn",
    r"756\.\d{4}\.\d{4}\.\d{2}": "ch.ssn",
    r"[12] \d{2} \d{2} \d{2} \d{3} \d{3} \d{2}": "fr.nir",
    r"\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]": "fi.hetu",
    r"[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]": "it.codicefiscale",
    r"\d{3}-\d{3}-\d{3} \d{2}": "snils",
    r"\d{3}-\d{2}-\d{4}": "us.ssn",
}
_NAMES = (
    "nl.bsn de.idnr ee.ik lt.asmens ru.inn snils gb.nhs pl.pesel no.fodselsnummer at.vnr be.nn ch.ssn "
    "fr.nir lv.pvn cz.rc dk.cpr se.personnummer ie.pps ua.rntrc es.dni es.nie us.ssn"
)
_BESIDE_A_WORD = _NAMES.split()
# No check digits: the shape counts, beside a word that says what it is.
_SHAPES_BESIDE_A_WORD = re.compile(
    r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]"
)
_LETTERED = re.compile(
    r"(?<![\w-])(?:\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]"
    r"|[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|\d{7}[A-W][A-IW]?|[XYZ]?\d{7,8}-?[A-Z])(?![\w-])"
)


def lettered(text: str) -> Iterator[re.Match[str]]:
    """Runs that hold letters and might be national numbers."""
    return _LETTERED.finditer(text)


def is_national(written: str, *, marked: bool) -> bool:
    """Whether this is somebody's number; `marked` when a word beside it says so."""
    written = written.strip()
    for shape, checks in _ALONE.items():
        if re.fullmatch(shape, written) and _passes(written, checks.split()):
            return True
    return marked and (
        bool(_SHAPES_BESIDE_A_WORD.fullmatch(written)) or _passes(written, _BESIDE_A_WORD)
    )


def _passes(written: str, checks: list[str]) -> bool:
    return any(
        _is_snils(written) if check == "snils" else _check(check).is_valid(written)
        for check in checks
    )


@cache
def _check(name: str) -> ModuleType:
    """A module of python-stdnum, loaded only when a number asks for it."""
    return import_module(f"stdnum.{name}")


def _is_snils(written: str) -> bool:
    """A Russian insurance number: nine digits weighed 9 to 1, modulo 101, and two to check."""
    digits = re.sub(r"\D", "", written)
    if len(digits) != 11:
        return False
    weighed = sum(int(digit) * (9 - place) for place, digit in enumerate(digits[:9]))
    return weighed % 101 % 100 == int(digits[9:])
