"""The pages of notes as browsers meet them, with and without script."""

import re
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from coaching.notes import actions, guidance
from coaching.notes.draft import Draft, mark_of
from coaching.notes.models import Note, State
from coaching.phrasing import Channel, Presence, Situation, phrases
from speakup.observations.actions import log_observation
from speakup.observations.moments import Moment
from tests.coaching.notes.conftest import UNREAD
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
COMPOSE = "/notes/new/"


@pytest.fixture
def now():
    return timezone.now()


def text(answer):
    return answer.content.decode()


def said(answer):
    return [str(message) for message in get_messages(answer.wsgi_request)]


def page_of(name, note):
    return reverse(f"notes:{name}", args=[note.pk])


# Writing


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(COMPOSE).status_code == 302


def test_mia_finds_five_slots_with_words_to_start_from(as_person, mia):
    page = text(as_person(mia).get(COMPOSE))

    assert [page.index(f'name="{slot}"') for slot in guidance.PHRASES_FOR] == sorted(
        page.index(f'name="{slot}"') for slot in guidance.PHRASES_FOR
    )
    assert phrases("en", "opener")[0] in page
    assert 'ws-connect="/ws/guide/"' in page


def test_her_own_language_is_proposed_and_an_unread_one_says_so_kindly(as_person, mia, typed):
    mia.language = "en"
    browser = as_person(mia)
    draft = Draft(UNREAD, fact="Xyzzy plugh.")

    assert '<option value="en" selected>' in text(browser.get(COMPOSE))
    switched = text(browser.post(COMPOSE, typed(draft, switch="1")))
    assert "The guide cannot read this language yet." in switched
    assert phrases("en", "opener")[0] not in switched
    assert browser.post(COMPOSE, typed(draft, preview="1")).status_code == 200


def test_mia_says_that_her_note_is_in_dutch_and_loses_nothing(as_person, mia, typed):
    draft = Draft("en", fact="De mevrouw stond tien minuten bij de kassa en ik zag haar niet.")

    page = as_person(mia).post(COMPOSE, typed(draft, switch="nl"))

    assert page.context["form"]["language"].value() == "nl"
    assert page.context["form"]["fact"].value() == draft.fact
    assert phrases("nl", "opener")[0] in text(page)


def test_mia_says_where_it_was_and_gets_words_that_fit(as_person, mia, typed, kind):
    moment = {"channel": "phone", "presence": "gone", "switch": "1"}

    page = as_person(mia).post(COMPOSE, typed(kind, **moment))

    offered = dict.fromkeys(phrases("en", "opener", Situation(Channel.PHONE, Presence.GONE))[:6])
    assert [line for line in offered if line not in text(page)] == []
    assert page.context["form"]["fact"].value() == kind.fact


def test_a_line_of_the_moment_is_added_as_it_was_offered(as_person, mia, typed):
    draft = Draft("en", fact="The line was silent.")
    offered = phrases("en", "offer", Situation(Channel.PHONE))

    page = as_person(mia).post(COMPOSE, typed(draft, channel="phone", add="offer:0"))

    assert page.context["form"]["offer"].value() == offered[0]


def test_a_note_about_a_moment_of_hers_knows_where_it_was(as_person, mia, jonas, now):
    today = now.date()
    moment = Moment(
        standard="respect", outcome="stayed_silent", impact="annoyed", day=today, channel="chat"
    )
    entry = log_observation(by=mia, moment=moment, today=today).entry

    def channel(person):
        page = as_person(person).get(COMPOSE, {"observation": str(entry.id)})
        return page.context["form"]["channel"].value()

    assert channel(mia) == "chat"
    assert channel(jonas) == ""


def test_the_next_note_begins_with_other_words(as_person, mia, resting):
    page = text(as_person(mia).get(COMPOSE))

    assert phrases("en", "opener")[0] not in page
    assert phrases("en", "opener", turn=1, number=6)[0] in page


