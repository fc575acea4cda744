"""Every change of the notebook: log, change, delete, and what became of a silence."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from speakup.observations.models import Observation, Outcome
from speakup.observations.moments import DAYS_BACK, Moment
from speakup.observations.queries import TABLE, Entry, Missing, own_entry
from speakup.people.models import Person
from speakup.vault import sealing

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Refused(Exception):
    """Something the notebook does not do; it says why in one sentence for people."""

    sentence: "StrPromise"

    def __str__(self) -> str:
        return str(self.sentence)


class DayOutOfReach(Refused):
    sentence = _("Choose a day from the last twelve months, today at the latest.")


class IdTaken(Refused):
    sentence = _("This could not be saved yet. Please save it once more.")


@dataclass(frozen=True)
class Logged:
    """What the notebook now holds under the id: the new moment, or the one that came first."""

    entry: Entry
    is_new: bool


def log_observation(
    *, by: Person, moment: Moment, today: date, observation_id: UUID | None = None
) -> Logged:
    """Save once, however often the same id arrives; somebody else's id is refused like any other."""
    _refuse_far_day(moment, today)
    row_id = observation_id or uuid4()
    try:
        _row, is_new = Observation.objects.visible_to(by).get_or_create(
            id=row_id,
            defaults={"person": by, **_columns(by, row_id, moment)},
        )
        entry = Entry(row_id, moment) if is_new else own_entry(by, row_id)
    except (IntegrityError, Missing):
        raise IdTaken from None
    return Logged(entry, is_new)


@transaction.atomic
def change_observation(*, by: Person, observation_id: UUID, moment: Moment, today: date) -> Entry:
    """Raises Missing for an entry that is not theirs."""
    if moment.day != _locked_entry(by, observation_id).moment.day:
        _refuse_far_day(moment, today)
    _write(by, observation_id, moment)
    return Entry(observation_id, moment)


def delete_observation(*, by: Person, observation_id: UUID) -> None:
    """Raises Missing for an entry that is not theirs."""
    deleted, _by_model = Observation.objects.visible_to(by).filter(pk=observation_id).delete()
    if not deleted:
        raise Missing


def mark_note_sent(*, by: Person, observation_id: UUID) -> None:
    """A silence that became a note is a silence no longer; other entries stay as they are."""
    _turn(by, observation_id, Outcome.STAYED_SILENT, Outcome.SENT_NOTE)


def mark_said(*, by: Person, observation_id: UUID) -> None:
    """A silence that was broken face to face is one no longer; other entries stay as they are."""
    _turn(by, observation_id, Outcome.STAYED_SILENT, Outcome.SPOKE_IN_PERSON)


def mark_note_taken_back(*, by: Person, observation_id: UUID) -> None:
    """A note taken back before it arrived has told nobody."""
    _turn(by, observation_id, Outcome.SENT_NOTE, Outcome.STAYED_SILENT)


@transaction.atomic
def _turn(by: Person, observation_id: UUID, was: Outcome, becomes: Outcome) -> None:
    """Unknown and foreign ids change nothing and tell nothing."""
    try:
        moment = _locked_entry(by, observation_id).moment
    except Missing:
        return
    if moment.outcome == was:
        _write(by, observation_id, replace(moment, outcome=becomes, silence=""))


def _locked_entry(by: Person, row_id: UUID) -> Entry:
    return own_entry(by, row_id, rows=Observation.objects.select_for_update())


def _write(by: Person, row_id: UUID, moment: Moment) -> None:
    mine = Observation.objects.visible_to(by).filter(pk=row_id)
    mine.update(**_columns(by, row_id, moment))


def _columns(by: Person, row_id: UUID, moment: Moment) -> dict[str, str | bytes]:
    sealed = sealing.seal(by.pk, TABLE, row_id, moment.payload)
    return {"quarter": str(moment.quarter), "sealed": sealed}


def _refuse_far_day(moment: Moment, today: date) -> None:
    if not today - timedelta(days=DAYS_BACK) <= moment.day <= today:
        raise DayOutOfReach
