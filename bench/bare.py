"""Limits: the saving view without any middleware, and a socket that only echoes."""

import os
import uuid

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.http import HttpResponse, QueryDict  # noqa: E402
from django.urls import path  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.views.decorators.csrf import csrf_exempt  # noqa: E402

from speakup.observations.actions import log_observation  # noqa: E402
from speakup.observations.forms import ObservationForm  # noqa: E402
from speakup.people.models import Person  # noqa: E402


@csrf_exempt
def save(request):
    """The same form and action as the log page, for a person who is simply looked up."""
    today = timezone.localdate()
    person = Person.objects.get(email="p0@bench.example")
    form = ObservationForm(QueryDict(request.body), today=today)
    if not form.is_valid():
        return HttpResponse(form.errors.as_json(), status=422)
    log_observation(by=person, moment=form.moment, today=today, observation_id=uuid.uuid4())
    return HttpResponse(status=201)


urlpatterns = [path("save", save)]
settings.ROOT_URLCONF, settings.MIDDLEWARE = "bench.bare", []
wsgi = WSGIHandler()


async def echo(scope, receive, send):
    """Accept, and send back whatever arrives."""
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": message.get("text", "")})
