"""The command line reads and writes the JSON that other programs rely on."""

import io
import json
import os
import subprocess
import sys

import pytest

from speakup.costs import estimate
from speakup.costs.__main__ import SENTENCES, run
from tests.speakup.costs.cost_cases import as_json, chain, supplier, survey

RANGE = {"mean", "p5", "p10", "p50", "p90", "p95", "closed_mean"}
FIGURES = {"spoken_share", "per_incident", "exposure", "protected", "avoidable"}
FIGURES |= {"residual", "gain", "per_employee"}


def ask(document):
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    answer, complaints = io.StringIO(), io.StringIO()
    code = run(io.BytesIO(text), answer, complaints)
    return code, answer.getvalue(), complaints.getvalue()


def changed(path, value):
    """The shop chain's question with one field changed, or removed where `value` is Ellipsis."""
    document = as_json(*chain())
    *way, last = path
    owner = document
    for step in way:
        owner = owner[step]
    if value is ...:
        del owner[last]
    else:
        owner[last] = value
    return document


@pytest.mark.parametrize("example", [survey(), chain(), chain("gaussian", 7.0), supplier()])
def test_program_asks_and_gets_what_the_model_says(example):
    code, answer, complaints = ask(as_json(*example, target=0.4))

    document = json.loads(answer)
    expected = estimate(*example, speak_up_target=0.4)
    assert (code, complaints) == (0, "")
    assert set(document) == FIGURES | {"model_version", "shown", "why_not"}
    assert all(set(document[name]) == RANGE for name in FIGURES)
    assert document["gain"]["p90"] == expected.gain.p90
    assert document["avoidable"]["p5"] == expected.avoidable.p5
    assert document["shown"] is True
    assert document["why_not"] == ""


def test_program_at_a_terminal_reproduces_the_survey_with_exact_counts():
    question = as_json(*survey())
    question["noise"] = {"kind": "none"}
    command = [sys.executable, "-m", "speakup.costs"]

    done = subprocess.run(
        command,
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "1"},
    )
    wrong = subprocess.run(command, input="{}", capture_output=True, text=True, check=False)

    document = json.loads(done.stdout)
    assert round(document["exposure"]["mean"]) == 54_511
    assert document["exposure"]["p5"] == document["exposure"]["p95"]
    assert done.stderr == ""
    assert wrong.returncode == 2
    assert wrong.stdout == ""
    assert "silent" in wrong.stderr
    assert wrong.stderr.count("\n") == 1


def test_program_that_names_no_target_gets_the_gain_at_one_half():
    code, answer, _ = ask(changed(["speak_up_target"], ...))

    assert code == 0
    assert json.loads(answer)["gain"]["p50"] == estimate(*chain()).gain.p50


def test_program_that_states_the_wider_noise_of_summed_cells_gets_a_wider_range():
    narrow = json.loads(ask(as_json(*chain("gaussian", 7.0)))[1])["spoken_share"]
    noise = {"kind": "gaussian", "scale": 7.0, "spoken_scale": 12.1}
    question = as_json(*chain("gaussian", 7.0)) | {"noise": noise}

    wide = json.loads(ask(question)[1])["spoken_share"]

    assert wide["p95"] - wide["p5"] > narrow["p95"] - narrow["p5"]


def test_program_below_the_noise_gets_figures_and_the_word_not_to_show_them():
    code, answer, _ = ask(as_json(*chain("laplace", 5.0, 9, 2)))

    assert code == 0
    assert json.loads(answer)["shown"] is False
    assert json.loads(answer)["why_not"] == "total_below_noise"


SEGMENT = ["assumptions", "segments", 0]


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        (["silent"], ..., "silent"),
        (["silent"], "many", "silent"),
        (["silent"], True, "silent"),
        (["silent"], None, "silent"),
        (["silent"], float("nan"), "silent"),
        (["silent"], 10**400, "silent"),
        (["years"], 0, "years"),
        (["headcount"], 0, "headcount"),
        (["noise"], ..., "noise"),
        (["noise"], "gaussian", "noise"),
        (["noise", "kind"], ..., "noise.kind"),
        (["noise", "kind"], 5, "noise.kind"),
        (["noise", "kind"], "uniform", "noise.kind"),
        (["noise", "scale"], ..., "noise.scale"),
        (["noise", "sigma"], 3, "noise.sigma"),
        (["speak_up_target"], 2, "speak_up_target"),
        (["assumptions"], ..., "assumptions"),
        (["assumptions"], [], "assumptions"),
        (["assumptions", "averted"], ..., "assumptions.averted"),
        (["assumptions", "averted"], [0.5, 0.7], "assumptions.averted"),
        (["assumptions", "averted"], [0.5, 0.7, "x"], "assumptions.averted"),
        (["assumptions", "averted"], 0.5, "assumptions.averted"),
        (["assumptions", "averted"], [0.9, 0.7, 0.8], "assumptions.averted"),
        (["assumptions", "retention"], "all", "assumptions.retention"),
        (["assumptions", "coverge"], [1, 1, 1], "assumptions.coverge"),
        (["assumptions", "segments"], ..., "assumptions.segments"),
        (["assumptions", "segments"], {}, "assumptions.segments"),
        (["assumptions", "segments"], [], "assumptions.segments"),
        ([*SEGMENT], 7, "assumptions.segments[0]"),
        ([*SEGMENT, "name"], ..., "assumptions.segments[0].name"),
        ([*SEGMENT, "name"], 7, "assumptions.segments[0].name"),
        ([*SEGMENT, "share"], 0.5, "assumptions.segments"),
        ([*SEGMENT, "margin"], [1, 1, 2], "assumptions.segments[0].margin"),
        ([*SEGMENT, "colour"], "red", "assumptions.segments[0].colour"),
        (["comment"], "hello", "comment"),
    ],
)
def test_program_with_one_wrong_field_is_told_its_path_in_one_sentence(path, value, named):
    assert ask(as_json(*chain()))[0] == 0

    code, answer, complaints = ask(changed(path, value))

    assert (code, answer) == (2, "")
    assert complaints.startswith(f"{named} ")
    assert complaints.endswith(".\n")
    assert complaints.count("\n") == 1
    assert "look at" not in complaints


def test_program_with_several_wrong_fields_is_told_all_paths_in_one_sentence():
    question = changed(["years"], 0) | {"headcount": -1, "speak_up_target": -1}

    _, _, complaints = ask(question)

    assert complaints == (
        "years is too small to be likely; check its unit (look at headcount, speak_up_target too).\n"
    )


@pytest.mark.parametrize(
    "text", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b'{"silent": 1' + b"0" * 5000 + b"}"]
)
def test_program_that_sends_no_json_is_told_so(text):
    code, answer, complaints = ask(text)

    assert (code, answer) == (2, "")
    assert complaints.startswith("$ is not JSON")


def test_program_that_sends_a_list_is_told_to_send_an_object():
    assert ask(b"[]")[2].startswith("$ is not an object")


def test_program_finds_each_sentence_whole():
    assert all(text[-1] not in ".;" and ";" in text for text in SENTENCES.values())