def test_without_script_a_suggestion_takes_the_place_of_the_words(as_person, mia, typed, harsh):
    hint = guidance.guide(harsh).hints[0]

    page = as_person(mia).post(COMPOSE, typed(harsh, use=hint.address))

    assert page.status_code == 200
    assert page.context["form"]["fact"].value() == f"{hint.suggestion}."
    assert page.context["form"]["question"].value() == harsh.question


@pytest.mark.parametrize(
    ("place", "words"),
    [("offer:1", phrases("en", "offer")[1]), ("offer:999", ""), ("offer:x", ""), ("nowhere:1", "")],
)
def test_without_script_a_phrase_is_added_where_it_belongs(as_person, mia, typed, place, words):
    page = as_person(mia).post(COMPOSE, typed(Draft("en", fact="I saw it."), add=place))

    assert page.context["form"]["offer"].value() == words


def test_without_script_the_search_button_finds_colleagues_and_keeps_the_draft(
    as_person, mia, jonas, kind
):
    page = as_person(mia).post(COMPOSE, {**kind.payload(), "q": "jon", "find": "1"})

    assert page.context["people"] == [jonas]
    assert page.context["form"]["fact"].value() == kind.fact


def test_search_tells_namesakes_apart_and_never_lists_everybody(as_person, mia, desk, next_door):
    here = PersonFactory(name="Anna Lind", unit=desk)
    there = PersonFactory(name="Anna Lind", unit=next_door, email="other@hotel.example")
    PersonFactory(name="Anna Gone", unit=desk, is_active=False)
    PersonFactory(name="Nobody's Anna", unit=None)
    browser = as_person(mia)

    found = browser.get("/notes/people/", {"q": "anna li"})

    assert set(found.context["people"]) == {here, there}
    assert "Front desk" in text(found)
    assert "Hotel Noord" in text(found)
    assert browser.get("/notes/people/", {"q": "mia"}).context["people"] == ()
    for short in ("", "a", " "):
        assert browser.get("/notes/people/", {"q": short}).context["people"] == ()
    assert "Nobody by that name yet." in text(browser.get("/notes/people/", {"q": "zz"}))


def test_an_incomplete_note_comes_back_with_everything_typed(as_person, mia):
    page = as_person(mia).post(COMPOSE, {"language": "en", "opening": "Hello.", "preview": "1"})

    assert page.status_code == 422
    assert page.context["form"].errors == {
        "fact": ["Say what you saw or heard: one moment, facts only."],
        "reader": ["Choose the colleague this note is for."],
    }
    assert page.context["form"]["opening"].value() == "Hello."


def test_blanks_are_no_fact_and_600_characters_are_the_most(as_person, mia, typed):
    browser = as_person(mia)

    blank = browser.post(COMPOSE, typed(Draft("en"), fact=" \r\n "))
    long = browser.post(COMPOSE, typed(Draft("en", fact="a" * 400, offer="b" * 300)))
    endless = browser.post(COMPOSE, typed(Draft("en", fact="a" * 3000)))

    assert "fact" in blank.context["form"].errors
    assert long.context["form"].non_field_errors() == [
        "This is too long by 100 characters. 600 are enough for one moment."
    ]
    assert endless.status_code == 422


def test_mia_previews_exactly_what_jonas_will_see_and_sends_it(as_person, mia, typed, kind):
    browser = as_person(mia)

    preview = browser.post(COMPOSE, typed(kind, preview="1"))
    sent = browser.post(COMPOSE, typed(kind, send="1", seen=preview.context["mark"]))

    assert "What Jonas Berg will see" in text(preview)
    assert sent.status_code == 302
    assert said(sent) == [
        "Your note rests for 30 minutes. Until then you can change it or take it back."
    ]
    note = Note.objects.get()
    paper = text(preview).split("<article")[1].split("</article>")[0]
    assert (
        paper
        == text(browser.get(page_of("note", note))).split("<article")[1].split("</article>")[0]
    )


def test_without_a_rest_the_note_is_on_its_way(as_person, mia, typed, kind, settings):
    settings.NOTE_REST_MINUTES = 0

    assert said(as_person(mia).post(COMPOSE, typed(kind, send="1"))) == ["Your note is on its way."]


