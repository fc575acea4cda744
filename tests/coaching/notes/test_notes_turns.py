"""Whose turn it is on a note, what is new for whom, and when a mail about it may come."""

from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from coaching.notes import actions, data_rights, policy, queries, refusals, telling
from coaching.notes.models import Answer, Note, Side, State

pytestmark = pytest.mark.django_db
W, R = Side.WRITER, Side.READER


def say(by, note, words="Gladly.", kind=Answer.WORDS):
    return actions.answer_note(by=by, note=note, kind=kind, words=words)


def stage_for(person, note, now):
    return queries.entry_of(queries.note_of(person, note.pk), person, now).stage


@pytest.mark.parametrize("opened", [False, True])
def test_mia_adds_nothing_until_jonas_has_answered(delivered, mia, jonas, opened):
    if opened:
        actions.open_note(by=jonas, note=delivered)
    for _time in range(3):
        with pytest.raises(refusals.NotYourTurn):
            say(mia, delivered)

    assert not delivered.replies.exists()


def test_mia_speaks_once_for_each_answer(read, mia, jonas):
    say(jonas, read, kind=Answer.THANKS)
    say(mia, read)

    with pytest.raises(refusals.NotYourTurn):
        say(mia, read)

    say(jonas, read, kind=Answer.SAY_MORE)
    assert say(mia, read).order == 4


def test_jonas_speaks_three_times_in_a_row_and_waits(read, mia, jonas):
    for _time in range(3):
        say(jonas, read)
    with pytest.raises(refusals.EnoughForNow):
        say(jonas, read)

    say(mia, read)
    assert say(jonas, read).order == 5


@pytest.mark.parametrize(
    ("side", "said", "may"),
    [
        (W, [], False),
        (W, [R], True),
        (W, [R, R], True),
        (W, [R, W], False),
        (R, [], True),
        (R, [R, R], True),
        (R, [R, R, R], False),
        (R, [R, R, W, R], True),
    ],
)
def test_whose_turn_it_is(side, said, may):
    assert policy.may_speak(side, said) is may


def test_pages_show_the_answer_form_only_to_whose_turn_it_is(as_person, read, mia, jonas):
    def page(person):
        return as_person(person).get(reverse("notes:note", args=[read.pk])).content.decode()

    waiting = page(mia)
    assert "Send answer" not in waiting
    assert "You can add something once Jonas Berg has answered." in waiting
    assert "Close this note" in waiting

    say(jonas, read)
    assert "Send answer" in page(mia)
    say(jonas, read)
    say(jonas, read)
    full = page(jonas)
    assert "Thank you</button>" not in full
    assert "You can add something once Mia Visser has answered." in full


def test_what_mia_typed_out_of_turn_comes_back_to_her(as_person, read, mia):
    sent = {"kind": "words", "words": "And one more thing."}

    page = as_person(mia).post(reverse("notes:answer", args=[read.pk]), sent)

    assert page.status_code == 422
    assert "You can add something once Jonas Berg has answered." in page.content.decode()
    assert "And one more thing.</textarea>" in page.content.decode()


def test_an_answer_is_new_for_mia_until_she_opens_it(read, mia, jonas, now):
    say(jonas, read)

    assert (queries.unread_count(mia.pk), queries.unread_count(jonas.pk)) == (1, 0)
    assert stage_for(mia, read, now) == queries.Stage.NEW_ANSWER

    actions.open_note(by=mia, note=read)
    assert queries.unread_count(mia.pk) == 0
    assert stage_for(mia, read, now) == queries.Stage.ANSWERED
    assert Note.objects.get().state == State.READ


def test_what_mia_adds_is_new_for_jonas_and_she_does_not_see_whether_he_read_it(
    read, mia, jonas, now
):
    say(jonas, read)
    say(mia, read)

    assert (queries.unread_count(mia.pk), queries.unread_count(jonas.pk)) == (0, 1)
    assert stage_for(jonas, read, now) == queries.Stage.NEW_ANSWER
    before = stage_for(mia, read, now)

    actions.open_note(by=mia, note=read)
    assert queries.unread_count(jonas.pk) == 1

    actions.open_note(by=jonas, note=read)
    assert queries.unread_count(jonas.pk) == 0
    assert stage_for(mia, read, now) == before == queries.Stage.DELIVERED


