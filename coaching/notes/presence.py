"""Whether whoever opened a line is still signed in: lines live longer than sessions."""

from uuid import UUID

from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from speakup.people.models import Person


def is_here(person_id: UUID, session_key: str | None) -> bool:
    """The session stands, it was opened with today's password, and the person works here.

    The table is asked and not the cache, which another process may not have emptied.
    """
    standing = Session.objects.filter(pk=session_key, expire_date__gt=timezone.now())
    session = standing.first() if session_key else None
    person = Person.objects.filter(pk=person_id, is_active=True).first()
    if session is None or person is None:
        return False
    opened_with = str(session.get_decoded().get(HASH_SESSION_KEY, ""))
    return constant_time_compare(opened_with, person.get_session_auth_hash())
