"""Opening, answering, closing, muting, and who is told what."""

import pytest
from django.conf import settings
from django.core import mail
from django_tasks_db.models import DBTaskResult

from coaching.notes import actions, data_rights, letters, queries, refusals, telling
from coaching.notes.models import Answer, Muting, Note, Reply, State
from speakup.vault import actions as vault

pytestmark = pytest.mark.django_db


def answer(by, note, kind, words=""):
    return actions.answer_note(by=by, note=note, kind=kind, words=words)


def test_jonas_opens_a_note_once_and_it_is_no_longer_new(delivered, jonas):
    assert queries.unread_count(jonas.pk) == 1

    for _time in range(2):
        actions.open_note(by=jonas, note=delivered)

    assert queries.unread_count(jonas.pk) == 0


def test_mia_opening_her_own_note_does_not_make_it_read(delivered, mia):
    actions.open_note(by=mia, note=delivered)

    assert Note.objects.get().state == State.DELIVERED


def test_answers_stand_in_order_and_open_for_both_sides(read, mia, jonas, now):
    answer(jonas, read, Answer.THANKS)
    answer(mia, read, Answer.WORDS, " Gladly. ")

    seen_by_mia = queries.letter(read, mia, now).replies
    seen_by_jonas = queries.letter(read, jonas, now).replies

    assert [(said.mine, said.kind, said.words) for said in seen_by_mia] == [
        (False, "thanks", ""),
        (True, "words", "Gladly."),
    ]
    assert [said.mine for said in seen_by_jonas] == [True, False]
    assert b"Gladly" not in bytes(Reply.objects.get(order=2).sealed)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("  ", refusals.NothingSaid),
        ("x" * 601, refusals.TooLong),
        ("see www.x.example", refusals.HoldsALink),
        ("You are an idiot.", refusals.CannotBeSent),
    ],
)
def test_answers_pass_the_wording_check_too(read, jonas, words, refusal):
    with pytest.raises(refusal):
        answer(jonas, read, Answer.HAPPENED, words)

    assert answer(jonas, read, Answer.HAPPENED, "I was alone at the desk.")


def test_jonas_opens_before_he_answers(delivered, jonas):
    with pytest.raises(refusals.NotOpenedYet):
        answer(jonas, delivered, Answer.THANKS)


def test_mia_adds_nothing_to_a_note_that_has_not_arrived(resting, mia, now):
    with pytest.raises(refusals.NotDeliveredYet):
        answer(mia, resting, Answer.WORDS, "One more thing.")
    with pytest.raises(refusals.NotDeliveredYet):
        actions.close_note(by=mia, note=resting, now=now)


def test_a_muted_writer_does_not_reach_the_reader_through_old_notes(read, mia, jonas):
    actions.mute(by=jonas, note=read)

    with pytest.raises(refusals.NotTakingNotes):
        answer(mia, read, Answer.WORDS, "And another thing.")
    assert answer(jonas, read, Answer.DIFFERENTLY)


@pytest.mark.parametrize("closer", ["mia", "jonas"])
def test_either_side_closes_and_nothing_more_is_said(read, mia, jonas, now, closer, request):
    by = request.getfixturevalue(closer)
    actions.close_note(by=by, note=read, now=now)
    actions.close_note(by=by, note=read, now=now)

    with pytest.raises(refusals.Closed):
        answer(jonas, read, Answer.THANKS)
    assert queries.entry_of(Note.objects.get(), mia, now).days_left == 90


def test_whom_jonas_muted_is_sealed(read, mia, jonas):
    actions.mute(by=jonas, note=read)

    sealed = bytes(Muting.objects.get().sealed)
    assert queries.muted_by(jonas.pk) == {mia.pk}
    assert str(mia.pk).encode() not in sealed
    assert mia.pk.bytes not in sealed


def test_a_note_of_a_former_colleague_mutes_nobody(read, mia, jonas):
    data_rights.erase(mia)
    read.refresh_from_db()

    actions.mute(by=jonas, note=read)
    actions.unmute(by=jonas, note=read)

    assert queries.muted_by(jonas.pk) == set()


