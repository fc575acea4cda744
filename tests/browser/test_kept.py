"""What was typed survives a reload, a refusal, a dead network, a locked database and a lost session."""

import re
import sqlite3
from contextlib import closing

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from playwright.sync_api import expect

from speakup.observations.models import Observation
from tests.browser.steps import (
    choose_reader,
    complained,
    kind_note,
    press,
    sign_in,
    tap,
    write,
)

WORDS = "The lift was stuck and nobody said so."


def note_a_moment(page):
    """Everything but Save."""
    page.goto("/log/")
    tap(page, "Listening", "Annoyed", "I stepped in")
    page.get_by_text("Say more, if you like").click()
    page.get_by_label("A few words for yourself").fill(WORDS)


def everything_is_there(page):
    for tile in ("Listening", "Annoyed", "I stepped in"):
        expect(page.get_by_role("radio", name=tile, exact=True)).to_be_checked()
    expect(page.get_by_label("A few words for yourself")).to_have_value(WORDS)


def forget_session():
    """As if fourteen days had passed, or an administrator had ended it."""
    Session.objects.all().delete()
    cache.clear()


def test_reload_keeps_the_moment_and_saving_forgets_it(page_of, mia, looked_at):
    page = page_of(mia)
    note_a_moment(page)

    page.reload()

    everything_is_there(page)
    expect(page.get_by_text("What you typed before is back.")).to_be_visible()
    looked_at(page, "log-restored")
    press(page, "Save")
    expect(page).to_have_url(re.compile("/saved/$"))
    page.goto("/log/")
    expect(page.get_by_role("radio", name="Listening", exact=True)).not_to_be_checked()
    expect(page.get_by_label("A few words for yourself")).to_have_value("")


def test_refused_form_comes_back_whole_and_says_what_is_missing(page_of, mia, troubles, looked_at):
    page = page_of(mia)
    page.goto("/log/")
    tap(page, "Listening", "Annoyed")
    page.get_by_text("Say more, if you like").click()
    page.get_by_label("A few words for yourself").fill(WORDS)

    press(page, "Save")

    expect(page.locator("main")).to_contain_text("Choose what you did.")
    looked_at(page, "log-refused")
    assert len(complained(troubles, "status of 422")) == 1
    page.reload()
    complained(troubles, "status of 422")
    tap(page, "I stepped in")
    everything_is_there(page)
    press(page, "Save")
    expect(page).to_have_url(re.compile("/saved/$"))
    assert Observation.objects.count() == 1


def test_dead_network_keeps_the_page_and_saves_once_it_is_back(page_of, mia, troubles, looked_at):
    page = page_of(mia)
    note_a_moment(page)
    page.context.set_offline(True)

    press(page, "Save")

    expect(page.locator("#trouble")).to_contain_text("You are offline.")
    everything_is_there(page)
    looked_at(page, "log-offline")
    assert not Observation.objects.exists()

    page.context.set_offline(False)
    expect(page.locator("#trouble")).to_have_text("")
    press(page, "Save")
    expect(page).to_have_url(re.compile("/saved/$"))
    assert Observation.objects.count() == 1
    complained(troubles, "ERR_INTERNET_DISCONNECTED")


@pytest.fixture
def locked_database(house):
    """Somebody else holds the SQLite file; pages wait a tenth of a second instead of ten."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL locks rows, not the whole database")
    pages = house.application_mapping["http"].pool

    def patience(milliseconds):
        connection.cursor().execute(f"PRAGMA busy_timeout={milliseconds}")

    pages.submit(patience, 100).result()
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as somebody:
        yield somebody
    pages.submit(patience, 10_000).result()


def test_locked_database_says_so_and_the_moment_is_saved_later(
    page_of, mia, locked_database, troubles, looked_at
):
    page = page_of(mia)
    note_a_moment(page)
    locked_database.execute("BEGIN IMMEDIATE")

    press(page, "Save")

    expect(page.get_by_role("heading", level=1)).to_have_text("We are away for a moment.")
    looked_at(page, "away")
    locked_database.rollback()
    assert not Observation.objects.exists()
    assert complained(troubles, "status of 503")

    page.go_back()
    everything_is_there(page)
    press(page, "Save")
    expect(page).to_have_url(re.compile("/saved/$"))
    assert Observation.objects.count() == 1


def come_back(page, person):
    expect(page).to_have_url(re.compile(r"/account/sign-in/\?next=/notes/new/$"))
    sign_in(page, person)
    expect(page).to_have_url(re.compile("/notes/new/$"))
    for slot, words in kind_note().items():
        expect(page.locator(f"textarea[name={slot}]")).to_have_value(words)


def guide_lines(page):
    """Each line of the guide on its way to the house, so that the story can cut it."""
    lines = []

    def pass_on(line):
        line.connect_to_server()
        lines.append(line)

    page.route_web_socket(re.compile("/ws/guide/"), pass_on)
    return lines


@pytest.mark.parametrize("button", ["Check my wording", "See it as they will"])
def test_lost_session_leads_to_the_door_and_back_to_the_draft(page_of, mia, jonas, button):
    page = page_of(mia)
    page.goto("/notes/new/")
    write(page, **kind_note())
    choose_reader(page, jonas)
    forget_session()

    press(page, button)

    come_back(page, mia)


def test_lost_session_is_noticed_when_the_line_is_cut(page_of, mia, troubles):
    page = page_of(mia)
    lines = guide_lines(page)
    page.goto("/notes/new/")
    write(page, **kind_note())
    expect(page.locator("#reading")).to_contain_text("Reads well.")
    forget_session()

    lines[0].close(code=1012, reason="the house restarts")

    come_back(page, mia)
    complained(troubles, "WebSocket")


def test_line_cut_by_a_restart_comes_back_by_itself(page_of, mia, troubles):
    page = page_of(mia)
    lines = guide_lines(page)
    page.goto("/notes/new/")
    write(page, fact="I saw it on Tuesday.")
    expect(page.locator("#reading")).to_contain_text("20 of 600 characters.")

    lines[0].close(code=1012, reason="the house restarts")
    write(page, fact="This was your fault.")

    expect(page.locator("mark.marked")).to_have_text("This was your fault")
    assert len(lines) == 2


def test_signing_out_forgets_what_was_typed(page_of, mia):
    page = page_of(mia)
    note_a_moment(page)
    page.goto("/me/more/")
    assert WORDS in page.evaluate("JSON.stringify({...sessionStorage})")

    press(page, "Sign out")

    expect(page).to_have_url(re.compile("/account/sign-in/"))
    assert WORDS not in page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})")
    sign_in(page, mia)
    expect(page).to_have_url(re.compile("/log/$"))
    expect(page.get_by_label("A few words for yourself")).to_have_value("")


def test_next_person_in_the_same_tab_finds_nothing_of_mias(page_of, mia, jonas):
    page = page_of(mia)
    note_a_moment(page)
    forget_session()
    page.goto("/log/")

    sign_in(page, jonas)

    expect(page).to_have_url(re.compile("/log/$"))
    expect(page.get_by_label("A few words for yourself")).to_have_value("")
    assert WORDS not in page.evaluate("JSON.stringify({...sessionStorage})")
