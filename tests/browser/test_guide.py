"""Mia finds the words for a note: marked while she types, rewritten with one tap, seen, sent, taken back."""

import re

import pytest
from playwright.sync_api import expect

from coaching.notes.models import Note
from coaching.phrasing import Channel, Situation, phrases
from tests.browser.steps import choose_reader, complained, kind_note, press, send_note, write

BLAME = "This was your fault."
DUTCH = "De mevrouw stond tien minuten bij de kassa en ik heb haar niet gezien."
PHONED = phrases("en", "opener", Situation(Channel.PHONE))
KINDER = "I would like to understand how it came about"


@pytest.fixture
def asked():
    """Which addresses a page asked for over HTTP."""
    return []


def marks(page):
    return page.locator("mark.marked")


def paper(page):
    """The note as it lies on the page, line by line."""
    return page.locator(".note-paper p").all_inner_texts()


def test_mia_sees_blame_marked_while_she_types_and_takes_the_rewrite(
    page_of, mia, asked, looked_at
):
    page = page_of(mia)
    page.goto("/notes/new/")
    expect(page.locator("#reading")).to_be_attached()
    page.on("request", lambda request: asked.append(request.url))

    page.get_by_label("What I saw or heard").press_sequentially(BLAME)

    expect(marks(page)).to_have_text("This was your fault")
    underline = marks(page).evaluate("mark => getComputedStyle(mark).textDecorationStyle")
    assert underline == "dotted"
    expect(page.locator("#reading")).to_contain_text("Some words may land badly.")
    looked_at(page, "guide-marked")

    page.get_by_role("button", name=re.compile("^use: ")).first.tap()

    expect(page.get_by_label("What I saw or heard")).to_have_value(re.compile(KINDER))
    expect(marks(page)).to_have_count(0)
    assert asked == []


def test_mia_starts_from_offered_words_and_hears_what_reads_well(page_of, mia, looked_at):
    page = page_of(mia)
    page.goto("/notes/new/")

    opening = page.locator("section.slot", has=page.get_by_label("Opening"))
    opening.get_by_text("Words to start from").tap()
    offered = opening.locator("details button").first
    words = offered.inner_text()
    offered.tap()
    write(page, **{name: text for name, text in kind_note().items() if name != "opening"})

    expect(page.get_by_label("Opening")).to_have_value(words)
    expect(page.locator("#reading")).to_contain_text("Reads well.")
    looked_at(page, "guide-reads-well")


def test_mia_says_where_it_was_and_the_words_fit_without_losing_what_she_typed(
    page_of, mia, looked_at
):
    page = page_of(mia)
    page.goto("/notes/new/")
    page.get_by_label("What I saw or heard").fill("The line was silent for a minute.")
    opening = page.locator("section.slot", has=page.get_by_label("Opening"))
    page.get_by_text("Where it was").tap()

    page.get_by_label("On the phone").tap()
    expect(opening.locator("details button").first).to_have_text(PHONED[0])
    opening.get_by_text("Words to start from").tap()
    opening.locator("details button").first.tap()

    expect(page.get_by_label("Opening")).to_have_value(PHONED[0])
    expect(page.get_by_label("What I saw or heard")).to_have_value(re.compile("silent"))
    looked_at(page, "guide-where")


def test_mia_is_asked_about_a_note_in_another_language_and_keeps_it(page_of, mia, looked_at):
    page = page_of(mia)
    page.goto("/notes/new/")
    page.get_by_label("What I saw or heard").press_sequentially(DUTCH)
    looked_at(page, "guide-other-language")

    page.get_by_role("button", name="Yes, it is in Dutch").tap()

    expect(page.get_by_label("What I saw or heard")).to_have_value(DUTCH)
    expect(page.get_by_label("Language of the note")).to_have_value("nl")
    expect(page.get_by_role("button", name="Yes, it is in Dutch")).to_have_count(0)
    opening = page.locator("section.slot", has=page.get_by_label("Opening"))
    expect(opening.locator("details button").first).to_have_text(phrases("nl", "opener")[0])


def test_mia_cannot_send_an_insult_and_keeps_every_word(page_of, mia, jonas, troubles, looked_at):
    page = page_of(mia)
    page.goto("/notes/new/")
    write(page, fact="You are an idiot.", offer="I can help on Tuesday.")
    choose_reader(page, jonas)
    expect(page.locator("#reading")).to_contain_text("it cannot be sent as it is")

    press(page, "See it as they will")

    expect(page.locator("form [role=alert]")).to_contain_text("it cannot be sent as it is")
    expect(page.get_by_role("button", name="Send", exact=True)).to_have_count(0)
    expect(page.get_by_label("What I saw or heard")).to_have_value("You are an idiot.")
    expect(page.get_by_label("An offer")).to_have_value("I can help on Tuesday.")
    expect(page.get_by_role("radio", name=jonas.name)).to_be_checked()
    expect(page.locator("main")).not_to_contain_text("Nobody by that name")
    looked_at(page, "guide-refused")
    assert not Note.objects.exists()
    assert len(complained(troubles, "status of 422")) == 1


