"""Work behind the account pages: mails, whose sending must not show who works here."""

from uuid import UUID

from django_tasks import task

from speakup.people import actions


@task
def mail_password_link(person_id: str) -> None:
    actions.mail_password_link(to=UUID(person_id))
