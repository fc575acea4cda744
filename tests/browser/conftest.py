"""A real Chromium on the real site: any console error or policy report fails the test that met it."""

import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import sync_playwright

from speakup.observations.actions import log_observation
from speakup.observations.moments import Moment
from speakup.people.models import Person
from tests.browser.steps import widest
from tests.factories import PersonFactory
from tests.live import at_work, house, site  # noqa: F401
from tests.speakup.reports.walls import forget_releases

IN_JANUARY = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
IN_NOVEMBER = date(2026, 11, 24)

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
PICTURES = Path(__file__).resolve().parents[2] / "test-results"
REPORT = "document.addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))"


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("browser")


@pytest.fixture(scope="module")
def chromium():
    """Playwright marks this thread as running a loop, in which no other test could have its own:
    so it goes when the tests of one file are done."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        trouble = f"no Chromium found, looked for {', '.join(NAMES)}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(trouble)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; the database is used beside it, not in it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=program, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def troubles():
    """What a page complains about; a test that expects a complaint takes it out again."""
    return []


@pytest.fixture
def page_of(chromium, site, troubles):  # noqa: F811
    """`page_of(mia)` is a page in a browser of hers, signed in; `page_of(None)` is a stranger's."""
    contexts = []

    def opened(person, *, phone=True, dark=False, script=True):
        context = chromium.new_context(
            base_url=site,
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
            locale="en-GB",
            **(PHONE if phone else LAPTOP),
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        context.add_init_script(REPORT)
        if person:
            context.add_cookies([{"name": "sessionid", "value": session_of(person), "url": site}])
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and troubles.append(said.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def session_of(person):
    browser = Client()
    browser.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture
def axe_clean():
    """Nothing on the page that axe-core calls a barrier."""

    def check(page):
        page.wait_for_load_state()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()

    return check


@pytest.fixture
def shot():
    """A picture to look at, for whoever asks with SHOTS=1."""

    def take(page, name):
        if os.environ.get("SHOTS"):
            PICTURES.mkdir(exist_ok=True)
            page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    return take


@pytest.fixture
def looked_at(axe_clean, shot):
    """No barrier, nothing beyond the edge, and a picture if one is wanted."""

    def look(page, name):
        axe_clean(page)
        assert widest(page) <= 0
        shot(page, name)

    return look


@pytest.fixture
def january():
    with time_machine.travel(IN_JANUARY, tick=True):
        yield


@pytest.fixture
def quarter(january, desk, next_door, mia, jonas, priit, pia, lena, olga, ilse):
    """A hundred people wrote down three moments each in November, and spoke up in one of them."""
    PersonFactory.create_batch(47, unit=desk, password="!")
    PersonFactory.create_batch(48, unit=next_door, password="!")
    outcomes = ("stayed_silent", "stayed_silent", "stepped_in")
    for person in Person.objects.filter(unit__in=(desk, next_door)):
        for outcome in outcomes:
            moment = Moment(standard="speed", impact="lost", outcome=outcome, day=IN_NOVEMBER)
            log_observation(by=person, moment=moment, today=IN_NOVEMBER)
    yield
    forget_releases()
