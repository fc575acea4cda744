"""One application for pages and sockets: pages take one hop into a long-lived thread."""

import os
from typing import Any

from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.core.wsgi import get_wsgi_application
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


application = ProtocolTypeRouter(
    {
        "http": OneHop(pages, threads=PAGE_THREADS),
        "websocket": AllowedHostsOriginValidator(
            AuthMiddlewareStack(URLRouter([*websocket_urlpatterns, re_path("", nobody_answers)]))  # type: ignore[arg-type]
        ),
    }
)
