"""The private notebook: sealed moments of poor service, each readable by its writer alone."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from speakup.people.models import Person


class Outcome(models.TextChoices):
    STEPPED_IN = "stepped_in", _("I stepped in")
    SPOKE_IN_PERSON = "spoke_in_person", _("I spoke up in person")
    SENT_NOTE = "sent_note", _("I sent a note")
    STAYED_SILENT = "stayed_silent", _("I stayed silent")


class Impact(models.TextChoices):
    HELPED = "helped", _("Helped in the end")
    ANNOYED = "annoyed", _("Annoyed")
    UNHAPPY = "unhappy", _("Left unhappy")
    LOST = "lost", _("Lost")


class Cause(models.TextChoices):
    STAFFING = "staffing", _("Too few people")
    TOOLS = "tools", _("Tools or systems")
    POLICY = "policy", _("A rule or policy")
    TRAINING = "training", _("Training")
    HANDOVER = "handover", _("Handover")
    ATTITUDE = "attitude", _("Attitude")
    UNKNOWN = "unknown", _("I do not know")


class Channel(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    PHONE = "phone", _("On the phone")
    CHAT = "chat", _("In a chat")
    EMAIL = "email", _("By e-mail")


class Customer(models.TextChoices):
    PRIVATE = "private", _("A private customer")
    BUSINESS = "business", _("A business customer")


class Silence(models.TextChoices):
    """Why someone stayed silent; the words are the writer's to pick, never a reproach."""

    FEARED_HURT = "feared_hurt", _("I did not want to hurt")
    UNSURE = "unsure", _("I was not sure I was right")
    FEARED_TROUBLE = "feared_trouble", _("I feared trouble")
    NO_MOMENT = "no_moment", _("There was no good moment")
    NOT_MINE = "not_mine", _("It did not feel like mine to say")


class ObservationQuerySet(models.QuerySet["Observation"]):
    def visible_to(self, person: Person) -> "ObservationQuerySet":
        return self.filter(person=person)

    def in_quarter(self, quarter: str) -> "ObservationQuerySet":
        return self.filter(quarter=quarter)


class Observation(models.Model):
    """One sealed moment. Nothing but its writer and its quarter is readable in the database."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    quarter = models.CharField(max_length=6)
    sealed = models.BinaryField()

    objects = ObservationQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("quarter", "person"), name="observation_by_quarter"),)
        constraints = (
            models.CheckConstraint(
                name="quarter_reads_like_2026Q4",
                condition=models.Q(quarter__regex=r"^\d{4}Q[1-4]$"),
            ),
        )

    def __str__(self) -> str:
        return f"observation {self.id}"
