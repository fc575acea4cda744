"""A note arrives on an open page, is opened, answered and closed, and a reader may have had enough."""

import re

import pytest
from playwright.sync_api import expect

from coaching.notes.models import Note
from tests.browser.steps import (
    choose_reader,
    complained,
    kind_note,
    press,
    send_note,
    write,
)


@pytest.fixture(autouse=True)
def no_rest(settings):
    settings.NOTE_REST_MINUTES = 0


def news(page):
    """What the navigation says of unread notes."""
    return page.locator("#unread")


def settled(page):
    """The line is open and has said how many notes wait."""
    expect(page.locator("#unread:not([hx-get])")).to_be_attached()


def test_jonas_sees_the_note_come_reads_it_thanks_and_mia_reads_that(
    page_of, mia, jonas, looked_at
):
    hers, his = page_of(mia), page_of(jonas)
    his.goto("/log/")
    settled(his)
    his.evaluate("window.before = true")
    expect(news(his)).to_have_text("")

    send_note(hers, jonas)

    expect(news(his)).to_have_text(re.compile("1 new"))
    expect(news(his).locator(".dot")).to_be_visible()
    assert his.evaluate("window.before")
    looked_at(his, "dot-phone")

    his.get_by_role("link", name=re.compile("^Notes")).tap()
    expect(his.locator("main")).not_to_contain_text("guests")
    looked_at(his, "inbox-new")
    his.get_by_role("button", name="Open").tap()
    expect(his.locator(".note-paper p").first).to_have_text("You may not have noticed this.")
    expect(news(his)).to_have_text("")
    looked_at(his, "note-received")

    write(his, words="I had not seen them. I will look up more often.")
    his.get_by_role("button", name="Thank you").tap()
    expect(his.locator("main .card")).to_contain_text("Thank you")

    hers.goto("/notes/")
    expect(hers.locator("main")).to_contain_text("Answered")
    hers.get_by_role("link", name="To Jonas Berg").click()
    expect(hers.locator("main .card")).to_contain_text("I will look up more often.")
    looked_at(hers, "note-answered")


def test_jonas_closes_the_note_and_both_see_when_it_goes(page_of, mia, jonas, looked_at):
    hers, his = page_of(mia), page_of(jonas)
    send_note(hers, jonas)
    his.goto("/notes/")
    press(his, "Open")

    press(his, "Close this note")

    expect(his.locator(".countdown")).to_have_text("Closed. It is deleted in 90 days.")
    expect(his.get_by_role("button", name="Thank you")).to_have_count(0)
    looked_at(his, "note-closed")
    hers.goto("/notes/")
    expect(hers.locator(".countdown")).to_have_text("Closed. It is deleted in 90 days.")


def test_jonas_has_had_enough_and_mia_is_refused_kindly(page_of, mia, jonas, pia, troubles):
    hers, his = page_of(mia), page_of(jonas)
    send_note(hers, jonas)
    his.goto("/notes/")
    press(his, "Open")

    press(his, "No more notes from this colleague")

    expect(his.locator("#messages")).to_have_text(
        "No more notes from this colleague. Nobody is told."
    )
    hers.goto("/notes/new/")
    write(hers, **kind_note())
    choose_reader(hers, jonas)
    press(hers, "See it as they will")
    expect(hers.locator("main")).to_contain_text(
        "Jonas Berg is not taking notes right now. You could talk to them in person."
    )
    expect(hers.get_by_label("An offer")).to_have_value(kind_note()["offer"])
    assert Note.objects.count() == 1
    assert len(complained(troubles, "status of 422")) == 1

    send_note(page_of(pia), jonas)
    expect(news(his)).to_have_text(re.compile("1 new"))


def test_priit_cannot_write_down_the_line(page_of, priit, mia, troubles, looked_at):
    page = page_of(priit)
    page.goto("/notes/new/")
    write(page, **kind_note())
    choose_reader(page, mia)

    press(page, "See it as they will")

    expect(page.locator("main")).to_contain_text("You lead Mia Visser, so this door is closed")
    looked_at(page, "guide-down-the-line")
    assert not Note.objects.exists()
    assert len(complained(troubles, "status of 422")) == 1


def test_jonas_answers_harshly_and_is_shown_the_words_first(page_of, mia, jonas, troubles):
    send_note(page_of(mia), jonas)
    page = page_of(jonas)
    page.goto("/notes/")
    press(page, "Open")

    write(page, words="You are an idiot.")
    press(page, "I see it differently")

    expect(page.locator(".hint")).to_contain_text("You are an idiot")
    expect(page.get_by_label("Your words")).to_have_value("You are an idiot.")
    complained(troubles, "status of 422")

    write(page, words="There were three of us away that day.")
    press(page, "I see it differently")
    expect(page.locator("main .card")).to_contain_text("There were three of us away")
