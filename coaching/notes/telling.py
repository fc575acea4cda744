"""Tell a person that something waits for them: a dot on open pages, a mail without content."""

from typing import Any
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django_tasks import task

from coaching.notes import policy, queries
from speakup.people.models import Person


def group_of(person: UUID) -> str:
    """One socket group per person: nobody else's news ever passes there."""
    return f"person.{person}"


def unread_changed(person: UUID) -> None:
    """Open pages of this person ask for their count anew, once the change is committed."""
    _ring(person, {"type": "unread.changed"})


def signed_out(request: HttpRequest, user: Person | None, **kwargs: Any) -> None:
    """The lines of this session end; nobody learns its key from what is sent."""
    if user:
        mark = mark_of_session(request.session.session_key)
        _ring(user.pk, {"type": "signed.out", "session": mark})


def password_changed(user: Person, **kwargs: Any) -> None:
    """Every open line looks whether its session still holds."""
    _ring(user.pk, {"type": "signed.out", "session": ""})


def mark_of_session(session_key: str | None) -> str:
    return salted_hmac("coaching.notes.line", session_key or "", algorithm="sha256").hexdigest()


def _ring(person: UUID, message: dict[str, str]) -> None:
    def ring() -> None:  # named: when it fails Django logs the name and goes on
        async_to_sync(get_channel_layer().group_send)(group_of(person), message)

    transaction.on_commit(ring, robust=True)


def something_waits(person: Person) -> None:
    """The dot at once; the mail by background work, queued with the change itself."""
    unread_changed(person.pk)
    if person.tell_by_email:
        mail_that_a_note_waits.enqueue(str(person.pk))


@task
def mail_that_a_note_waits(person_id: str) -> None:
    """Says that there is a note and not a word more: not from whom, not about what.

    Quiet hours put it off; a break, or having looked meanwhile, makes it needless.
    """
    wants = Person.objects.filter(is_active=True, tell_by_email=True, takes_notes=True)
    person = wants.filter(pk=person_id).first()
    if person is None or not queries.unread_count(person.pk):
        return
    if later := policy.end_of_quiet(person, timezone.now()):
        mail_that_a_note_waits.using(run_after=later).enqueue(person_id)
        return
    with translation.override(person.language):
        subject = _("There is a private note for you")
        place = settings.SITE_URL + reverse("notes:inbox")
        body = _("There is a private note for you. You can read it here: %(place)s") % {
            "place": place
        }
    send_mail(subject, body, None, [person.email])