def test_mia_forgot_to_whom_and_stands_at_the_field_until_she_chose(
    page_of, mia, jonas, troubles, looked_at
):
    page = page_of(mia)
    page.goto("/notes/new/")
    write(page, **kind_note())

    press(page, "See it as they will")

    search, box = page.get_by_label("Search by name"), page.locator("form [role=alert]")
    expect(search).to_be_focused()
    expect(search).to_be_in_viewport()
    expect(page.locator("fieldset .errors")).to_be_in_viewport()
    expect(box).to_contain_text("Choose the colleague this note is for.")
    looked_at(page, "guide-no-reader")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    box.get_by_role("link").tap()
    expect(search).to_be_focused()
    choose_reader(page, jonas)
    expect(box).to_have_count(0)
    expect(page.locator("fieldset .errors")).to_have_count(0)
    press(page, "See it as they will")
    expect(page.get_by_role("heading", level=1)).to_have_text("What Jonas Berg will see")
    assert len(complained(troubles, "status of 422")) == 1


def test_mia_forgot_to_whom_and_stands_at_the_field_without_script(page_of, mia, troubles):
    page = page_of(mia, script=False)
    page.goto("/notes/new/")
    write(page, **kind_note())

    press(page, "See it as they will")

    expect(page.get_by_label("Search by name")).to_be_in_viewport()
    assert len(complained(troubles, "status of 422")) == 1


def test_mia_must_see_the_hints_before_she_sends_blame(page_of, mia, jonas, looked_at):
    page = page_of(mia)
    page.goto("/notes/new/")
    write(page, fact=BLAME)
    choose_reader(page, jonas)

    press(page, "See it as they will")

    expect(page.locator(".hint")).to_contain_text("This was your fault")
    expect(page.locator("main")).to_contain_text("Before you send it: some words may land badly.")
    looked_at(page, "preview-blame")
    press(page, "Go on writing")
    expect(page.get_by_label("What I saw or heard")).to_have_value(BLAME)
    assert not Note.objects.exists()


def test_mia_previews_sends_changes_and_takes_back(page_of, mia, jonas, looked_at):
    page = page_of(mia)
    page.goto("/notes/new/")
    written = kind_note()
    write(page, **written)
    choose_reader(page, jonas)

    press(page, "See it as they will")
    expect(page.get_by_role("heading", level=1)).to_have_text("What Jonas Berg will see")
    seen = paper(page)
    assert seen == list(written.values())
    looked_at(page, "preview")

    press(page, "Send")
    expect(page.get_by_role("status")).to_contain_text("Your note rests for 30 minutes.")
    page.get_by_role("link", name="To Jonas Berg").click()
    expect(page.locator(".note-paper")).to_be_visible()
    assert paper(page) == seen
    looked_at(page, "note-resting")

    page.get_by_role("link", name="Change it").click()
    write(page, offer="I am at the next desk.")
    press(page, "See it as they will")
    press(page, "Save the change")
    expect(page.get_by_role("status")).to_contain_text("Your note has changed.")
    page.get_by_role("link", name="To Jonas Berg").click()
    expect(page.locator(".note-paper")).to_contain_text("I am at the next desk.")

    press(page, "Take it back")
    expect(page.get_by_role("status")).to_contain_text("You took the note back")
    assert not Note.objects.exists()


def test_mia_writes_changes_and_takes_back_without_script(page_of, mia, jonas):
    page = page_of(mia, script=False)
    page.goto("/notes/new/")

    write(page, fact=BLAME)
    press(page, "Check my wording")
    expect(marks(page)).to_have_text("This was your fault")
    page.get_by_role("button", name=re.compile("^use: ")).first.click()
    expect(page.get_by_label("What I saw or heard")).to_have_value(re.compile(KINDER))
    expect(marks(page)).to_have_count(0)

    page.get_by_label("Search by name").fill("Jonas")
    press(page, "Search")
    page.get_by_role("radio", name=jonas.name).check()
    write(page, **kind_note())
    press(page, "See it as they will")
    expect(page.get_by_role("heading", level=1)).to_have_text("What Jonas Berg will see")
    assert paper(page) == list(kind_note().values())
    press(page, "Send")

    page.get_by_role("link", name="To Jonas Berg").click()
    page.get_by_role("link", name="Change it").click()
    write(page, question="What was it like for you?")
    press(page, "See it as they will")
    press(page, "Save the change")
    page.get_by_role("link", name="To Jonas Berg").click()
    expect(page.locator(".note-paper")).to_contain_text("What was it like for you?")
    press(page, "Take it back")
    expect(page.get_by_role("status")).to_contain_text("You took the note back")
    assert not Note.objects.exists()


def test_mia_writes_about_a_moment_and_her_notebook_knows(page_of, mia, jonas):
    page = page_of(mia)
    page.goto("/log/")
    for tile in ("Speed", "Left unhappy", "I will write a note"):
        page.get_by_role("radio", name=tile, exact=True).tap()
    press(page, "Save")

    expect(page).to_have_url(re.compile(r"/notes/new/\?observation="))
    write(page, **kind_note())
    choose_reader(page, jonas)
    press(page, "See it as they will")
    press(page, "Send")
    expect(page.get_by_role("status")).to_contain_text("Your note rests")
    page.goto("/notebook/")

    expect(page.locator("main .card")).to_contain_text("I sent a note")


def test_mia_who_wrote_lately_is_told_when_she_may_again(page_of, mia, jonas, troubles):
    page = page_of(mia)
    send_note(page, jonas)

    page.goto("/notes/new/")
    write(page, **kind_note())
    choose_reader(page, jonas)
    press(page, "See it as they will")

    expect(page.locator("main")).to_contain_text(
        "Your last note to Jonas Berg is still on its way."
    )
    expect(page.get_by_label("A question")).to_have_value("How did you see it?")
    assert Note.objects.count() == 1
    assert len(complained(troubles, "status of 422")) == 1
