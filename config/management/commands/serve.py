"""Serve everything in one process: pages, API, sockets, background work and the schedule."""

import errno
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from django.conf import settings
from django.core.checks import Tags, run_checks
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import InterfaceError, OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from config.background import Background

ROLES = ("all", "web", "worker")
LAST_PORT = 65_535
SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Command(BaseCommand):
    help = "Serve pages, API and sockets (web), background work (worker), or both (all)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--role", choices=ROLES, default="all")
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument(
            "--behind-proxy", default="", help="addresses of proxies whose headers are believed"
        )

    def handle(self, *args: Any, role: str, host: str, port: int, **options: Any) -> None:
        refuse_when_unready()
        door = None if role == "worker" else opened(host, port)
        with told_to_stop() as told:
            background = None if role == "web" else Background()
            if background:
                background.start()
            try:
                if door:
                    self.say(f"Speakup listens on {address_of(door)} (Ctrl-C stops it).")
                    serve(door, told, proxies=options["behind_proxy"])
                else:
                    self.say("Speakup works in the background (Ctrl-C stops it).")
                    told.wait()
            finally:
                if background:
                    self.finish(background)

    def finish(self, background: Background) -> None:
        """Whoever cannot wait for the task in hand asks again; its work is then handed back later."""
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        self.say("Finishing the work in hand (Ctrl-C again stops at once).")
        background.stop()

    def say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()


def refuse_when_unready() -> None:
    """A database that does not answer, lacks a migration, or holds notebooks nobody can open."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if missing:
            raise CommandError(
                f"The database lacks {len(missing)} migrations. Run this first: manage.py migrate"
            )
        troubles = run_checks(tags=[Tags.database], databases=["default"])
    except (OperationalError, InterfaceError):
        raise CommandError(
            "The database does not answer. Start it, or correct DATABASE_URL, and serve again."
        ) from None
    finally:
        connections.close_all()
    told = [
        f"{trouble.msg} {trouble.hint or ''}".strip()
        for trouble in troubles
        if trouble.is_serious()
    ]
    if told:
        raise CommandError("\n".join(told))


@contextmanager
def told_to_stop() -> Iterator[threading.Event]:
    """Set by Ctrl-C or TERM.

    uvicorn raises the signal again after its own shutdown; with the default handlers that would
    end the process while the worker still has a task in hand.
    """
    told = threading.Event()
    before = {number: signal.signal(number, lambda *_: told.set()) for number in SIGNALS}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def opened(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    if not 0 <= port <= LAST_PORT:
        raise CommandError(f"There is no port {port}. Choose one from 1024 to {LAST_PORT}.")
    try:
        door = socket.create_server((host, port), family=family)
    except OSError as trouble:
        if trouble.errno == errno.EADDRINUSE:
            sentence = f"Port {port} is taken. Choose another: make run PORT={port + 1}"
        else:
            sentence = f"{host} port {port} cannot be opened here. Choose another host or port."
        raise CommandError(sentence) from None
    # asyncio switches Nagle's algorithm off only for sockets it made itself: 40 ms an answer.
    door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return door


def address_of(door: socket.socket) -> str:
    host, port = door.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


class Server(uvicorn.Server):
    """uvicorn listens for signals once it runs; what was told before that must not be lost."""

    def __init__(self, config: uvicorn.Config, told: threading.Event) -> None:
        super().__init__(config)
        self.told = told

    async def main_loop(self) -> None:
        self.should_exit = self.should_exit or self.told.is_set()
        await super().main_loop()


def serve(door: socket.socket, told: threading.Event, *, proxies: str) -> None:
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
    Server(config, told).run(sockets=[door])
