"""People decide for themselves when they are left alone, how they are told, and in which language."""

from datetime import time

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from speakup.people import actions
from speakup.people.choices import Settings

CHOSEN = {
    "language": "nl",
    "quiet_from": "22:00",
    "quiet_until": "07:30",
    "takes_notes": "on",
    "tell_by_email": "on",
}
PAGE = "/me/"


def settings_of(person):
    person.refresh_from_db()
    return Settings(
        language=person.language,
        quiet_from=person.quiet_from,
        quiet_until=person.quiet_until,
        takes_notes=person.takes_notes,
        tell_by_email=person.tell_by_email,
    )


def text_of(page):
    return page.content.decode()


def test_mia_sees_who_she_is_here_and_each_language_under_its_own_name(as_person, mia):
    page = as_person(mia).get(PAGE)

    text = text_of(page)
    assert "Mia Visser" in text
    assert "Harbour Group / Hotel Zuid / Front desk" in text
    assert [
        name
        for name in ("English", "Nederlands", "Deutsch", "eesti", "Русский")
        if name not in text
    ] == []


def test_mia_without_a_unit_still_sees_her_settings(as_person, mia):
    mia.unit = None
    mia.save()

    page = as_person(mia).get(PAGE)

    assert page.context["unit_path"] == []


def test_mia_changes_her_settings_and_they_hold_at_once(as_person, mia):
    page = as_person(mia).post(PAGE, CHOSEN, follow=True)

    assert page.redirect_chain == [(PAGE, 302)]
    assert page.headers["Content-Language"] == "nl"
    assert settings_of(mia) == Settings("nl", time(22), time(7, 30), True, True)


def test_mia_finds_her_choices_again_in_the_form(as_person, mia):
    browser = as_person(mia)
    browser.post(PAGE, CHOSEN | {"language": "en"})

    text = text_of(browser.get(PAGE))

    assert 'value="22:00"' in text
    assert 'value="07:30"' in text


def test_mia_pauses_notes_by_leaving_the_box_empty(as_person, mia):
    as_person(mia).post(PAGE, {"language": "en"})

    assert settings_of(mia) == Settings("en", None, None, False, False)


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        (
            {"quiet_until": ""},
            {"quiet_until": ["Quiet hours need a start and an end. Fill in both, or neither."]},
        ),
        (
            {"quiet_from": ""},
            {"quiet_from": ["Quiet hours need a start and an end. Fill in both, or neither."]},
        ),
        (
            {"quiet_until": "22:00:00"},
            {"quiet_until": ["Choose an end that differs from the start."]},
        ),
        ({"quiet_from": "late"}, {"quiet_from": ["Write a time like 22:00, or leave it empty."]}),
        ({"language": "fr"}, {"language": ["Choose a language from the list."]}),
        ({"language": ""}, {"language": ["Choose a language from the list."]}),
    ],
)
def test_mia_mistypes_and_reads_what_to_do_and_nothing_changes(as_person, mia, typed, errors):
    before = settings_of(mia)

    page = as_person(mia).post(PAGE, CHOSEN | typed)

    assert page.status_code == 422
    assert page.context["form"].errors == errors
    assert settings_of(mia) == before
    assert typed.get("quiet_from", "22:00") in text_of(page)


def test_mia_mistypes_and_the_page_stays_in_her_language(as_person, mia):
    page = as_person(mia).post(PAGE, CHOSEN | {"quiet_from": "late"})

    assert page.headers["Content-Language"] == "en"


def test_settings_of_jonas_stay_when_mia_changes_hers(as_person, mia, jonas):
    before = settings_of(jonas)

    as_person(mia).post(PAGE, CHOSEN)

    assert settings_of(jonas) == before


def test_database_refuses_half_of_the_quiet_hours(mia):
    half = Settings("en", time(22), None, takes_notes=True, tell_by_email=False)

    with pytest.raises(IntegrityError), transaction.atomic():
        actions.change_settings(by=mia, to=half)


def links_on(page):
    text = text_of(page).split("<main", 1)[1]
    return [piece.split('"', 1)[0] for piece in text.split('href="')[1:]]


def test_mia_finds_the_way_to_everything_of_hers(as_person, mia):
    page = as_person(mia).get(reverse("people:more"))

    assert links_on(page) == [
        "/me/",
        "/reports/",
        "/notes/how-the-guide-reads/",
        "/account/password/",
    ]
    assert '<form method="post" action="/account/sign-out/">' in text_of(page)


@pytest.mark.parametrize("reader", ["priit", "lena"])
def test_manager_and_leader_also_find_what_silence_costs(as_person, reader, request):
    page = as_person(request.getfixturevalue(reader)).get(reverse("people:more"))

    assert "/reports/silence/" in links_on(page)


def test_steward_also_finds_the_standards_and_the_quarter(as_person, olga):
    page = as_person(olga).get(reverse("people:more"))

    assert links_on(page) == [
        "/me/",
        "/reports/",
        "/standards/",
        "/reports/prepare/",
        "/notes/how-the-guide-reads/",
        "/account/password/",
    ]


def test_stranger_is_asked_to_sign_in_first(client, db):
    assert client.get(PAGE).url == "/account/sign-in/?next=/me/"
