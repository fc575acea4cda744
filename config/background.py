"""Work behind the pages: what recurs, what is tried again, and what a killed worker left behind.

The queue itself is django-tasks with its database backend: a task is enqueued in the transaction
that wants it, and every task here may run twice without harm.
"""

import logging
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import Error as DatabaseTrouble
from django.db import close_old_connections, connections, transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from coaching.notes import tasks as notes
from config.models import Schedule

logger = logging.getLogger("speakup.background")

TICK = 5.0  # seconds between two looks at the schedule
ATTEMPTS = 5
FIRST_WAIT = timedelta(seconds=20)
ABANDONED_AFTER = timedelta(minutes=15)  # longer than any task takes
RESULTS_KEPT = timedelta(days=7)


@dataclass(frozen=True)
class Recurring:
    """One piece of work that comes back: `enqueue` puts it into the queue."""

    name: str
    every: timedelta
    run: Callable[[], Any]


def recurring() -> tuple[Recurring, ...]:
    return (
        Recurring("deliver notes", timedelta(seconds=15), notes.deliver_due_notes.enqueue),
        Recurring("forget old notes", timedelta(hours=6), notes.forget_old_notes.enqueue),
        Recurring("take back abandoned work", timedelta(minutes=1), take_back_abandoned),
        Recurring("try failed work again", timedelta(seconds=15), retry_failed),
        Recurring("clear finished work", timedelta(hours=6), clear_finished),
    )


def run_due(now: datetime) -> list[str]:
    """Run what is due and return its names; two schedulers never run the same turn."""
    return [work.name for work in recurring() if _take_turn(work, now)]


@transaction.atomic
def _take_turn(work: Recurring, now: datetime) -> bool:
    """Compare and set: whoever moves `next_run` has the turn. Missed turns are not made up for."""
    Schedule.objects.get_or_create(name=work.name, defaults={"next_run": now})
    turn = Schedule.objects.filter(name=work.name, next_run__lte=now)
    if not turn.update(next_run=now + work.every):
        return False
    work.run()
    return True


def take_back_abandoned() -> int:
    """Hand work of a killed worker to another one."""
    limit = timezone.now() - ABANDONED_AFTER
    lost = DBTaskResult.objects.running().filter(started_at__lt=limit)
    return lost.update(status=TaskResultStatus.READY, started_at=None)


def retry_failed() -> int:
    """Give failed work another chance, waiting longer each time."""
    now, given = timezone.now(), 0
    for result in DBTaskResult.objects.failed().order_by("finished_at")[:100]:
        tried = len(result.worker_ids)
        if tried < ATTEMPTS:
            wait = FIRST_WAIT * 2 ** (tried - 1)
            given += DBTaskResult.objects.filter(pk=result.pk, status=result.status).update(
                status=TaskResultStatus.READY, run_after=now + wait, finished_at=None
            )
    return given


def clear_finished() -> None:
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - RESULTS_KEPT).delete()


class Background:
    """A worker and a scheduler, each in a thread of this process, stopped together."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.worker = Worker(
            queue_names=["*"],
            interval=0.5,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=uuid.uuid4().hex,
            excluded_queue_names=[],
        )
        self.threads = [
            threading.Thread(target=self._work, name="worker"),
            threading.Thread(target=self._schedule, name="scheduler"),
        ]

    def start(self) -> None:
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        """Let the task in hand finish; what has not begun stays in the queue for the next start."""
        self.stopping.set()
        self.worker.running = False
        for thread in self.threads:
            thread.join()

    def _work(self) -> None:
        while not self.stopping.is_set():
            try:
                self.worker.run()
            except DatabaseTrouble:
                self._wait_for_the_database()
        connections.close_all()

    def _schedule(self) -> None:
        while not self.stopping.wait(TICK):
            try:
                close_old_connections()
                run_due(timezone.now())
            except DatabaseTrouble:
                self._wait_for_the_database()
        connections.close_all()

    def _wait_for_the_database(self) -> None:
        logger.warning("The database does not answer; background work waits for it.")
        connections.close_all()
        self.stopping.wait(TICK)
