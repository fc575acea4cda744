"""Money reads as in the reader's language, with two figures and no cents."""

import pytest
from babel import UnknownLocaleError
from hypothesis import given
from hypothesis import strategies as st

from speakup.costs import money, rounded

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "figures", "expected"),
    [
        (16_876.47, 2, 17_000),
        (16_876.47, 1, 20_000),
        (16_876.47, 3, 16_900),
        (99.6, 2, 100),
        (0.01234, 2, 0.012),
        (-7_771.81, 2, -7_800),
        (0, 2, 0),
    ],
)
def test_reader_sees_no_more_figures_than_the_model_can_keep(value, figures, expected):
    assert rounded(value, figures) == expected


@given(st.floats(-1e12, 1e12))
def test_reader_of_a_rounded_figure_is_never_off_by_more_than_a_twentieth(value):
    assert abs(rounded(value) - value) <= abs(value) * 0.05 + 1e-300


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "€17,000"),
        ("en-gb", "€17,000"),
        ("nl", f"€{SPACE}17.000"),
        ("de", f"17.000{SPACE}€"),
        ("et", f"17{SPACE}000{SPACE}€"),
        ("ru", f"17{SPACE}000{SPACE}€"),
    ],
)
def test_reader_sees_money_in_their_language(locale, expected):
    assert money(16_876.47, "EUR", locale) == expected


def test_reader_of_small_or_negative_amounts_sees_whole_units():
    assert money(16.4, "EUR", "en") == "€16"
    assert money(9.96, "EUR", "en") == "€10"
    assert money(2.4, "EUR", "en") == "€2"
    assert money(-0.3, "EUR", "en") == "€0"
    assert money(-123_456, "USD", "nl") == f"US${SPACE}-120.000"
    assert money(16_876, "JPY", "en") == "¥17,000"


def test_reader_of_a_language_nobody_knows_is_refused():
    with pytest.raises(UnknownLocaleError):
        money(1, "EUR", "xx")
