"""Health, and the pages for what went wrong: kind, in the reader's language, and silent about private words."""

import logging

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError, connection
from django.test import Client
from django.urls import include, path
from django.utils.translation import override
from django.views.debug import get_exception_reporter_class, get_exception_reporter_filter

from config import pages
from config.reticence import WithoutPrivateText
from speakup.vault.envelope import CannotOpen

SECRET = "she told the guest to shut up"


def raises(error):
    @login_not_required
    def view(request):
        raise error(SECRET)

    return view


urlpatterns = [
    path("no-database/", raises(OperationalError)),
    path("lost-connection/", raises(InterfaceError)),
    path("shut/", raises(CannotOpen)),
    path("bug/", raises(ValueError)),
    path("forbidden/", raises(PermissionDenied)),
    path("odd/", raises(SuspiciousOperation)),
    path("api/v1/bug/", raises(ValueError)),
    path("api/v1/no-database/", raises(OperationalError)),
    path("", include("config.urls")),
]
handler403 = "config.pages.not_allowed"
handler404 = "config.pages.not_found"
handler500 = "config.pages.broken"


@pytest.fixture(autouse=True)
def these_pages(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def browser(client):
    client.raise_request_exception = False
    return client


@pytest.fixture
def log():
    """What the log would hold, through the filter of the real settings."""
    lines = []
    handler = logging.Handler()
    handler.addFilter(WithoutPrivateText())
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    handler.emit = lambda record: lines.append(handler.format(record))
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


@pytest.mark.django_db
def test_the_operator_asks_whether_it_lives_and_it_does(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok")


def test_the_operator_asks_whether_it_lives_and_the_database_does_not(client, monkeypatch):
    def unreachable():
        raise OperationalError("no route")

    monkeypatch.setattr(connection, "cursor", unreachable)

    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (503, b"The database does not answer.")


@pytest.mark.parametrize("page", ["/no-database/", "/lost-connection/", "/shut/"])
def test_a_reader_meets_a_dead_database_and_is_told_to_come_back(browser, page):
    answer = browser.get(page)

    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "We are away for a moment." in answer.content.decode()
    assert SECRET not in answer.content.decode()


def test_a_reader_meets_a_bug_and_no_private_word_is_shown(browser):
    answer = browser.get("/bug/")

    assert answer.status_code == 500
    assert "Retry-After" not in answer
    assert "Something broke on our side." in answer.content.decode()
    assert SECRET not in answer.content.decode()


def test_olga_meets_a_bug_and_reads_about_it_in_her_language(as_person, olga):
    olga.language = "ru"
    olga.save()
    browser = as_person(olga)
    browser.raise_request_exception = False

    assert '<html lang="ru">' in browser.get("/bug/").content.decode()


def test_the_database_dies_before_anybody_is_known_and_the_browser_names_the_language(
    as_person, mia, monkeypatch
):
    browser = as_person(mia)
    browser.raise_request_exception = False

    def unreachable(request):
        raise OperationalError("no route")

    monkeypatch.setattr("django.contrib.auth.middleware.get_user", unreachable)

    answer = browser.get("/log/", headers={"Accept-Language": "et"})

    assert answer.status_code == 503
    assert '<html lang="et">' in answer.content.decode()


@pytest.mark.django_db
def test_a_stranger_follows_a_dead_link_and_gets_a_page_of_the_house(client):
    answer = client.get("/no/such/page/")

    assert answer.status_code == 404
    assert "There is nothing here." in answer.content.decode()
    assert 'class="ways"' not in answer.content.decode()


def test_mia_follows_a_dead_link_and_still_finds_the_way_around(as_person, mia):
    answer = as_person(mia).get("/no/such/page/")

    assert answer.status_code == 404
    assert 'class="ways"' in answer.content.decode()


@pytest.mark.django_db
def test_a_reader_comes_where_they_may_not_be_and_is_told_kindly(client):
    answer = client.get("/forbidden/")

    assert answer.status_code == 403
    assert "That is not possible from here." in answer.content.decode()
    assert SECRET not in answer.content.decode()


def test_an_old_form_is_sent_and_the_reader_learns_what_to_do(mia):
    browser = Client(enforce_csrf_checks=True)

    answer = browser.post("/account/sign-in/", {"login": mia.email, "password": "a quiet notebook"})

    assert answer.status_code == 403
    assert "This page waited too long." in answer.content.decode()


@pytest.mark.django_db
def test_a_browser_sends_something_odd_and_gets_a_page_of_the_house(client):
    answer = client.get("/odd/")

    assert answer.status_code == 400
    assert "That could not be read." in answer.content.decode()


@pytest.mark.parametrize("page", ["/bug/", "/no-database/"])
def test_a_bug_reaches_the_log_as_its_kind_and_place_without_its_words(browser, log, page):
    browser.get(page)

    assert len(log) == 1
    assert "Error at " in log[0]
    assert "test_pages.py:" in log[0]
    assert SECRET not in log[0]


def test_a_bug_without_a_trace_reaches_the_log_as_its_kind_alone(log):
    logging.getLogger("somewhere").error(SECRET, exc_info=ValueError(SECRET))

    assert log == ["ERROR somewhere: ValueError at ?"]


def test_a_plain_line_reaches_the_log_as_it_is(log):
    logging.getLogger("somewhere").warning("%s keys are old", 3)

    assert log == ["WARNING somewhere: 3 keys are old"]


def test_an_error_report_shows_neither_what_was_sent_nor_what_was_held(rf):
    request = rf.post("/log/", {"words": SECRET})
    request.exception_reporter_filter = get_exception_reporter_filter(request)
    try:
        held = SECRET
        raise ValueError(len(held))
    except ValueError as error:
        reporter = get_exception_reporter_class(request)(
            request, type(error), error, error.__traceback__
        )

    assert SECRET not in reporter.get_traceback_text()
    assert reporter.filter.get_post_parameters(request) == {}
    assert [list(frame["vars"]) for frame in reporter.get_traceback_frames()] == [[]]


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("bug/", 500, "Something broke on our side. Try again in a minute."),
        ("no-database/", 503, "We are away for a moment. Try again in half a minute."),
        ("no/such/thing/", 404, "There is nothing here. Check the address."),
    ],
)
@pytest.mark.django_db
def test_a_program_meets_an_error_and_gets_one_sentence_as_json(browser, path, status, sentence):
    answer = browser.get(f"/api/v1/{path}")

    assert (answer.status_code, answer.json()) == (status, {"detail": sentence})
    assert answer["Content-Type"] == "application/json"
    assert answer.get("Retry-After") == ("30" if status == 503 else None)


def test_a_program_of_olga_reads_the_sentence_in_her_language(as_person, olga):
    olga.language = "ru"
    olga.save()
    browser = as_person(olga)
    browser.raise_request_exception = False

    with override("ru"):
        expected = str(pages.SENTENCES[500])
    assert browser.get("/api/v1/bug/").json() == {"detail": expected}
