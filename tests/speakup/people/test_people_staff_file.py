"""A staff file is read whole, or every fault in it is named with its line."""

import pytest

from speakup.people.staff import Fault
from speakup.people.staff_file import BadFile, read

HEADER = "name,email,unit,roles,language\n"
MIA = "Mia Visser,mia@hotel.example,Harbour Group / Front desk,,nl\n"


def faults_in(text, *, organisation=None):
    with pytest.raises(BadFile) as bad:
        read(text if isinstance(text, bytes) else text.encode(), organisation=organisation)
    return list(bad.value.faults)


def rows_in(text, *, organisation=None):
    return read(text.encode(), organisation=organisation)


def test_row_is_read_clean():
    (row,) = rows_in(
        HEADER
        + ' Mia   Visser , MIA@Hotel.example," Harbour Group/Front  desk ",Manager; steward,NL\n'
    )

    assert (row.line, row.name, row.email, row.language) == (
        2,
        "Mia Visser",
        "mia@hotel.example",
        "nl",
    )
    assert row.unit == ("Harbour Group", "Front desk")
    assert row.roles == {"member", "manager", "steward"}
    assert row.manages == {("Harbour Group", "Front desk")}


def test_letters_written_in_two_ways_are_the_same_letters():
    (row,) = rows_in(HEADER + MIA.replace("Mia Visser", "Zoe\u0308"))

    assert row.name == "Zo\u00eb"


def test_columns_may_stand_in_any_order_after_a_byte_order_mark():
    (row,) = rows_in(
        "\ufeffLanguage, Email ,name,roles,unit\r\net,mia@hotel.example,Mia,leader,Harbour Group\r\n"
    )

    assert (row.name, row.language, row.unit) == ("Mia", "et", ("Harbour Group",))


def test_empty_lines_are_passed_over_and_still_counted():
    text = HEADER + "\n,,,,\n" + MIA + MIA.replace("mia@", "no address")

    assert [fault.line for fault in faults_in(text)] == [5]


def test_line_is_where_a_row_begins_even_when_a_name_spans_two():
    text = HEADER + MIA.replace("Mia Visser", '"Mia\nVisser"') + MIA.replace("mia@", "bad ")

    assert [fault.line for fault in faults_in(text)] == [4]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            ",mia@hotel.example,Harbour Group,,en",
            "The name is empty. Write the name that colleagues know.",
        ),
        ("M\x00ia,mia@hotel.example,H,,en", "The name is no name. Write at most 120 letters."),
        (
            "M" * 121 + ",mia@hotel.example,H,,en",
            "The name is no name. Write at most 120 letters.",
        ),
        (
            "Mia,mia.hotel.example,H,,en",
            "“mia.hotel.example” is not an e-mail address. Write one like mia@hotel.example.",
        ),
        (
            f"Mia,mia@{'.'.join(['a' * 60] * 5)}.example,H,,en",
            "The e-mail address is too long. Use at most 254 letters.",
        ),
        (
            "Mia,mia@hotel.example,,,en",
            "The unit is empty or has an empty part. Write it like Harbour Group / Hotel Zuid.",
        ),
        (
            "Mia,mia@hotel.example,H // F,,en",
            "The unit is empty or has an empty part. Write it like Harbour Group / Hotel Zuid.",
        ),
        (
            f"Mia,mia@hotel.example,H / {'F' * 121},,en",
            "A part of the unit is no name. Write at most 120 letters each.",
        ),
        (
            f"Mia,mia@hotel.example,{' / '.join(['H'] * 13)},,en",
            "The unit is 13 levels deep. Write at most 12 parts, from the organisation down.",
        ),
        (
            f"{'M' * 1_000_000},mia@hotel.example,H,,en",
            "A cell is far too long: perhaps a quotation mark is not closed. Close it, or write less.",
        ),
        (
            "Mia,mia@hotel.example,H,boss,en",
            "“boss” is not a role. Write member, manager, leader or steward.",
        ),
        (
            "Mia,mia@hotel.example,H,,fr",
            "“fr” is not a language here. Write one of en, nl, de, et, ru, fi.",
        ),
        (
            "Mia,mia@hotel.example,H,",
            "There are 4 cells instead of 5. Put a cell that holds a comma between quotation marks.",
        ),
        (
            "Visser, Mia,mia@hotel.example,H,,en",
            "There are 6 cells instead of 5. Put a cell that holds a comma between quotation marks.",
        ),
    ],
)
def test_bad_row_names_its_line_and_what_to_write(row, sentence):
    assert faults_in(HEADER + row + "\n") == [Fault(2, sentence)]