def test_words_that_blame_need_a_look_at_their_hints_before_they_go(as_person, mia, typed, harsh):
    browser = as_person(mia)

    unseen = browser.post(COMPOSE, typed(harsh, send="1"))
    assert unseen.status_code == 422
    assert "This was your fault" in text(unseen)
    assert not Note.objects.exists()

    sent = browser.post(COMPOSE, typed(harsh, send="1", seen=unseen.context["mark"]))
    assert sent.status_code == 302


def test_an_insult_is_refused_with_its_words_marked(as_person, mia, typed, cruel):
    page = as_person(mia).post(COMPOSE, typed(cruel, send="1", seen=mark_of(cruel, by=mia.pk)))

    assert page.status_code == 422
    assert '<mark class="marked">You are an idiot.</mark>' in text(page)
    assert "cannot be sent as it is" in page.context["form"].non_field_errors()[0]
    assert not Note.objects.exists()


@pytest.mark.parametrize("place", ["9" * 5000, "99", "x", "²"])
def test_a_phrase_that_was_never_offered_changes_nothing(as_person, mia, typed, kind, place):
    page = as_person(mia).post(COMPOSE, typed(kind, add=f"fact:{place}"))

    assert page.status_code == 200
    assert page.context["form"]["fact"].value() == kind.fact


@pytest.mark.parametrize(
    "odd",
    [
        {"fact": "a\x00b", "reader": "\x00"},
        {"language": ""},
        {"language": "\x00"},
        {"draft": "x"},
        {"draft": "-1"},
        {"draft": "9" * 5000},
        {"called": "x" * 121},
        {"observation": "\x00"},
        {"reader": ""},
        {"fact": ""},
    ],
)
def test_every_sentence_of_the_form_is_one_of_this_house(as_person, mia, typed, kind, odd):
    page = as_person(mia).post(COMPOSE, typed(kind, **odd))

    assert page.status_code == 422
    said = [str(one) for errors in page.context["form"].errors.values() for one in errors]
    assert said
    for of_django in ("This field", "Null characters", "Ensure", "whole number", "valid choice"):
        assert not any(of_django in one for one in said)
    assert all(one.endswith(".") for one in said)


def test_a_null_character_is_replaced_like_half_a_character(as_person, mia, jonas, read, typed):
    answer = as_person(jonas).post(page_of("answer", read), {"kind": "thanks", "words": "a\x00b"})

    assert answer.status_code == 302
    assert "a\ufffdb" in text(as_person(jonas).get(page_of("note", read)))


def test_a_refused_reader_is_said_at_the_reader(as_person, priit, mia, kind):
    page = as_person(priit).post(COMPOSE, {**kind.payload(), "reader": mia.pk, "preview": "1"})

    assert page.status_code == 422
    assert "You lead Mia Visser" in page.context["form"].errors["reader"][0]


@pytest.mark.parametrize("reader", ["nonsense", "00000000-0000-0000-0000-000000000000"])
def test_a_reader_who_does_not_exist_is_refused(as_person, mia, kind, reader):
    page = as_person(mia).post(COMPOSE, {**kind.payload(), "reader": reader})

    assert page.status_code == 422
    assert page.context["form"].errors == {"reader": ["Choose somebody who works here."]}


def test_odd_letters_in_a_search_find_nobody_and_break_nothing(as_person, mia, jonas):
    found = as_person(mia).get("/notes/people/", {"q": "\x00jon\x00as"})

    assert found.context["people"] == (jonas,)
    assert as_person(mia).get("/notes/people/", {"q": "x " * 5000}).context["people"] == ()


def test_what_the_guide_swaps_in_is_what_a_reload_shows(as_person, mia, typed, harsh):
    browser = as_person(mia)
    fields = typed(harsh, draft="0", called="Jonas Berg")

    fragment = text(browser.post("/notes/guidance/", fields))
    page = text(browser.post(COMPOSE, {**fields, "check": "1"}))

    pieces = [f"<div id={piece}".strip() for piece in fragment.split("<div id=")[1:]]
    assert len(pieces) == 6
    for piece in pieces:
        assert piece in page


