"""A group of about a hundred people, their quarter, and the two stewards who publish it."""

from datetime import date
from uuid import uuid4

import pytest

from speakup.observations.models import Observation
from speakup.observations.moments import Moment
from speakup.observations.queries import TABLE
from speakup.privacy import FixedNoise
from speakup.privacy.quarters import Quarter
from speakup.reports import actions
from speakup.vault import sealing
from speakup.vault.envelope import encrypt, padded
from tests.factories import PersonFactory, UnitFactory
from tests.speakup.reports.walls import forget_releases

TODAY = date(2026, 11, 24)
LAST = Quarter(2026, 3)


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def last_quarter():
    return LAST


@pytest.fixture
def house(organisation, hotel, desk, next_door, mia, jonas, priit, pia, lena, olga, ilse):
    """47 people at Hotel Zuid, 42 at Hotel Noord, 12 in the head office that is too small alone."""
    office = UnitFactory(name="Head office", parent=organisation)
    PersonFactory.create_batch(43, unit=desk)
    PersonFactory.create_batch(40, unit=next_door)
    PersonFactory.create_batch(11, unit=office)
    return organisation


@pytest.fixture
def write(db):
    """`write(mia, "sent_note", times=2)` puts moments of the last quarter into Mia's notebook."""

    def written(person, outcome="stayed_silent", times=1, quarter=LAST):
        moment = Moment(
            standard="respect", outcome=outcome, impact="annoyed", day=quarter.first_day
        )
        rows = [Observation(id=uuid4(), person=person, quarter=str(quarter)) for _ in range(times)]
        key = sealing.key_of(person.pk)
        for row in rows:
            bound_to = sealing.aad(person.pk, TABLE, row.pk)
            row.sealed = encrypt(key, padded(moment.payload), aad=bound_to)
        Observation.objects.bulk_create(rows)

    return written


@pytest.fixture
def busy_house(house, write):
    """Everybody at both hotels saw three moments, spoke up in one of them and sent no note."""
    from speakup.people.models import Person

    for person in Person.objects.filter(unit__name__in=("Front desk", "Hotel Noord")):
        write(person, "stayed_silent", times=2)
        write(person, "stepped_in")
    return house


@pytest.fixture
def prepare(olga, today):
    def prepared(quarter=LAST, by=None, noise=None, today=today):
        return actions.prepare(
            by=by or olga, quarter=quarter, today=today, noise=noise or FixedNoise((0,))
        )

    return prepared


@pytest.fixture
def publish(prepare, ilse):
    """Prepare as Olga and release as Ilse, on a day when that quarter could be."""

    def published(quarter=LAST, noise=None):
        day = quarter.next.last_day
        release = prepare(quarter, noise=noise, today=day)
        return actions.release(by=ilse, release=release, today=day)

    return published


@pytest.fixture
def clean_ledger(transactional_db):
    """After a test with real transactions, rows that nobody can delete must still go."""
    yield
    forget_releases()
