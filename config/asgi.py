"""One application for pages and sockets: pages take one hop into a long-lived thread."""

import os
from typing import Any

from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http.request import split_domain_port, validate_host
from django.urls import re_path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
pages = get_wsgi_application()

from config.one_hop import OneHop  # noqa: E402
from config.routing import websocket_urlpatterns  # noqa: E402  needs the apps to be loaded

# Pages are CPU-bound: more than two threads only fight over the interpreter (bench/http.py).
PAGE_THREADS = int(os.environ.get("PAGE_THREADS", "1"))


async def nobody_answers(scope: Any, receive: Any, send: Any) -> None:
    """A line that leads nowhere is refused; without this it would be an error of ours."""
    await receive()
    await send({"type": "websocket.close"})


def is_own_page(scope: Any) -> bool:
    """Whether the line was opened by a page of exactly this scheme, host and port."""
    headers = {name: value.decode("latin-1").lower() for name, value in scope["headers"]}
    host = headers.get(b"host", "")
    if not validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS):
        return False
    # A proxy may speak http to us; what the browser spoke is then known from SITE_URL.
    scheme = "https" if settings.HTTPS or scope["scheme"] == "wss" else "http"
    return headers.get(b"origin") == f"{scheme}://{host}"


lines = AuthMiddlewareStack(URLRouter([*websocket_urlpatterns, re_path("", nobody_answers)]))  # type: ignore[arg-type]


async def own_lines(scope: Any, receive: Any, send: Any) -> None:
    """A cookie travels with every page's line: only our own pages may open one."""
    answer = lines if is_own_page(scope) else nobody_answers
    await answer(scope, receive, send)


application = ProtocolTypeRouter(
    {"http": OneHop(pages, threads=PAGE_THREADS), "websocket": own_lines}
)