def test_the_moment_a_note_began_with_learns_that_it_was_sent(as_person, mia, typed, kind, now):
    from speakup.observations.models import Outcome
    from speakup.observations.queries import own_entry

    silent = Moment(standard="respect", outcome="stayed_silent", impact="annoyed", day=now.date())
    entry = log_observation(by=mia, moment=silent, today=now.date()).entry
    browser = as_person(mia)

    page = browser.get(COMPOSE, {"observation": str(entry.id)})
    assert page.context["form"]["observation"].value() == str(entry.id)
    browser.post(COMPOSE, typed(kind, send="1", observation=str(entry.id)))

    assert own_entry(mia, entry.id).moment.outcome == Outcome.SENT_NOTE


def test_an_odd_observation_in_the_address_is_ignored(as_person, mia):
    page = as_person(mia).get(COMPOSE, {"observation": "'; DROP"})

    assert page.context["form"]["observation"].value() == ""


# While it rests


def test_mia_changes_her_resting_note_with_the_same_checks(as_person, mia, resting, harsh, kind):
    browser = as_person(mia)
    place = page_of("change", resting)
    assert browser.get(place).context["form"]["fact"].value() == kind.fact

    preview = browser.post(place, {**harsh.payload(), "preview": "1"})
    assert browser.post(place, {**harsh.payload(), "send": "1"}).status_code == 422
    changed = browser.post(place, {**harsh.payload(), "send": "1", "seen": preview.context["mark"]})

    assert said(changed)[-1] == "Your note has changed. Its rest goes on as before."
    assert "This was your fault." in text(browser.get(page_of("note", resting)))


def test_a_change_is_edited_and_refused_like_a_new_note(as_person, mia, resting, harsh, cruel):
    browser, place = as_person(mia), page_of("change", resting)
    hint = guidance.guide(harsh).hints[0]

    edited = browser.post(place, {**harsh.payload(), "use": hint.address})

    assert edited.context["form"]["fact"].value() == f"{hint.suggestion}."
    assert browser.post(place, {**cruel.payload(), "send": "1"}).status_code == 422


def test_after_the_rest_mia_is_told_kindly(as_person, mia, delivered):
    browser = as_person(mia)

    changed = browser.get(page_of("change", delivered))
    taken = browser.post(page_of("take_back", delivered))

    sentence = "The rest is over and your note is on its way. It can no longer be changed."
    assert said(changed)[-1] == said(taken)[-1] == sentence
    assert Note.objects.exists()


def test_mia_takes_her_note_back(as_person, mia, resting):
    answer = as_person(mia).post(page_of("take_back", resting))

    assert answer.url == reverse("notes:inbox")
    assert not Note.objects.exists()


# Reading and answering


@pytest.mark.parametrize("name", ["note", "change", "take_back", "answer", "close", "mute"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_priit_never_meets_a_note_between_others(as_person, priit, read, name, method):
    assert getattr(as_person(priit), method)(page_of(name, read)).status_code == 404


def test_jonas_does_not_know_of_a_note_that_rests(as_person, jonas, resting):
    browser = as_person(jonas)

    assert browser.get(page_of("note", resting)).status_code == 404
    assert "Mia" not in text(browser.get("/notes/"))


def test_reading_the_page_changes_nothing_and_the_button_opens_the_note(
    as_person, jonas, delivered, kind
):
    browser, place = as_person(jonas), page_of("note", delivered)

    closed = text(browser.get(place))
    assert kind.fact not in closed
    assert Note.objects.get().state == State.DELIVERED

    opened = browser.post(place, follow=True)
    assert kind.fact in text(opened)
    assert Note.objects.get().state == State.READ


def test_mia_does_not_see_when_jonas_reads(as_person, mia, jonas, delivered):
    browser = as_person(mia)
    before = text(browser.get("/notes/")).split("<main")[1]
    actions.open_note(by=jonas, note=delivered)

    assert text(browser.get("/notes/")).split("<main")[1] == before


def test_jonas_answers_and_mia_sees_it(as_person, jonas, mia, read):
    sent = as_person(jonas).post(
        page_of("answer", read), {"kind": "happened", "words": "I was alone."}
    )

    assert sent.status_code == 302
    assert "I was alone." in text(as_person(mia).get(page_of("note", read)))
    assert "Answered" in text(as_person(mia).get("/notes/"))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "happened", "words": ""}, "Tell it in your own words"),
        ({"kind": "nonsense", "words": "Well."}, "Choose one of the answers."),
        ({"words": "Well."}, "Choose one of the answers."),
        ({"kind": "thanks", "words": "www.x.example"}, "A note carries no links."),
        ({"kind": "happened", "words": "You are an idiot."}, "cannot be sent as it is"),
    ],
)
def test_an_answer_that_cannot_go_comes_back_as_typed(as_person, jonas, read, given, sentence):
    page = as_person(jonas).post(page_of("answer", read), given)

    assert page.status_code == 422
    assert sentence in text(page)
    assert page.context["form"]["words"].value() == given["words"]


