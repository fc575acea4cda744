"""What a person can take along or have erased here: released numbers name nobody and stay."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from speakup.people.models import Person
from speakup.reports.models import Release


def export(person: Person) -> dict[str, Any]:
    """Quarters that the person prepared or released as a steward, and what is kept of the rest."""
    theirs = Release.objects.filter(Q(prepared_by=person) | Q(released_by=person))
    return {
        "kept": stays(),
        "prepared": [str(found) for found in theirs if found.prepared_by_id == person.pk],
        "released": [str(found) for found in theirs if found.released_by_id == person.pk],
    }


def erase(person: Person) -> list[str]:
    """Nothing is deleted; returns a sentence for everything that stays."""
    return [stays()]


def stays() -> str:
    return _(
        "Released numbers stay: they are sums with noise in which nobody can be found, and taking "
        "one person out again would show what that person had added."
    )
