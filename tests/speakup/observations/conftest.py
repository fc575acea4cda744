"""What the notebook's tests lean on: a moment, a form filled in, and the house's own clock."""

from datetime import date

import pytest

from speakup.observations.actions import log_observation
from speakup.observations.moments import Moment
from tests.factories import StandardFactory

TODAY = date(2026, 11, 24)  # a Tuesday in 2026Q4


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def listening(db):
    return StandardFactory(code="listening", name="Listening", icon="ear")


@pytest.fixture
def clock(monkeypatch, now):
    """Pages think that it is the cast's own Tuesday."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


@pytest.fixture
def filled_in(listening):
    """What a browser sends after four taps."""
    return {
        "standard": "listening",
        "impact": "unhappy",
        "outcome": "stepped_in",
        "day": "2026-11-24",
    }


def moment(**differently):
    usual = {"standard": "listening", "impact": "unhappy", "outcome": "stayed_silent", "day": TODAY}
    return Moment(**usual | differently)


@pytest.fixture
def write(listening):
    """`write(mia, words="…")` logs a moment the way the pages do."""

    def written(person, *, today=TODAY, **differently):
        return log_observation(by=person, moment=moment(**differently), today=today).entry

    return written
