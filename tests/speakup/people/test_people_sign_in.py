"""People sign in by e-mail and password, set a new one by mail, and nobody signs up by themselves."""

import re
import subprocess
import sys
import uuid

import pytest
from django.contrib.auth.hashers import make_password
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, override
from django_tasks_db.models import DBTaskResult

from config import background
from speakup.people.models import Person

SIGN_IN = "/account/sign-in/"
RESET = "/account/password/reset/"
PASSWORD = "a quiet notebook"
ANOTHER = "a quieter notebook"


class Down(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages):
        raise ConnectionRefusedError


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": email, "password": password} | more)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def text_of(page):
    return page.content.decode()


def link_in(mail):
    return re.search(r"https?://[^/\s]+(/\S+)", mail.body).group(1)


def choose_password(client, link, password):
    """Open the mailed link; allauth takes the key out of the address first."""
    page = client.get(link, follow=True)
    return client.post(page.redirect_chain[-1][0], {"password1": password, "password2": password})


@pytest.mark.parametrize("typed", ["mia.visser@hotel.example", " Mia.Visser@Hotel.Example "])
def test_mia_signs_in_and_comes_to_the_log(client, mia, typed):
    answer = sign_in(client, typed)

    assert (answer.status_code, answer.url) == (302, "/log/")
    assert is_signed_in(client)


def test_mia_signs_in_and_comes_back_to_where_she_was(client, mia):
    asked = client.get("/me/")

    page = client.get(asked.url)
    answer = sign_in(client, mia.email, next="/me/")

    assert 'name="next" value="/me/"' in text_of(page)
    assert answer.url == "/me/"


def test_mia_signs_in_and_is_not_sent_to_another_site(client, mia):
    answer = sign_in(client, mia.email, next="https://evil.example/")

    assert answer.url == "/log/"


@pytest.mark.parametrize("email", ["mia.visser@hotel.example", "nobody@hotel.example"])
def test_wrong_password_and_unknown_address_get_the_same_answer(client, mia, email):
    page = sign_in(client, email, "not my password")

    assert "That e-mail address and password do not belong together." in text_of(page)
    assert not is_signed_in(client)


def test_mia_who_no_longer_works_here_cannot_sign_in(client, mia):
    before = sign_in(client, mia.email)
    client.logout()
    mia.is_active = False
    mia.save()

    after = sign_in(client, mia.email)

    assert before.status_code == 302
    assert after.status_code == 200
    assert "do not belong together" in text_of(after)
    assert not is_signed_in(client)


def test_mia_leaves_while_signed_in_and_is_out_at_once(as_person, mia):
    browser = as_person(mia)
    before = browser.get("/me/").status_code
    mia.is_active = False
    mia.save()

    after = browser.get("/me/")

    assert (before, after.url) == (200, "/account/sign-in/?next=/me/")


