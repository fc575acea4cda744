"""`make run`: an empty house is filled once, a lived-in one is left alone, and both are served."""

import os
import signal
import socket
import threading
from contextlib import redirect_stdout
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from config import demo
from speakup.people.models import Person
from tests.config.work import until
from tests.speakup.reports.walls import forget_releases


@pytest.fixture
def house(transactional_db, settings, tmp_path, monkeypatch):
    """Room for what is built, any free port, and the rest that notes have elsewhere."""
    monkeypatch.delenv("NOTE_REST_MINUTES", raising=False)
    settings.LOCALE_PATHS, settings.STATIC_ROOT = [tmp_path], tmp_path / "static"
    settings.PORT, settings.NOTE_REST_MINUTES = 0, 30
    yield settings
    forget_releases()


def started(**options):
    """Start, stop as soon as it listens, and give all that it said."""
    said = StringIO()

    def stop():
        try:
            until(lambda: "listens on http://" in said.getvalue())
        finally:
            connections.close_all()
            is_serving = signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
            os.kill(os.getpid(), signal.SIGTERM if is_serving else 0)

    stopper = threading.Thread(target=stop)
    stopper.start()
    with redirect_stdout(said):
        call_command("start", **options)
    stopper.join()
    return said.getvalue()


def test_first_start_fills_the_empty_house_and_the_second_only_says_who_can_sign_in(house):
    first, second = started(people=60, quarters=1), started()

    assert "Inventing 60 people" in first
    assert "Inventing" not in second
    for said in (first, second):
        assert demo.PASSWORD in said
        assert "they arrive at once" in said
    assert Person.objects.count() == 60
    assert house.NOTE_REST_MINUTES == 0


def test_a_house_with_people_of_its_own_gets_no_invented_ones_and_its_notes_rest(house, mia):
    said = started()

    assert demo.PASSWORD not in said
    assert Person.objects.get() == mia
    assert house.NOTE_REST_MINUTES == 30


def test_operator_who_says_how_long_notes_rest_is_heard_in_the_demo_too(house, mia, monkeypatch):
    monkeypatch.setenv("NOTE_REST_MINUTES", "30")
    Person.objects.update(email=demo.address("mia"))

    assert demo.PASSWORD in started()
    assert house.NOTE_REST_MINUTES == 30


def test_a_taken_port_is_said_before_anything_is_done(house):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        house.PORT = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {house.PORT} is taken"):
            call_command("start")

    assert not Person.objects.exists()
    assert not house.STATIC_ROOT.exists()
