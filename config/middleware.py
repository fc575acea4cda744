"""What every request passes: the login wall, the reader's language, nothing stored."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

Answer = Callable[[HttpRequest], HttpResponse]


class LoginWall(LoginRequiredMiddleware):
    """Everybody signs in first; a fragment asks the whole page to go there."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[Any, Any],
    ) -> HttpResponseBase | None:
        answer = super().process_view(request, view_func, view_args, view_kwargs)
        htmx = HtmxDetails(request)
        if answer is None or not htmx:
            return answer
        door: HttpResponse = HttpResponseClientRedirect(
            redirect_to_login(way_back(htmx), resolve_url(settings.LOGIN_URL)).url
        )
        return door


def way_back(htmx: HtmxDetails) -> str:
    """The page that the fragment was asked for from, if it is one of ours."""
    try:
        back = htmx.current_url_abs_path or "/"
    except ValueError:  # no address at all
        return "/"
    return back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "/"


def reading_language(get_response: Answer) -> Answer:
    """The reader's own language once they are signed in, their browser's before that."""

    def middleware(request: HttpRequest) -> HttpResponse:
        person = request.user
        language = (
            person.language
            if person.is_authenticated
            else translation.get_language_from_request(request)
        )
        request.LANGUAGE_CODE = language  # the error page asks it when this frame is gone
        with translation.override(language):
            answer = get_response(request)
        answer.headers.setdefault("Content-Language", language)
        return answer

    return middleware


def never_stored(get_response: Answer) -> Answer:
    """Pages hold private text: no cache, shared or the browser's own, keeps them."""

    def middleware(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer

    return middleware
