"""Tasks that only tests ask for: they fail, or take their time, where another process can find them."""

import time
from pathlib import Path

from django_tasks import task

SECRET = "what Mia wrote about Jonas"


def until(happens):
    """A person would look again and again, too; after a minute they would call it broken."""
    end = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


@task
def stumble():
    try:
        raise KeyError(SECRET)
    except KeyError as cause:
        raise ValueError(SECRET) from cause


@task
def take_time(begun, may_end, done):
    Path(begun).touch()
    until(Path(may_end).exists)
    Path(done).touch()


class SlowWork:
    """What another thread or process does with the task is seen by the files it leaves."""

    def __init__(self, folder):
        self.begun, self.may_end, self.done = (
            folder / name for name in ("begun", "may-end", "done")
        )
        self.result = take_time.enqueue(str(self.begun), str(self.may_end), str(self.done))

    @property
    def status(self):
        self.result.refresh()
        return self.result.status
