"""A quarter is over: Olga prepares it, Ilse releases it, Priit reads it, Mia reads less."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from playwright.sync_api import expect

from config.background import Background
from speakup.reports.models import Cell, Release
from tests.browser.steps import complained, press


@pytest.fixture
def at_work(quarter, site):
    """The worker that `serve` runs beside the pages, begun when the story needs it."""
    background = Background()
    yield background
    background.stop()


def headline(page, path="/reports/"):
    page.goto(path)
    return page.locator("main .lead").inner_text()


def dots(page):
    places = "all => all.map(dot => [dot.getAttribute('cx'), dot.getAttribute('cy')])"
    return page.locator("[data-gain] circle").evaluate_all(places)


def test_quarter_is_prepared_by_one_steward_and_released_by_another(
    page_of, at_work, olga, ilse, mia, priit, lena, jonas, troubles, looked_at
):
    hers = page_of(olga, phone=False)
    hers.goto("/reports/prepare/")
    expect(hers.get_by_role("heading", name="2026Q4")).to_be_visible()
    looked_at(hers, "prepare-plan")

    press(hers, "Prepare 2026Q4")
    expect(hers.get_by_role("progressbar", name="Work under way")).to_be_visible()
    expect(hers.locator("#preparing")).to_contain_text("2026Q4 is being prepared.")
    expect(hers.get_by_role("button", name="Prepare 2026Q4")).to_have_count(0)
    looked_at(hers, "prepare-under-way")
    assert not Cell.objects.exists()
    at_work.start()

    waiting = hers.locator("#preparing")
    expect(waiting).to_contain_text(
        "2026Q4 is prepared. You prepared it, so another steward must release it.", timeout=30_000
    )
    hers.get_by_role("link", name="Look at 2026Q4").click()
    expect(hers.locator("main")).to_contain_text("another steward must release them")
    expect(hers.get_by_role("button", name="Release to its readers")).to_have_count(0)
    looked_at(hers, "review-own")
    frozen = list(Cell.objects.order_by("pk").values_list("pk", "value"))

    member = page_of(mia)
    member.goto("/reports/")
    expect(member.locator("main")).to_contain_text("No quarter has been released yet.")

    theirs = page_of(ilse, phone=False)
    theirs.goto("/reports/prepare/")
    expect(theirs.locator("#preparing")).to_contain_text("2026Q4 is prepared and waits for you.")
    theirs.get_by_role("link", name="Look at 2026Q4").click()
    expect(theirs).to_have_url(re.compile("/review/$"))
    expect(theirs.get_by_role("button", name="Release to its readers")).to_be_visible()
    looked_at(theirs, "review")
    press(theirs, "Release to its readers")
    expect(theirs.locator("#messages")).to_contain_text(
        "These numbers are open to their readers now, and never change."
    )
    assert Release.objects.get().released_by == ilse
    assert list(Cell.objects.order_by("pk").values_list("pk", "value")) == frozen

    manager, leader = page_of(priit, phone=False), page_of(lena)
    said = headline(manager)
    assert re.match(r"In October to December 2026 people spoke up in about \d+\s%", said)
    assert {headline(page) for page in (leader, member, page_of(jonas))} == {said}
    expect(manager.locator("main")).to_contain_text("Front desk")
    expect(manager.locator("main")).not_to_contain_text("Hotel Noord")
    expect(leader.locator("main")).to_contain_text("Hotel Noord")
    expect(member.locator("main")).not_to_contain_text("Front desk")
    expect(member.get_by_role("link", name="What silence costs")).to_have_count(0)
    for page, name in ((manager, "trends-manager"), (leader, "trends-leader"), (member, "trends")):
        looked_at(page, name)

    assert member.goto("/reports/silence/").status == 404
    assert complained(troubles, "status of 404")
    manager.get_by_role("link", name="What silence costs").click()
    read_what_silence_costs(manager, looked_at)
    leader.goto("/reports/silence/")
    looked_at(leader, "silence-phone")
    amount = ".range >> nth=0"
    assert manager.locator(amount).inner_text() == leader.locator(amount).inner_text()


def read_what_silence_costs(page, looked_at):
    """The slider moves sentence, range and picture together, and asks nobody."""
    expect(page.get_by_role("heading", level=1)).to_have_text("What silence costs")
    looked_at(page, "silence")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    gain = page.locator("[data-gain]")
    before, places = gain.locator("p[aria-live]").inner_text(), dots(page)
    parts = {
        part: gain.locator(f"[data-say={part}]").inner_text() for part in ("best", "low", "high")
    }

    page.get_by_role("slider").fill("80")

    expect(gain.locator("[data-say=target]")).to_have_text("80 %")
    assert gain.locator("p[aria-live]").inner_text() != before
    for part, amount in parts.items():
        expect(gain.locator(f"[data-say={part}]")).not_to_have_text(amount)
    assert dots(page) != places
    assert asked == []
    looked_at(page, "silence-80")
    at_eighty = gain.locator("p[aria-live]").inner_text()
    page.goto("/reports/silence/?target=80")
    assert gain.locator("p[aria-live]").inner_text() == at_eighty


def test_steward_in_the_open_quarter_is_told_when_it_can_be_prepared(page_of, olga, looked_at):
    with time_machine.travel(datetime(2027, 1, 3, 9, 0, tzinfo=UTC), tick=True):
        page = page_of(olga)
        page.goto("/reports/prepare/?quarter=2026Q4")

        expect(page.locator("main")).to_contain_text(
            re.compile(r"8 January 2027|Jan(uary|\.) 8, 2027")
        )
        expect(page.get_by_role("button", name="Prepare 2026Q4")).to_have_count(0)
        looked_at(page, "prepare-too-early")
