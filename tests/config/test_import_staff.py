"""`manage.py import_staff` shows the difference, writes all of it or nothing, and has nothing to do twice."""

import threading
from io import StringIO

import pytest
from django.contrib.auth.hashers import make_password
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from speakup.people import actions, policy, queries
from speakup.people.models import Person, Unit
from speakup.people.staff_file import read
from tests.factories import PersonFactory

VENDOR = connection.vendor
STAFF = """\
name,email,unit,roles,language
Mia Visser,mia.visser@hotel.example,Harbour Group / Hotel Zuid / Front desk,,nl
Priit Saar,priit.saar@hotel.example,Harbour Group / Hotel Zuid / Front desk,manager,et
Lena Groot,lena.groot@hotel.example,Harbour Group,leader steward,de
"""


@pytest.fixture
def staff_file(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text(STAFF)
    return path


def run(path, *options):
    out, err = StringIO(), StringIO()
    call_command("import_staff", path, *options, stdout=out, stderr=err)
    return out.getvalue().splitlines(), err.getvalue().splitlines()


def refused(path, *options):
    err = StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("import_staff", path, *options, stdout=StringIO(), stderr=err)
    return refusal.value, err.getvalue().splitlines()


def the(name):
    return Person.objects.get(name=name)


def test_operator_looks_first_and_nothing_is_written(db, staff_file):
    told, _ = run(staff_file)

    assert told == [
        "New units: 3",
        "  Harbour Group",
        "  Harbour Group / Hotel Zuid",
        "  Harbour Group / Hotel Zuid / Front desk",
        "New people: 3",
        "  Mia Visser <mia.visser@hotel.example>, Harbour Group / Hotel Zuid / Front desk, member, nl",
        (
            "  Priit Saar <priit.saar@hotel.example>, Harbour Group / Hotel Zuid / Front desk, "
            "manager, member, et"
        ),
        "  Lena Groot <lena.groot@hotel.example>, Harbour Group, leader, member, steward, de",
        "As in the file already: 0",
        "Nothing was written. Run it again with --apply to write this.",
    ]
    assert (Person.objects.count(), Unit.objects.count()) == (0, 0)


def test_operator_applies_and_everybody_has_a_place_and_a_role(db, staff_file):
    told, progress = run(staff_file, "--apply")

    mia, priit, lena = the("Mia Visser"), the("Priit Saar"), the("Lena Groot")
    assert told[-1] == "All of this is written."
    assert progress == ["3 of 3 people"]
    assert queries.unit_path(mia) == ["Harbour Group", "Hotel Zuid", "Front desk"]
    assert policy.leads(priit, mia)
    assert policy.roles_of(lena) == ["member", "leader", "steward"]
    assert (mia.language, mia.has_usable_password()) == ("nl", False)


def test_operator_applies_twice_and_the_second_has_nothing_to_do(db, staff_file):
    run(staff_file, "--apply")

    told, progress = run(staff_file, "--apply")

    assert told == [
        "As in the file already: 3",
        "Nothing to do: everything is already as the file says.",
    ]
    assert progress == []


def test_operator_reads_every_change_from_old_to_new(db, staff_file):
    run(staff_file, "--apply")
    staff_file.write_text(
        STAFF.replace("Mia Visser", "Mia de Visser")
        .replace("Front desk,,nl", "Bar,manager,de")
        .replace("leader steward", "leader")
        .replace("Front desk,manager,et", "Front desk,,et")
    )

    told, _ = run(staff_file, "--apply")

    desk = "Harbour Group / Hotel Zuid / Front desk"
    bar = "Harbour Group / Hotel Zuid / Bar"
    assert told == [
        "New units: 1",
        f"  {bar}",
        "Changed people: 3",
        (
            "  Mia de Visser <mia.visser@hotel.example>, name: Mia Visser -> Mia de Visser; "
            f"unit: {desk} -> {bar}; manages: nothing -> {bar}; language: nl -> de"
        ),
        f"  Priit Saar <priit.saar@hotel.example>, manages: {desk} -> nothing",
        "  Lena Groot <lena.groot@hotel.example>, other roles: leader, steward -> leader",
        "As in the file already: 0",
        "All of this is written.",
    ]
    assert run(staff_file)[0][-1].startswith("Nothing to do")
    assert policy.is_manager(the("Mia de Visser"))
    assert not policy.is_manager(the("Priit Saar"))


def test_passwords_and_settings_stay_when_people_change(db, staff_file):
    run(staff_file, "--apply")
    mia = the("Mia Visser")
    mia.set_password("a quiet notebook")
    mia.takes_notes = False
    mia.save()
    staff_file.write_text(STAFF.replace("Mia Visser", "Mia de Visser"))

    run(staff_file, "--apply")

    mia.refresh_from_db()
    assert (mia.name, mia.takes_notes) == ("Mia de Visser", False)
    assert mia.check_password("a quiet notebook")


def test_language_is_ones_own_choice_once_one_has_been_here(db, staff_file):
    run(staff_file, "--apply")
    Person.objects.filter(name="Mia Visser").update(
        language="ru", password=make_password("a quiet notebook")
    )
    Person.objects.filter(name="Priit Saar").update(language="ru")

    told, _ = run(staff_file, "--apply")

    assert told[:2] == [
        "Changed people: 1",
        "  Priit Saar <priit.saar@hotel.example>, language: ru -> et",
    ]
    assert the("Mia Visser").language == "ru"


def test_unit_in_other_letters_is_the_same_unit(db, staff_file):
    run(staff_file, "--apply")
    staff_file.write_text(STAFF.replace("Hotel Zuid", "HOTEL zuid"))

    told, _ = run(staff_file)

    assert told[-1] == "Nothing to do: everything is already as the file says."


def test_person_not_in_the_file_is_named_and_left_alone(db, staff_file):
    run(staff_file, "--apply")
    staff_file.write_text("\n".join(STAFF.splitlines()[:3]))

    told, _ = run(staff_file, "--apply")

    assert told == [
        "Not in the file, left as they are: 1",
        "  Lena Groot <lena.groot@hotel.example>",
        "As in the file already: 2",
        "Nothing to do: everything is already as the file says.",
    ]
    assert the("Lena Groot").is_active


def test_many_who_are_not_in_the_file_do_not_drown_what_changes(db, staff_file):
    PersonFactory.create_batch(25)

    told, _ = run(staff_file)
    leaving, _ = run(staff_file, "--deactivate-missing")

    assert "Not in the file, left as they are: 25" in told
    assert "  and 5 more" in told
    assert "  and 5 more" not in leaving


def test_person_not_in_the_file_leaves_when_the_operator_says_so_and_comes_back(db, staff_file):
    run(staff_file, "--apply")
    staff_file.write_text("\n".join(STAFF.splitlines()[:3]))

    told, progress = run(staff_file, "--apply", "--deactivate-missing")
    gone = the("Lena Groot")
    staff_file.write_text(STAFF)
    back, _ = run(staff_file, "--apply")

    assert told[0] == "Not in the file, will no longer be able to sign in: 1"
    assert progress == ["1 of 1 people"]
    assert not gone.is_active
    assert back[1] == "  Lena Groot <lena.groot@hotel.example>, works here: no -> yes"
    assert the("Lena Groot").is_active


def test_person_without_a_unit_gets_one(db, staff_file):
    PersonFactory(name="Mia Visser", language="nl")

    told, _ = run(staff_file, "--apply")

    assert (
        "  Mia Visser <mia.visser@hotel.example>, "
        "unit: nothing -> Harbour Group / Hotel Zuid / Front desk"
    ) in told
    assert the("Mia Visser").unit.name == "Front desk"


@pytest.mark.parametrize("options", [[], ["--apply"]])
def test_bad_rows_are_all_named_and_nothing_is_half_imported(db, staff_file, options):
    staff_file.write_text(STAFF.replace("lena.groot@", "lena ").replace("manager,et", "boss,fr"))

    refusal, told = refused(staff_file, *options)

    assert told == [
        "Line 3: “boss” is not a role. Write member, manager, leader or steward.",
        "Line 3: “fr” is not a language here. Write one of en, nl, de, et, ru, fi.",
        "Line 4: “lena hotel.example” is not an e-mail address. Write one like mia@hotel.example.",
    ]
    assert str(refusal) == "Nothing was imported. Change the lines named above and run it again."
    assert refusal.returncode == 1
    assert (Person.objects.count(), Unit.objects.count()) == (0, 0)


def test_file_of_another_organisation_is_refused(db, staff_file):
    run(staff_file, "--apply")
    staff_file.write_text(STAFF.replace("Harbour Group", "Other Group"))

    _, told = refused(staff_file, "--apply")

    assert len(told) == 1
    assert "does not start with “Harbour Group”" in told[0]
    assert Unit.objects.filter(parent=None).count() == 1


def test_file_that_is_not_there_is_told_plainly(db, tmp_path):
    refusal, _ = refused(tmp_path / "none.csv")

    assert str(refusal).endswith("none.csv cannot be read. Check its name and try again.")


class PowerCut(Exception):
    pass


def test_import_that_breaks_in_the_middle_leaves_nothing_behind(db, staff_file):
    def cut(done, total):
        cut.after = Person.objects.count()
        raise PowerCut

    rows = read(staff_file.read_bytes(), organisation=None)

    with pytest.raises(PowerCut):
        actions.bring_in_staff(rows=rows, deactivate_missing=False, tell=cut)

    assert cut.after == 3
    assert (Person.objects.count(), Unit.objects.count()) == (0, 0)


@pytest.mark.postgres
@pytest.mark.skipif(VENDOR != "postgresql", reason="SQLite lets one writer in at a time")
@pytest.mark.django_db(transaction=True)
def test_import_that_meets_another_import_gives_way(staff_file):
    told = []

    def second():
        try:
            told.append(refused(staff_file, "--apply")[0])
        finally:
            connection.close()

    thread = threading.Thread(target=second)
    with transaction.atomic():
        PersonFactory(email="mia.visser@hotel.example")
        thread.start()
        while not somebody_waits():
            thread.join(0.05)
            assert thread.is_alive()
    thread.join()

    assert list(map(str, told)) == [
        "Someone else changed the staff at the same moment. Nothing was imported; run it again."
    ]
    assert (Person.objects.count(), Unit.objects.count()) == (1, 0)


def somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0


def rows_for(count):
    lines = [
        f"Person {n},person.{n}@hotel.example,Harbour Group / House {n // 100},"
        f"{'manager' if n % 100 == 0 else ''},en"
        for n in range(count)
    ]
    return "\n".join(["name,email,unit,roles,language", *lines])


def test_import_asks_the_database_as_often_for_ten_as_for_sixty(db, staff_file):
    staff_file.write_text(rows_for(1))
    run(staff_file, "--apply")
    asked = []
    for count, name in ((10, "a"), (60, "b")):
        staff_file.write_text(rows_for(count).replace("person.", f"{name}."))
        with CaptureQueriesContext(connection) as captured:
            run(staff_file, "--apply")
        asked.append(len(captured))

    assert Person.objects.count() == 71
    assert asked[0] == asked[1]


def test_import_of_many_tells_how_far_it_is(db, staff_file):
    staff_file.write_text(rows_for(actions.BATCH + 1))

    _, progress = run(staff_file, "--apply")

    assert progress == ["500 of 501 people", "501 of 501 people"]
