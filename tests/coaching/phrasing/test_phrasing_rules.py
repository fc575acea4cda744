"""Every rule of every pack is tried on its own examples, and a pack that is wrong says where."""

import shutil

import pytest

from coaching.phrasing.check import faults, finds, rule_faults
from coaching.phrasing.engine import review_with
from coaching.phrasing.findings import Kind, StrengthKind
from coaching.phrasing.languages import PACKS, folder, languages
from coaching.phrasing.packs import build_pack, load_pack
from coaching.phrasing.rules import PackError


@pytest.mark.parametrize("language", languages())
def test_a_pack_does_what_its_examples_say(language):
    assert list(faults(folder(language))) == []


@pytest.mark.parametrize("language", languages())
def test_a_pack_covers_every_kind_that_rules_can_find(language):
    found = {rule.kind for rule in load_pack(language).rules}

    assert found == {*Kind, *StrengthKind} - {Kind.TONE, Kind.SHOUTING}


@pytest.fixture
def pack_folder(tmp_path):
    """A pack of one small rule file, ready to be spoiled."""
    target = tmp_path / "xx"
    target.mkdir()
    for name in ("words.toml", "context.toml", "details.toml"):
        shutil.copy(folder("en") / name, target / name)
    return target


RULE = """
kind = "blame"
severity = 2
[[rule]]
id = "xx.blame.fault"
match = ["your fault"]
try = "what happened"
bad = ["It is your fault.", "All your fault."]
good = ["My fault.", "A faulty till."]
source = "test"
"""


def write(pack_folder, text):
    (pack_folder / "blame.toml").write_text(text, "utf-8")
    return pack_folder


def test_a_translator_writes_a_sound_rule_and_it_is_used(pack_folder):
    pack = build_pack(write(pack_folder, RULE))

    assert [rule.id for rule in pack.rules] == ["xx.blame.fault"]
    assert list(rule_faults(pack, pack.rules[0])) == []


@pytest.mark.parametrize(
    ("written", "instead", "reason"),
    [
        ('source = "test"', "", "source is missing"),
        ('kind = "blame"', 'kind = "shame"', "no kind 'shame'"),
        ("severity = 2", "severity = 4", "severity 4 does not fit"),
        ("severity = 2", "", "severity 0 does not fit"),
        ('try = "what happened"', "", "try is missing"),
        ('"All your fault."', '"It is your fault."', "bad needs 2 different examples"),
        ('good = ["My fault.", "A faulty till."]', 'good = ["My fault."]', "good needs 2"),
        ('try = "what', 'covers = "page"\ntry = "what', "covers is one of"),
        ('try = "what', 'needs = ["rain"]\ntry = "what', "needs knows addressee"),
        ('try = "what', 'clears = ["rain"]\ntry = "what', "clears knows first_person"),
        ('try = "what', 'colour = "red"\ntry = "what', "unknown keys: colour"),
        ('kind = "blame"', 'kind = "blame"\ncolour = "red"', "unknown keys: colour"),
        ('["your fault"]', "[]", "match is missing"),
        ('["your fault"]', '["your (fault"]', "a bracket is not closed"),
        ('["your fault"]', '["your fault)"]', "has a stray ')'"),
        ('["your fault"]', '["(your|) fault"]', "an alternative is empty"),
        ('["your fault"]', '["your ^fault"]', "^ may only stand at the beginning"),
        ('["your fault"]', '["{NOBODY} fault"]', "{NOBODY}, which is not defined"),
        ('["your fault"]', '["your fault ..."]', "may not begin or end with a gap"),
        ('["your fault"]', '["(your fault)?"]', "could match no word at all"),
        ('["your fault"]', '["your fault?"]', "write (fault)?"),
        ('["your fault"]', '[" "]', "a pattern is empty"),
        ("[[rule]]", "[[rule]", "this is not TOML"),
    ],
)
def test_a_translator_writes_a_wrong_rule_and_reads_which_and_why(
    pack_folder, written, instead, reason
):
    assert written in RULE
    spoiled = RULE.replace(written, instead, 1)

    with pytest.raises(PackError) as caught:
        build_pack(write(pack_folder, spoiled))

    assert reason in str(caught.value)
    assert "xx/blame.toml" in str(caught.value)


def test_a_translator_uses_an_id_twice_and_is_told(pack_folder):
    with pytest.raises(PackError, match=r"xx\.blame\.fault: this id is used twice"):
        build_pack(write(pack_folder, RULE + RULE[RULE.index("[[rule]]") :]))


