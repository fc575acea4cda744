"""The API of notes: the same rules as the pages, as JSON."""

import uuid

import pytest
from django.utils import timezone

from coaching.notes import actions, advice
from coaching.notes.models import Note, State
from coaching.phrasing import Kind
from tests.coaching.notes.conftest import UNREAD

pytestmark = pytest.mark.django_db
NOTES, WORDING = "/api/v1/notes/", "/api/v1/wording/"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def post(as_person):
    def send(person, path, given=None):
        browser = as_person(person)
        return browser.post(path, given if given is not None else {}, "application/json")

    return send


def test_mia_sends_a_note_that_jonas_finds_once_it_has_arrived(
    post, as_person, mia, jonas, typed, kind
):
    sent = post(mia, NOTES, typed(kind))

    expected = {"side": "writer", "other": "Jonas Berg", "stage": "resting"}
    assert sent.status_code == 201
    assert expected.items() <= sent.json().items()
    assert as_person(jonas).get(NOTES).json() == []
    actions.deliver_due(now=Note.objects.get().rests_until)
    assert [one["stage"] for one in as_person(jonas).get(NOTES).json()] == ["new"]


def test_jonas_opens_before_he_reads(post, as_person, jonas, delivered, kind):
    place = f"{NOTES}{delivered.pk}/"
    closed = as_person(jonas).get(place).json()
    assert (closed["entry"]["stage"], closed["note"], closed["answers"]) == ("new", None, [])
    assert closed["entry"]["rests_until"] is None

    assert post(jonas, f"{place}open/").json()["stage"] == "opened"
    assert as_person(jonas).get(place).json()["note"] == kind.payload()


def test_jonas_answers_and_mia_closes(post, as_person, mia, jonas, read):
    place = f"{NOTES}{read.pk}/"

    answered = post(jonas, f"{place}answer/", {"kind": "happened", "words": "I was alone."})
    assert answered.status_code == 200
    assert as_person(mia).get(place).json()["answers"] == [
        {"mine": False, "kind": "happened", "words": "I was alone."}
    ]
    closed = post(mia, f"{place}close/").json()
    assert (closed["stage"], closed["days_left"]) == ("closed", 90)
    refused = post(jonas, f"{place}answer/", {"kind": "thanks"})
    assert (refused.status_code, refused.json()["detail"][:20]) == (422, "This note is closed.")


def test_mia_takes_back_while_it_rests_and_not_afterwards(post, mia, resting, now):
    place = f"{NOTES}{resting.pk}/take-back/"
    assert post(mia, f"{NOTES}{resting.pk}/close/").status_code == 422

    assert post(mia, place).status_code == 204
    assert not Note.objects.exists()
    assert post(mia, place).status_code == 404


def test_mia_cannot_take_back_what_has_arrived(post, mia, delivered):
    refused = post(mia, f"{NOTES}{delivered.pk}/take-back/")

    assert refused.status_code == 422
    assert "The rest is over" in refused.json()["detail"]
    assert Note.objects.get().state == State.DELIVERED


@pytest.mark.parametrize("act", ["", "open/", "answer/", "close/", "take-back/"])
def test_ids_that_are_unknown_or_not_theirs_do_not_exist(as_person, priit, read, act):
    browser = as_person(priit)
    for note_id in (read.pk, uuid.uuid4()):
        place = f"{NOTES}{note_id}/{act}"
        answer = browser.post(place, {}, "application/json") if act else browser.get(place)
        assert answer.status_code == 404


def test_a_note_that_cannot_be_sent_names_what_is_wrong(post, mia, typed, kind, cruel):
    empty = post(mia, NOTES, {"language": "en"})
    insult = post(mia, NOTES, typed(cruel))
    odd = post(mia, NOTES, [1, 2])

    assert (empty.status_code, set(empty.json())) == (422, {"fact", "reader"})
    assert insult.status_code == 422
    assert "cannot be sent as it is" in insult.json()["detail"]
    assert odd.status_code == 422
    assert not Note.objects.exists()


def test_words_that_blame_need_the_mark_of_having_seen_the_hints(post, mia, typed, harsh):
    first = post(mia, NOTES, typed(harsh))
    assert first.status_code == 422
    assert not Note.objects.exists()

    assert post(mia, NOTES, typed(harsh, seen=first.json()["seen"])).status_code == 201


def test_whoever_is_asked_to_look_again_is_shown_the_words(post, mia, typed, harsh):
    found = post(mia, WORDING, {"text": harsh.fact, "language": "en"}).json()["hints"]

    refused = post(mia, NOTES, typed(harsh, opening="Hello Jonas.")).json()

    assert found
    assert refused["hints"] == [one | {"slot": "fact"} for one in found]


def test_an_insult_is_refused_with_its_words(post, mia, typed, cruel):
    refused = post(mia, NOTES, typed(cruel)).json()

    assert "You are an idiot" in refused["hints"][0]["quote"]
    assert "seen" not in refused


def test_a_note_to_oneself_is_refused_in_one_sentence(post, mia, typed, kind):
    refused = post(mia, NOTES, typed(kind, reader=str(mia.pk)))

    assert (refused.status_code, set(refused.json())) == (422, {"detail"})


