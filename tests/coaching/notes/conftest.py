"""Drafts of three tempers, notes in every state, and sockets of the real application."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from asgiref.sync import async_to_sync
from channels.testing import WebsocketCommunicator
from django.conf import settings
from django.db import connection, connections

from coaching.notes import actions
from coaching.notes.draft import Draft
from coaching.notes.models import Note
from coaching.phrasing import languages

UNREAD = next(code for code, _name in settings.LANGUAGES if code not in languages())


@pytest.fixture
def kind():
    return Draft(
        "en",
        opening="You may not have noticed this.",
        fact="On Tuesday I saw two guests wait for ten minutes at the desk.",
        impact="They left before anyone came.",
        question="How did you see it?",
        offer="Wave at me and I will come over.",
    )


@pytest.fixture
def harsh():
    return Draft("en", fact="This was your fault.", question="How did you see it?")


@pytest.fixture
def cruel():
    return Draft("en", fact="You are an idiot.")


@pytest.fixture
def resting(mia, jonas, kind, now):
    return actions.send_note(by=mia, reader=jonas, draft=kind, now=now)


@pytest.fixture
def rested(now):
    return now + timedelta(minutes=settings.NOTE_REST_MINUTES)


@pytest.fixture
def delivered(resting, rested):
    actions.deliver_due(now=rested)
    return Note.objects.select_related("reader", "writer").get(pk=resting.pk)


@pytest.fixture
def read(delivered, jonas):
    actions.open_note(by=jonas, note=delivered)
    delivered.refresh_from_db()
    return delivered


@pytest.fixture
def typed(jonas):
    """The compose form as a browser sends it."""

    def fields(written, **others):
        return {"reader": str(jonas.pk), **written.payload(), **others}

    return fields


@pytest.fixture
def many_connections(transactional_db, tmp_path):
    """Threads bring connections of their own: for these tests an in-memory SQLite becomes a file."""
    if connection.vendor != "sqlite":
        yield
        return
    import sqlite3

    connection.ensure_connection()
    memory, name = connection.connection, connection.settings_dict["NAME"]
    with sqlite3.connect(tmp_path / "shared.sqlite3") as file:
        memory.backup(file)
    file.close()
    connection.connection = None
    connection.settings_dict["NAME"] = str(tmp_path / "shared.sqlite3")
    yield
    connection.close()
    connection.connection = memory
    connection.settings_dict["NAME"] = name


@pytest.fixture
def at_once(many_connections):
    """Run the calls in as many threads, all released at the same moment; returns what each gave."""

    def run(*calls):
        connection.close()  # the pool has one for each thread
        gate, results = threading.Barrier(len(calls)), [None] * len(calls)

        def one(place, call):
            connection.ensure_connection()  # before the gate: opening takes longer than the work
            gate.wait()
            try:
                results[place] = call()
            except Exception as problem:
                results[place] = problem
            finally:
                connections.close_all()

        threads = [threading.Thread(target=one, args=pair) for pair in enumerate(calls)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    return run


@pytest.fixture
def socket(transactional_db, client):
    """`socket("/ws/guide/", conversation)` runs an async conversation with the real application."""

    def talk(path, conversation, *, person=None, origin="http://localhost"):
        if person:
            client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
        cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
        headers = [
            (b"host", b"localhost"),
            (b"origin", origin.encode()),
            (b"cookie", cookies.encode()),
        ]

        async def whole():
            from config.asgi import application

            # Under test Channels leaves connections open; in one thread they can be closed here.
            loop = asyncio.get_running_loop()
            loop.set_default_executor(ThreadPoolExecutor(max_workers=1))
            line = WebsocketCommunicator(application, path, headers=headers)
            line.scope["scheme"] = "ws"
            connected, code = await line.connect()
            try:
                return await conversation(line) if conversation else (connected, code)
            finally:
                await line.disconnect()
                await loop.run_in_executor(None, connections.close_all)

        return async_to_sync(whole)()

    return talk