@pytest.mark.parametrize("button", ["happened", "words"])
def test_jonas_sends_no_words_where_some_are_wanted_and_nothing_turns_red(
    as_person, jonas, read, button
):
    page = text(as_person(jonas).post(page_of("answer", read), {"kind": button, "words": " "}))

    asked = page.partition('<p class="notice warm" id="answer-asks" role="alert">')[2]
    assert asked.startswith("Tell it in your own words: a few are enough")
    assert "autofocus" in page
    for red in ("notice warning", 'class="errors"', "aria-invalid"):
        assert red not in page


def test_jonas_who_answered_finds_the_other_answers_folded_until_mia_speaks(
    as_person, jonas, mia, read
):
    here, fold = page_of("note", read), "<summary>Say something more</summary>"
    his = as_person(jonas)
    assert fold not in text(his.get(here))

    his.post(page_of("answer", read), {"kind": "thanks", "words": ""})
    answered = text(his.get(here))
    as_person(mia).post(page_of("answer", read), {"kind": "words", "words": "And at the bar?"})
    spoken_to = text(as_person(jonas).get(here))

    assert "Here is what happened" in answered.partition(fold)[2].partition("</details>")[0]
    assert '<details class="fold">' in answered
    assert "And at the bar?" in spoken_to
    assert "Here is what happened" in spoken_to
    assert fold not in spoken_to


@pytest.mark.parametrize(
    "sent", [{"kind": "happened", "words": ""}, {"check": "1", "words": "This was your fault."}]
)
def test_jonas_says_something_more_that_comes_back_and_finds_it_unfolded(
    as_person, jonas, read, sent
):
    browser = as_person(jonas)
    browser.post(page_of("answer", read), {"kind": "thanks", "words": ""})

    page = text(browser.post(page_of("answer", read), sent))

    assert re.search(r'<details class="fold" open>\s*<summary>Say something more', page)


def test_jonas_checks_the_wording_of_his_answer(as_person, jonas, read):
    page = as_person(jonas).post(
        page_of("answer", read), {"check": "1", "words": "This was your fault."}
    )

    assert page.status_code == 200
    assert '<mark class="marked">This was your fault</mark>' in text(page)
    assert page.context["form"]["words"].value() == "This was your fault."


@pytest.mark.parametrize("name", ["answer", "close", "mute", "take_back"])
def test_coming_back_to_a_button_by_its_address_shows_the_note(as_person, jonas, read, name):
    answer = as_person(jonas).get(page_of(name, read))

    assert answer.url == page_of("note", read)
    assert Note.objects.get().state == State.READ


def test_jonas_closes_and_sees_the_countdown(as_person, jonas, read):
    page = as_person(jonas).post(page_of("close", read), follow=True)

    assert "Closed. It is deleted in 90 days." in text(page)
    assert 'name="kind"' not in text(page)


def test_mia_cannot_close_what_has_not_arrived(as_person, mia, resting):
    answer = as_person(mia).post(page_of("close", resting))

    assert said(answer) == ["Your note has not arrived yet. You can add to it once it has."]


