"""Every change a steward makes to what good service means here."""

import itertools
from dataclasses import asdict
from typing import ClassVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from speakup.people.models import Person
from speakup.standards.models import House, Standard
from speakup.standards.policy import FEWEST_IN_FORCE, MOST_IN_FORCE, may_keep_standards
from speakup.standards.wording import Way, Wording


class Refusal(Exception):
    """A change that the rules of the house do not allow; `sentence` says what to do instead."""

    sentence: ClassVar[Promise]

    def __str__(self) -> str:
        return str(self.sentence)


class NameTaken(Refusal):
    sentence = _("Another standard already has this name. Choose a different one.")


class TooMany(Refusal):
    sentence = _(
        "Twelve standards are in force, and more than that cannot be tapped at a glance. Retire one first."
    )


class LastInForce(Refusal):
    sentence = _("This is the last standard in force. Add or restore another one first.")


@transaction.atomic
def add_standard(*, by: Person, wording: Wording) -> Standard:
    in_force = _kept_by(by)
    _refuse_one_too_many(in_force)
    _refuse_taken_name(wording.name, in_force)
    return Standard.objects.create(
        code=_free_code(wording.name), position=len(in_force) + 1, **asdict(wording)
    )


@transaction.atomic
def reword_standard(*, by: Person, standard: Standard, wording: Wording) -> None:
    """Say it in other words; its code, and so every notebook, stays as it was."""
    in_force = _kept_by(by)
    if not standard.is_retired:
        _refuse_taken_name(wording.name, in_force, besides=standard)
    Standard.objects.filter(pk=standard.pk).update(**asdict(wording))


@transaction.atomic
def move_standard(*, by: Person, standard: Standard, way: Way) -> None:
    """One place up or down among those in force; at the end of the list nothing moves."""
    in_force = _kept_by(by)
    if standard not in in_force:
        return
    here = in_force.index(standard)
    there = min(max(here + (-1 if way is Way.UP else 1), 0), len(in_force) - 1)
    in_force.insert(there, in_force.pop(here))
    _number(in_force)


@transaction.atomic
def retire_standard(*, by: Person, standard: Standard) -> None:
    """It leaves the log page; what notebooks already say stays readable."""
    in_force = _kept_by(by)
    if standard not in in_force:
        return
    if len(in_force) <= FEWEST_IN_FORCE:
        raise LastInForce
    Standard.objects.filter(pk=standard.pk).update(is_retired=True)
    _number([kept for kept in in_force if kept != standard])


@transaction.atomic
def restore_standard(*, by: Person, standard: Standard) -> None:
    """It comes back, at the end of the list."""
    in_force = _kept_by(by)
    if standard in in_force:
        return
    _refuse_one_too_many(in_force)
    _refuse_taken_name(standard.name, in_force)
    Standard.objects.filter(pk=standard.pk).update(is_retired=False, position=len(in_force) + 1)


@transaction.atomic
def describe_house(*, by: Person, golden_rule: str, official_route: str) -> None:
    _refuse_others(by)
    House.objects.update_or_create(
        pk=1, defaults={"golden_rule": golden_rule, "official_route": official_route}
    )


def _refuse_others(person: Person) -> None:
    if not may_keep_standards(person):
        raise PermissionDenied


def _kept_by(steward: Person) -> list[Standard]:
    """The standards in force; every other steward waits until this change is done."""
    _refuse_others(steward)
    list(Standard.objects.select_for_update().order_by("pk"))
    return list(Standard.objects.in_force())


def _refuse_one_too_many(in_force: list[Standard]) -> None:
    if len(in_force) >= MOST_IN_FORCE:
        raise TooMany


def _refuse_taken_name(
    name: str, in_force: list[Standard], *, besides: Standard | None = None
) -> None:
    if any(name.lower() == other.name.lower() for other in in_force if other != besides):
        raise NameTaken


def _free_code(name: str) -> str:
    """A code made from the name that no standard, retired or not, has ever had."""
    stem = slugify(name)[:30].strip("-") or "standard"
    taken = set(Standard.objects.values_list("code", flat=True))
    tries = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
    return next(code for code in tries if code not in taken)


def _number(in_order: list[Standard]) -> None:
    for position, standard in enumerate(in_order, start=1):
        standard.position = position
    Standard.objects.bulk_update(in_order, ["position"])
