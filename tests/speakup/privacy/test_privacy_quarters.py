"""Quarters read, sort and follow each other as the calendar does."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakup.privacy.quarters import Quarter, quarter_of

DAYS = st.dates(min_value=date(2000, 4, 1), max_value=date(2999, 9, 30))


@given(day=DAYS)
def test_every_day_lies_within_its_quarter_and_in_no_neighbour(day):
    quarter = quarter_of(day)

    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.previous.last_day + timedelta(days=1) == quarter.first_day
    assert quarter.next.first_day - timedelta(days=1) == quarter.last_day


@given(day=DAYS)
def test_a_quarter_reads_back_as_it_was_written(day):
    quarter = quarter_of(day)

    assert Quarter.parse(str(quarter)) == quarter


@given(one=DAYS, other=DAYS)
def test_quarters_sort_as_their_days_and_as_their_writing_do(one, other):
    first, second = sorted([one, other])

    assert Quarter.of(first) <= Quarter.of(second)
    assert str(Quarter.of(first)) <= str(Quarter.of(second))


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 1, 1), "2026Q1"),
        (date(2026, 3, 31), "2026Q1"),
        (date(2026, 6, 30), "2026Q2"),
        (date(2026, 9, 30), "2026Q3"),
        (date(2026, 12, 31), "2026Q4"),
    ],
)
def test_a_day_at_the_edge_belongs_to_the_quarter_that_it_ends_or_begins(day, written):
    assert str(quarter_of(day)) == written


def test_the_turn_of_the_year_leads_from_the_fourth_quarter_to_the_first():
    assert Quarter(2026, 4).next == Quarter(2027, 1)
    assert Quarter(2027, 1).previous == Quarter(2026, 4)


def test_a_quarter_is_over_on_the_day_after_its_last():
    quarter = Quarter(2026, 4)

    assert not quarter.is_over(date(2026, 12, 31))
    assert quarter.is_over(date(2027, 1, 1))


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2026Q0",
        "2026Q5",
        "26Q1",
        "2026q1",
        "2026Q1\n",
        "２０２６Q1",
        "0000Q1",
        "2026-Q1",
        "0001Q1",
        "1999Q4",
        "3000Q1",
        "9999Q4",
    ],
)
def test_what_is_not_a_quarter_is_refused(written):
    with pytest.raises(ValueError, match="quarter"):
        Quarter.parse(written)


@pytest.mark.parametrize(("year", "number"), [(2026, 0), (2026, 5), (1999, 4), (3000, 1)])
def test_a_quarter_that_no_calendar_has_cannot_be_made(year, number):
    with pytest.raises(ValueError, match="no such quarter"):
        Quarter(year, number)
