"""The word-pattern language, on small packs of one rule each."""

import shutil

import pytest

from coaching.phrasing.check import finds
from coaching.phrasing.engine import review_with
from coaching.phrasing.languages import folder
from coaching.phrasing.packs import build_pack
from coaching.phrasing.rewriting import rewrite

RULE = """
kind = "blame"
severity = 2
[[rule]]
id = "xx.blame.one"
match = [{match}]
unless = [{unless}]
needs = [{needs}]
try = {suggestion}
bad = ["a", "b"]
good = ["c", "d"]
source = "test"
"""


@pytest.fixture
def pack_of(tmp_path):
    """Builds a pack of one rule, with word lists of the test's own."""

    def build(match, *, unless="", needs="", suggestion="", words="", language="en", macros=""):
        target = tmp_path / "xx"
        target.mkdir()
        for name in ("context.toml", "details.toml", "words.toml"):
            shutil.copy(folder(language) / name, target / name)
        if words:
            (target / "words.toml").write_text(words, "utf-8")
        if macros:
            (target / "context.toml").write_text(f"[macros]\n{macros}\n[contexts]\n", "utf-8")
        quoted = {"match": match, "unless": unless, "needs": needs}
        lists = {key: f"'{value}'" if value else "" for key, value in quoted.items()}
        rule = RULE.format(**lists, suggestion=f"'{suggestion}'")
        (target / "blame.toml").write_text(rule, "utf-8")
        return build_pack(target)

    return build


def test_a_street_shape_that_there_is_not_is_refused(pack_of, tmp_path):
    pack_of("red")
    details = tmp_path / "xx" / "details.toml"
    details.write_text(
        details.read_text("utf-8").replace('"number name street"', '"by ear"'), "utf-8"
    )

    with pytest.raises(ValueError, match=r"xx/details.toml: a street shape is one of name street"):
        build_pack(tmp_path / "xx")


def found_in(pack, text):
    return finds(pack, pack.rules[0], text)


def quotes(pack, text):
    return [hint.quote for hint in review_with(pack, text).hints]


@pytest.mark.parametrize(
    "text",
    [
        "A shame, red.",
        "A shame that it is red.",
        "A shame, it is red.",
        "A shame one two three four five, six seven eight nine ten red.",
    ],
)
def test_a_gap_with_a_comma_reaches_over_one_comma(pack_of, text):
    assert found_in(pack_of("shame ..., red"), text)


@pytest.mark.parametrize(
    "text",
    [
        "A shame, one, two red.",
        "A shame; it is red.",
        "A shame. It is red.",
        "A shame one two three four five six red.",
        "A shame, one two three four five six red.",
    ],
)
def test_a_gap_with_a_comma_stops_at_a_second_comma_at_a_clause_and_after_five_words(pack_of, text):
    assert not found_in(pack_of("shame ..., red"), text)


def test_a_plain_gap_stays_on_its_side_of_the_comma(pack_of):
    pack = pack_of("shame ... red")

    assert found_in(pack, "A shame that it is red.")
    assert not found_in(pack, "A shame, it is red.")


def test_an_exception_may_reach_over_a_comma(pack_of):
    pack = pack_of("red", unless="sorry ..., red")

    assert found_in(pack, "It is red.")
    assert not found_in(pack, "Sorry to say it, this is red.")


def test_words_behind_a_gap_with_a_comma_can_be_quoted(pack_of):
    pack = pack_of("shame one ..., (red|blue) => pity that it is {1}")
    text = "A shame one two three four five, six seven blue."

    assert rewrite(text, review_with(pack, text).hints[0]) == "A pity that it is blue."


def test_beginnings_and_endings_of_words_address_the_reader(pack_of):
    words = 'addressee = ["you", "thou*", "*ешь"]'
    pack = pack_of("red", needs="addressee", words=words)

    for text in (
        "You see all of this red.",
        "Thouest see all of this red.",
        "А red ты сам видешь.",
    ):
        assert found_in(pack, text)
    assert not found_in(pack, "They see all of this red now.")


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Lazy they left.", "I saw lazy."),
        ("And Lazy they left.", "And I saw Lazy."),
        ("LAZY they left.", "I saw LAZY."),
        ("Sie they left.", "I saw Sie."),
    ],
)
def test_only_the_word_that_opened_a_sentence_loses_its_capital(pack_of, text, better):
    words = 'lead_ins = ["and"]\ncapitals = ["sie"]'
    pack = pack_of("(lazy|sie) they left => I saw {1}", words=words)

    (hint,) = [hint for hint in review_with(pack, text).hints if hint.kind == "blame"]

    assert rewrite(text, hint) == better


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("We said you left today.", "We said I saw you today go."),
        ("We said you left.", "We said I saw you go."),
    ],
)
def test_a_group_that_matched_nothing_leaves_no_double_space(pack_of, text, better):
    pack = pack_of("you left (today)? => I saw you {1} go")

    assert rewrite(text, review_with(pack, text).hints[0]) == better


def test_a_bracket_of_words_that_may_all_miss_can_be_quoted(pack_of):
    pack = pack_of("you left ((ere)? (long)?) => I saw you go {1}")

    for text, better in (
        ("So you left.", "So I saw you go."),
        ("You left long.", "I saw you go long."),
    ):
        assert rewrite(text, review_with(pack, text).hints[0]) == better


def test_a_choice_may_hold_a_word_that_may_miss(pack_of):
    pack = pack_of("you ((only)?|never) left")

    assert [found_in(pack, f"you {word} left") for word in ("only", "never", "", "seldom")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_missing_macro_leaves_no_double_space(pack_of):
    pack = pack_of("you left {WHEN}? => I saw you {WHEN}, go", macros='WHEN = "(today|now)"')

    assert rewrite("So you left.", review_with(pack, "So you left.").hints[0]) == (
        "So I saw you, go."
    )


def test_fillers_before_a_missing_last_word_do_not_belong_to_the_match(pack_of):
    pack = pack_of("you left (again)?", words='fillers = ["just", "really"]')

    assert quotes(pack, "So you left just really.") == ["you left"]
    assert quotes(pack, "So you left just really again.") == ["you left just really again"]


def test_a_choice_inside_a_choice_finds_every_word(pack_of):
    pack = pack_of("{WHO} left (early|{WHEN}|in (the|no) time)", macros=NESTED)

    for text in ("you left early", "they left now", "ye left ere long", "you left in no time"):
        assert found_in(pack, text), text
    assert not found_in(pack, "you left no time")


NESTED = """
WHO = "(you|they|{OLD})"
OLD = "(ye|thou)"
WHEN = "(now|ere long|(very)? late)"
"""


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("de", "Am 3. März war ich da. Du auch.", 2),
        ("de", "Montag, 3. März war ich da. Du auch.", 2),
        ("de", "Der 2. Kunde ging. Danach kam im 4. Stock keiner.", 2),
        ("de", "Es waren 3. Dann kam noch einer.", 2),
        ("de", "Das war im Jahr 2024. Danach kam keiner.", 2),
        ("de", "3. Danach kam keiner.", 2),
        ("et", "Nägin sind 3. märtsil kassas. Sa ootasid.", 2),
        ("et", "Neid oli 3. Siis tuli veel üks.", 2),
        ("en", "There were 3. then one more came.", 2),
    ],
)
def test_an_ordinal_ends_no_sentence(language, text, sentences):
    reading = build_pack(folder(language)).read(text)

    assert len(reading.bounds) == sentences
