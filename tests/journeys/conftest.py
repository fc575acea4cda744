"""Browsers of several people at once, without a browser: journeys that every database walks."""

import re

import pytest
from django.conf import settings
from django.test import Client

from config.background import Background


@pytest.fixture
def browser_of():
    """`browser_of(mia)` is Mia's own, signed in, and stays hers beside those of others."""
    opened = {}

    def of(person):
        if person.pk not in opened:
            opened[person.pk] = Client()
            opened[person.pk].force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
        return opened[person.pk]

    of.sessions_end = opened.clear  # two weeks are long enough for a session
    return of


@pytest.fixture
def work_is_done():
    """The worker that `serve` runs takes what waits in the queue, and stops when nothing is left."""

    def until_nothing_is_left():
        worker = Background().worker
        worker.batch = True
        worker.run()

    return until_nothing_is_left


def text_of(answer):
    """What a page says, without its markup."""
    body = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())
