"""The staff list comes in, somebody sets a first password from a mail, and is at home."""

import re

import pytest
from django.core.management import call_command

from speakup.people.models import Person
from tests.journeys.conftest import text_of

pytestmark = pytest.mark.django_db
STAFF = """\
name,email,unit,roles,language
Tarmo Kask,tarmo.kask@hotel.example,Harbour Group / Hotel Zuid / Kitchen,,en
Ana Duarte,ana.duarte@hotel.example,Harbour Group / Hotel Zuid / Kitchen,manager,en
Wim Smit,wim.smit@hotel.example,Harbour Group,leader steward,en
"""
PASSWORD = "a spoon in the kitchen"


@pytest.fixture
def staff_list(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text(STAFF)
    return path


def test_tarmo_comes_in_with_the_staff_list_and_signs_in_on_his_first_day(
    client, staff_list, mailoutbox
):
    call_command("import_staff", staff_list, verbosity=0)
    assert not Person.objects.exists()
    call_command("import_staff", staff_list, "--apply", verbosity=0)
    sign_in = {"login": "tarmo.kask@hotel.example", "password": PASSWORD}

    # Nobody can sign in with what was imported.
    assert client.post("/account/sign-in/", sign_in).status_code == 200

    # He asks for a link, opens it and chooses a password.
    asked = client.post(
        "/account/password/reset/", {"email": "tarmo.kask@hotel.example"}, follow=True
    )
    assert "Look in your mail" in text_of(asked)
    [mail] = mailoutbox
    link = re.search(r"https?://[^/\s]+(/\S+)", mail.body).group(1)
    chosen = client.get(link, follow=True).redirect_chain[-1][0]
    done = client.post(chosen, {"password1": PASSWORD, "password2": PASSWORD}, follow=True)
    assert "Your new password works" in text_of(done)

    # He signs in, is at the log at once, and finds himself where he works.
    inside = client.post("/account/sign-in/", sign_in, follow=True)
    assert inside.redirect_chain[-1][0] == "/log/"
    assert "Harbour Group / Hotel Zuid / Kitchen" in text_of(client.get("/me/"))
    tapped = {"standard": "respect", "impact": "helped", "outcome": "stepped_in"}
    assert "That kept a customer." in text_of(client.post("/log/", tapped, follow=True))

    # Ana leads the kitchen: he may write up to her, she not down to him.
    tarmo, ana = (Person.objects.get(name=name) for name in ("Tarmo Kask", "Ana Duarte"))
    note = {"fact": "On Monday I saw the till closed.", "language": "en", "preview": 1}
    assert client.post("/notes/new/", note | {"reader": ana.pk}).status_code == 200
    client.force_login(ana, backend="allauth.account.auth_backends.AuthenticationBackend")
    refused = client.post("/notes/new/", note | {"reader": tarmo.pk})
    assert "You lead Tarmo Kask, so this door is closed" in text_of(refused)
