"""Who may do what, and who is who."""

import pytest
from allauth.account.adapter import get_adapter
from django.db import IntegrityError, transaction

from speakup.people import policy
from speakup.people.models import Person, Unit
from tests.factories import PersonFactory, UnitFactory


def test_manager_leads_everybody_below_and_nobody_beside(priit, mia, pia, olga):
    assert policy.leads(priit, mia)
    assert not policy.leads(pia, mia)
    assert not policy.leads(priit, olga)  # a floor above


def test_manager_of_the_house_leads_the_desk(hotel, olga, mia):
    hotel.managers.add(olga)

    assert policy.leads(olga, mia)


def test_nobody_leads_a_person_without_a_unit(priit):
    stray = PersonFactory(name="Stray", unit=None)

    assert not policy.leads(priit, stray)


def test_roles_end_when_a_person_leaves(priit, lena, olga):
    before = [policy.roles_of(person) for person in (priit, lena, olga)]
    for person in (priit, lena, olga):
        person.is_active = False

    after = [policy.roles_of(person) for person in (priit, lena, olga)]

    assert before == [["member", "manager"], ["member", "leader"], ["member", "steward"]]
    assert after == [[], [], []]
    assert not policy.reads_trends(priit)


def test_everybody_who_works_here_reads_trends(mia):
    assert policy.reads_trends(mia)


def test_people_are_found_by_every_word_typed(mia, jonas):
    mia_leaves = PersonFactory(name="Mia Berg", is_active=False)

    found = Person.objects.named_like("mia berg")

    assert list(found) == [mia_leaves]
    assert list(found.working_here()) == []
    assert list(Person.objects.named_like("berg").working_here()) == [jonas]


def test_person_is_made_with_a_password_and_found_in_any_letters(db):
    made = Person.objects.create_user("Mia@Hotel.example", "a quiet notebook", name="Mia")

    assert Person.objects.get_by_natural_key("MIA@hotel.example") == made
    assert made.check_password("a quiet notebook")
    assert str(made) == "Mia"


def test_address_in_other_letters_is_the_same_address(mia):
    with pytest.raises(IntegrityError), transaction.atomic():
        PersonFactory(email="MIA.Visser@hotel.example")

    assert Person.objects.count() == 1


def test_second_organisation_is_refused_by_the_database(organisation):
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitFactory(name="Other Group")

    assert [str(unit) for unit in Unit.objects.all()] == ["Harbour Group"]


def test_house_is_closed_to_sign_ups(rf):
    assert not get_adapter().is_open_for_signup(rf.get("/"))
