"""Background work of notes: what the schedule asks for, without a private word in its arguments."""

from django.utils import timezone
from django_tasks import task

from coaching.notes import actions


@task
def deliver_due_notes() -> None:
    actions.deliver_due(now=timezone.now())


@task
def forget_old_notes() -> None:
    actions.forget_old(now=timezone.now())
