"""Pages that need the whole house: health, errors, and what every page's frame shows."""

import sys
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error as DatabaseTrouble
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext_lazy as _

from speakup.vault.envelope import CannotOpen

SENTENCES = {
    404: _("There is nothing here. Check the address."),
    500: _("Something broke on our side. Try again in a minute."),
    503: _("We are away for a moment. Try again in half a minute."),
}


def frame(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs on every page."""
    return {"place_name": settings.PLACE_NAME, "csp_nonce": getattr(request, "csp_nonce", "")}


@login_not_required
def healthy(request: HttpRequest) -> HttpResponse:
    """For the operator's probe: the process answers and the database does too."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseTrouble:
        return HttpResponse("The database does not answer.", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    """The page for what went wrong here; it asks neither the session nor the database."""
    unavailable = isinstance(sys.exc_info()[1], OperationalError | InterfaceError | CannotOpen)
    status = 503 if unavailable else 500
    language = getattr(request, "LANGUAGE_CODE", "") or get_language_from_request(request)
    with override(language):
        answer = _sentence(status) if _is_api(request) else _page(status)
    if unavailable:
        answer["Retry-After"] = "30"
    return answer


def _page(status: int) -> HttpResponse:
    page = render_to_string(f"{status}.html", {"place_name": settings.PLACE_NAME})
    return HttpResponse(page, status=status)


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def _sentence(status: int) -> HttpResponse:
    """What a program is told, as the API says everything else."""
    return JsonResponse({"detail": str(SENTENCES[status])}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_api(request):
        return _sentence(404)
    return render(request, "404.html", status=404)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)
