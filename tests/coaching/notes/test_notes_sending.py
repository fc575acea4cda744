"""What may be sent to whom, and what happens while a note rests."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

from coaching.notes import actions, letters, policy, queries, refusals
from coaching.notes.actions.delivering import deliver
from coaching.notes.draft import Draft, mark_of
from coaching.notes.models import Muting, Note, State
from speakup.vault.envelope import CannotOpen
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def send(by, reader, draft, now, **others):
    return actions.send_note(by=by, reader=reader, draft=draft, now=now, **others)


def test_mia_sends_a_note_that_rests_and_only_its_two_people_can_open(
    resting, mia, jonas, priit, kind, rested
):
    assert resting.state == State.RESTING
    assert resting.rests_until == rested
    for person in (mia, jonas):
        assert letters.opened(resting, letters.key_of(resting, person)) == kind
    with pytest.raises(CannotOpen):
        letters.key_of(resting, priit)


def test_the_row_holds_none_of_the_words(resting, kind):
    row = Note.objects.filter(pk=resting.pk).values().get()
    kept = b" ".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for value in row.values()
    )

    assert str(resting.pk).encode() in kept
    for words in (*kind.fact.split(), *kind.offer.split()):
        assert len(words) < 5 or words.encode() not in kept


def test_mia_cannot_write_to_herself(mia, kind, now):
    with pytest.raises(refusals.ToOneself):
        send(mia, mia, kind, now)


def test_mia_cannot_write_to_someone_who_has_left(mia, jonas, kind, now):
    jonas.is_active = False
    jonas.save()

    with pytest.raises(refusals.NotHereAnyMore):
        send(mia, jonas, kind, now)


def test_priit_cannot_write_down_the_line_but_mia_may_write_up(priit, mia, pia, kind, now):
    with pytest.raises(refusals.DownTheLine):
        send(priit, mia, kind, now)

    assert send(mia, priit, kind, now).state == State.RESTING
    assert send(pia, mia, kind, now).state == State.RESTING  # not her people


def test_a_pause_and_a_mute_are_told_in_the_same_words(mia, jonas, read, kind, now):
    actions.mute(by=jonas, note=read)
    later = now + timedelta(days=20)
    with pytest.raises(refusals.NotTakingNotes) as muted:
        send(mia, jonas, kind, later)

    jonas.takes_notes = False
    jonas.save()
    with pytest.raises(refusals.NotTakingNotes) as paused:
        send(mia, jonas, kind, later)

    assert muted.value.sentence == paused.value.sentence
    assert str(paused.value).startswith("Jonas Berg is not taking notes right now.")


def test_jonas_unmutes_mia_and_she_may_write_again(mia, jonas, read, kind, now):
    actions.mute(by=jonas, note=read)
    actions.unmute(by=jonas, note=read)

    assert send(mia, jonas, kind, now + timedelta(days=20))


def test_one_note_for_a_pair_in_fourteen_days(mia, jonas, resting, kind, now, rested):
    with pytest.raises(refusals.StillWaiting):
        send(mia, jonas, kind, now)
    actions.deliver_due(now=rested)

    with pytest.raises(refusals.TooSoon) as refused:
        send(mia, jonas, kind, now + timedelta(days=13))

    assert refused.value.sentence == (
        "You have written to Jonas Berg lately. You can write again from 8 December 2026."
    )
    assert send(mia, jonas, kind, now + timedelta(days=14))


def test_a_note_taken_back_leaves_nothing_and_frees_the_pair(mia, jonas, resting, kind, now):
    actions.take_back(by=mia, note=resting, now=now)

    assert not Note.objects.exists()
    assert send(mia, jonas, kind, now)


def test_the_other_direction_has_a_limit_of_its_own(mia, jonas, resting, kind, now):
    assert send(jonas, mia, kind, now)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"fact": " \n "}, refusals.NoFact),
        ({"offer": "x" * 600}, refusals.TooLong),
        ({"offer": "Look at www.hotel.example"}, refusals.HoldsALink),
        ({"impact": "You are an idiot."}, refusals.CannotBeSent),
    ],
)
def test_words_that_no_note_may_hold_are_refused(mia, jonas, kind, now, change, refusal):
    with pytest.raises(refusal):
        send(mia, jonas, replace(kind, **change), now)

    assert send(mia, jonas, kind, now)


def test_six_hundred_characters_fit(mia, jonas, now):
    assert send(mia, jonas, Draft("en", fact="a" * 600), now)


def test_words_that_blame_are_sent_only_after_their_hints_were_seen(mia, jonas, harsh, kind, now):
    for mark in ("", mark_of(kind)):
        with pytest.raises(refusals.LookAgainFirst):
            send(mia, jonas, harsh, now, seen=mark)

    assert send(mia, jonas, harsh, now, seen=mark_of(harsh))


def test_mia_changes_a_resting_note_and_jonas_gets_the_new_words(
    mia, jonas, resting, kind, now, rested
):
    changed = replace(kind, offer="I can take the phone.")

    actions.change_note(by=mia, note=resting, draft=changed, now=now + timedelta(minutes=29))
    actions.deliver_due(now=rested)

    note = Note.objects.get()
    assert note.delivered_on is not None
    assert letters.opened(note, letters.key_of(note, jonas)) == changed


@pytest.mark.parametrize("draft_of", ["harsh", "cruel"])
def test_a_change_passes_the_same_checks(mia, resting, now, draft_of, request):
    with pytest.raises((refusals.LookAgainFirst, refusals.CannotBeSent)):
        actions.change_note(by=mia, note=resting, draft=request.getfixturevalue(draft_of), now=now)


def test_after_the_rest_a_note_is_neither_changed_nor_taken_back(mia, resting, kind, rested):
    for late in (actions.take_back, lambda **given: actions.change_note(draft=kind, **given)):
        with pytest.raises(refusals.RestIsOver):
            late(by=mia, note=resting, now=rested)

    assert Note.objects.count() == 1


def test_nobody_else_takes_back_mias_note(jonas, resting, now):
    with pytest.raises(refusals.RestIsOver):
        actions.take_back(by=jonas, note=resting, now=now)


def test_without_a_rest_the_note_arrives_with_the_commit(
    mia, jonas, kind, now, django_capture_on_commit_callbacks
):
    with (
        override_settings(NOTE_REST_MINUTES=0),
        django_capture_on_commit_callbacks(execute=True),
    ):
        note = send(mia, jonas, kind, now)

    note.refresh_from_db()
    assert note.state == State.DELIVERED


@pytest.mark.parametrize(
    ("start", "end", "clock", "quiet"),
    [
        (time(22), time(7), time(23, 30), True),
        (time(22), time(7), time(6, 59), True),
        (time(22), time(7), time(7), False),
        (time(12), time(14), time(13), True),
        (time(12), time(14), time(14), False),
        (time(12), time(14), time(11), False),
        (time(9), time(9), time(9), False),
        (None, None, time(3), False),
    ],
)
def test_quiet_hours_may_pass_midnight(start, end, clock, quiet):
    person = PersonFactory.build(quiet_from=start, quiet_until=end)

    assert policy.is_quiet(person, clock) is quiet


def test_a_note_waits_for_the_end_of_quiet_hours_in_local_time(jonas, resting, rested):
    jonas.quiet_from, jonas.quiet_until = time(11), time(12)  # 10:30 UTC is 11:30 in Amsterdam
    jonas.save()

    assert actions.deliver_due(now=rested) == 0
    assert actions.deliver_due(now=rested + timedelta(minutes=30)) == 1


def test_nothing_arrives_before_its_rest_is_over(resting, rested):
    assert actions.deliver_due(now=rested - timedelta(seconds=1)) == 0
    assert actions.deliver_due(now=rested) == 1
    assert actions.deliver_due(now=rested) == 0


@pytest.mark.parametrize("change", [{"is_active": False}, {"takes_notes": False}])
def test_a_note_waits_for_a_reader_who_takes_none(jonas, resting, rested, change):
    for name, value in change.items():
        setattr(jonas, name, value)
    jonas.save()

    assert actions.deliver_due(now=rested) == 0


def test_a_note_from_somebody_muted_meanwhile_does_not_arrive(mia, jonas, kind, now, read, rested):
    later = now + timedelta(days=14)
    send(mia, jonas, kind, later)
    actions.mute(by=jonas, note=read)

    assert actions.deliver_due(now=later + timedelta(hours=1)) == 0


def test_a_fourth_note_in_a_week_waits_until_there_is_room(jonas, kind, now, rested, desk):
    for _number in range(5):
        send(PersonFactory(unit=desk), jonas, kind, now)

    assert actions.deliver_due(now=rested) == 3
    assert actions.deliver_due(now=rested + timedelta(days=6)) == 0
    assert actions.deliver_due(now=rested + timedelta(days=7)) == 2


def test_one_full_reader_does_not_hold_up_another(mia, jonas, pia, kind, now, rested, desk):
    for _number in range(4):
        send(PersonFactory(unit=desk), jonas, kind, now)
    send(mia, pia, kind, now)

    assert actions.deliver_due(now=rested) == 4
    assert queries.unread_count(pia.pk) == 1


def test_closed_notes_and_notes_that_never_arrived_go_after_ninety_days(read, mia, pia, kind, now):
    stuck = send(mia, pia, kind, now)
    actions.close_note(by=mia, note=read, now=now)

    assert actions.forget_old(now=now + timedelta(days=89)) == 0
    assert actions.forget_old(now=now + timedelta(days=90)) == 1  # the closed one
    assert list(Note.objects.all()) == [stuck]
    assert actions.forget_old(now=now + timedelta(days=91)) == 1


def test_an_open_note_is_kept(read, now):
    assert actions.forget_old(now=now + timedelta(days=900)) == 0


def test_a_reader_whose_seals_do_not_open_holds_up_nobody_else(
    mia, jonas, pia, kind, now, rested, read, caplog
):
    later = now + timedelta(days=20)
    actions.mute(by=jonas, note=read)
    send(mia, pia, kind, later)
    send(pia, jonas, kind, later)
    Muting.objects.update(sealed=b"broken")

    assert actions.deliver_due(now=later + timedelta(hours=1)) == 1
    assert queries.unread_count(pia.pk) == 1
    assert caplog.messages == ["A note waits: what its reader keeps sealed does not open."]


def test_a_note_arrives_once_even_when_two_workers_hold_it(resting, jonas, rested):
    assert deliver(resting, now=rested) is True
    assert deliver(resting, now=rested) is False
    assert queries.unread_count(jonas.pk) == 1


def test_a_delivered_row_tells_no_finer_time_than_its_day(delivered):
    kept = timezone.localtime(delivered.rests_until)

    assert (kept.hour, kept.minute, kept.second, kept.microsecond) == (0, 0, 0, 0)
    assert kept.date() == delivered.delivered_on
