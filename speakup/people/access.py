"""Guards for views and accounts: who may come in, said once."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from django.http import Http404, HttpRequest, HttpResponse

from speakup.people.models import Person

View = Callable[..., HttpResponse]
Rule = Callable[[Person], bool]


def allow(rule: Rule) -> Callable[[View], View]:
    """Let in whom the rule names; for others the page does not exist."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not rule(me(request)):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return guard


def me(request: HttpRequest) -> Person:
    """The signed-in person; the login wall has made sure that there is one."""
    return cast(Person, request.user)


class NoOpenSignUp(DefaultAccountAdapter):
    """People are brought in by `import_staff`; nobody signs up by themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Person | None:
        """Who has left gets the same answer as who never was here."""
        person: Person | None = super().authenticate(request, **credentials)
        return person if person and person.is_active else None
