"""Every page that a person of each role can reach: no barrier, no complaint, nothing beyond the edge."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from django.utils import timezone

from coaching.notes import actions as notes
from coaching.notes.draft import Draft
from coaching.notes.models import Answer, Note
from speakup.observations.actions import log_observation
from speakup.observations.moments import Moment
from speakup.privacy import OpenDPNoise
from speakup.privacy.quarters import Quarter
from speakup.reports import actions as reports
from tests.browser.conftest import PICTURES
from tests.browser.steps import kind_note, unfold, widest

DOOR = [
    "/account/sign-in/",
    "/account/password/reset/",
    "/account/password/reset/sent/",
    "/account/password/reset/key/{key}/",
    "/account/password/reset/key/zz-wrong/",
    "/account/password/reset/key/done/",
    "/notes/how-the-guide-reads/",
]
MEMBER = [
    "/log/",
    "/log/{moment}/saved/",
    "/log/say-it/",
    "/log/say-it/?moment={moment}",
    "/log/elsewhere/",
    "/notebook/",
    "/notebook/{moment}/",
    "/notebook/{moment}/delete/",
    "/notes/",
    "/notes/new/",
    "/notes/how-the-guide-reads/",
    "/notes/{resting}/",
    "/notes/{resting}/change/",
    "/notes/{new}/",
    "/notes/{answered}/",
    "/notes/{closed}/",
    "/reports/",
    "/me/",
    "/me/more/",
    "/account/password/",
    "/account/sign-out/",
]
MANAGER = ["/me/more/", "/reports/", "/reports/silence/"]
STEWARD = [
    "/me/more/",
    "/reports/",
    "/reports/prepare/",
    "/reports/2026Q3/review/",
    "/standards/",
    "/standards/add/",
    "/standards/house/",
    "/standards/speed/change/",
]
# Width and scheme; with the first of each everything is asked, then only what colours can break.
LOOKS = [
    ("phone", 390, "light", None),
    ("phone", 390, "dark", {"runOnly": ["color-contrast"]}),
    ("laptop", 1280, "light", None),
    ("laptop", 1280, "dark", {"runOnly": ["color-contrast"]}),
]


def written_to(reader, writer, now):
    """A note that has arrived."""
    note = notes.send_note(by=writer, reader=reader, draft=Draft("en", **kind_note()), now=now)
    notes.deliver_due(now=now + timedelta(hours=1))
    return Note.objects.get(pk=note.pk)


@pytest.fixture
def things(transactional_db, mia, jonas, pia, lena):
    """What Mia can meet. Made in another thread: Playwright keeps this one's event loop busy."""

    def made():
        try:
            return in_every_state(mia, jonas, pia, lena)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as another:
        return another.submit(made).result()


def in_every_state(mia, jonas, pia, lena):
    """A moment, and a note in each state."""
    now, today = timezone.now(), timezone.localdate()
    moment = Moment(
        standard="speed",
        impact="lost",
        outcome="stayed_silent",
        day=today,
        silence="no_moment",
        words="Two guests waited at the desk.",
    )
    new, answered, closed = (written_to(mia, writer, now) for writer in (jonas, pia, lena))
    for note in (answered, closed):
        notes.open_note(by=mia, note=note)
    notes.answer_note(by=mia, note=answered, kind=Answer.THANKS, words="I will look up more.")
    notes.close_note(by=mia, note=closed, now=now)
    resting = notes.send_note(by=mia, reader=jonas, draft=Draft("en", **kind_note()), now=now)
    return {
        "moment": log_observation(by=mia, moment=moment, today=today).entry.id,
        "new": new.pk,
        "answered": answered.pk,
        "closed": closed.pk,
        "resting": resting.pk,
        "key": f"{user_pk_to_url_str(mia)}-{default_token_generator.make_token(mia)}",
    }


@pytest.fixture
def released(quarter, olga, ilse):
    """One quarter is open to its readers, the one before waits for the second steward."""
    today = timezone.localdate()
    for number in (4, 3):
        found = reports.prepare(
            by=olga, quarter=Quarter(2026, number), today=today, noise=OpenDPNoise()
        )
        if number == 4:
            reports.release(by=ilse, release=found, today=today)


def look_at_all(page, role, paths, **things):
    for path in paths:
        assert page.goto(path.format(**things)).ok, path
        unfold(page)
        page.set_viewport_size({"width": 320, "height": 700})
        assert widest(page) <= 0, f"{path} reaches beyond 320 px"
        for where, width, scheme, options in LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options=options)
            assert found.violations_count == 0, (
                f"{path}, {where}, {scheme}: {found.generate_report()}"
            )
            assert widest(page) <= 0, f"{path} reaches beyond {width} px"
            take(page, f"{role}{path.replace('/', '_')}{where}-{scheme}")


def take(page, name):
    if os.environ.get("SHOTS"):
        (PICTURES / "pages").mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / "pages" / f"{name}.png", full_page=True)


def test_strangers_pages_hold_no_barrier(page_of, things):
    look_at_all(page_of(None, phone=False), "stranger", DOOR, **things)


def test_mias_pages_hold_no_barrier(page_of, mia, things):
    look_at_all(page_of(mia, phone=False), "mia", MEMBER, **things)


@pytest.mark.parametrize(
    ("name", "paths"),
    [("mia", ["/reports/"]), ("priit", MANAGER), ("lena", MANAGER), ("ilse", STEWARD)],
)
def test_pages_of_the_quarter_hold_no_barrier(page_of, released, request, name, paths):
    look_at_all(page_of(request.getfixturevalue(name), phone=False), name, paths)


@pytest.mark.parametrize("name", ["mia", "priit", "ilse"])
def test_every_way_on_more_leads_somewhere(page_of, request, name):
    page = page_of(request.getfixturevalue(name))
    page.goto("/me/more/")
    ways = page.locator("main a").evaluate_all("all => all.map(way => way.pathname)")

    assert ways
    for way in ways:
        assert page.goto(way).ok, way
