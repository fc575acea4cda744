"""Logging, changing and deleting moments, whoever tries."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from speakup.observations import actions, queries
from speakup.observations.models import Observation
from speakup.observations.moments import Moment
from speakup.vault.models import PersonKey
from tests.speakup.observations.conftest import moment


def test_mia_logs_a_moment_and_reads_it_back_whole(mia, today):
    whole = moment(
        outcome="stayed_silent",
        cause="tools",
        channel="phone",
        customer="business",
        silence="unsure",
        words="The till was slow, and nobody said so. Ünïcode 🫖",
        day=date(2026, 9, 30),
    )

    logged = actions.log_observation(by=mia, moment=whole, today=today)

    assert logged.is_new
    assert queries.own_entry(mia, logged.entry.id).moment == whole
    assert Observation.objects.get().quarter == "2026Q3"


def test_mia_sends_the_same_moment_twice_and_it_is_kept_once(mia, today):
    sent = {"by": mia, "observation_id": uuid4(), "today": today}
    first = actions.log_observation(**sent, moment=moment(words="First."))

    second = actions.log_observation(**sent, moment=moment(words="Second."))

    assert (first.is_new, second.is_new) == (True, False)
    assert second.entry == first.entry
    assert Observation.objects.count() == 1


def test_jonas_uses_the_id_of_mia_and_is_refused_without_learning_why(mia, jonas, write, today):
    hers = write(mia, words="Hers.")

    with pytest.raises(
        actions.IdTaken, match=r"^This could not be saved yet. Please save it once more.$"
    ):
        actions.log_observation(by=jonas, moment=moment(), today=today, observation_id=hers.id)

    assert queries.own_entry(mia, hers.id) == hers
    assert Observation.objects.count() == 1


def test_mia_repeats_an_id_whose_first_moment_no_longer_opens_and_is_refused(mia, write, today):
    shut = write(mia)
    Observation.objects.update(sealed=b"\x01" + bytes(300))

    with pytest.raises(actions.IdTaken):
        actions.log_observation(by=mia, moment=moment(), today=today, observation_id=shut.id)


@pytest.mark.parametrize("days", [-1, 371])
def test_mia_logs_a_day_out_of_reach_and_is_refused(mia, today, days):
    far = moment(day=today - timedelta(days=days))

    with pytest.raises(actions.DayOutOfReach, match="today at the latest"):
        actions.log_observation(by=mia, moment=far, today=today)

    assert not Observation.objects.exists()


@pytest.mark.parametrize("days", [0, 370])
def test_mia_logs_a_day_just_within_reach_and_it_is_kept(mia, today, days):
    actions.log_observation(by=mia, moment=moment(day=today - timedelta(days=days)), today=today)

    assert Observation.objects.count() == 1


def test_mia_moves_a_moment_to_another_quarter_and_the_row_follows(mia, write, today):
    entry = write(mia)

    actions.change_observation(
        by=mia, observation_id=entry.id, moment=moment(day=date(2026, 9, 1)), today=today
    )

    assert Observation.objects.get().quarter == "2026Q3"
    assert queries.own_entry(mia, entry.id).moment.day == date(2026, 9, 1)


def test_mia_changes_an_old_moment_and_its_day_may_stay(mia, write, today):
    old = date(2020, 5, 5)
    entry = write(mia, day=old, today=old)
    corrected = moment(day=old, words="Now I remember.")

    actions.change_observation(by=mia, observation_id=entry.id, moment=corrected, today=today)

    assert queries.own_entry(mia, entry.id).moment == corrected


def test_mia_moves_a_moment_into_the_future_and_it_stays_where_it_was(mia, write, today):
    entry = write(mia)
    ahead = moment(day=today + timedelta(days=1))

    with pytest.raises(actions.DayOutOfReach):
        actions.change_observation(by=mia, observation_id=entry.id, moment=ahead, today=today)

    assert queries.own_entry(mia, entry.id) == entry


def test_jonas_changes_or_deletes_what_mia_wrote_and_nothing_happens(mia, jonas, write, today):
    hers = write(mia)

    with pytest.raises(queries.Missing):
        actions.change_observation(
            by=jonas, observation_id=hers.id, moment=moment(words="His."), today=today
        )
    with pytest.raises(queries.Missing):
        actions.delete_observation(by=jonas, observation_id=hers.id)

    assert queries.own_entry(mia, hers.id) == hers


def test_mia_deletes_a_moment_and_only_that_one_goes(mia, write):
    kept, gone = write(mia), write(mia)

    actions.delete_observation(by=mia, observation_id=gone.id)

    assert list(Observation.objects.values_list("pk", flat=True)) == [kept.id]


def test_a_note_goes_out_and_the_silence_of_mia_is_over(mia, write):
    entry = write(mia, silence="unsure", words="Kept.")

    actions.mark_note_sent(by=mia, observation_id=entry.id)

    assert queries.own_entry(mia, entry.id).moment == moment(outcome="sent_note", words="Kept.")


def test_mia_says_it_after_all_and_her_silence_is_over(mia, write):
    entry = write(mia, silence="unsure", words="Kept.")

    actions.mark_said(by=mia, observation_id=entry.id)

    said = moment(outcome="spoke_in_person", words="Kept.")
    assert queries.own_entry(mia, entry.id).moment == said


@pytest.mark.parametrize("outcome", ["stepped_in", "sent_note"])
def test_mia_says_it_where_she_spoke_up_before_and_that_still_counts(mia, write, outcome):
    entry = write(mia, outcome=outcome)

    actions.mark_said(by=mia, observation_id=entry.id)

    assert queries.own_entry(mia, entry.id) == entry


def test_jonas_says_that_it_was_said_about_a_moment_of_mia_and_nothing_changes(mia, jonas, write):
    hers = write(mia)

    actions.mark_said(by=jonas, observation_id=hers.id)

    assert queries.own_entry(mia, hers.id) == hers


def test_a_note_is_taken_back_and_mia_has_stayed_silent_after_all(mia, write):
    entry = write(mia)
    actions.mark_note_sent(by=mia, observation_id=entry.id)

    actions.mark_note_taken_back(by=mia, observation_id=entry.id)

    assert queries.own_entry(mia, entry.id) == entry


def test_a_note_goes_out_after_mia_stepped_in_and_stepping_in_still_counts(mia, write):
    entry = write(mia, outcome="stepped_in")

    actions.mark_note_sent(by=mia, observation_id=entry.id)

    assert queries.own_entry(mia, entry.id) == entry


def test_a_note_goes_out_about_a_foreign_or_unknown_moment_and_nothing_changes(mia, jonas, write):
    hers = write(mia)

    actions.mark_note_sent(by=jonas, observation_id=hers.id)
    actions.mark_note_sent(by=mia, observation_id=uuid4())

    assert queries.own_entry(mia, hers.id) == hers


@pytest.mark.parametrize(
    "wrong",
    [{"outcome": "will_write"}, {"impact": ""}, {"cause": "moon"}, {"words": "x" * 601}],
)
def test_a_moment_that_no_form_offers_cannot_be_made(wrong):
    with pytest.raises(ValueError, match=r"no such|too many"):
        moment(**wrong)


def test_a_moment_reads_back_from_what_was_sealed_even_with_words_of_a_later_version():
    sealed = moment(cause="policy").payload | {"mood": "calm"}

    assert Moment.read(sealed) == moment(cause="policy")


def test_reading_a_notebook_makes_no_key_for_a_person_without_one(mia, today):
    queries.notebook(mia, today=today)

    assert not PersonKey.objects.exists()
