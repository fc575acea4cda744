"""Work behind the pages: what recurs, what is tried again, and what a killed worker left behind.

The queue itself is django-tasks with its database backend: a task is enqueued in the transaction
that wants it, and every task here may run twice without harm.
"""

import logging
import sys
import threading
import traceback
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import (
    InterfaceError,
    OperationalError,
    close_old_connections,
    connections,
    transaction,
)
from django.db.models import Q
from django.db.models.signals import pre_save
from django.dispatch import receiver
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
AT_ONCE = 2_000  # rows: on SQLite everybody else's writing waits while these are deleted
# Each attempt adds a worker's id to the list: with the fifth in place there is no other chance.
CHANCE_LEFT = Q(**{f"worker_ids__{ATTEMPTS - 1}__isnull": True})
DATABASE_IS_AWAY = (OperationalError, InterfaceError)


@receiver(pre_save, sender=DBTaskResult)
def keep_no_words_of_an_exception(instance: DBTaskResult, **kwargs: Any) -> None:
    """An exception's words may be somebody's: what is kept of it is its class and its places."""
    if instance.traceback:
        # A result is saved as failed while its exception is being handled.
        places = traceback.walk_tb(sys.exc_info()[2])
        instance.traceback = "\n".join(
            f"{frame.f_code.co_filename}:{line} in {frame.f_code.co_name}" for frame, line in places
        )


@dataclass(frozen=True)
class Recurring:
    """One piece of work that comes back; `run` is short, for it runs within the turn's transaction."""

    name: str
    every: timedelta
    run: Callable[[], Any]


def recurring() -> tuple[Recurring, ...]:
    return (
        Recurring(
            "deliver notes", timedelta(seconds=15), partial(ask_for, notes.deliver_due_notes)
        ),
        Recurring("forget old notes", timedelta(hours=6), partial(ask_for, notes.forget_old_notes)),
        Recurring("take back abandoned work", timedelta(minutes=1), take_back_abandoned),
        Recurring("try failed work again", timedelta(seconds=15), retry_failed),
        Recurring("clear finished work", timedelta(hours=1), clear_finished),
    )


def ask_for(task: Any) -> None:
    """Into the queue, unless it waits there already: a long task leaves no pile behind it."""
    if not DBTaskResult.objects.ready().filter(task_path=task.module_path).exists():
        task.enqueue()


def run_due(now: datetime) -> list[str]:
    """Run what is due and return its names; two schedulers never run the same turn."""
    turns = dict(Schedule.objects.values_list("name", "next_run"))
    due = [work for work in recurring() if turns.get(work.name, now) <= now]
    return [work.name for work in due if _has_run(work, now)]


def _has_run(work: Recurring, now: datetime) -> bool:
    """One that fails leaves the others theirs, and is tried again at the next look."""
    try:
        return _take_turn(work, now)
    except DATABASE_IS_AWAY:
        raise
    except Exception:
        logger.exception("Recurring work failed.")
        return False


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
    """Hand work of a killed worker to another one; what kills every worker is given up."""
    now = timezone.now()
    lost = DBTaskResult.objects.running().filter(started_at__lt=now - ABANDONED_AFTER)
    no_chance_left = lost.exclude(CHANCE_LEFT)
    no_chance_left.update(status=TaskResultStatus.FAILED, finished_at=now)
    taken_back: int = lost.update(status=TaskResultStatus.READY, started_at=None)
    return taken_back


def retry_failed() -> int:
    """Give failed work another chance, waiting longer each time."""
    now, given = timezone.now(), 0
    for result in DBTaskResult.objects.failed().filter(CHANCE_LEFT).order_by("finished_at")[:100]:
        wait = FIRST_WAIT * 2 ** (len(result.worker_ids) - 1)
        given += DBTaskResult.objects.filter(pk=result.pk, status=result.status).update(
            status=TaskResultStatus.READY, run_after=now + wait, finished_at=None
        )
    return given


def clear_finished() -> int:
    old = DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - RESULTS_KEPT)
    chosen = list(old.order_by().values_list("pk", flat=True)[:AT_ONCE])
    cleared: int = DBTaskResult.objects.filter(pk__in=chosen).delete()[0]
    return cleared


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
            self._unless_trouble(self.worker.run)
        connections.close_all()

    def _schedule(self) -> None:
        while not self.stopping.is_set():
            self._unless_trouble(self._look_at_the_schedule)
            self.stopping.wait(TICK)
        connections.close_all()

    def _look_at_the_schedule(self) -> None:
        close_old_connections()
        run_due(timezone.now())

    def _unless_trouble(self, work: Callable[[], Any]) -> None:
        """No trouble ends a thread: whatever it was, wait a little and go on."""
        try:
            work()
        except DATABASE_IS_AWAY:
            logger.warning("The database does not answer; background work waits for it.")
            self._pause()
        except Exception:
            logger.exception("Background work met trouble and goes on.")
            self._pause()

    def _pause(self) -> None:
        connections.close_all()
        self.stopping.wait(TICK)
