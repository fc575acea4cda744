"""Tell a person that something waits for them: a dot on open pages, a mail without content."""

from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from speakup.people.models import Person


def group_of(person: UUID) -> str:
    """One socket group per person: nobody else's news ever passes there."""
    return f"person.{person}"


def unread_changed(person: UUID) -> None:
    """Open pages of this person ask for their count anew, once the change is committed."""

    def ring() -> None:  # named: when it fails Django logs the name and goes on
        async_to_sync(get_channel_layer().group_send)(group_of(person), {"type": "unread.changed"})

    transaction.on_commit(ring, robust=True)


def something_waits(person: Person) -> None:
    """The dot at once; the mail by background work, queued with the change itself."""
    unread_changed(person.pk)
    if person.tell_by_email:
        mail_that_a_note_waits.enqueue(str(person.pk))


@task
def mail_that_a_note_waits(person_id: str) -> None:
    """Says that there is a note and not a word more: not from whom, not about what."""
    person = Person.objects.filter(pk=person_id, is_active=True, tell_by_email=True).first()
    if person is None:
        return
    with translation.override(person.language):
        subject = _("There is a private note for you")
        place = settings.SITE_URL + reverse("notes:inbox")
        body = _("There is a private note for you. You can read it here: %(place)s") % {
            "place": place
        }
    send_mail(subject, body, None, [person.email])
