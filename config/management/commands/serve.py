"""Serve everything in one process: pages, API, sockets, background work and the schedule."""

import signal
import socket
import threading
from typing import Any

import uvicorn
from django.conf import settings
from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.background import Background

ROLES = ("all", "web", "worker")


class Command(BaseCommand):
    help = "Serve pages, API and sockets (web), background work (worker), or both (all)."
    requires_migrations_checks = True

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--role", choices=ROLES, default="all")
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument(
            "--behind-proxy", default="", help="addresses of proxies whose headers are believed"
        )

    def handle(self, *args: Any, role: str, host: str, port: int, **options: Any) -> None:
        self.check(tags=[Tags.database], databases=["default"])
        told = told_to_stop()
        door = None if role == "worker" else opened(host, port)
        background = None if role == "web" else Background()
        if background:
            background.start()
        try:
            if door:
                self.stdout.write(f"Speakup listens on http://{host}:{port}/ (Ctrl-C stops it).")
                serve(door, proxies=options["behind_proxy"])
            else:
                self.stdout.write("Speakup works in the background (Ctrl-C stops it).")
                told.wait()
        finally:
            if background:
                background.stop()


def told_to_stop() -> threading.Event:
    """Set by Ctrl-C or TERM.

    uvicorn raises the signal again after its own shutdown; with the default handlers that would
    end the process while the worker still has a task in hand.
    """
    told = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: told.set())
    return told


def opened(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError:
        raise CommandError(
            f"Port {port} is taken. Choose another: make run PORT={port + 1}"
        ) from None


def serve(door: socket.socket, *, proxies: str) -> None:
    config = uvicorn.Config(
        "config.asgi:application",
        lifespan="off",
        ws="websockets-sansio",
        ws_max_size=64 * 1024,
        access_log=False,  # addresses of readers are nobody's business
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=5,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies or None,
    )
    uvicorn.Server(config).run(sockets=[door])
