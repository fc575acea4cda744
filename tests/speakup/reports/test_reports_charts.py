"""The shape of the line, its band and the dots."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakup.costs import Range
from speakup.privacy import Figure
from speakup.reports import wording
from speakup.reports.charts import BOTTOM, HEIGHT, RIGHT, TOP, WIDTH, Point, chart, dots
from speakup.reports.silence import pool_dots

PERCENTS = ("0 %", "25 %", "50 %", "75 %", "100 %")


def known(value, label="Q"):
    return Point(label, value, value - 0.05, value + 0.05, f"{value:.0%}")


def drawn(*points):
    return chart(points, percents=PERCENTS)


def test_line_runs_from_the_first_quarter_to_the_last():
    picture = drawn(known(0.1), known(0.2), known(0.15))

    assert picture.lines == (f"M76 {y_of(0.1):g}L222 {y_of(0.2):g}L368 {y_of(0.15):g}",)
    assert len(picture.bands) == 1
    assert picture.bands[0].endswith("Z")
    assert [(mark.text, mark.y) for mark in picture.labels] == [
        ("10%", y_of(0.15) - 6),
        ("15%", y_of(0.2) - 6),
    ]


def y_of(fraction, top=0.25):
    return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * fraction / top, 1)


def test_a_quarter_without_a_number_splits_line_and_band():
    picture = drawn(known(0.1), known(0.2), Point("gap"), known(0.15), known(0.1))

    assert len(picture.lines) == len(picture.bands) == 2
    assert len(picture.points) == 4


def test_a_single_quarter_stands_in_the_middle_with_a_bar_and_no_line():
    picture = drawn(known(0.3, "Q3"))

    assert picture.lines == ()
    assert len(picture.bands) == 1
    assert picture.points[0].x == 76 + (WIDTH - RIGHT - 76) / 2
    assert [mark.text for mark in picture.columns] == ["Q3"]
    assert [mark.text for mark in picture.labels] == ["30%"]


def test_quarters_without_any_number_leave_an_empty_frame():
    picture = drawn(Point("a"), Point("b"))

    assert picture.lines == picture.bands == picture.points == picture.labels == ()
    assert [mark.text for mark in picture.columns] == ["a", "b"]


def test_no_column_is_no_chart():
    with pytest.raises(ValueError, match="at least one"):
        drawn()


@pytest.mark.parametrize(("value", "ticks"), [(0.1, 2), (0.3, 3), (0.6, 4), (0.9, 5), (1.0, 5)])
def test_axis_ends_at_the_next_quarter_of_the_whole(value, ticks):
    assert [mark.text for mark in drawn(known(value)).ticks] == list(PERCENTS[:ticks])


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), min_size=1, max_size=8))
def test_everything_lies_inside_the_picture(values):
    points = [Point("Q") if value is None else known(value) for value in values]

    picture = drawn(*points)

    for mark in (*picture.points, *picture.ticks):
        assert 0 <= mark.x <= WIDTH
        assert TOP <= mark.y <= HEIGHT - BOTTOM


def test_dots_that_lie_close_are_stacked_and_others_stand_apart():
    picture = dots([0, 1, 100], most=100)

    (first, second, third) = picture.places
    assert first[0] == second[0] < third[0] <= WIDTH
    assert first[1] - second[1] == 12
    assert first[1] == third[1]


def test_twenty_equal_dots_still_fit_into_the_picture():
    picture = dots([5.0] * 20, most=100)

    assert min(y for _, y in picture.places) >= 0
    assert len(set(picture.places)) == 20


def test_dots_without_an_axis_lie_at_nothing():
    assert {x for x, _ in dots([0.0, 0.0], most=0).places} == {12}


def test_twenty_dots_pass_through_the_known_percentiles():
    pool = Range(mean=0, p5=20, p10=30, p50=100, p90=300, p95=420, closed_mean=0)

    found = pool_dots(pool)

    assert list(found) == sorted(found)
    assert found[0] < 20 < found[1] < 30 < found[2]
    assert found[9] < 100 < found[10]
    assert found[17] < 300 < found[18] < 420 < found[19]


def test_twenty_dots_of_nothing_are_nothing():
    assert set(pool_dots(Range(0, 0, 0, 0, 0, 0, 0))) == {0}


def test_an_interval_never_leaves_what_is_possible():
    nearly_all, nearly_none = Figure(0.99, 0.05), Figure(2.0, 9.0)

    assert wording.percents(nearly_all) == {
        "value": "99\u00a0%",
        "low": "90\u00a0%",
        "high": "100\u00a0%",
    }
    assert wording.counts(nearly_none) == {"value": "2", "low": "0", "high": "17"}


def test_pages_never_load_the_noise_library():
    root = Path(__file__).resolve().parents[3]
    asking = (
        "import django, sys; django.setup(); import config.urls; sys.exit('opendp' in sys.modules)"
    )

    assert subprocess.run(
        [sys.executable, "-c", asking], cwd=root, check=False,
        env={"DJANGO_SETTINGS_MODULE": "config.test_settings", "PYTHONPATH": str(root)},
    ).returncode == 0  # fmt: skip
