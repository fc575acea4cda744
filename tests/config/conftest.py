"""What tests of the house itself share: processes of their own, and work that can be watched."""

import pytest

from tests.config import work
from tests.live import at_work, house, manage, site  # noqa: F401


@pytest.fixture
def slow_work(db, tmp_path):
    """A task in the queue that takes as long as the test wants."""
    return work.SlowWork(tmp_path)
