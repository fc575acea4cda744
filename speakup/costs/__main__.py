"""The model on the command line: python -m speakup.costs < in.json > out.json."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from speakup.costs.checks import BadAssumptions, Problem
from speakup.costs.model import estimate
from speakup.costs.wire import ROOT, read, write

if TYPE_CHECKING:
    from typing import BinaryIO, TextIO

WRONG_INPUT: Final = 2

SENTENCES: Final = {
    "above_one": "is above one; write a fraction between 0 and 1",
    "missing": "is missing; add it",
    "name_missing": "is empty; write a name for these customers",
    "name_used_twice": "is used by an earlier segment; write another name",
    "negative": "is below zero; write zero or more",
    "no_segments": "is empty; describe at least one kind of customer",
    "not_a_list": "is not a list; write it in square brackets",
    "not_a_number": "is not a number; write one such as 0.5",
    "not_an_object": "is not an object; write its fields in curly brackets",
    "not_json": "is not JSON; compare it with the example in the documentation",
    "not_text": "is not text; write it in quotation marks",
    "not_three_numbers": "is not a list of three numbers; write lowest, most likely and highest",
    "out_of_order": "is out of order; write lowest, most likely and highest, each no smaller than the one before",
    "shares_do_not_add_up": "has shares that do not add up to one; change the shares",
    "too_large": "is too large to be likely; check its unit",
    "too_many_segments": "has more segments than 50; put similar customers together",
    "too_small": "is too small to be likely; check its unit",
    "unknown_field": "is not a field this model knows; check its spelling or leave it out",
    "unknown_noise": "is not a kind of noise this model knows; write gaussian, laplace or none",
}


def run(source: BinaryIO, answer: TextIO, complaints: TextIO) -> int:
    """Read a question, write the answer; returns the exit code."""
    try:
        question = read(_parsed(source.read()))
        result = estimate(
            question.released, question.assumptions, speak_up_target=question.speak_up_target
        )
    except BadAssumptions as wrong:
        complaints.write(sentence(wrong.problems) + "\n")
        return WRONG_INPUT
    answer.write(json.dumps(write(result), indent=2, allow_nan=False) + "\n")
    return 0


def sentence(problems: tuple[Problem, ...]) -> str:
    """One sentence on the first wrong field, which also names the others."""
    path, code = problems[0]
    others = ", ".join(dict.fromkeys(problem.path for problem in problems[1:]))
    return f"{path} {SENTENCES[code]}" + (f" (look at {others} too)." if others else ".")


def _parsed(text: bytes) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadAssumptions([Problem(ROOT, "not_json")]) from None


if __name__ == "__main__":
    sys.exit(run(sys.stdin.buffer, sys.stdout, sys.stderr))
