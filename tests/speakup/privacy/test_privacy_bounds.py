"""Which of a person's observations count, and that nobody else has a say in it."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakup.privacy import PRESETS, Record, select
from tests.speakup.privacy.organisations import KEY, STATISTICS, many_examples, record, records

PARAMETERS = PRESETS["standard"]


def chosen(found, statistic="OUT", key=KEY):
    return select(found, quarter_key=key, parameters=PARAMETERS, statistic=statistic)


def test_person_who_writes_little_has_everything_counted():
    found = [record(number) for number in range(6)]

    assert set(map(id, chosen(found))) == set(map(id, found))


def test_person_who_writes_much_has_six_outcomes_counted_even_if_alike():
    assert len(chosen([record(number) for number in range(20)])) == 6


@pytest.mark.parametrize("statistic", ["STANDARD", "CAUSE"])
def test_person_who_writes_of_one_thing_only_has_two_counted(statistic):
    assert len(chosen([record(number) for number in range(20)], statistic)) == 2


def test_observation_without_a_cause_is_passed_over_for_causes_alone():
    silent = Record("a", {"OUT": "sent_note"})

    assert chosen([silent], "OUT") == (silent,)
    assert chosen([silent], "CAUSE") == ()


@many_examples
@given(records("p"), st.sampled_from(STATISTICS), st.randoms(use_true_random=False))
def test_selection_keeps_the_bounds_and_wastes_nothing(found, statistic, random: Random):
    cap = PARAMETERS.cap_per_category(statistic)

    counted = chosen(found, statistic)

    taken = Counter(each.categories[statistic] for each in counted)
    possible = Counter(each.categories[statistic] for each in found if statistic in each.categories)
    assert all(number <= cap for number in taken.values())
    assert len(counted) == min(6, sum(min(cap, number) for number in possible.values()))
    shuffled = random.sample(found, len(found))
    assert chosen(shuffled, statistic) == counted


def test_another_quarter_key_counts_other_observations():
    found = [record(number) for number in range(40)]

    assert chosen(found) != chosen(found, key=b"q" * 32)


def test_order_is_the_published_one():
    # `printf record-1 | openssl dgst -sha256 -hmac kkk…` begins 43; record-0 ae, record-2 ec.
    found = [record(number) for number in range(3)]

    assert [each.id for each in chosen(found)] == ["record-1", "record-0", "record-2"]


def test_short_quarter_key_is_refused():
    with pytest.raises(ValueError, match="32 bytes"):
        chosen([record(1)], key=b"k" * 31)