def test_mia_opens_the_answer_from_her_inbox_and_it_is_no_longer_new(as_person, read, mia, jonas):
    say(jonas, read, "I was alone.")
    browser, place = as_person(mia), reverse("notes:note", args=[read.pk])

    inbox = browser.get("/notes/").content.decode()
    assert 'class="dot"' in inbox.split("<main")[1]
    assert f'action="{place}"' in inbox
    assert "I have read it" in browser.get(place).content.decode()

    letter = browser.post(place, follow=True).content.decode()
    assert "I was alone." in letter
    assert "I have read it" not in letter
    assert 'class="dot"' not in browser.get("/notes/").content.decode().split("<main")[1]


def test_what_is_new_comes_first_among_what_mia_wrote(read, mia, jonas, pia, kind, now):
    actions.send_note(by=mia, reader=pia, draft=kind, now=now + timedelta(days=1))
    say(jonas, read)

    written = queries.inbox(mia, now).written

    assert [entry.stage for entry in written] == ["new_answer", "resting"]


def test_a_closed_note_is_new_for_nobody(read, mia, jonas, now):
    say(jonas, read)
    actions.close_note(by=jonas, note=read, now=now)

    assert queries.unread_count(mia.pk) == 0


def test_when_mia_goes_an_answer_she_never_saw_breaks_nothing(read, mia, jonas, now):
    say(jonas, read)
    data_rights.erase(mia)

    assert stage_for(jonas, read, now) == queries.Stage.OPENED
    assert queries.unread_count(jonas.pk) == 0


# Mail


@pytest.fixture
def mia_asks_for_mail(mia):
    mia.tell_by_email = True
    mia.save()
    return mia


def test_three_answers_before_mia_looks_are_one_mail(read, mia_asks_for_mail, jonas):
    for _time in range(3):
        say(jonas, read)

    assert DBTaskResult.objects.count() == 1


@pytest.mark.parametrize(
    ("quiet", "clock", "hour"),
    [
        ((time(22), time(7)), datetime(2026, 11, 24, 22, 30, tzinfo=UTC), (25, 7)),
        ((time(22), time(7)), datetime(2026, 11, 24, 1, 30, tzinfo=UTC), (24, 7)),
        ((time(12), time(13, 30)), datetime(2026, 11, 24, 11, 30, tzinfo=UTC), (24, 13)),
    ],
)
def test_a_mail_waits_for_the_end_of_quiet_hours(
    read, mia_asks_for_mail, jonas, quiet, clock, hour
):
    mia_asks_for_mail.quiet_from, mia_asks_for_mail.quiet_until = quiet
    mia_asks_for_mail.save()
    say(jonas, read)
    DBTaskResult.objects.all().delete()

    with time_machine.travel(clock, tick=False):
        telling.mail_that_a_note_waits.call(str(mia_asks_for_mail.pk))

    assert mail.outbox == []
    again = DBTaskResult.objects.get()
    local = again.run_after.astimezone(telling.timezone.get_current_timezone())
    assert (local.day, local.hour) == hour
    with time_machine.travel(again.run_after, tick=False):
        telling.mail_that_a_note_waits.call(str(mia_asks_for_mail.pk))
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("then", ["pause", "open"])
def test_no_mail_comes_to_whoever_takes_a_break_or_has_looked_meanwhile(
    read, mia_asks_for_mail, jonas, then
):
    say(jonas, read)
    if then == "pause":
        mia_asks_for_mail.takes_notes = False
        mia_asks_for_mail.save()
    else:
        actions.open_note(by=mia_asks_for_mail, note=read)

    telling.mail_that_a_note_waits.call(str(mia_asks_for_mail.pk))

    assert mail.outbox == []