def test_the_mail_says_that_there_is_a_note_and_not_a_word_more(resting, jonas, mia, kind, rested):
    jonas.tell_by_email = True
    jonas.save()

    actions.deliver_due(now=rested)

    queued = DBTaskResult.objects.get()
    assert queued.args_kwargs == {"args": [str(jonas.pk)], "kwargs": {}}
    telling.mail_that_a_note_waits.call(str(jonas.pk))
    message = mail.outbox[0]
    assert message.to == [jonas.email]
    assert message.subject == "There is a private note for you"
    assert message.body == (
        f"There is a private note for you. You can read it here: {settings.SITE_URL}/notes/"
    )


def test_nobody_is_mailed_who_did_not_ask_for_it(delivered, jonas):
    telling.mail_that_a_note_waits.call(str(jonas.pk))

    assert not DBTaskResult.objects.exists()
    assert mail.outbox == []


def test_background_work_delivers_and_forgets(resting):
    from coaching.notes import tasks

    resting.rests_until = resting.rests_until.replace(year=2020)
    resting.save()

    tasks.deliver_due_notes.call()
    assert Note.objects.get().state == State.DELIVERED

    Note.objects.update(state=State.CLOSED, closed_on="2020-01-01")
    tasks.forget_old_notes.call()
    assert not Note.objects.exists()


def test_the_export_holds_both_sides_and_only_what_their_pages_show(
    read, resting, mia, jonas, kind
):
    answer(jonas, read, Answer.THANKS)
    actions.mute(by=jonas, note=read)

    for person, side in ((mia, "writer"), (jonas, "reader")):
        exported = data_rights.export(person)
        assert [(one["side"], one["note"]) for one in exported["notes"]] == [(side, kind.payload())]
        assert exported["notes"][0]["answers"] == [
            {"mine": person == jonas, "kind": "thanks", "words": ""}
        ]
    assert data_rights.export(jonas)["muted"] == ["Mia Visser"]
    assert data_rights.export(mia)["muted"] == []


def test_an_export_shows_no_note_that_still_rests(resting, jonas, mia):
    assert data_rights.export(jonas)["notes"] == []
    assert len(data_rights.export(mia)["notes"]) == 1


def test_when_mia_goes_jonas_still_reads_her_note_without_her_name(read, mia, jonas, kind, now):
    data_rights.erase(mia)
    vault.destroy_key(of=mia)
    mia.delete()

    note = queries.note_of(jonas, read.pk)
    letter = queries.letter(note, jonas, now)

    assert (note.writer_id, note.key_for_writer) == (None, None)
    assert letter.draft == kind
    assert letter.entry.other == "A former colleague"
    assert answer(jonas, note, Answer.THANKS)


def test_when_mia_goes_her_resting_note_goes_with_her(resting, mia):
    data_rights.erase(mia)

    assert not Note.objects.exists()


def test_when_jonas_goes_what_he_received_and_muted_goes_with_him(read, mia, jonas):
    actions.mute(by=jonas, note=read)

    data_rights.erase(jonas)

    assert not Note.objects.exists()
    assert not Muting.objects.exists()


def test_nobody_outside_opens_a_note(read, priit, now):
    from speakup.vault.envelope import CannotOpen

    assert queries.note_of(priit, read.pk) is None
    with pytest.raises(CannotOpen):
        letters.key_of(read, priit)


def test_rows_name_themselves_without_a_private_word(read, mia, jonas):
    reply = answer(jonas, read, Answer.THANKS, "Gladly.")
    actions.mute(by=jonas, note=read)

    named = [str(read), str(reply), str(Muting.objects.get())]

    assert named == [f"note {read.pk}", f"reply {reply.pk}", f"muting of {jonas.pk}"]


class SilentLayer:
    """A channel layer whose server is gone."""

    def __init__(self, **_config):
        pass

    async def group_send(self, group, message):
        raise ConnectionError("nobody answers")


@pytest.mark.django_db(transaction=True)
def test_note_arrives_although_nobody_can_be_told(settings, mia, jonas, kind, now, rested, caplog):
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": f"{__name__}.SilentLayer"}}
    actions.send_note(by=mia, reader=jonas, draft=kind, now=now)

    actions.deliver_due(now=rested)

    assert Note.objects.unread_by(jonas).count() == 1
    assert "ConnectionError" in caplog.text
