"""The wording check on the command line."""

import io
import json
import subprocess
import sys

import pytest

from coaching.phrasing.__main__ import main, report


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs the command in this process: arguments and bytes in; status, lines and words out."""

    def call(*arguments, given=b""):
        monkeypatch.setattr(sys, "argv", ["phrasing", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        status = main()
        out, err = capsys.readouterr()
        return status, out.splitlines(), err

    return call


def test_a_text_per_line_gives_an_object_per_line(run):
    given = "You ignored Zoë.\r\nHow did you see it?\n".encode()

    status, lines, err = run("--language", "en", given=given)

    first, second = map(json.loads, lines)
    assert (status, err) == (0, "")
    assert first["verdict"] == "look_again"
    assert first["hints"][0]["kind"] == "accusation"
    assert first["hints"][0]["severity"] == 2
    assert second["strengths"][0]["kind"] == "question_invite"
    assert set(first) == {"tact", "verdict", "language_guess", "hints", "strengths", "details"}


def test_a_mark_at_the_start_of_a_file_and_capitals_in_the_language_change_nothing(run):
    _, plain, _ = run("--language", "en", given=b"You ignored her.\n")
    _, marked, _ = run("--language", "EN", given=b"\xef\xbb\xbfYou ignored her.\n")

    assert marked == plain


@pytest.mark.parametrize("closed", ["stdin", "stdout"])
def test_without_input_or_output_a_sentence_says_so(monkeypatch, capsys, closed):
    monkeypatch.setattr(sys, "argv", ["phrasing"])
    monkeypatch.setattr(sys, closed, None)

    assert main() == 2
    assert "standard input" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("trouble", "status"),
    [(OSError(28, "No space left on device"), 2), (KeyboardInterrupt(), 130)],
)
def test_what_stops_the_answers_ends_without_a_traceback(run, monkeypatch, trouble, status):
    def stop(line):
        raise trouble

    monkeypatch.setattr("coaching.phrasing.__main__._write", stop)

    assert run(given=b"Hello\n")[:2] == (status, [])


def test_an_unknown_language_ends_with_a_sentence(run):
    status, lines, err = run("--language", "xx", given=b"Hello\n")

    assert (status, lines) == (2, [])
    assert "'xx'" in err
    assert "en" in err


def test_bytes_that_are_no_text_end_with_a_sentence_after_the_lines_before(run):
    status, lines, err = run(given=b"Hello\n\xff\xfe\nBye\n")

    assert (status, len(lines)) == (2, 1)
    assert err == "Line 2 is not UTF-8. Save the file as UTF-8 and try again.\n"


def test_the_check_of_the_rules_says_that_all_is_well(run):
    assert run("--check") == (0, ["Every rule does what its examples say."], "")


def test_the_check_of_the_rules_names_each_fault(capsys):
    assert report(["en/x.toml: wrong."]) == 1
    assert capsys.readouterr().out == "en/x.toml: wrong.\n"


def test_a_reader_that_goes_away_is_no_fault(run, monkeypatch):
    class Gone(io.StringIO):
        def write(self, _):
            raise BrokenPipeError

    closed = io.StringIO()
    monkeypatch.setattr(sys, "stdout", Gone())
    monkeypatch.setattr(sys, "stderr", closed)
    monkeypatch.setattr(sys, "argv", ["phrasing"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Hello\n")))

    assert main() == 0
    assert closed.closed


def test_it_answers_each_line_before_the_next_is_written():
    command = [sys.executable, "-m", "coaching.phrasing", "--language", "en"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        process.stdin.write("You ignored her.\n")
        process.stdin.flush()
        first = json.loads(process.stdout.readline())
        process.stdin.close()
        rest = process.stdout.read()

    assert (first["verdict"], rest, process.returncode) == ("look_again", "", 0)
