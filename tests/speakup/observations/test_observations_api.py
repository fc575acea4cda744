"""The notebook's API: the same rules as its pages, and nobody else's moments."""

import json
from uuid import uuid4

import pytest

from speakup.observations import queries
from speakup.observations.models import Observation

pytestmark = pytest.mark.usefixtures("clock")

HERE = "/api/v1/observations/"


@pytest.fixture
def call(as_person):
    """`call(mia, "post", "/…", {…})` answers with the status and the JSON."""

    def called(person, method, path, sent=None):
        answer = (
            getattr(as_person(person), method)(
                path, json.dumps(sent), content_type="application/json"
            )
            if sent is not None
            else getattr(as_person(person), method)(path)
        )
        return answer.status_code, answer.json() if answer.content else None

    return called


def test_mia_logs_a_moment_and_reads_back_what_was_kept(call, mia, filled_in):
    made = str(uuid4())

    status, kept = call(mia, "post", HERE, filled_in | {"id": made, "words": "Slow till."})

    assert status == 201
    assert kept == {
        "id": made,
        "quarter": "2026Q4",
        "standard": "listening",
        "outcome": "stepped_in",
        "impact": "unhappy",
        "day": "2026-11-24",
        "cause": "",
        "channel": "",
        "customer": "",
        "silence": "",
        "words": "Slow till.",
    }
    assert call(mia, "get", f"{HERE}{made}/") == (200, kept)


def test_mia_sends_the_same_id_again_and_gets_what_was_kept_first(call, mia, filled_in):
    sent = filled_in | {"id": str(uuid4()), "words": "First."}
    _status, first = call(mia, "post", HERE, sent)

    again = call(mia, "post", HERE, sent | {"words": "Second."})

    assert again == (200, first)
    assert Observation.objects.count() == 1


def test_mia_sends_no_id_and_gets_one(call, mia, filled_in):
    status, kept = call(mia, "post", HERE, filled_in)

    assert status == 201
    assert str(Observation.objects.get().id) == kept["id"]


def test_jonas_sends_an_id_of_mia_and_is_refused_without_learning_why(
    call, mia, jonas, write, filled_in
):
    hers = write(mia)

    answer = call(jonas, "post", HERE, filled_in | {"id": str(hers.id)})

    sentence = "This could not be saved yet. Please save it once more."
    assert answer == (422, {"detail": sentence, "by_field": {"__all__": [sentence]}})
    assert queries.own_entry(mia, hers.id) == hers


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"id": "junk"}, "id"),
        ({"standard": "unknown"}, "standard"),
        ({"standard": ["listening"]}, "standard"),
        ({"standard": "\ud800"}, "standard"),
        ({"outcome": None}, "outcome"),
        ({"outcome": "sent_note"}, "outcome"),
        ({"impact": {"a": 1}}, "impact"),
        ({"day": "2026-12-01"}, "day"),
        ({"day": "\ud800"}, "day"),
        ({"words": "x" * 601}, "words"),
    ],
)
def test_mia_sends_something_wrong_and_is_told_by_field(call, mia, filled_in, wrong, field):
    status, refusal = call(mia, "post", HERE, filled_in | wrong)

    assert status == 422
    assert list(refusal["by_field"]) == [field]
    assert refusal["detail"] == refusal["by_field"][field][0]
    assert refusal["detail"].endswith(".")
    assert not Observation.objects.exists()


@pytest.mark.parametrize("wrong", [123, 20260101, True, ["x"], {"a": 1}])
@pytest.mark.parametrize("field", ["id", "standard", "outcome", "impact", "day", "cause", "words"])
def test_mia_sends_a_value_that_is_no_text_and_is_told_at_its_field(
    call, mia, filled_in, wrong, field
):
    sentence = "Send this as text in quotation marks."

    answer = call(mia, "post", HERE, filled_in | {field: wrong})

    assert answer == (422, {"detail": sentence, "by_field": {field: [sentence]}})
    assert not Observation.objects.exists()