def test_all_bad_rows_are_told_together_in_order():
    text = HEADER + "Mia,mia,H / ,boss,fr\n" + MIA + ",,,,en\n"

    assert [fault.line for fault in faults_in(text)] == [2, 2, 2, 2, 4, 4, 4]


def test_same_address_in_other_letters_is_there_twice():
    text = HEADER + MIA + MIA.replace("mia@", "MIA@")

    assert faults_in(text) == [
        Fault(3, "mia@hotel.example is already on line 2. Keep one line per person.")
    ]


def test_second_organisation_is_refused_once():
    other = MIA.replace("Harbour Group", "Other Group")
    text = HEADER + MIA + other.replace("mia", "jo") + other.replace("mia", "kim")

    assert faults_in(text) == [
        Fault(
            3,
            "“Other Group / Front desk” does not start with “Harbour Group”. There is one organisation: "
            "write Harbour Group / Other Group / Front desk, say.",
        )
    ]


def test_organisation_that_is_here_already_counts_and_its_letters_do_not():
    other, same = (
        faults_in(HEADER + MIA, organisation="Inn"),
        rows_in(HEADER + MIA, organisation="HARBOUR group"),
    )

    assert [fault.line for fault in other] == [2]
    assert len(same) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "",
            Fault(1, "The file is empty. Write name,email,unit,roles,language on its first line."),
        ),
        (
            " \n,\n",
            Fault(1, "The file is empty. Write name,email,unit,roles,language on its first line."),
        ),
        (HEADER, Fault(1, "There is nobody below the first line. Add one line per person.")),
        (
            HEADER.replace(",", ";") + MIA,
            Fault(1, "The columns are not separated by commas. Save the file as CSV with commas."),
        ),
        (
            HEADER.replace(",", "\t") + MIA,
            Fault(1, "The columns are not separated by commas. Save the file as CSV with commas."),
        ),
        (
            HEADER.replace(",roles", "") + MIA,
            Fault(
                1,
                "The column “roles” is missing. "
                "Write name,email,unit,roles,language on the first line.",
            ),
        ),
        (
            HEADER.replace("language", "language,phone") + MIA,
            Fault(1, "The column “phone” is not one that Speakup keeps. Take it out of the file."),
        ),
        (
            HEADER.replace("name", "name,name") + MIA,
            Fault(
                1,
                "The column “name” is there twice. "
                "Write name,email,unit,roles,language on the first line.",
            ),
        ),
        (
            HEADER + MIA + '"Mia\n',
            Fault(3, 'The quotation marks do not pair up. Write "" for one inside a cell.'),
        ),
        (
            (HEADER + MIA).encode() + b"Zo\xeb,zoe@hotel.example,H,,en\n",
            Fault(3, "This line is not in UTF-8. Save the file again as “CSV UTF-8”."),
        ),
        (
            (HEADER + MIA).encode("utf-16"),
            Fault(1, "This line is not in UTF-8. Save the file again as “CSV UTF-8”."),
        ),
    ],
)
def test_file_that_is_no_staff_file_is_told_what_to_be(text, fault):
    assert faults_in(text) == [fault]


def test_unit_may_be_twelve_levels_deep():
    row = f"Mia,mia@hotel.example,{' / '.join(['H'] * 12)},,en\n"

    assert len(read((HEADER + row).encode(), organisation=None)[0].unit) == 12
