"""What a person reads of their own notebook, and what a report may count."""

import os
from dataclasses import asdict
from datetime import date, timedelta

import pytest

from speakup.observations import queries
from speakup.observations.models import Observation
from speakup.observations.queries import Fact, Missing, PersonFacts, Rate
from speakup.people.models import Person
from speakup.privacy.quarters import Quarter
from speakup.vault import sealing
from speakup.vault.actions import destroy_key
from speakup.vault.models import PersonKey

Q4 = Quarter(2026, 4)


def ids(entries):
    return [entry.id for entry in entries]


def test_mia_opens_her_notebook_and_the_newest_day_comes_first(mia, jonas, write, today):
    write(jonas)
    middle = write(mia, day=date(2026, 10, 5))
    oldest = write(mia, day=date(2026, 9, 28))
    newest = write(mia, day=date(2026, 11, 20))

    book = queries.notebook(mia, today=today)

    assert ids(book.entries) == ids([newest, middle, oldest])
    assert book.earlier is None


def test_mia_turns_the_pages_and_meets_every_moment_once(mia, write, today):
    written = [
        write(mia, day=today - timedelta(days=7 * n)) for n in range(2 * queries.PAGE_SIZE + 1)
    ]

    pages = [queries.notebook(mia, today=today)]
    while pages[-1].earlier:
        pages.append(queries.notebook(mia, today=today, after=pages[-1].earlier))

    assert [len(page.entries) for page in pages] == [20, 20, 1]
    assert [entry.id for page in pages for entry in page.entries] == ids(written)


def test_moments_of_one_day_are_split_between_pages_without_loss(mia, write, today):
    written = [write(mia) for _ in range(queries.PAGE_SIZE + 1)]

    first = queries.notebook(mia, today=today)
    second = queries.notebook(mia, today=today, after=first.earlier)

    assert sorted(ids(first.entries + second.entries)) == sorted(ids(written))


def test_jonas_turns_a_page_at_an_entry_of_mia_and_finds_nothing(mia, jonas, write, today):
    hers = write(mia)
    write(jonas)

    with pytest.raises(Missing):
        queries.notebook(jonas, today=today, after=hers.id)


def test_the_notebook_takes_as_many_queries_for_three_moments_as_for_one(
    mia, write, today, django_assert_num_queries
):
    write(mia)
    with django_assert_num_queries(2):  # one key, one stream of rows
        queries.notebook(mia, today=today)
    for days in (1, 100):
        write(mia, day=today - timedelta(days=days))

    with django_assert_num_queries(2):
        assert len(queries.notebook(mia, today=today).entries) == 3


def test_mia_reads_her_own_rate_over_four_quarters_and_nobody_elses(mia, jonas, write, today):
    for outcome in ("stepped_in", "spoke_in_person", "stayed_silent", "stayed_silent", "sent_note"):
        write(mia, outcome=outcome)
    write(mia, day=date(2026, 2, 1))
    write(mia, day=date(2025, 12, 31))
    write(jonas, outcome="spoke_in_person")

    rates = queries.notebook(mia, today=today).rates

    assert rates == (
        Rate(Quarter(2026, 1), 0, 1),
        Rate(Quarter(2026, 2), 0, 0),
        Rate(Quarter(2026, 3), 0, 0),
        Rate(Quarter(2026, 4), 3, 5),
    )
    assert (rates[3].percent, rates[3].is_enough, rates[0].is_enough) == (60, True, False)


def test_older_moments_than_the_rate_looks_at_still_stand_on_the_first_page(mia, write, today):
    written = [write(mia, day=day, today=day) for day in (date(2024, 1, 1), date(2023, 1, 1))]

    book = queries.notebook(mia, today=today)

    assert ids(book.entries) == ids(written)
    assert sum(rate.seen for rate in book.rates) == 0


