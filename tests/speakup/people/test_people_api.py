"""The API says who I am and changes my settings through the same form as the page."""

from datetime import time

import pytest

ME = "/api/v1/me/"


@pytest.fixture
def mias(as_person, mia):
    return as_person(mia)


def change(browser, **settings):
    return browser.patch(ME, settings, content_type="application/json")


def test_mia_reads_who_she_is(mias):
    answer = mias.get(ME)

    assert answer.json() == {
        "name": "Mia Visser",
        "language": "en",
        "unit_path": ["Harbour Group", "Hotel Zuid", "Front desk"],
        "roles": ["member"],
        "settings": {
            "language": "en",
            "quiet_from": None,
            "quiet_until": None,
            "takes_notes": True,
            "tell_by_email": False,
        },
    }


def test_person_of_many_roles_reads_them_in_order(as_person, priit):
    priit.is_leader = priit.is_steward = True
    priit.save()

    answer = as_person(priit).get(ME)

    assert answer.json()["roles"] == ["member", "manager", "leader", "steward"]


def test_mia_changes_some_settings_and_the_others_stay(mias, mia):
    change(mias, quiet_from="22:00", quiet_until="07:00")

    answer = change(mias, language="et", takes_notes=False)

    mia.refresh_from_db()
    assert answer.status_code == 200
    assert answer.json()["settings"] == {
        "language": "et",
        "quiet_from": "22:00:00",
        "quiet_until": "07:00:00",
        "takes_notes": False,
        "tell_by_email": False,
    }
    assert (mia.language, mia.quiet_from, mia.takes_notes) == ("et", time(22), False)


def test_mia_ends_her_quiet_hours(mias, mia):
    change(mias, quiet_from="22:00", quiet_until="07:00")

    answer = change(mias, quiet_from=None, quiet_until=None)

    mia.refresh_from_db()
    assert (answer.status_code, mia.quiet_from, mia.quiet_until) == (200, None, None)


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        ({"quiet_from": "22:00"}, "quiet_until"),
        ({"quiet_from": "late"}, "quiet_from"),
        ({"language": "fr"}, "language"),
        ({"language": ["en"]}, "language"),
        ({"takes_notes": "perhaps"}, "takes_notes"),
        ({"takes_notes": None}, "takes_notes"),
    ],
)
def test_mia_sends_what_cannot_be_and_nothing_changes(mias, mia, settings, field):
    answer = change(mias, **settings)

    mia.refresh_from_db()
    assert answer.status_code == 400
    assert answer.json().keys() == {field}
    assert (mia.language, mia.quiet_from, mia.takes_notes) == ("en", None, True)


@pytest.mark.parametrize("body", ["[]", '"en"', "{", "\x00"])
def test_mia_sends_no_settings_at_all_and_is_told(mias, body):
    answer = mias.patch(ME, body, content_type="application/json")

    assert answer.status_code == 400


def test_mia_cannot_change_who_she_is(mias, mia):
    answer = change(mias, name="Boss", roles=["steward"], is_steward=True)

    mia.refresh_from_db()
    assert answer.status_code == 200
    assert (mia.name, mia.is_steward) == ("Mia Visser", False)


def test_stranger_reads_nothing(client, db):
    assert client.get(ME).status_code == 403
