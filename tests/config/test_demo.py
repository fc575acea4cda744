"""The invented company: made by the actions, alike for one seed, and never on top of real people."""

from random import Random

import pytest
from django.core.management import CommandError, call_command

from coaching.notes.models import Note, State
from config import demo, invented
from speakup.observations.models import Observation
from speakup.people.models import Person
from speakup.reports.models import Release
from tests.speakup.reports.walls import forget_releases


@pytest.fixture
def house_to_clear(transactional_db):
    yield
    forget_releases()


def test_demo_fills_an_empty_house_so_that_every_journey_has_something_to_show(
    house_to_clear, capsys
):
    call_command("demo", people=60, quarters=1)

    assert Person.objects.count() == 60
    assert Release.objects.released().count() == 1
    assert Observation.objects.visible_to(demo.one_of_cast("mia")).exists()
    jonas = demo.one_of_cast("jonas")
    assert Note.objects.unread_by(jonas).filter(reader=jonas).count() == 1
    assert Note.objects.filter(state=State.ANSWERED).count() == 2
    said = capsys.readouterr().out
    assert demo.PASSWORD in said
    assert "mia@harbour.example" in said
    assert demo.one_of_cast("mia").check_password(demo.PASSWORD)


def test_demo_never_touches_a_house_with_people_in_it(mia):
    with pytest.raises(CommandError, match="people here already"):
        call_command("demo")

    assert Person.objects.count() == 1


@pytest.mark.parametrize("asked", [{"people": 2}, {"quarters": -1}])
def test_demo_of_an_impossible_size_is_refused(db, asked):
    with pytest.raises(CommandError, match="at least"):
        call_command("demo", **asked)


def test_demo_with_an_open_key_file_is_refused_before_anything_is_invented(db, settings, tmp_path):
    settings.VAULT_KEYS, settings.VAULT_KEY_FILE = "", tmp_path / "vault.keys"
    settings.VAULT_KEY_FILE.write_text("1:")
    settings.VAULT_KEY_FILE.chmod(0o644)

    with pytest.raises(CommandError, match="chmod 600"):
        call_command("demo")

    assert not Person.objects.exists()


def test_who_says_nothing_where_the_invented_company_does_not_live(mia, capsys):
    call_command("demo", who=True)

    assert capsys.readouterr().out == ""


def test_one_seed_invents_the_same_people_twice_and_another_seed_others():
    assert invented.staff(80, 1) == invented.staff(80, 1)
    assert invented.staff(80, 1) != invented.staff(80, 2)


def test_invented_people_see_as_much_and_speak_as_often_as_the_survey_says():
    rng = Random(7)
    tempers = [invented.temper(rng) for _ in range(4000)]

    seen = 4 * sum(temper.rate for temper in tempers) / len(tempers)
    always = sum(temper.always for temper in tempers) / len(tempers)

    assert seen == pytest.approx(invented.SEEN_PER_YEAR, rel=0.05)
    assert always == pytest.approx(invented.ALWAYS_SPEAK_UP, abs=0.015)
