"""A quarter from the first entry to its readers: two stewards, the worker, and nobody alone."""

from datetime import UTC, datetime

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from speakup.people.models import Person
from speakup.reports.models import Cell, LedgerEntry, Release
from tests.factories import PersonFactory
from tests.journeys.conftest import text_of
from tests.speakup.reports.walls import forget_releases

PREPARE, REVIEW, TRENDS = "/reports/prepare/", "/reports/2026Q4/review/", "/reports/"
NOVEMBER = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
JANUARY = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)


@pytest.fixture
def november():
    with time_machine.travel(NOVEMBER, tick=True) as traveller:
        yield traveller


@pytest.fixture
def staff(transactional_db, desk, next_door, mia, jonas, priit, pia, lena, olga, ilse):
    """A hundred people. What they publish cannot be deleted by anybody but this."""
    PersonFactory.create_batch(47, unit=desk, password="!")
    PersonFactory.create_batch(48, unit=next_door, password="!")
    yield Person.objects.filter(unit__in=(desk, next_door))
    forget_releases()


def test_quarter_goes_from_what_people_saw_to_what_leaders_read(
    november, staff, browser_of, work_is_done, mia, jonas, priit, lena, olga, ilse
):
    # In November everybody writes down what they saw, each on their own page.
    for person in staff:
        for outcome in ("stayed_silent", "stayed_silent", "stepped_in"):
            tapped = {"standard": "speed", "impact": "lost", "outcome": outcome}
            assert browser_of(person).post("/log/", tapped).status_code == 302

    # The quarter is open: nobody can prepare it yet.
    early = browser_of(olga).post(PREPARE, {"quarter": "2026Q4"})
    assert early.status_code == 422
    assert not DBTaskResult.objects.exists()

    # In January Olga prepares it; asked twice, it is drawn once.
    november.move_to(JANUARY)
    browser_of.sessions_end()
    for _time in range(2):
        browser_of(olga).post(PREPARE, {"quarter": "2026Q4"})
    asked = text_of(browser_of(olga).get(PREPARE))
    assert "2026Q4 is being prepared." in asked
    assert "Prepare 2026Q4" not in asked
    assert DBTaskResult.objects.count() == 1
    work_is_done()
    assert [entry.kind for entry in LedgerEntry.objects.order_by("pk")] == ["spent", "frozen"]

    # She cannot release it, and nobody reads it.
    alone = browser_of(olga).post(REVIEW)
    assert alone.status_code == 422
    assert "No quarter has been released yet." in text_of(browser_of(lena).get(TRENDS))
    assert browser_of(priit).get(REVIEW).status_code == 404
    cells = list(Cell.objects.order_by("pk").values_list("raw", "value", "sd"))

    # Ilse can; from then on everybody of the same scope reads the same.
    assert browser_of(ilse).post(REVIEW).url == f"{TRENDS}?quarter=2026Q4"
    assert Release.objects.get().released_by == ilse
    member, manager, leader = (text_of(browser_of(one).get(TRENDS)) for one in (mia, priit, lena))
    assert "In October to December 2026 people spoke up in about" in member
    assert member == text_of(browser_of(jonas).get(TRENDS))
    assert ("Front desk" in member, "Front desk" in manager, "Front desk" in leader) == (
        False,
        True,
        True,
    )
    assert ("Hotel Noord" in manager, "Hotel Noord" in leader) == (False, True)
    money = [browser_of(one).get("/reports/silence/").status_code for one in (mia, priit, lena)]
    assert money == [404, 200, 200]

    # Nothing that happens later moves a released number.
    tapped = {"standard": "speed", "impact": "lost", "outcome": "stepped_in", "day": "2026-12-30"}
    assert browser_of(mia).post("/log/", tapped).status_code == 302
    again = browser_of(olga).post(PREPARE, {"quarter": "2026Q4"})
    work_is_done()
    assert again.status_code == 422
    assert text_of(browser_of(lena).get(TRENDS)) == leader
    assert list(Cell.objects.order_by("pk").values_list("raw", "value", "sd")) == cells
