"""One process for everything: it says where it listens, refuses in a sentence, and stops with care."""

import io
import os
import re
import signal
import socket
import threading
from urllib.request import urlopen

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from config.models import Schedule
from speakup.vault import sealing
from speakup.vault.models import PersonKey
from tests.config import work
from tests.config.work import until


def listens_at(said):
    return re.search(r"http://\S+/", said)[0]


def told(process):
    """What the process says first, on one line."""
    return process.stdout.readline()


@pytest.fixture
def stops_when():
    """In the main thread `serve` waits for a signal: another thread sends it when something holds."""
    threads = []

    def start(holds):
        def wait_and_tell():
            try:
                until(holds)
            finally:
                connections.close_all()
                is_serving = signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
                os.kill(os.getpid(), signal.SIGTERM if is_serving else 0)

        threads.append(threading.Thread(target=wait_and_tell))
        threads[0].start()

    yield start
    for thread in threads:
        thread.join()


# Serving


@pytest.mark.parametrize(("role", "works"), [("all", True), ("web", False)])
def test_operator_serves_pages_with_and_without_background_work(
    transactional_db, stops_when, role, works
):
    said, answers, before = io.StringIO(), [], signal.getsignal(signal.SIGTERM)

    def answered():
        if "listens" not in said.getvalue() or (works and not Schedule.objects.exists()):
            return False
        answers.append(urlopen(listens_at(said.getvalue()) + "healthz").read())
        return True

    stops_when(answered)
    call_command("serve", role=role, port=0, stdout=said)

    assert answers == [b"ok"]
    assert Schedule.objects.exists() is works
    assert signal.getsignal(signal.SIGTERM) is before


def test_operator_starts_a_worker_and_it_opens_no_port(transactional_db, stops_when):
    said = io.StringIO()
    work.stumble.enqueue()

    stops_when(DBTaskResult.objects.failed().exists)
    call_command("serve", role="worker", stdout=said)

    assert "listens" not in said.getvalue()
    assert said.getvalue().startswith("Speakup works in the background (Ctrl-C stops it).")


def test_operator_serves_on_an_address_of_the_sixth_version(transactional_db, stops_when):
    said = io.StringIO()
    stops_when(lambda: "listens" in said.getvalue())

    call_command("serve", role="web", host="::1", port=0, stdout=said)

    assert listens_at(said.getvalue()).startswith("http://[::1]:")


# Stopping


@pytest.mark.parametrize(("role", "number"), [("all", signal.SIGINT), ("worker", signal.SIGTERM)])
def test_operator_stops_the_process_and_the_task_in_hand_is_finished_first(
    manage, slow_work, role, number
):
    process = manage("serve", "--role", role, "--port", "0")
    told(process)
    until(slow_work.begun.exists)

    process.send_signal(number)
    assert "Finishing the work in hand" in told(process)
    assert process.poll() is None
    slow_work.may_end.touch()

    assert (process.wait(), process.stdout.read()) == (0, "")
    assert slow_work.status == TaskResultStatus.SUCCESSFUL


def test_operator_cannot_wait_and_the_work_is_there_to_be_taken_back(manage, slow_work):
    process = manage("serve", "--port", "0")
    told(process)
    until(slow_work.begun.exists)

    process.send_signal(signal.SIGINT)
    told(process)
    process.send_signal(signal.SIGINT)

    assert process.wait() == -signal.SIGINT
    assert slow_work.status == TaskResultStatus.RUNNING


def test_operator_stops_a_process_that_serves_and_it_leaves_in_silence(manage):
    process = manage("serve", "--port", "0")
    address = listens_at(told(process))
    assert urlopen(address + "healthz").read() == b"ok"

    process.send_signal(signal.SIGINT)

    assert process.wait() == 0
    assert process.stdout.read() == "Finishing the work in hand (Ctrl-C again stops at once).\n"


# Refusing


def test_operator_asks_for_a_taken_port_and_hears_which_other_to_try(transactional_db):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError) as refused:
            call_command("serve", port=port)

    assert str(refused.value) == f"Port {port} is taken. Choose another: make run PORT={port + 1}"
    assert not Schedule.objects.exists()


@pytest.mark.parametrize(
    ("host", "port", "said"),
    [
        ("127.0.0.1", 70_000, "There is no port 70000."),
        ("192.0.2.1", 0, "192.0.2.1 port 0 cannot be opened here."),
    ],
)
def test_operator_asks_for_a_place_that_is_none_and_is_told_so(transactional_db, host, port, said):
    with pytest.raises(CommandError, match=said):
        call_command("serve", host=host, port=port)


def test_operator_forgets_to_migrate_and_is_told_to(transactional_db):
    step = MigrationRecorder.Migration.objects.filter(app="house", name="0001_first")
    step.delete()
    try:
        with pytest.raises(CommandError, match="lacks 1 migrations"):
            call_command("serve", port=0)
    finally:
        MigrationRecorder(connection).record_applied("house", "0001_first")


def test_operator_loses_a_key_and_hears_which_version_is_missing(transactional_db, mia):
    sealing.seal(mia.pk, "observation", mia.pk, {"words": "…"})
    PersonKey.objects.update(kek_version=9)

    with pytest.raises(CommandError) as refused:
        call_command("serve", port=0)

    assert "key version 9" in str(refused.value)
    assert str(refused.value).count("\n") == 0


def test_operator_names_a_database_that_does_not_answer_and_is_told_so(transactional_db, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("asked of a file that cannot be one")
    connections.close_all()

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(connection.settings_dict, "NAME", tmp_path)
        with pytest.raises(CommandError, match="The database does not answer"):
            call_command("serve", port=0)


def test_operator_hears_one_sentence_and_sees_no_trace_of_code(manage, tmp_path):
    process = manage("serve", "--port", "0", DATABASE_URL=f"sqlite:///{tmp_path}")

    said = process.communicate()[0]

    assert (process.returncode, said.count("\n")) == (1, 1)
    assert said.startswith("CommandError: The database does not answer.")
