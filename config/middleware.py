"""What every request passes: the login wall, the reader's language, nothing stored."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponse]


class LoginWall(LoginRequiredMiddleware):
    """Everybody signs in first; a fragment asks the whole page to go there."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponse]
    ) -> HttpResponse:
        if not request.headers.get("HX-Request"):
            return super().handle_no_permission(request, view_func)
        here = request.headers.get("HX-Current-URL", "/")
        back = "/" + here.split("://", 1)[-1].partition("/")[2]
        answer = HttpResponse(status=200)
        answer["HX-Redirect"] = redirect_to_login(back, resolve_url(settings.LOGIN_URL)).url
        return answer


def reading_language(get_response: Answer) -> Answer:
    """The reader's own language once they are signed in, their browser's before that."""

    def middleware(request: HttpRequest) -> HttpResponse:
        person = request.user
        language = (
            person.language
            if person.is_authenticated
            else translation.get_language_from_request(request)
        )
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