def test_mia_tries_too_often_and_even_the_right_password_waits(client, mia, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    for _ in range(5):
        sign_in(client, mia.email, "not my password")

    page = sign_in(client, mia.email)

    assert "That was tried too often." in text_of(page)
    assert not is_signed_in(client)


def test_machine_tries_thirty_people_and_is_stopped(client, mia, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    answers = [sign_in(client, f"{n}@hotel.example").status_code for n in range(31)]

    assert answers[0] == 200
    assert answers[-1] == 429


def test_mia_signs_out_with_a_plain_form(as_person, mia):
    browser = as_person(mia)
    only_looking = browser.get("/account/sign-out/")
    still_in = is_signed_in(browser)

    browser.post("/account/sign-out/")

    assert (only_looking.status_code, still_in, is_signed_in(browser)) == (200, True, False)


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_login_code"])
def test_house_has_no_door_to_sign_up(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("page", ["/account/sign-up/", "/account/signup/", "/account/email/"])
def test_stranger_who_guesses_a_door_finds_none(as_person, mia, page):
    assert as_person(mia).get(page).status_code == 404


def test_mia_forgot_her_password_and_sets_a_new_one(client, mia, mailoutbox, work_is_done):
    client.post(RESET, {"email": mia.email})
    work_is_done()
    choose_password(client, link_in(mailoutbox[0]), ANOTHER)

    old, new = sign_in(client, mia.email), sign_in(client, mia.email, ANOTHER)

    assert next(mail.to for mail in mailoutbox) == [mia.email]
    assert (old.status_code, new.status_code) == (200, 302)


def test_person_brought_in_without_a_password_sets_the_first_one(
    client, mia, mailoutbox, work_is_done
):
    mia.password = make_password(None)
    mia.save()
    before = sign_in(client, mia.email, "")

    client.post(RESET, {"email": mia.email})
    work_is_done()
    choose_password(client, link_in(mailoutbox[0]), ANOTHER)

    assert before.status_code == 200
    assert sign_in(client, mia.email, ANOTHER).status_code == 302


def test_unknown_address_gets_the_same_answer_and_no_mail(client, mia, mailoutbox, work_is_done):
    known = client.post(RESET, {"email": mia.email})
    unknown = client.post(RESET, {"email": "nobody@hotel.example"})
    work_is_done()

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert text_of(client.get(known.url)) != ""
    assert [mail.to for mail in mailoutbox] == [[mia.email]]


def test_person_who_left_gets_no_mail(client, mia, mailoutbox, work_is_done):
    mia.is_active = False
    mia.save()

    client.post(RESET, {"email": mia.email})
    work_is_done()

    assert mailoutbox == []


def test_mailed_link_works_once(client, mia, mailoutbox, work_is_done):
    client.post(RESET, {"email": mia.email})
    work_is_done()
    choose_password(client, link_in(mailoutbox[0]), ANOTHER)
    client.logout()

    page = client.get(link_in(mailoutbox[0]))

    assert page.status_code == 200
    assert "password1" not in text_of(page)


def test_made_up_link_opens_nothing(client, mia):
    page = client.get(f"{RESET}key/{uuid.uuid4().hex}-abc-def/")

    assert page.status_code == 200
    assert "password1" not in text_of(page)


def test_easy_password_is_refused_and_the_old_one_stays(client, mia, mailoutbox, work_is_done):
    client.post(RESET, {"email": mia.email})
    work_is_done()

    page = choose_password(client, link_in(mailoutbox[0]), "password12")

    assert page.context["form"].errors.keys() == {"password1"}
    assert sign_in(client, mia.email).status_code == 302


def test_mia_changes_her_password_and_stays_signed_in(as_person, mia):
    browser = as_person(mia)
    changed = {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": ANOTHER}

    wrong = browser.post("/account/password/", changed | {"oldpassword": "guess"})
    right = browser.post("/account/password/", changed)

    mia.refresh_from_db()
    assert (wrong.status_code, right.status_code) == (200, 302)
    assert mia.check_password(ANOTHER)
    assert browser.get("/me/").status_code == 200


def test_passwords_are_kept_by_argon2id(tmp_path):
    """Asked of the real settings: the tests' own use a fast hasher."""
    program = (
        "import django; django.setup()\n"
        "from django.contrib.auth.hashers import make_password\n"
        "print(make_password('a quiet notebook')[:17])"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program],
        env={"DJANGO_SETTINGS_MODULE": "config.settings", "DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ended.stdout.strip() == "argon2$argon2id$v"


def test_asking_for_a_link_leaves_the_same_trace_whoever_asks(client, mia, mailoutbox):
    rows = []
    for email in (" Mia.Visser@hotel.example", "nobody@hotel.example"):
        with CaptureQueriesContext(connection) as asked:
            client.post(RESET, {"email": email})
        row = DBTaskResult.objects.get()
        rows.append((row.task_path, len(row.args_kwargs["args"][0]), len(asked)))
        assert "key" not in str(row.args_kwargs["kwargs"])
        row.delete()

    assert rows[0] == rows[1]
    assert mailoutbox == []


def test_mail_server_is_down_and_nobody_hears_of_it_and_the_link_comes_later(
    client, mia, mailoutbox, work_is_done, settings
):
    settings.EMAIL_BACKEND = "tests.speakup.people.test_people_sign_in.Down"
    known, unknown = (
        client.post(RESET, {"email": email}) for email in (mia.email, "nobody@hotel.example")
    )
    work_is_done()

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    failed = DBTaskResult.objects.get(status="FAILED")
    assert failed.args_kwargs["args"] == [str(mia.pk)]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    background.retry_failed()
    DBTaskResult.objects.update(run_after=failed.enqueued_at)
    work_is_done()
    choose_password(client, link_in(mailoutbox[0]), ANOTHER)
    assert sign_in(client, mia.email, ANOTHER).status_code == 302


def test_link_comes_in_the_language_of_who_gets_it_and_leads_to_this_site(
    client, mia, mailoutbox, work_is_done, settings
):
    settings.SITE_URL = "https://speakup.example/"
    mia.language = "nl"
    mia.save()

    with override("nl"):
        subject = gettext("A new password for you")
    client.post(RESET, {"email": mia.email}, headers={"Accept-Language": "de", "Host": "localhost"})
    work_is_done()

    assert mailoutbox[0].subject == subject
    assert "https://speakup.example/account/password/reset/key/" in mailoutbox[0].body


def test_the_trace_of_a_link_is_wiped_when_the_mail_is_out_or_given_up(
    client, mia, mailoutbox, work_is_done
):
    client.post(RESET, {"email": mia.email})
    work_is_done()
    client.post(RESET, {"email": mia.email})
    fails = DBTaskResult.objects.get(status="READY")
    DBTaskResult.objects.filter(pk=fails.pk).update(status="FAILED", worker_ids=["w"])

    assert background.clear_finished_mails() == 1
    DBTaskResult.objects.update(worker_ids=["w"] * background.ATTEMPTS)
    assert background.clear_finished_mails() == 1
    assert not DBTaskResult.objects.exists()


def test_nobody_keeps_when_mia_signed_in(client, mia):
    sign_in(client, mia.email)

    assert is_signed_in(client)
    assert "last_login" not in {field.name for field in Person._meta.get_fields()}


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        (SIGN_IN, {}),
        (RESET, {}),
        (RESET, {"email": "nobody"}),
        (RESET, {"email": f"{'m' * 400}@hotel.example"}),
        (SIGN_IN, {"login": f"{'m' * 400}@hotel.example", "password": "x"}),
        ("/account/password/", {}),
    ],
)
def test_account_forms_never_speak_the_words_of_their_maker(client, as_person, mia, page, typed):
    if page[9:] == "password/":
        as_person(mia)

    errors = client.post(page, typed).context["form"].errors

    said = [sentence for sentences in errors.values() for sentence in sentences]
    assert said
    for sentence in said:
        assert not re.match("This field is|Ensure this|Enter a valid", sentence)