def test_a_moment_that_no_longer_opens_is_counted_and_the_others_are_read(mia, write, today):
    good, bad = write(mia), write(mia)
    Observation.objects.filter(pk=bad.id).update(sealed=b"\x01" + os.urandom(300))

    book = queries.notebook(mia, today=today)

    assert (ids(book.entries), book.shut) == ([good.id], 1)
    with pytest.raises(Missing):
        queries.own_entry(mia, bad.id)


def test_a_moment_copied_into_the_notebook_of_jonas_does_not_open_there(mia, jonas, write, today):
    hers = write(mia, words="Hers.")
    write(jonas)
    Observation.objects.filter(pk=hers.id).update(person=jonas)

    book = queries.notebook(jonas, today=today)

    assert (len(book.entries), book.shut) == (1, 1)


def test_a_report_meets_each_person_once_with_what_it_may_count(mia, jonas, write):
    hers = [write(mia, cause="tools", words="Secret."), write(mia, outcome="sent_note")]
    his = write(jonas, outcome="spoke_in_person")
    write(mia, day=date(2026, 9, 1))

    people = sorted(queries.facts(Q4), key=lambda person: len(person.records))

    assert people == [
        PersonFacts(
            people[0].person_key,
            str(jonas.unit_id),
            (Fact(str(his.id), "spoke_in_person", "listening", None),),
        ),
        PersonFacts(people[1].person_key, str(mia.unit_id), people[1].records),
    ]
    assert set(people[1].records) == {
        Fact(str(hers[0].id), "stayed_silent", "listening", "tools"),
        Fact(str(hers[1].id), "sent_note", "listening", None),
    }
    assert sorted(person.person_key for person in people) == [0, 1]


def test_facts_name_neither_the_person_nor_the_day_nor_the_words(mia, write):
    write(mia, words="The till was slow.")

    [person] = queries.facts(Q4)

    told = repr(asdict(person))
    assert "listening" in told
    assert not any(kept in told for kept in (str(mia.pk), "till", "2026", mia.email, "unhappy"))


def test_facts_are_read_in_batches_with_one_key_query_each(
    mia, jonas, priit, write, monkeypatch, django_assert_num_queries
):
    for person in (mia, jonas, priit):
        write(person)
    monkeypatch.setattr(queries, "PEOPLE_AT_ONCE", 2)

    with django_assert_num_queries(3):  # the rows, and keys of two batches
        assert len(list(queries.facts(Q4))) == 3


def test_rows_that_cannot_be_opened_are_skipped_and_counted(mia, jonas, priit, write):
    for person in (mia, mia, jonas, priit):
        write(person)
    destroy_key(of=jonas)
    PersonKey.objects.filter(person=priit).update(kek_version=99)
    one = Observation.objects.filter(person=mia).first()
    Observation.objects.filter(pk=one.pk).update(sealed=b"\x01" + os.urandom(300))

    facts = queries.facts(Q4)
    people = list(facts)

    assert [len(person.records) for person in people] == [1]
    assert facts.shut == 3
    assert (len(list(facts)), facts.shut) == (1, 3)


@pytest.mark.parametrize(
    "strange", [{"outcome": "shrugged"}, {"day": "soon"}, {"day": None}, {"standard": ...}]
)
def test_rows_in_words_of_another_version_are_skipped_and_counted(mia, write, strange):
    write(mia)
    entry = write(mia)
    payload = {
        name: value for name, value in (entry.moment.payload | strange).items() if value is not ...
    }
    sealed = sealing.seal(mia.pk, queries.TABLE, entry.id, payload)
    Observation.objects.filter(pk=entry.id).update(sealed=sealed)

    facts = queries.facts(Q4)

    assert [len(person.records) for person in facts] == [1]
    assert facts.shut == 1


def test_a_person_without_a_unit_is_told_as_such(mia, write):
    write(mia)
    Person.objects.filter(pk=mia.pk).update(unit=None)

    [person] = queries.facts(Q4)

    assert person.unit_id is None
