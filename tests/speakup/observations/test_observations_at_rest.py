"""Whoever copies the database finds nothing that was written in the notebook."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection

from speakup.observations import actions
from speakup.observations.models import Observation
from speakup.vault import sealing
from tests.speakup.observations.conftest import TODAY, moment

DAY = date(2026, 10, 7)
SECRET = moment(
    standard="listening",
    outcome="spoke_in_person",
    impact="unhappy",
    cause="handover",
    channel="in_person",
    customer="business",
    day=DAY,
    words="The espresso machine hissed louder than grandmother Zdenka.",
)
NEEDLES = (
    *[value for name, value in SECRET.payload.items() if value and name != "day"],
    *["espresso", "Zdenka", "stepped_in", "feared_hurt", "no_moment", "stayed_silent", "sent_note"],
    *[
        DAY.strftime(form)
        for form in ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d %B", "%B %d", "%d/%m", "%y-%m-%d")
    ],
    *["7 October", "October 7", "Oct. 7", "7.10.2026", "10/7/2026", str(DAY.toordinal())],
)


def every_row():
    """All columns of all rows of all tables, as bytes."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [_bytes(value) for row in cursor.fetchall() for value in row]
    return b"\n".join(found)


def _bytes(value):
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def whole_file():
    """The database as a copy of its file would hold it, free pages and indexes included."""
    connection.ensure_connection()
    return connection.connection.serialize()


def dumps():
    return [every_row(), *([whole_file()] if connection.vendor == "sqlite" else [])]


def spread(needle):
    """The ways in which a careless program would have put it down."""
    return {needle.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")} | {
        needle.encode().hex().encode()
    }


def told_more(before, after):
    """What the copy tells that it did not tell before; standards are named in their own table."""
    return [
        needle
        for needle in NEEDLES
        for written in spread(needle)
        if any(
            new.count(written) > old.count(written) for old, new in zip(before, after, strict=True)
        )
    ]


@pytest.fixture
def copied(mia, listening):
    """Compares the whole database before and after something happens."""
    sealing.key_of(mia.pk)
    before = dumps()
    return lambda: told_more(before, dumps())


def test_a_stolen_database_tells_nothing_that_mia_logged_changed_or_sent(mia, copied):
    entry = actions.log_observation(by=mia, moment=SECRET, today=TODAY).entry
    row = {"by": mia, "observation_id": entry.id}
    actions.change_observation(
        **row, moment=moment(silence="feared_hurt", words="Zdenka again."), today=TODAY
    )
    actions.mark_note_sent(**row)
    actions.change_observation(**row, moment=SECRET, today=TODAY)
    actions.mark_said(**row)
    actions.change_observation(**row, moment=SECRET, today=TODAY)

    assert copied() == []


def test_a_stolen_database_tells_nothing_of_what_the_page_was_sent(as_person, mia, clock, copied):
    sent = {name: str(value) for name, value in SECRET.payload.items()}

    answer = as_person(mia).post("/log/", sent)

    assert answer.status_code == 302
    assert Observation.objects.count() == 1
    assert copied() == []


@pytest.mark.parametrize("leak", ["words", "standard", "outcome", "day"])
def test_a_leak_that_is_planted_is_seen(mia, listening, copied, leak):
    plain = str(SECRET.payload[leak])

    Observation.objects.create(person=mia, quarter="2026Q4", sealed=plain.encode())

    assert plain in copied()
    assert all(plain.encode() in dump for dump in dumps())


def test_two_rows_of_different_moments_look_alike_in_length(mia, listening):
    for what in (moment(words="No."), moment(words="Yes, and so on.", cause="unknown")):
        actions.log_observation(by=mia, moment=what, today=TODAY)

    first, second = Observation.objects.values_list("sealed", flat=True)

    assert len(bytes(first)) == len(bytes(second))


def test_a_row_has_no_columns_but_the_four_that_are_published():
    columns = {field.attname for field in Observation._meta.concrete_fields}

    assert columns == {"id", "person_id", "quarter", "sealed"}


def test_row_ids_made_here_are_random(mia, write):
    assert {UUID(str(write(mia).id)).version for _ in range(3)} == {4}


def test_a_row_names_itself_without_anything_of_its_writer(mia, write):
    entry = write(mia)

    assert str(Observation.objects.get()) == f"observation {entry.id}"
