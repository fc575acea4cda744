"""Mia writes a moment down on her phone, reads it again, changes it and takes it out."""

import re

from django.utils import timezone
from playwright.sync_api import expect

from speakup.observations.actions import log_observation
from speakup.observations.models import Observation
from speakup.observations.moments import Moment
from tests.browser.steps import complained, press, tap, too_small_to_tap, unfold


def on_a_small_phone(page):
    page.set_viewport_size({"width": 360, "height": 740})
    return page


def logged(person, times, outcome):
    today = timezone.localdate()
    moment = Moment(standard="speed", impact="annoyed", outcome=outcome, day=today)
    for _time in range(times):
        log_observation(by=person, moment=moment, today=today)


def test_mia_logs_in_four_taps_finds_it_changes_it_and_deletes_it(page_of, mia, looked_at):
    page = on_a_small_phone(page_of(mia))
    page.goto("/log/")

    for tile in ("Listening", "Helped in the end", "I stepped in"):
        page.get_by_role("radio", name=tile, exact=True).tap()
    page.get_by_role("button", name="Save", exact=True).tap()

    expect(page.get_by_role("heading", level=1)).to_have_text(
        "You stepped in. That kept a customer."
    )
    looked_at(page, "saved")

    page.get_by_role("link", name="Keep it").tap()
    entry = page.locator("main .card")
    expect(entry).to_have_count(1)
    expect(entry).to_contain_text("Listening")
    looked_at(page, "notebook")

    entry.get_by_role("link", name=re.compile("^Change")).tap()
    expect(page.get_by_role("radio", name="Listening", exact=True)).to_be_checked()
    page.get_by_role("radio", name="Ownership", exact=True).tap()
    page.get_by_text("Say more, if you like").tap()
    page.get_by_label("A few words for yourself").fill("The lift was stuck.")
    looked_at(page, "change")
    page.get_by_role("button", name="Save the change").tap()

    expect(page.get_by_role("status")).to_contain_text("Your change is kept.")
    expect(entry).to_contain_text("Ownership")
    expect(entry).to_contain_text("The lift was stuck.")

    entry.get_by_role("link", name=re.compile("^Delete")).tap()
    expect(page.locator(".card")).to_contain_text("The lift was stuck.")
    looked_at(page, "delete")
    page.get_by_role("button", name="Delete it").tap()

    expect(page.get_by_role("status")).to_contain_text("The moment is gone from your notebook.")
    expect(page.locator("main")).to_contain_text("Nothing is written here yet.")
    assert not Observation.objects.exists()


def test_mia_sees_her_own_rate_and_nobody_elses(page_of, mia, jonas, looked_at):
    logged(mia, 3, "stayed_silent")
    logged(mia, 1, "spoke_in_person")
    logged(jonas, 7, "stepped_in")
    page = on_a_small_phone(page_of(mia))

    page.goto("/log/")
    tap(page, "Speed", "Lost", "I spoke up in person")
    press(page, "Save")
    page.get_by_role("link", name="Keep it").click()
    page.get_by_text("How often you spoke up").click()

    rates = page.locator("details", has_text="How often you spoke up")
    expect(rates).to_contain_text("In 2 of 5 moments: 40 %.")
    expect(rates).not_to_contain_text("7 moments")
    looked_at(page, "notebook-rates")


def test_mia_is_pointed_at_a_customers_number_while_she_types(page_of, mia, looked_at):
    page = page_of(mia)
    page.goto("/log/")
    page.get_by_text("Say more, if you like").click()

    page.get_by_label("A few words for yourself").fill("She is at 020 794 1234, room 7.")

    expect(page.locator("#words-found")).to_contain_text("020 794 1234")
    expect(page.locator("#words-left")).to_contain_text("569")
    looked_at(page, "log-details")
    assert not Observation.objects.exists()


def test_mia_logs_changes_and_deletes_without_script(page_of, mia, troubles):
    page = on_a_small_phone(page_of(mia, script=False))
    page.goto("/log/")

    tap(page, "Listening", "Left unhappy")
    press(page, "Save")
    expect(page.locator("form [role=alert]")).to_contain_text("something below is missing")
    expect(page.locator("main")).to_contain_text("Choose what you did.")
    expect(page.get_by_role("radio", name="Listening", exact=True)).to_be_checked()
    tap(page, "I stayed silent")
    press(page, "Save")
    expect(page.get_by_role("heading", level=1)).to_contain_text("You noticed")

    page.get_by_role("link", name="Keep it").click()
    page.get_by_role("link", name=re.compile("^Change")).click()
    tap(page, "Fairness")
    press(page, "Save the change")
    expect(page.locator("main .card")).to_contain_text("Fairness")

    page.get_by_role("link", name=re.compile("^Delete")).click()
    press(page, "Delete it")
    expect(page.locator("main")).to_contain_text("Nothing is written here yet.")
    assert len(complained(troubles, "status of 422")) == 1


def test_mia_finds_everything_big_enough_for_a_thumb(page_of, mia):
    logged(mia, 5, "stayed_silent")
    page = on_a_small_phone(page_of(mia))

    for path in ("/log/", "/notebook/", "/notes/", "/notes/new/", "/me/", "/me/more/"):
        page.goto(path)
        unfold(page)
        assert too_small_to_tap(page) == [], path


def test_mia_who_reads_the_door_leaves_no_trace(page_of, mia):
    page = on_a_small_phone(page_of(mia))
    page.goto("/log/")

    page.get_by_role("link", name="That belongs somewhere else.").tap()

    expect(page.locator("main")).to_contain_text("Nothing about this visit is kept.")
    assert page.locator("main :is(form, input, textarea)").count() == 0
    kept = page.evaluate("Object.keys({...sessionStorage, ...localStorage})")
    assert set(kept) <= {"htmx-current-path-for-history"}
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"sessionid", "csrftoken"}
    assert not Observation.objects.exists()

    page.get_by_role("link", name="Write a private entry all the same").tap()
    expect(page).to_have_url(re.compile("/log/$"))
