"""The cast, and what every test may lean on.

Mia writes, Jonas works beside her and receives, Priit manages their team and Pia the house next door,
Lena leads the organisation, Olga and Ilse are stewards, and the stranger has no account.
"""

import importlib
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.core.cache import cache

from config import building
from speakup.standards.models import House, Standard
from tests.factories import PersonFactory, UnitFactory

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # a Tuesday in 2026Q4


def pytest_configure(config):
    """Every language speaks in tests as it does when served; one process compiles for all."""
    if not hasattr(config, "workerinput"):
        building.compile_translations()


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


@pytest.fixture(autouse=True)
def furnished(request):
    """Real transactions end in a flush that empties the house; the next test finds it furnished."""
    if {"db", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("db")
        furnish()


def furnish():
    first = importlib.import_module("speakup.standards.migrations.0002_first_eight")
    if not Standard.objects.exists():
        House.objects.all().delete()
        first.furnish(apps, None)
    House.objects.get_or_create(pk=1, defaults={"golden_rule": first.GOLDEN_RULE})


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def organisation(db):
    return UnitFactory(name="Harbour Group")


@pytest.fixture
def hotel(organisation):
    return UnitFactory(name="Hotel Zuid", parent=organisation)


@pytest.fixture
def desk(hotel):
    return UnitFactory(name="Front desk", parent=hotel)


@pytest.fixture
def next_door(organisation):
    return UnitFactory(name="Hotel Noord", parent=organisation)


@pytest.fixture
def mia(desk):
    return PersonFactory(name="Mia Visser", unit=desk)


@pytest.fixture
def jonas(desk):
    return PersonFactory(name="Jonas Berg", unit=desk)


@pytest.fixture
def priit(desk):
    manager = PersonFactory(name="Priit Saar", unit=desk)
    desk.managers.add(manager)
    return manager


@pytest.fixture
def pia(next_door):
    manager = PersonFactory(name="Pia Lang", unit=next_door)
    next_door.managers.add(manager)
    return manager


@pytest.fixture
def lena(organisation):
    return PersonFactory(name="Lena Groot", unit=organisation, leader=True)


@pytest.fixture
def olga(hotel):
    return PersonFactory(name="Olga Petrova", unit=hotel, steward=True)


@pytest.fixture
def ilse(next_door):
    return PersonFactory(name="Ilse Maas", unit=next_door, steward=True)


@pytest.fixture
def as_person(client):
    """`as_person(mia)` is a browser in which Mia has signed in."""

    def signed_in(person):
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in


@pytest.fixture
def work_is_done(transactional_db):
    """The worker that `serve` runs takes what waits in the queue, and stops when nothing is left."""

    def until_nothing_is_left():
        from config.background import Background

        worker = Background().worker
        worker.batch = True
        worker.run()

    return until_nothing_is_left
