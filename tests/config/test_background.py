"""Work behind the pages: each turn once, failed work again, killed work taken back, no word kept."""

import threading
from datetime import timedelta

import pytest
from django.db import OperationalError, connections
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from config import background
from config.background import ATTEMPTS, Background, Recurring, run_due
from config.models import Schedule
from tests.config import work
from tests.config.work import until

NAMES = [recurring.name for recurring in background.recurring()]


def result_of(**fields):
    given = {"args_kwargs": {"args": [], "kwargs": {}}, "task_path": "tests.config.work.stumble"}
    return DBTaskResult.objects.create(
        **given | {"backend_name": "default", "worker_ids": ["w"]} | fields
    )


def worked_off(worker=None):
    """Run what is in the queue, as a worker does, and come back."""
    worker = worker or Background().worker
    worker.batch = True
    worker.run()


@pytest.fixture
def in_threads(transactional_db):
    """Run the calls in as many threads, released at the same moment; gives what each returned."""

    def run(*calls):
        gate, results = threading.Barrier(len(calls)), [None] * len(calls)

        def one(place, call):
            gate.wait()
            results[place] = call()
            connections.close_all()

        threads = [threading.Thread(target=one, args=pair) for pair in enumerate(calls)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    return run


# The schedule


def test_schedule_runs_everything_once_and_then_only_what_is_due_again(db, now):
    assert run_due(now) == NAMES
    assert sorted(map(str, Schedule.objects.all())) == sorted(NAMES)
    assert run_due(now) == []
    assert run_due(now + timedelta(seconds=16)) == ["deliver notes", "try failed work again"]


def test_schedule_after_a_long_pause_runs_each_work_once_and_makes_up_for_nothing(db, now):
    run_due(now)

    assert run_due(now + timedelta(days=2)) == NAMES
    assert run_due(now + timedelta(days=2)) == []


def test_two_schedulers_meet_at_one_turn_and_one_of_them_has_it(in_threads, now, monkeypatch):
    runs = []
    often = tuple(
        Recurring(f"work {number}", timedelta(minutes=1), lambda: runs.append(1))
        for number in range(20)
    )
    monkeypatch.setattr(background, "recurring", lambda: often)

    for moment in (now, now + timedelta(minutes=1)):
        runs.clear()
        told = in_threads(*[lambda: run_due(moment)] * 4)  # noqa: B023
        assert len(runs) == 20
        assert sorted(name for names in told for name in names) == sorted(
            recurring.name for recurring in often
        )


def test_work_that_fails_leaves_the_others_theirs_and_is_tried_at_the_next_look(
    db, now, monkeypatch, caplog
):
    runs = []

    def fail():
        Schedule.objects.create(name="half done", next_run=now)
        raise ValueError(work.SECRET)

    two = (
        Recurring("fails", timedelta(hours=1), fail),
        Recurring("runs", timedelta(hours=1), lambda: runs.append(1)),
    )
    monkeypatch.setattr(background, "recurring", lambda: two)

    assert run_due(now) == ["runs"]
    assert runs == [1]
    assert "ValueError at" in caplog.text
    assert list(Schedule.objects.values_list("name", flat=True)) == ["runs"]


def test_work_that_already_waits_is_not_asked_for_again(db):
    for _ in range(3):
        background.ask_for(work.stumble)

    assert DBTaskResult.objects.ready().count() == 1


# Failed work


def test_a_failed_task_keeps_its_class_and_places_and_no_word_that_somebody_wrote(transactional_db):
    work.stumble.enqueue()

    worked_off()

    kept = DBTaskResult.objects.get()
    assert kept.status == TaskResultStatus.FAILED
    assert kept.exception_class_path == "builtins.ValueError"
    assert "tests/config/work.py:24 in stumble" in kept.traceback
    row = DBTaskResult.objects.values_list().get()
    assert work.SECRET not in str(row)


def test_failed_work_is_tried_five_times_and_waits_longer_each_time(transactional_db):
    work.stumble.enqueue()
    waits = []
    for _ in range(ATTEMPTS):
        worked_off()
        failed = DBTaskResult.objects.get().finished_at
        if background.retry_failed():
            waits.append(round((DBTaskResult.objects.get().run_after - failed).total_seconds()))
            DBTaskResult.objects.update(run_after=failed)

    assert waits == [20, 40, 80, 160]
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED
    assert len(DBTaskResult.objects.get().worker_ids) == ATTEMPTS


def test_work_given_up_does_not_stand_in_the_way_of_newer_failures(db):
    long_ago = timezone.now() - timedelta(days=1)
    for _ in range(101):
        result_of(status="FAILED", finished_at=long_ago, worker_ids=["w"] * ATTEMPTS)
    newer = result_of(status="FAILED", finished_at=timezone.now())

    assert background.retry_failed() == 1
    newer.refresh_from_db()
    assert newer.status == TaskResultStatus.READY


def test_old_results_are_cleared_and_new_ones_and_waiting_work_stay(db):
    now = timezone.now()
    result_of(status="SUCCESSFUL", finished_at=now - timedelta(days=8))
    result_of(status="FAILED", finished_at=now - timedelta(days=8))
    kept = [
        result_of(status="SUCCESSFUL", finished_at=now - timedelta(days=6)),
        result_of(status="READY", run_after=now - timedelta(days=9)),
    ]

    assert background.clear_finished() == 2
    assert set(DBTaskResult.objects.all()) == set(kept)


# Killed workers


def test_work_of_a_killed_worker_is_taken_back_and_work_in_hand_is_not(db):
    now = timezone.now()
    lost = result_of(status="RUNNING", started_at=now - timedelta(minutes=16))
    in_hand = result_of(status="RUNNING", started_at=now - timedelta(minutes=14))

    assert background.take_back_abandoned() == 1
    lost.refresh_from_db()
    in_hand.refresh_from_db()
    assert (lost.status, in_hand.status) == (TaskResultStatus.READY, TaskResultStatus.RUNNING)


def test_work_that_killed_five_workers_is_given_up(db):
    started = timezone.now() - timedelta(hours=1)
    deadly = result_of(status="RUNNING", started_at=started, worker_ids=["w"] * ATTEMPTS)

    assert background.take_back_abandoned() == 0
    deadly.refresh_from_db()
    assert deadly.status == TaskResultStatus.FAILED


def test_a_worker_is_killed_in_the_middle_and_another_one_does_its_work(
    manage, slow_work, monkeypatch
):
    worker = manage("serve", "--role", "worker")
    until(slow_work.begun.exists)

    worker.kill()
    worker.wait()
    slow_work.may_end.touch()
    worked_off()
    assert not slow_work.done.exists()  # a killed worker's work is nobody's until it is taken back

    monkeypatch.setattr(background, "ABANDONED_AFTER", timedelta(0))
    assert background.take_back_abandoned() == 1
    worked_off()

    assert slow_work.done.exists()
    assert slow_work.status == TaskResultStatus.SUCCESSFUL
    assert len(set(slow_work.result.worker_ids)) == 2


# Threads of this process


def test_the_process_is_stopped_while_a_task_runs_and_the_task_finishes_first(
    transactional_db, slow_work
):
    here = Background()
    here.start()
    until(slow_work.begun.exists)
    for_the_next_start = work.stumble.enqueue()

    stopping = threading.Thread(target=here.stop)
    stopping.start()
    until(here.stopping.is_set)
    assert not slow_work.done.exists()
    slow_work.may_end.touch()
    stopping.join()

    for_the_next_start.refresh()
    assert slow_work.status == TaskResultStatus.SUCCESSFUL
    assert for_the_next_start.status == TaskResultStatus.READY
    assert not any(thread.is_alive() for thread in here.threads)


def test_a_worker_and_a_schedule_run_beside_the_pages_until_they_are_stopped(transactional_db):
    here = Background()
    here.start()
    until(lambda: DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL).count() == 2)
    here.stop()

    assert set(Schedule.objects.values_list("name", flat=True)) == set(NAMES)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (OperationalError("gone"), "The database does not answer"),
        (ValueError(work.SECRET), "ValueError at"),
    ],
)
def test_trouble_of_any_kind_ends_no_thread(transactional_db, monkeypatch, caplog, trouble, said):
    """The schedule asks a list that fails twice before the database is back."""
    troubles, whole = [trouble, trouble], background.recurring
    monkeypatch.setattr(background, "TICK", 0.01)

    def recurring():
        if troubles:
            raise troubles.pop()
        return whole()

    monkeypatch.setattr(background, "recurring", recurring)
    here = Background()
    here.start()
    until(Schedule.objects.exists)
    here.stop()

    assert said in caplog.text
    assert troubles == []


def test_a_database_that_is_away_is_no_fault_of_the_work(db, now, monkeypatch):
    def away():
        raise OperationalError("gone")

    monkeypatch.setattr(background, "recurring", lambda: (Recurring("work", timedelta(1), away),))

    with pytest.raises(OperationalError):
        run_due(now)
