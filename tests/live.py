"""The real application on a real port, in this process: for browsers, sockets and malformed requests.

`site` gives its address. `at_work` adds the worker and the schedule that `serve` runs beside it.
"""

import os
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
import uvicorn
from django.conf import settings
from django.db import connection, connections

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def served(application):
    """Serve it on a free port; gives `host:port`."""
    config = uvicorn.Config(
        application,
        lifespan="off",
        log_config=None,
        access_log=False,
        ws="websockets-sansio",
        ws_max_size=64 * 1024,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=server.run, args=([door],), name="site")
        thread.start()
        try:
            yield f"127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def house():
    """One application for the whole run, as in a real process."""
    from config import asgi

    yield asgi.application
    asgi.application.application_mapping["http"].pool.submit(connections.close_all).result()


@pytest.fixture
def site(transactional_db, house):
    with served(house) as address:
        yield f"http://{address}"


@pytest.fixture
def at_work(site):
    from config.background import Background

    background = Background()
    background.start()
    yield background
    background.stop()


def database_url():
    """The test database, as another process is told of it."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


@pytest.fixture
def manage(transactional_db):
    """`manage("serve", "--role", "worker")` is a process of its own on the test database."""
    started = []
    (settings.DATA_DIR / "static").mkdir(exist_ok=True)

    def start(*command, **environment):
        env = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": database_url(),
            "DATA_DIR": str(settings.DATA_DIR),
            "PYTHONPATH": str(ROOT),
        }
        process = subprocess.Popen(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=env | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()
