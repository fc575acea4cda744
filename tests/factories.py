"""One dull factory per model; traits name the states."""

import factory
from factory.django import DjangoModelFactory

from speakup.people.models import Person, Unit
from speakup.standards.models import Standard


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit

    name = factory.Sequence(lambda n: f"Unit {n}")


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Person {n}")
    email = factory.LazyAttribute(
        lambda person: f"{person.name.lower().replace(' ', '.')}@hotel.example"
    )
    password = factory.django.Password("a quiet notebook")

    class Params:
        steward = factory.Trait(is_steward=True)
        leader = factory.Trait(is_leader=True)


class StandardFactory(DjangoModelFactory):
    class Meta:
        model = Standard
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"standard-{n}")
    name = factory.Sequence(lambda n: f"Standard {n}")
    description = "What good looks like."
    nature = "attitude"
    icon = "heart"
    position = factory.Sequence(int)
