"""Mia logs a moment, writes a note about it, Jonas answers: page by page, then a day later."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
import time_machine

from coaching.notes.models import Note
from coaching.notes.tasks import deliver_due_notes, forget_old_notes
from speakup.observations.queries import facts
from speakup.privacy.quarters import Quarter
from tests.journeys.conftest import text_of

pytestmark = pytest.mark.django_db(transaction=True)
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DRAFT = {
    "opening": "You may not have noticed this.",
    "fact": "On Tuesday I saw two guests wait for ten minutes at the desk.",
    "impact": "They left before anyone came.",
    "question": "How did you see it?",
    "offer": "Wave at me and I will come over.",
    "language": "en",
}


@pytest.fixture
def clock():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


def test_mia_logs_and_writes_jonas_reads_and_thanks_and_in_time_it_is_gone(
    clock, browser_of, work_is_done, mia, jonas, mailoutbox
):
    jonas.tell_by_email = True
    jonas.save()

    def get(address):
        return [browser_of(person).get(address) for person in (mia, jonas)]

    hers, his = browser_of(mia), browser_of(jonas)
    moment = uuid4()

    # She logs a moment and means to write a note.
    tapped = {"id": moment, "standard": "speed", "impact": "lost", "outcome": "will_write"}
    to_the_guide = hers.post("/log/", tapped)
    assert to_the_guide.url == f"/notes/new/?observation={moment}"
    assert said_in_the_quarter() == ["stayed_silent"]

    # She writes, looks and sends.
    note = DRAFT | {"reader": jonas.pk, "observation": moment}
    assert "What Jonas Berg will see" in text_of(hers.post(to_the_guide.url, note | {"preview": 1}))
    sent = hers.post(to_the_guide.url, note | {"send": 1}, follow=True)
    assert "Your note rests for 30 minutes." in text_of(sent)
    assert said_in_the_quarter() == ["sent_note"]

    # It rests: Jonas has nothing, even when the worker looks.
    deliver_due_notes.enqueue()
    work_is_done()
    assert "No notes for you." in text_of(his.get("/notes/"))
    assert mailoutbox == []

    # Half an hour later it has come; the mail says nothing of it.
    clock.shift(30 * 60)
    deliver_due_notes.enqueue()
    work_is_done()
    [mail] = mailoutbox
    assert (mail.to, "guests" in mail.body, "Mia" in mail.body) == ([jonas.email], False, False)
    address = f"/notes/{Note.objects.get().pk}/"
    assert "From Mia Visser" in text_of(his.get("/notes/"))
    assert "guests" not in text_of(his.get(address))

    # He opens it, thanks, and she reads that.
    assert DRAFT["fact"] in text_of(his.post(address, follow=True))
    thanks = {"kind": "thanks", "words": "I had not seen them."}
    assert "Your answer has arrived." in text_of(his.post(f"{address}answer/", thanks, follow=True))
    assert "Jonas Berg · Thank you I had not seen them." in text_of(hers.get(address))

    # Nobody else ever finds it, and ninety days after it was closed nobody does.
    hers.post(f"{address}close/")
    clock.shift(90 * 24 * 3600)
    browser_of.sessions_end()
    assert [answer.status_code for answer in get(address)] == [200, 200]
    clock.shift(24 * 3600)
    forget_old_notes.enqueue()
    work_is_done()
    assert [answer.status_code for answer in get(address)] == [404, 404]
    assert not Note.objects.exists()


def said_in_the_quarter():
    return [fact.outcome for person in facts(Quarter(2026, 4)) for fact in person.records]


@pytest.mark.parametrize("stranger", ["priit", "lena", "olga", "pia"])
def test_nobody_between_the_two_finds_the_note(
    clock, browser_of, work_is_done, mia, jonas, stranger, request
):
    sending = DRAFT | {"reader": jonas.pk, "send": 1}
    browser_of(mia).post("/notes/new/", sending)
    clock.shift(30 * 60)
    deliver_due_notes.enqueue()
    work_is_done()
    address = f"/notes/{Note.objects.get().pk}/"

    theirs = browser_of(request.getfixturevalue(stranger))

    assert browser_of(jonas).get(address).status_code == 200
    for path in ("", "change/", "answer/", "close/", "mute/", "take-back/"):
        assert theirs.get(address + path).status_code == 404
        assert theirs.post(address + path).status_code == 404
    assert "Mia" not in text_of(theirs.get("/notes/"))
