"""The guide and the dot over real sockets, through the application that is served."""

import json

import pytest
from django.contrib.sessions.models import Session

from coaching.notes import actions, consumers, telling
from coaching.notes.draft import Draft
from coaching.notes.models import Answer, Note
from speakup.people.models import Person
from tests.coaching.notes.conftest import UNREAD

GUIDE, UNREAD_DOT = "/ws/guide/", "/ws/unread/"
WAIT = 20  # seconds a busy machine may take to answer; nothing here measures time


def frame(draft, number=1, **others):
    return json.dumps({**draft.payload(), "draft": str(number), "called": "", **others})


async def ask(line, text):
    await line.send_to(text_data=text)
    return await line.receive_from(WAIT)


@pytest.mark.parametrize("path", [GUIDE, UNREAD_DOT])
def test_a_stranger_gets_no_line(socket, path):
    assert socket(path, None) == (False, 4401)


@pytest.mark.parametrize("path", [GUIDE, UNREAD_DOT])
def test_a_page_from_elsewhere_gets_no_line_even_with_mias_cookies(socket, path, mia):
    connected, _code = socket(path, None, person=mia, origin="https://elsewhere.example")

    assert connected is False
    assert socket(path, None, person=mia)[0] is True


@pytest.mark.parametrize("language", ["en", "et"])
@pytest.mark.parametrize(
    "draft",
    [
        Draft("en"),
        Draft("en", fact="This was your fault.\nReally, it was.", offer="😀 Wave at me."),
        Draft("en", opening="You may not have noticed.", fact="You are an idiot."),
        Draft("en", fact="Ring 0201234567, said <i>Ms Jansen</i>." + "!" * 700),
        Draft(UNREAD, fact="Xyzzy plugh."),
    ],
)
def test_socket_and_post_give_the_same_fragment_byte_for_byte(socket, client, mia, draft, language):
    mia.language = language
    mia.save()

    async def conversation(line):
        return await ask(line, frame(draft, number=7))

    spoken = socket(GUIDE, conversation, person=mia)
    posted = client.post("/notes/guidance/", {**draft.payload(), "draft": "7", "called": ""})

    assert posted.status_code == 200
    assert spoken.encode() == posted.content
    assert spoken.count('data-draft="7"') == 6


def test_a_refused_draft_is_the_same_over_both_too(socket, client, mia):
    draft = Draft("en", fact="a" * 1500, offer="b" * 1500)

    async def conversation(line):
        return await ask(line, frame(draft))

    spoken = socket(GUIDE, conversation, person=mia)
    posted = client.post("/notes/guidance/", {**draft.payload(), "draft": "1"})

    assert (posted.status_code, posted.content) == (422, spoken.encode())
    assert "far more than a note can hold" in spoken


@pytest.mark.parametrize(
    ("odd", "sentence"),
    [
        ({"text_data": "{"}, "Choose one of the languages"),
        ({"text_data": "[1, 2]"}, "Choose one of the languages"),
        ({"text_data": "[" * 9000}, "Choose one of the languages"),
        ({"text_data": '{"language": ["en"], "fact": {"a": 1}}'}, "Choose one of the languages"),
        (
            {"text_data": '{"language": "en", "draft": "1e99", "fact": "\\ud800"}'},
            "Reload the page",
        ),
        ({"text_data": '{"language": "xx"}'}, "Choose one of the languages"),
        ({"text_data": "x" * (16 * 1024 + 1)}, "far more than a note can hold"),
        ({"text_data": "😀" * 5000}, "far more than a note can hold"),
        ({"bytes_data": b"\x00\xff"}, "reads text only"),
    ],
)
def test_an_odd_frame_gets_one_polite_line_and_the_guide_goes_on(socket, mia, odd, sentence):
    async def conversation(line):
        await line.send_to(**odd)
        refused = await line.receive_from(WAIT)
        return refused, await ask(line, frame(Draft("en", fact="This was your fault.")))

    refused, read = socket(GUIDE, conversation, person=mia)

    assert sentence in refused
    assert refused.count("<p") == 1
    assert '<mark class="marked">This was your fault</mark>' in read


def test_a_flood_is_asked_to_slow_down_and_costs_no_reading(socket, mia):
    async def conversation(line):
        for number in range(30):
            await line.send_to(text_data=frame(Draft("en", fact="I saw it."), number))
        return [await line.receive_from(WAIT) for _number in range(30)]

    answers = socket(GUIDE, conversation, person=mia)

    assert sum("could not keep up" in answer for answer in answers) >= 1
    assert 'data-draft="0"' in answers[0]


def test_a_message_asks_no_table(socket, mia, django_db_blocker):
    async def conversation(line):
        with django_db_blocker.block():
            return await ask(line, frame(Draft("en", fact="This was your fault.")))

    assert "hint" in socket(GUIDE, conversation, person=mia)


def test_jonas_sees_the_dot_come_and_go(many_connections, socket, mia, jonas, kind, now, rested):
    from asgiref.sync import sync_to_async

    def arrive():
        actions.send_note(by=mia, reader=jonas, draft=kind, now=now)
        actions.deliver_due(now=rested)

    def open_it():
        actions.open_note(by=jonas, note=Note.objects.get())

    async def conversation(line):
        shown = [await line.receive_from(WAIT)]
        for change in (arrive, open_it):
            await line.send_to(text_data="anything")
            await sync_to_async(change)()
            shown.append(await line.receive_from(WAIT))
        return shown

    before, came, gone = socket(UNREAD_DOT, conversation, person=jonas)

    assert "new" not in before
    assert "1 new" in came
    assert gone == before