def test_jonas_mutes_and_hears_again_and_mia_cannot_do_it_for_him(as_person, jonas, mia, read):
    browser = as_person(jonas)

    muted = browser.post(page_of("mute", read), follow=True)
    assert "Take notes from this colleague again" in text(muted)
    heard = browser.post(page_of("mute", read), {"hear_again": "1"}, follow=True)
    assert "No more notes from this colleague" in text(heard)
    assert as_person(mia).post(page_of("mute", read)).status_code == 404


def test_the_inbox_shows_new_notes_first_and_nothing_that_was_written(
    as_person, jonas, mia, desk, kind, now
):
    for day, opened in enumerate([False, True, True]):
        writer = PersonFactory(unit=desk)
        sent = now - timedelta(days=10 - day)
        note = actions.send_note(by=writer, reader=jonas, draft=kind, now=sent)
        actions.deliver_due(now=sent + timedelta(hours=1))
        if opened:
            actions.open_note(by=jonas, note=note)

    page = as_person(jonas).get("/notes/")

    assert [entry.stage for entry in page.context["inbox"].received] == ["new", "opened", "opened"]
    assert kind.fact not in text(page)
    assert kind.opening not in text(page)


def test_one_note_and_three_cost_the_inbox_the_same_queries(
    as_person, jonas, desk, kind, now, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def arrive():
        writer = PersonFactory(unit=desk)
        actions.send_note(by=writer, reader=jonas, draft=kind, now=now - timedelta(hours=1))
        actions.send_note(by=jonas, reader=writer, draft=kind, now=now)
        actions.deliver_due(now=now)

    browser = as_person(jonas)
    arrive()
    with CaptureQueriesContext(connection) as one:
        browser.get("/notes/")
    arrive()
    arrive()
    with django_assert_num_queries(len(one)):
        page = browser.get("/notes/")

    assert len(page.context["inbox"].received) == len(page.context["inbox"].written) == 3


def test_the_stages_of_a_note_are_said_in_words(as_person, mia, resting, jonas):
    browser = as_person(mia)
    assert "Until then you can change it or take it back." in text(browser.get("/notes/"))
    assert "You have written 1 note that is still kept here." in text(browser.get("/notes/"))

    Note.objects.update(rests_until=resting.rests_until - timedelta(hours=1))
    assert "On its way." in text(browser.get("/notes/"))
    assert "On its way." in text(browser.get(page_of("note", resting)))


def test_empty_lists_say_so(as_person, mia):
    page = text(as_person(mia).get("/notes/"))

    assert "No notes for you." in page
    assert "You have not written a note yet." in page


def test_the_dot_is_a_fragment_with_a_count(as_person, jonas, delivered):
    browser = as_person(jonas)

    assert "1 new" in text(browser.get("/notes/unread/"))
    browser.post(page_of("note", delivered))
    assert text(browser.get("/notes/unread/")).strip() == '<span id="unread"></span>'


def test_what_was_written_never_reaches_the_log(
    as_person, mia, jonas, typed, kind, cruel, read, caplog
):
    from dataclasses import replace

    secret = replace(cruel, offer="Quetzalcoatl")
    caplog.set_level(0)
    browser = as_person(mia)

    browser.post(COMPOSE, typed(secret, send="1"))
    browser.post(COMPOSE, typed(kind, send="1", fact="Quetzalcoatl", reader="nonsense"))
    browser.post("/notes/guidance/", typed(secret, draft="x"))
    browser = as_person(jonas)
    browser.post(page_of("answer", read), {"kind": "happened", "words": "Quetzalcoatl idiot " * 90})
    Note.objects.update(sealed=b"broken")
    browser.raise_request_exception = False
    broken = browser.get(page_of("note", read))

    assert broken.status_code == 503
    assert caplog.records
    shown = " ".join([record.getMessage() for record in caplog.records] + [caplog.text])
    for words in ("Quetzalcoatl", "idiot", kind.fact, kind.opening):
        assert words not in shown
