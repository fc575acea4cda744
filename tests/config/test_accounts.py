"""The doors of the accounts: signing in and out, and a new password."""

import re

import pytest
from django.core import mail

from tests.reading import Page


@pytest.mark.parametrize(
    "door", ["sign-in", "password/reset", "password/reset/sent", "password/reset/key/done"]
)
def test_a_stranger_finds_every_door_of_the_house_in_its_own_words(client, db, door):
    answer = client.get(f"/account/{door}/")

    assert answer.status_code == 200
    assert len(Page(answer).all("h1", **{"class": "page-title"})) == 1


def test_a_stranger_signing_in_goes_from_address_to_password_without_a_stop(client, db):
    page = Page(client.get("/account/sign-in/"))

    stops = [
        held.get("name") or held.get("href") for tag, held in page.tags if tag in {"a", "input"}
    ]
    assert stops.index("password") == stops.index("login") + 1
    assert "/account/password/reset/" in stops


def test_a_stranger_mistypes_and_learns_what_to_do_without_learning_who_works_here(client, mia):
    said = [
        client.post("/account/sign-in/", {"login": address, "password": "wrong"}).content.decode()
        for address in (mia.email, "nobody@hotel.example")
    ]

    assert all("do not belong together" in text for text in said)
    assert mia.email in said[0]


def test_a_stranger_tries_too_often_and_is_told_how_long_to_wait(client, mia, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "2/5m/key"}
    for _ in range(3):
        answer = client.post("/account/sign-in/", {"login": mia.email, "password": "wrong"})

    assert "Wait five minutes" in answer.content.decode()


def test_mia_signs_in_and_nothing_is_said_about_it(client, mia):
    client.post("/account/sign-in/", {"login": mia.email, "password": "a quiet notebook"})

    assert "notice" not in client.get("/account/sign-out/").content.decode()


def test_mia_signs_out_and_what_she_typed_is_forgotten_on_the_device(as_person, mia):
    browser = as_person(mia)
    page = Page(browser.get("/account/sign-out/"))

    answer = browser.post("/account/sign-out/", follow=True)

    assert page.all("body")[0]["data-sign-out"] == page.all("form")[0]["action"]
    assert "You have signed out." in answer.content.decode()
    assert browser.get("/account/password/").status_code == 302


def test_mia_forgot_her_password_and_a_mail_opens_the_door_once(client, mia, work_is_done):
    client.post("/account/password/reset/", {"email": mia.email})
    work_is_done()
    link = re.search(r"https?://[^/\s]+(/\S+)", mail.outbox[0].body).group(1)
    form = client.get(link, follow=True)

    done = client.post(
        form.redirect_chain[-1][0],
        {"password1": "eleven quiet words", "password2": "eleven quiet words"},
        follow=True,
    )

    assert mail.outbox[0].subject == "A new password for you"
    assert "Choose a new password" in form.content.decode()
    assert "Your new password works" in done.content.decode()
    mia.refresh_from_db()
    assert mia.check_password("eleven quiet words")
    assert "This link is used up" in client.get(link, follow=True).content.decode()


def test_a_stranger_asks_for_a_password_of_nobody_and_hears_the_same(client, mia, work_is_done):
    known, unknown = (
        client.post("/account/password/reset/", {"email": address}, follow=True).content.decode()
        for address in (mia.email, "nobody@hotel.example")
    )

    work_is_done()
    assert "Look in your mail" in known
    assert re.sub(r'nonce="[^"]+"', "", known) == re.sub(r'nonce="[^"]+"', "", unknown)
    assert [letter.to for letter in mail.outbox] == [[mia.email]]


def test_mia_changes_her_password_and_stays_signed_in(as_person, mia):
    browser = as_person(mia)

    answer = browser.post(
        "/account/password/",
        {
            "oldpassword": "a quiet notebook",
            "password1": "eleven quiet words",
            "password2": "eleven quiet words",
        },
        follow=True,
    )

    mia.refresh_from_db()
    assert mia.check_password("eleven quiet words")
    assert "Your new password works from now on." in answer.content.decode()


def test_mia_changes_her_password_and_mistypes_the_second_one(as_person, mia):
    answer = as_person(mia).post(
        "/account/password/",
        {
            "oldpassword": "a quiet notebook",
            "password1": "eleven quiet words",
            "password2": "twelve",
        },
    )

    mia.refresh_from_db()
    assert mia.check_password("a quiet notebook")
    assert Page(answer).all("input", name="password2")[0]["aria-invalid"] == "true"


def test_somebody_who_left_hears_what_a_stranger_hears_and_stays_outside(client, mia):
    mia.is_active = False
    mia.save()

    answer = client.post("/account/sign-in/", {"login": mia.email, "password": "a quiet notebook"})

    assert "do not belong together" in answer.content.decode()
    assert client.get("/account/password/").status_code == 302
