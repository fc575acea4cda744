"""The wording check on the command line: a text per line in, a JSON object per line out."""

import argparse
import json
import sys
from collections.abc import Iterable
from typing import Any

from coaching.phrasing.check import faults
from coaching.phrasing.engine import review
from coaching.phrasing.findings import Review
from coaching.phrasing.languages import UnknownLanguage, folder

_REFUSED, _INTERRUPTED = 2, 130


def main() -> int:
    """Read standard input to its end; 2 for an unknown language or undecodable input."""
    options = _options().parse_args()
    if sys.stdin is None or sys.stdout is None:
        return _refuse("Give texts on standard input and a place for the answers.")
    try:
        language = options.language.lower()
        path = folder(language)
        return report(list(faults(path))) if options.check else _review(language)
    except UnknownLanguage as error:
        return _refuse(str(error))
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        return _refuse(f"The answers cannot be written: {error.strerror}.")
    except KeyboardInterrupt:
        return _INTERRUPTED


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m coaching.phrasing", description=__doc__)
    parser.add_argument("--language", default="en", help="the language of the texts (en)")
    parser.add_argument("--check", action="store_true", help="try the rules on their own examples")
    return parser


def _review(language: str) -> int:
    for number, line in enumerate(sys.stdin.buffer, start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            return _refuse(f"Line {number} is not UTF-8. Save the file as UTF-8 and try again.")
        _write(json.dumps(as_json(review(text, language=language)), ensure_ascii=False))
    return 0


def report(found: list[str]) -> int:
    """Say what is wrong with the rules, or that nothing is; 1 when something is."""
    for fault in found:
        _write(fault)
    if not found:
        _write("Every rule does what its examples say.")
    return min(len(found), 1)


def as_json(found: Review) -> dict[str, Any]:
    """A review as plain values, places in code points."""
    return {
        "tact": found.tact,
        "verdict": found.verdict,
        "language_guess": found.language_guess,
        "hints": _rows(
            found.hints,
            ("kind", "severity", "start", "end", "quote", "why", "suggestion", "words"),
        ),
        "strengths": _rows(found.strengths, ("kind", "start", "end")),
        "details": _rows(found.details, ("kind", "strength", "start", "end")),
    }


def _rows(findings: Iterable[object], names: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{name: getattr(finding, name) for name in names} for finding in findings]


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return _REFUSED


if __name__ == "__main__":
    sys.exit(main())
