"""The limits hold when everybody comes at once, with real threads and connections."""

from functools import partial

import pytest

from coaching.notes import actions, refusals
from coaching.notes.actions.delivering import deliver
from coaching.notes.models import Answer, Note, State
from tests.factories import PersonFactory


@pytest.mark.django_db(transaction=True)
def test_eight_threads_send_to_the_same_reader_and_one_note_stays(at_once, mia, jonas, kind, now):
    def send():
        return actions.send_note(by=mia, reader=jonas, draft=kind, now=now)

    results = at_once(*[send] * 8)

    assert [type(result) for result in results if not isinstance(result, Note)] == [
        refusals.StillWaiting
    ] * 7
    assert Note.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_eight_notes_delivered_at_once_and_three_arrive(at_once, jonas, desk, kind, now, rested):
    notes = [
        actions.send_note(by=PersonFactory(unit=desk), reader=jonas, draft=kind, now=now)
        for _number in range(8)
    ]

    results = at_once(*[partial(deliver, note, now=rested) for note in notes])

    assert sorted(results) == [False] * 5 + [True] * 3
    assert Note.objects.filter(state=State.DELIVERED).count() == 3
    assert Note.objects.filter(state=State.RESTING).count() == 5


@pytest.mark.django_db(transaction=True)
def test_both_sides_answer_at_once_and_both_answers_stand(at_once, mia, jonas, read):
    actions.answer_note(by=jonas, note=read, kind=Answer.SAY_MORE)
    results = at_once(
        lambda: actions.answer_note(by=jonas, note=read, kind=Answer.THANKS),
        lambda: actions.answer_note(by=mia, note=read, kind=Answer.WORDS, words="Gladly."),
    )

    assert sorted(reply.order for reply in results) == [2, 3]


@pytest.mark.django_db(transaction=True)
def test_mia_answers_eight_times_at_once_and_one_answer_stands(at_once, mia, jonas, read):
    actions.answer_note(by=jonas, note=read, kind=Answer.SAY_MORE)

    results = at_once(
        *[partial(actions.answer_note, by=mia, note=read, kind=Answer.WORDS, words="Gladly.")] * 8
    )

    refused = [type(one) for one in results if isinstance(one, refusals.Refusal)]
    assert refused == [refusals.NotYourTurn] * 7
    assert read.replies.count() == 2
