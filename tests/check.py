"""`make check`: every gate that needs no test, fastest first; all of them run, one line each."""

import os
import subprocess
import sys
import time

MANAGE = [sys.executable, "manage.py"]
BIN = os.path.dirname(sys.executable)
DEPLOYED = {
    "SITE_URL": "https://speakup.example",
    "SECRET_KEY": "only-for-the-deployment-check-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
}
STEPS = [
    ("format", [f"{BIN}/ruff", "format", "--check", "--quiet", "."], {}),
    ("lint", [f"{BIN}/ruff", "check", "--quiet", "."], {}),
    ("contracts", [f"{BIN}/lint-imports"], {}),
    ("templates", [f"{BIN}/djlint", "templates", "--lint", "--quiet"], {}),
    ("types", [f"{BIN}/mypy"], {}),
    ("migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"], {}),
    ("deployment", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], DEPLOYED),
    (
        "API schema",
        [*MANAGE, "spectacular", "--validate", "--fail-on-warn", "--file", os.devnull],
        {},
    ),
    ("translations", [sys.executable, "-m", "tests.translations"], {}),
]


def main():
    failed = [name for name, command, settings in STEPS if not passes(name, command, settings)]
    if failed:
        sys.exit(f"make check: not yet — {', '.join(failed)}.")
    print("make check: all clean.")


def passes(name, command, settings):
    began = time.monotonic()
    ended = subprocess.run(command, capture_output=True, text=True, env=os.environ | settings)
    print(
        f"{'ok ' if ended.returncode == 0 else 'NO '} {name} ({time.monotonic() - began:.1f} s)",
        flush=True,
    )
    if ended.returncode:
        print(ended.stdout, ended.stderr, flush=True)
    return ended.returncode == 0


if __name__ == "__main__":
    main()