def test_mia_changes_a_moment_with_a_value_that_is_no_text_and_it_stays(
    call, mia, write, filled_in
):
    entry = write(mia)

    status, _refusal = call(mia, "put", f"{HERE}{entry.id}/", filled_in | {"words": 5})

    assert status == 422
    assert queries.own_entry(mia, entry.id) == entry


def test_mia_leaves_something_open_with_null_and_names_what_nobody_asked(call, mia, filled_in):
    assert call(mia, "post", HERE, filled_in | {"words": None, "mood": 5})[0] == 201


@pytest.mark.parametrize("junk", [[], "words", 5, {}, [{"standard": "listening"}]])
def test_mia_sends_another_shape_and_is_told_what_is_missing(call, mia, filled_in, junk):
    status, refusal = call(mia, "post", HERE, junk)

    assert status == 422
    assert list(refusal["by_field"]) == ["standard", "impact", "outcome"]


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"\x00", b'{"standard": NaN}'])
def test_mia_sends_what_is_no_json_and_is_refused(as_person, mia, body):
    answer = as_person(mia).post(HERE, body, content_type="application/json")

    assert answer.status_code == 400


def test_words_with_halves_of_characters_are_kept_without_them(call, mia, filled_in):
    status, kept = call(mia, "post", HERE, filled_in | {"words": "a\ud800b\x00c"})

    assert (status, kept["words"]) == (201, "abc")


def test_mia_lists_her_own_moments_page_by_page(call, mia, jonas, write):
    written = {str(write(mia).id) for _ in range(queries.PAGE_SIZE + 1)}
    write(jonas)

    _status, first = call(mia, "get", HERE)
    _status, second = call(mia, "get", first["next"])

    assert len(first["results"]) == queries.PAGE_SIZE
    assert {moment["id"] for moment in first["results"] + second["results"]} == written
    assert second["next"] is None


@pytest.mark.parametrize("after", ["junk", "00000000-0000-0000-0000-000000000005"])
def test_a_page_after_nothing_is_not_found(call, mia, after):
    assert call(mia, "get", f"{HERE}?after={after}")[0] == 404


def test_mia_changes_a_moment_and_the_note_she_sent_may_stay(call, mia, write, filled_in):
    entry = write(mia, outcome="sent_note")

    status, kept = call(
        mia, "put", f"{HERE}{entry.id}/", filled_in | {"outcome": "sent_note", "words": "After."}
    )

    assert (status, kept["outcome"], kept["words"]) == (200, "sent_note", "After.")
    assert queries.own_entry(mia, entry.id).moment.words == "After."


def test_mia_changes_a_moment_wrongly_and_it_stays(call, mia, write, filled_in):
    entry = write(mia)

    status, _refusal = call(mia, "put", f"{HERE}{entry.id}/", filled_in | {"impact": "furious"})

    assert status == 422
    assert queries.own_entry(mia, entry.id) == entry


def test_mia_deletes_a_moment_and_it_is_gone(call, mia, write):
    here = f"{HERE}{write(mia).id}/"

    assert call(mia, "delete", here) == (204, None)
    assert call(mia, "get", here)[0] == 404


@pytest.mark.parametrize("method", ["get", "put", "delete"])
@pytest.mark.parametrize("reader", ["jonas", "priit", "olga"])
def test_nobody_but_mia_reaches_her_moment(request, call, mia, write, filled_in, method, reader):
    hers = write(mia, words="Hers.")
    assert call(mia, "get", f"{HERE}{hers.id}/")[0] == 200
    other = request.getfixturevalue(reader)
    sent = filled_in if method == "put" else None

    foreign = call(other, method, f"{HERE}{hers.id}/", sent)
    unknown = call(other, method, f"{HERE}{uuid4()}/", sent)

    assert foreign == unknown
    assert foreign[0] == 404
    assert queries.own_entry(mia, hers.id) == hers


def test_a_stranger_reads_nothing(client, db):
    assert client.get(HERE).status_code in {302, 403}


def test_a_page_of_another_origin_cannot_log_for_mia(mia, filled_in):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(mia, backend="allauth.account.auth_backends.AuthenticationBackend")

    answer = strict.post(HERE, filled_in, content_type="application/json")

    assert answer.status_code == 403
    assert not Observation.objects.exists()
