"""The login wall, the reader's language, and nothing stored: what every request passes."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import include, path
from django.utils.translation import get_language


def secret(request):
    return HttpResponse("behind the wall")


@login_not_required
def open_page(request):
    return HttpResponse(f"{get_language()} {getattr(request, 'LANGUAGE_CODE', '')}")


@login_not_required
def public_file(request):
    return HttpResponse("…", headers={"Cache-Control": "public, max-age=60"})


urlpatterns = [
    path("secret/", secret),
    path("open/", open_page),
    path("file/", public_file),
    path("", include("config.urls")),
]


@pytest.fixture(autouse=True)
def these_pages(settings):
    settings.ROOT_URLCONF = __name__


def way_back(door):
    return parse_qs(urlsplit(door).query)["next"][0]


def test_a_stranger_asks_for_a_page_and_signs_in_first_with_the_way_back(client):
    answer = client.get("/secret/?quarter=2026Q3")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/sign-in/")
    assert way_back(answer["Location"]) == "/secret/?quarter=2026Q3"


def test_mia_asks_for_the_same_page_and_gets_it(as_person, mia):
    assert as_person(mia).get("/secret/").content == b"behind the wall"


def test_a_stranger_asks_for_a_fragment_and_the_whole_page_goes_to_the_door(client):
    answer = client.get(
        "/secret/",
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/notes/?answered=1"},
    )

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer["HX-Redirect"].startswith("/account/sign-in/")
    assert way_back(answer["HX-Redirect"]) == "/notes/?answered=1"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/notes/",
        "",
        "http://[::bad/x",
        "http://testserver//evil.example/x",
        "http://testserver/\\\\evil.example/x",
    ],
)
def test_a_stranger_from_elsewhere_asks_for_a_fragment_and_comes_back_to_the_first_page(
    client, elsewhere
):
    answer = client.get("/secret/", headers={"HX-Request": "true", "HX-Current-URL": elsewhere})

    assert way_back(answer["HX-Redirect"]) == "/"


def test_mia_signs_in_at_the_door_and_is_back_where_she_was(client, mia):
    door = client.get("/secret/")["Location"]

    answer = client.post(door, {"login": mia.email, "password": "a quiet notebook"})

    assert (answer.status_code, answer["Location"]) == (302, "/secret/")


def test_mia_comes_with_a_way_back_to_another_site_and_stays_here(client, mia):
    answer = client.post(
        "/account/sign-in/?next=https://evil.example/",
        {"login": mia.email, "password": "a quiet notebook"},
    )

    assert (answer.status_code, answer["Location"]) == (302, "/log/")


@pytest.mark.parametrize("language", ["en", "nl", "de", "et", "ru"])
def test_a_person_reads_in_their_own_language_whatever_the_browser_asks(as_person, mia, language):
    mia.language = language
    mia.save()

    answer = as_person(mia).get(
        "/open/", headers={"Accept-Language": "de" if language != "de" else "nl"}
    )

    assert answer.content.decode() == f"{language} {language}"
    assert answer["Content-Language"] == language


def test_a_stranger_reads_in_the_language_of_their_browser(client, db):
    answer = client.get("/account/sign-in/", headers={"Accept-Language": "et;q=0.9, fr;q=0.8"})

    assert answer["Content-Language"] == "et"
    assert '<html lang="et">' in answer.content.decode()


def test_a_person_has_read_in_their_language_and_whoever_comes_next_starts_afresh(as_person, jonas):
    jonas.language = "ru"
    jonas.save()

    answer = as_person(jonas).get("/open/")

    assert answer.content == b"ru ru"
    assert get_language() == "en"


def test_a_page_with_private_text_is_stored_nowhere(as_person, mia):
    assert as_person(mia).get("/secret/")["Cache-Control"] == "no-store"


def test_the_door_itself_is_stored_nowhere(client):
    assert "no-store" in client.get("/secret/")["Cache-Control"]


def test_a_view_that_knows_better_keeps_its_own_word(client):
    assert client.get("/file/")["Cache-Control"] == "public, max-age=60"