def test_a_translator_defines_a_macro_by_itself_and_is_told(pack_folder):
    context = pack_folder / "context.toml"
    text = context.read_text("utf-8").replace("[macros]\n", '[macros]\nLOOP = "your {LOOP}"\n')
    context.write_text(text, "utf-8")

    with pytest.raises(PackError, match="LOOP} is defined by itself"):
        build_pack(write(pack_folder, RULE.replace("your fault", "{LOOP} fault", 1)))


@pytest.mark.parametrize(
    ("name", "line", "reason"),
    [
        ("words.toml", 'rain = ["wet"]\n', "words.toml has unknown keys: rain"),
        ("details.toml", 'rain = ["wet"]\n', "xx/details.toml"),
    ],
)
def test_a_translator_misspells_a_list_and_is_told(pack_folder, name, line, reason):
    path = write(pack_folder, RULE) / name
    path.write_text(line + path.read_text("utf-8"), "utf-8")

    with pytest.raises(ValueError, match=reason):
        build_pack(pack_folder)


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        ('"All your fault."', '"All is well."', "does not find 'All is well.'."),
        ('"A faulty till."', '"It is not your fault."', "finds 'It is not your fault.'."),
        ('try = "what happened"', 'try = "your fault"', "would be flagged for"),
    ],
)
def test_a_rule_that_breaks_its_promise_is_reported(pack_folder, written, instead, fault):
    pack = build_pack(write(pack_folder, RULE.replace(written, instead, 1)))

    assert any(fault in found for found in rule_faults(pack, pack.rules[0]))


def test_a_pattern_that_can_never_match_is_reported(pack_folder):
    rule = RULE.replace('["your fault"]', '["your fault", "your fault . again"]')
    pack = build_pack(write(pack_folder, rule))

    assert [fault for fault in rule_faults(pack, pack.rules[0]) if "does not match" in fault]


def test_a_rewrite_quotes_numbers_gaps_and_the_end_of_a_sentence(pack_folder):
    rule = RULE.replace(
        '["your fault"]',
        '["your fault", "your # (bad*|sad*)? ... (faults|slips) $ => the {2} {1} {9}"]',
    )
    pack = build_pack(write(pack_folder, rule))

    (hint,) = (
        review_with(pack, "On your 3 badly, hidden little slips.").hints
        + review_with(pack, "On your 3 sadly hidden little slips.").hints
    )

    assert hint.quote == "your 3 sadly hidden little slips"
    assert hint.suggestion == "the slips sadly"


def test_letters_of_a_language_may_be_written_two_ways(pack_folder):
    words = pack_folder / "words.toml"
    words.write_text(words.read_text("utf-8") + '\n[letters]\n"ё" = "е"\n', "utf-8")
    pack = build_pack(
        write(pack_folder, RULE.replace('["your fault"]', '["ещё раз", "your fault"]'))
    )

    assert [hint.quote for hint in review_with(pack, "Еще раз и ещё раз.").hints] == [
        "Еще раз",
        "ещё раз",
    ]


def test_a_line_to_start_from_that_would_be_flagged_is_reported(pack_folder):
    lines = (folder("en") / "builder.toml").read_text("utf-8")
    (pack_folder / "builder.toml").write_text(
        lines.replace("How did you see it?", "It is your fault.", 1), "utf-8"
    )

    assert list(faults(write(pack_folder, RULE))) == [
        "xx/builder.toml, question: 'It is your fault.' would be flagged for 'your fault'."
    ]


def test_a_rule_that_breaks_its_promise_is_named(pack_folder):
    shutil.copy(folder("en") / "builder.toml", pack_folder)
    broken = write(pack_folder, RULE.replace('"All your fault."', '"All is well."', 1))

    assert list(faults(broken)) == ["xx/blame.toml, xx.blame.fault: does not find 'All is well.'."]


def test_lines_to_start_from_lack_a_slot_and_are_refused(pack_folder):
    (pack_folder / "builder.toml").write_text('opener = ["Hello."]', "utf-8")

    with pytest.raises(ValueError, match=r"xx/builder.toml needs the slots opener, fact"):
        list(faults(write(pack_folder, RULE)))


def test_a_rule_finds_only_for_itself():
    pack = load_pack("en")
    ignored = next(rule for rule in pack.rules if rule.id == "en.accusation.ignored")

    assert finds(pack, ignored, "You ignored her.")
    assert not finds(pack, ignored, "It is your fault.")


def test_packs_lie_beside_the_code():
    assert (PACKS / "common_words.toml").is_file()
