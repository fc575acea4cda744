"""A small filled house in a folder of its own, and servers to measure on it."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def filled_house(people=20, moments=30):
    """Yields the environment of the house; Django is set up on it in this process too."""
    folder = tempfile.mkdtemp(prefix="speakup-bench-")
    os.environ |= {
        "DATA_DIR": folder,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "NOTE_REST_MINUTES": "0",
    }
    import django

    django.setup()
    from django.core.management import call_command

    from config.building import collect_static

    collect_static()
    call_command("migrate", verbosity=0)
    fill(people, moments)
    try:
        yield dict(os.environ)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fill(people, moments):
    from django.utils import timezone

    from speakup.observations.actions import log_observation
    from speakup.observations.moments import Moment
    from speakup.people.models import Person, Unit
    from speakup.standards.models import Standard

    unit = Unit.objects.create(name="Bench")
    crowd = [
        Person.objects.create_user(f"p{n}@bench.example", name=f"Person {n}", unit=unit)
        for n in range(people)
    ]
    standard = Standard.objects.in_force()[0].code
    today = timezone.localdate()
    moment = Moment(standard=standard, impact="annoyed", outcome="stepped_in", day=today)
    for _ in range(moments):
        log_observation(by=crowd[0], moment=moment, today=today)


def signed_in(number=0):
    """The Cookie header of a person who has signed in."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from speakup.people.models import Person

    person = Person.objects.get(email=f"p{number}@bench.example")
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return f"sessionid={session.session_key}; csrftoken={'c' * 32}"


SERVERS = {
    "speakup (one hop)": lambda port: [
        sys.executable,
        "manage.py",
        "serve",
        "--role",
        "web",
        "--port",
        str(port),
    ],
    "stock ASGI handler": lambda port: [
        f"{BIN}/uvicorn",
        "bench.stock:application",
        "--port",
        str(port),
        "--lifespan",
        "off",
        "--no-access-log",
        "--log-level",
        "warning",
    ],
    "granian WSGI": lambda port: [
        f"{BIN}/granian",
        "--interface",
        "wsgi",
        "bench.stock:wsgi",
        "--port",
        str(port),
        "--workers",
        "1",
        "--blocking-threads",
        "1",
        "--no-access-log",
        "--log-level",
        "warning",
    ],
    "view without middleware": lambda port: [
        f"{BIN}/granian",
        "--interface",
        "wsgi",
        "bench.bare:wsgi",
        "--port",
        str(port),
        "--workers",
        "1",
        "--blocking-threads",
        "1",
        "--no-access-log",
        "--log-level",
        "warning",
    ],
    "bare echo": lambda port: [
        f"{BIN}/uvicorn",
        "bench.bare:echo",
        "--port",
        str(port),
        "--lifespan",
        "off",
        "--no-access-log",
        "--log-level",
        "warning",
        "--ws",
        "websockets-sansio",
    ],
}


@contextmanager
def serving(*names, env):
    """Starts the named servers side by side; yields {name: port}."""
    running, ports = [], {}
    try:
        for name in names:
            ports[name] = free_port()
            command = SERVERS[name](ports[name])
            running.append(subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL))
        for port in ports.values():
            wait_for(port)
        yield ports
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(timeout=20)


def wait_for(port, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"Nothing listens on port {port}.")
