"""Reads a staff file: every row clean, or every fault with its line and what to write instead."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from speakup.people.policy import ROLES
from speakup.people.staff import Fault, Path, Row, folded, written

COLUMNS = ("name", "email", "unit", "roles", "language")
LONGEST_NAME = 120
LONGEST_EMAIL = 254
DEEPEST = 12  # levels: more than any organisation has, and as many as a page can show
FAR_TOO_LONG = (
    "A cell is far too long: perhaps a quotation mark is not closed. Close it, or write less."
)
Record = tuple[int, list[str]]


class BadFile(Exception):
    """The file cannot be taken as it stands; `faults` says what to change, line by line."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))


class Unreadable(ValueError):
    """One cell that cannot be taken; the message says what to write instead."""


def read(data: bytes, *, organisation: str | None) -> tuple[Row, ...]:
    """The rows of the file; raises BadFile with every fault that could be found.

    `organisation` is the name of the unit that everything hangs below, if there is one already.
    """
    (_, header), *records = _records(_text(data))
    columns = _columns(header)
    if not records:
        raise BadFile(Fault(1, "There is nobody below the first line. Add one line per person."))
    faults: list[Fault] = []
    rows = [row for record in records if (row := _row(record, columns, faults))]
    faults.extend(_twice(rows))
    faults.extend(_outside(rows, organisation))
    if faults:
        raise BadFile(*faults)
    return tuple(rows)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = data.count(b"\n", 0, trouble.start) + 1
        raise BadFile(
            Fault(line, "This line is not in UTF-8. Save the file again as “CSV UTF-8”.")
        ) from None


def _records(text: str) -> list[Record]:
    """Every line that holds something, with the number of the line it starts on."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records, start = list[Record](), 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as trouble:
        if "field limit" in str(trouble):
            raise BadFile(Fault(start, FAR_TOO_LONG)) from None
        raise BadFile(
            Fault(start, 'The quotation marks do not pair up. Write "" for one inside a cell.')
        ) from None
    if not records:
        raise BadFile(Fault(1, f"The file is empty. Write {','.join(COLUMNS)} on its first line."))
    return records


def _columns(header: Sequence[str]) -> list[str]:
    """The names on the first line, in the order of the file."""
    names = [cell.strip().casefold() for cell in header]
    if len(names) == 1 and any(mark in names[0] for mark in ";\t|"):
        raise BadFile(
            Fault(1, "The columns are not separated by commas. Save the file as CSV with commas.")
        )
    wanted = f"Write {','.join(COLUMNS)} on the first line."
    faults = [f"The column “{name}” is missing. {wanted}" for name in COLUMNS if name not in names]
    faults += [
        f"The column “{name}” is not one that Speakup keeps. Take it out of the file."
        for name in names
        if name not in COLUMNS
    ]
    faults += [
        f"The column “{name}” is there twice. {wanted}" for name in COLUMNS if names.count(name) > 1
    ]
    if faults:
        raise BadFile(*(Fault(1, sentence) for sentence in faults))
    return names


def _row(record: Record, columns: Sequence[str], faults: list[Fault]) -> Row | None:
    line, cells = record
    if len(cells) != len(columns):
        sentence = (
            f"There are {len(cells)} cells instead of {len(columns)}. "
            "Put a cell that holds a comma between quotation marks."
        )
        faults.append(Fault(line, sentence))
        return None
    values: dict[str, Any] = {}
    for column, cell in zip(columns, cells, strict=True):
        try:
            values[column] = READERS[column](" ".join(cell.split()))
        except Unreadable as trouble:
            faults.append(Fault(line, str(trouble)))
    return Row(line=line, **values) if len(values) == len(columns) else None


def _name(cell: str) -> str:
    name = unicodedata.normalize("NFC", cell)
    if not name:
        raise Unreadable("The name is empty. Write the name that colleagues know.")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise Unreadable(f"The name is no name. Write at most {LONGEST_NAME} letters.")
    return name


def _email(cell: str) -> str:
    address = cell.lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Unreadable(
            f"“{cell}” is not an e-mail address. Write one like mia@hotel.example."
        ) from None
    if len(address) > LONGEST_EMAIL:
        raise Unreadable(f"The e-mail address is too long. Use at most {LONGEST_EMAIL} letters.")
    return address


def _unit(cell: str) -> Path:
    path = tuple(unicodedata.normalize("NFC", part.strip()) for part in cell.split("/"))
    if not all(path):
        raise Unreadable(
            "The unit is empty or has an empty part. Write it like Harbour Group / Hotel Zuid."
        )
    if len(path) > DEEPEST:
        raise Unreadable(
            f"The unit is {len(path)} levels deep. "
            f"Write at most {DEEPEST} parts, from the organisation down."
        )
    if any(len(part) > LONGEST_NAME or not part.isprintable() for part in path):
        raise Unreadable(
            f"A part of the unit is no name. Write at most {LONGEST_NAME} letters each."
        )
    return path


def _roles(cell: str) -> frozenset[str]:
    """Everybody is a member, also when nothing is written."""
    roles = frozenset(cell.casefold().replace(";", " ").split())
    for role in sorted(roles.difference(ROLES)):
        raise Unreadable(f"“{role}” is not a role. Write member, manager, leader or steward.")
    return roles | {"member"}


def _language(cell: str) -> str:
    spoken = [code for code, _ in settings.LANGUAGES]
    if cell.casefold() not in spoken:
        raise Unreadable(f"“{cell}” is not a language here. Write one of {', '.join(spoken)}.")
    return cell.casefold()


READERS: Mapping[str, Callable[[str], Any]] = {
    "name": _name,
    "email": _email,
    "unit": _unit,
    "roles": _roles,
    "language": _language,
}


def _twice(rows: Sequence[Row]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for row in rows:
        first = seen.setdefault(row.email, row.line)
        if first != row.line:
            yield Fault(
                row.line,
                f"{row.email} is already on line {first}. Keep one line per person.",
            )


def _outside(rows: Sequence[Row], organisation: str | None) -> Iterator[Fault]:
    """The first line of each path that starts anywhere else than at the one organisation."""
    if not rows:
        return
    root = (organisation or rows[0].unit[0],)
    seen = {folded(root)}
    for row in rows:
        if folded(row.unit[:1]) not in seen:
            seen.add(folded(row.unit[:1]))
            yield Fault(
                row.line,
                f"“{written(row.unit)}” does not start with “{root[0]}”. There is one organisation: "
                f"write {written((*root, *row.unit))}, say.",
            )
