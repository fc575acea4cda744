"""Work behind the steward's page: the draw, away from the threads that serve pages."""

from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import task

from speakup.people.models import Person
from speakup.privacy.quarters import Quarter
from speakup.reports import actions
from speakup.reports.refusals import Refused


@task()
def prepare_quarter(quarter: str, steward_id: str) -> str:
    """Prepare the quarter; returns the refusal's name, or nothing when the numbers are frozen.

    Run twice, the second run is refused: the budget is spent once.
    """
    steward = Person.objects.get(pk=UUID(steward_id))
    noise = import_string(settings.NOISE)()
    try:
        actions.prepare(
            by=steward, quarter=Quarter.parse(quarter), today=timezone.localdate(), noise=noise
        )
    except Refused as refused:
        return type(refused).__name__
    return ""
