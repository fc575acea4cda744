"""Private notes between two people, their answers, and what a reader does not want to receive."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from speakup.people.models import Person


class State(models.TextChoices):
    RESTING = "resting"  # may be changed or taken back until the rest is over
    DELIVERED = "delivered"  # new to its reader
    READ = "read"  # nothing in it is new to anybody
    ANSWERED = "answered"  # its writer has not looked since the reader's answer
    SPOKEN = "spoken"  # its reader has not looked since the writer's answer
    CLOSED = "closed"


def news_for(person: uuid.UUID) -> Q:
    """Notes in which something is new to this person, on whichever side they stand."""
    to_its_reader = Q(reader=person, state__in=(State.DELIVERED, State.SPOKEN))
    return to_its_reader | Q(writer=person, state=State.ANSWERED)


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, person: Person) -> "NoteQuerySet":
        """What they wrote, and what has been delivered to them."""
        return self.filter(Q(writer=person) | Q(reader=person, delivered_on__isnull=False))

    def received_by(self, person: Person) -> "NoteQuerySet":
        return self.filter(reader=person, delivered_on__isnull=False)

    def unread_by(self, person: Person) -> "NoteQuerySet":
        return self.filter(news_for(person.pk))

    def rested(self, now: datetime) -> "NoteQuerySet":
        return self.filter(state=State.RESTING, rests_until__lte=now).order_by("rests_until", "id")


class Note(models.Model):
    """One sealed note; its key is wrapped once for each of its two readers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notes_received"
    )
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="notes_written"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.RESTING)
    rests_until = models.DateTimeField()
    delivered_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    sealed = models.BinaryField()
    key_for_writer = models.BinaryField(null=True)
    key_for_reader = models.BinaryField(null=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("reader", "delivered_on"), name="note_by_reader"),
            models.Index(fields=("writer", "rests_until"), name="note_by_writer"),
            models.Index(fields=("state", "rests_until"), name="note_by_state"),
        )
        constraints = (
            CheckConstraint(name="no_note_to_oneself", condition=~Q(reader=models.F("writer"))),
            CheckConstraint(
                name="resting_notes_are_not_delivered",
                condition=Q(state="resting", delivered_on=None)
                | (~Q(state="resting") & Q(delivered_on__isnull=False)),
            ),
            CheckConstraint(
                name="closed_notes_say_when",
                condition=Q(state="closed", closed_on__isnull=False)
                | (~Q(state="closed") & Q(closed_on=None)),
            ),
        )

    def __str__(self) -> str:
        return f"note {self.id}"


class Side(models.TextChoices):
    WRITER = "writer"
    READER = "reader"


class Answer(models.TextChoices):
    """What an answer is; sealed together with its words."""

    THANKS = "thanks", _("Thank you")
    HAPPENED = "happened", _("Here is what happened")
    SAY_MORE = "say_more", _("Can you say more?")
    DIFFERENTLY = "differently", _("I see it differently")
    WORDS = "words", _("An answer")


class Reply(models.Model):
    """One sealed answer on a note, under the note's own key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="replies")
    side = models.CharField(max_length=6, choices=Side.choices)
    order = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("note", "order"), name="replies_stand_in_order"),
        )

    def __str__(self) -> str:
        return f"reply {self.id}"


class Muting(models.Model):
    """Whom a reader does not want to hear from, sealed like everything else of theirs."""

    reader = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"muting of {self.reader_id}"