def test_the_mark_that_pia_got_is_worth_nothing_to_mia(post, mia, pia, typed, harsh):
    hers = post(pia, NOTES, typed(harsh)).json()["seen"]

    assert post(mia, NOTES, typed(harsh, seen=hers)).status_code == 422
    assert post(pia, NOTES, typed(harsh, seen=hers)).status_code == 201


@pytest.mark.parametrize("seen", ["\ud800", "é", "\x00", "x" * 9000])
def test_a_mark_that_cannot_be_one_is_refused_like_any_other(post, mia, typed, harsh, kind, seen):
    assert post(mia, NOTES, typed(harsh, seen=seen)).status_code == 422
    assert post(mia, NOTES, typed(kind, seen=seen)).status_code == 201


@pytest.mark.parametrize("wrong", [5, 1.5, True, ["x"], {"a": 1}])
@pytest.mark.parametrize("field", ["fact", "opening", "reader", "language", "observation", "seen"])
def test_a_value_that_is_no_text_gets_a_sentence_at_its_field(post, mia, typed, kind, field, wrong):
    refused = post(mia, NOTES, typed(kind) | {field: wrong})

    assert (refused.status_code, list(refused.json())) == (422, [field])
    assert refused.json()[field] == ["Send this as text in quotation marks."]
    assert not Note.objects.exists()


def test_null_counts_as_nothing_typed(post, mia, typed, kind):
    assert post(mia, NOTES, typed(kind) | {"offer": None, "seen": None}).status_code == 201
    assert post(mia, WORDING, {"text": None, "language": "en"}).json() == {
        "text": ["Give a text to read."]
    }


@pytest.mark.parametrize("field", ["kind", "words"])
def test_an_answer_that_is_no_text_gets_a_sentence_at_its_field(post, jonas, read, field):
    refused = post(jonas, f"{NOTES}{read.pk}/answer/", {"kind": "thanks", field: ["x"]})

    assert (refused.status_code, list(refused.json())) == (422, [field])
    assert not read.replies.exists()


def test_mia_piles_nothing_up_over_the_api(post, mia, delivered):
    place = f"{NOTES}{delivered.pk}/answer/"
    for _time in range(12):
        assert post(mia, place, {"kind": "words", "words": "More."}).status_code == 422

    assert not delivered.replies.exists()


def test_an_answer_is_new_for_mia_over_the_api_until_she_opens_it(
    post, as_person, mia, jonas, read
):
    post(jonas, f"{NOTES}{read.pk}/answer/", {"kind": "thanks"})

    assert [one["stage"] for one in as_person(mia).get(NOTES).json()] == ["new_answer"]
    assert post(mia, f"{NOTES}{read.pk}/open/").json()["stage"] == "answered"


@pytest.mark.parametrize("act", [NOTES, WORDING])
def test_what_is_nested_without_end_is_refused(as_person, mia, act):
    refused = as_person(mia).post(act, "[" * 100_000, "application/json")

    assert refused.status_code == 400
    assert refused.json() == {"detail": "This is no JSON that can be read. Check it and try again."}


def test_an_answer_without_a_kind_is_refused(post, jonas, read):
    assert post(jonas, f"{NOTES}{read.pk}/answer/", {"words": "x"}).status_code == 422


def test_the_wording_check_says_where_what_why_and_how_else(post, mia):
    words = "You may not have noticed. This was your fault. Call 020 123 4567."

    found = post(mia, WORDING, {"text": words, "language": "en"})

    assert found.status_code == 200
    body = found.json()
    assert set(body) == {"verdict", "tact", "hints", "strengths", "details", "language_guess"}
    assert body["verdict"] == "look_again"
    hint = next(hint for hint in body["hints"] if hint["kind"] == "blame")
    assert words[hint["start"] : hint["end"]] == hint["quote"] == "This was your fault"
    assert hint["why"] == str(advice.WHY[Kind.BLAME])
    assert hint["suggestion"]


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"text": "Xyzzy.", "language": UNREAD}, "detail"),
        ({"text": "", "language": "en"}, "text"),
        ({"text": "x" * 2001, "language": "en"}, "text"),
        ({"text": "x"}, "language"),
        ([1, 2], "text"),
    ],
)
def test_a_text_that_cannot_be_read_gets_a_sentence(post, mia, given, key):
    refused = post(mia, WORDING, given)

    assert refused.status_code == 422
    assert str(refused.json()[key]).strip("[]'").endswith(".")


def test_a_stranger_gets_nothing(client):
    assert client.get(NOTES).status_code in (302, 403)
    assert client.post(WORDING, {}, "application/json").status_code in (302, 403)


def test_half_a_character_is_replaced_and_breaks_nothing(post, mia, jonas, typed, kind):
    odd = {"language": "en", "fact": "I saw \ud800 it.", "reader": str(jonas.pk)}

    assert post(mia, NOTES, odd).status_code == 201
    assert post(mia, WORDING, {"text": "\udfff You", "language": "en"}).status_code == 200