def test_mia_hears_nothing_when_jonas_gets_a_note(
    many_connections, socket, mia, pia, jonas, kind, now, rested
):
    from asgiref.sync import sync_to_async

    def arrive():
        actions.send_note(by=pia, reader=jonas, draft=kind, now=now)
        assert actions.deliver_due(now=rested) == 1

    async def conversation(line):
        await line.receive_from(WAIT)
        await sync_to_async(arrive)()
        return await line.receive_nothing(0.2)

    assert socket(UNREAD_DOT, conversation, person=mia)


def test_half_a_character_does_not_cut_the_line(socket, mia):
    async def conversation(line):
        return await ask(line, '{"language": "en", "fact": "\\ud800 This was your fault."}')

    assert "\ufffd" in socket(GUIDE, conversation, person=mia)


# Whoever has left hears nothing more


def closed(event):
    return (event["type"], event.get("code"))


@pytest.mark.parametrize("path", [GUIDE, UNREAD_DOT])
def test_a_line_ends_when_mia_signs_out(many_connections, socket, client, mia, path):
    from asgiref.sync import sync_to_async

    async def conversation(line):
        if path == UNREAD_DOT:
            await line.receive_from(WAIT)
        await sync_to_async(client.logout)()
        return closed(await line.receive_output(WAIT))

    assert socket(path, conversation, person=mia) == ("websocket.close", 4401)


def test_another_browser_of_mia_keeps_its_line_when_she_signs_out_here(
    many_connections, socket, client, mia, settings
):
    from asgiref.sync import sync_to_async
    from django.test import Client

    elsewhere = Client()

    def leave():
        elsewhere.force_login(mia, backend=settings.AUTHENTICATION_BACKENDS[0])
        elsewhere.logout()

    async def conversation(line):
        await sync_to_async(leave)()
        quiet = await line.receive_nothing(0.2)
        return quiet, await ask(line, frame(Draft("en", fact="This was your fault.")))

    quiet, read = socket(GUIDE, conversation, person=mia)

    assert quiet
    assert "hint" in read


@pytest.mark.parametrize("path", [GUIDE, UNREAD_DOT])
def test_a_line_ends_when_the_password_changes(many_connections, socket, client, mia, path):
    from asgiref.sync import sync_to_async

    mia.set_password("a quiet notebook")
    mia.save()
    new = "another quiet notebook"

    def change():
        sent = {"oldpassword": "a quiet notebook", "password1": new, "password2": new}
        answer = client.post("/account/password/", sent)
        assert answer.status_code == 302

    async def conversation(line):
        if path == UNREAD_DOT:
            await line.receive_from(WAIT)
        await sync_to_async(change)()
        return closed(await line.receive_output(WAIT))

    assert socket(path, conversation, person=mia) == ("websocket.close", 4401)


def gone(person):
    Person.objects.filter(pk=person.pk).update(is_active=False)


def other_password(person):
    person.set_password("set by somebody else")
    person.save()


def no_session(person):
    Session.objects.all().delete()


@pytest.mark.parametrize("change", [gone, other_password, no_session])
def test_the_dot_tells_nothing_to_whoever_is_no_longer_signed_in(
    many_connections, socket, mia, change
):
    from asgiref.sync import sync_to_async

    async def conversation(line):
        await line.receive_from(WAIT)
        await sync_to_async(change)(mia)
        await sync_to_async(telling.unread_changed)(mia.pk)
        return closed(await line.receive_output(WAIT))

    assert socket(UNREAD_DOT, conversation, person=mia) == ("websocket.close", 4401)


@pytest.mark.parametrize("change", [gone, other_password, no_session])
def test_the_guide_looks_now_and_then_who_is_there(
    many_connections, socket, mia, change, monkeypatch
):
    from asgiref.sync import sync_to_async

    monkeypatch.setattr(consumers, "LOOK_AFTER", -1)

    async def conversation(line):
        read = await ask(line, frame(Draft("en", fact="This was your fault.")))
        await sync_to_async(telling.unread_changed)(mia.pk)
        await sync_to_async(change)(mia)
        await line.send_to(text_data=frame(Draft("en", fact="This was your fault.")))
        return read, closed(await line.receive_output(WAIT))

    read, end = socket(GUIDE, conversation, person=mia)

    assert "hint" in read
    assert end == ("websocket.close", 4401)


def test_nobody_in_particular_signs_out_and_nothing_breaks(client, db):
    client.get("/account/sign-in/")
    client.logout()


def test_mia_sees_the_dot_come_with_an_answer(
    many_connections, socket, mia, jonas, kind, now, rested
):
    from asgiref.sync import sync_to_async

    def answer():
        note = actions.send_note(by=mia, reader=jonas, draft=kind, now=now)
        actions.deliver_due(now=rested)
        actions.open_note(by=jonas, note=note)
        actions.answer_note(by=jonas, note=note, kind=Answer.THANKS)

    async def conversation(line):
        await line.receive_from(WAIT)
        await sync_to_async(answer)()
        return await line.receive_from(WAIT)

    assert "1 new" in socket(UNREAD_DOT, conversation, person=mia)
