"""The notebook's pages, as a browser without script meets them."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from speakup.observations import queries
from speakup.observations.models import Observation
from speakup.standards.models import House
from tests.factories import StandardFactory

pytestmark = pytest.mark.usefixtures("clock")

LOG = "/log/"


@pytest.fixture
def house(db):
    House.objects.update_or_create(pk=1, defaults={"golden_rule": "Would I like to be this guest?"})
    return House.objects.get()


def own_moments(person):
    return [entry.moment for entry in queries.every_entry(person)]


def checked(form):
    """What the page that came back would send again."""
    return {name: form[name].value() or "" for name in form.fields if name != "id"}


def test_mia_opens_the_log_and_finds_every_standard_in_force_with_its_meaning(
    as_person, mia, listening, house
):
    StandardFactory(code="gone", name="Gone out of use", is_retired=True)

    page = as_person(mia).get(LOG).content.decode()

    assert 'value="listening"' in page
    assert listening.description in page.partition(">Save</button>")[2]
    assert "Would I like to be this guest?" in page
    assert "Gone out of use" not in page


def test_the_log_proposes_today_and_offers_no_hour(as_person, mia, listening):
    page = as_person(mia).get(LOG).content.decode()

    assert 'type="date" name="day" value="2026-11-24"' in page
    assert 'min="2025-11-19" max="2026-11-24"' in page
    assert 'type="time"' not in page


def test_mia_saves_after_four_taps_and_reads_one_warm_line(as_person, mia, filled_in):
    answer = as_person(mia).post(LOG, filled_in, follow=True)

    entry = queries.notebook(mia, today=own_moments(mia)[0].day).entries[0]
    assert answer.redirect_chain == [(reverse("observations:saved", args=[entry.id]), 302)]
    assert "You stepped in. The customer saw that somebody cared." in answer.content.decode()


@pytest.mark.parametrize(
    ("tiles", "line"),
    [
        ({"outcome": "stepped_in", "impact": "helped"}, "You stepped in. That kept a customer."),
        ({"outcome": "spoke_in_person"}, "You said it face to face."),
        ({"outcome": "stayed_silent"}, "You noticed, and you wrote it down."),
    ],
)
def test_mia_is_answered_by_what_she_did(as_person, mia, filled_in, tiles, line):
    answer = as_person(mia).post(LOG, filled_in | tiles, follow=True)

    assert line in answer.content.decode()


def test_mia_spoke_in_person_and_is_not_told_to_say_it_now(as_person, mia, filled_in):
    browser = as_person(mia)

    silent = browser.post(LOG, filled_in | {"outcome": "stayed_silent"}, follow=True)
    spoken = browser.post(LOG, filled_in | {"outcome": "spoke_in_person"}, follow=True)

    assert f"/log/say-it/?moment={silent.context['entry'].id}" in silent.content.decode()
    assert "/log/say-it/" not in spoken.content.decode()


@pytest.mark.parametrize(
    ("outcome", "ways"),
    [
        ("stayed_silent", ["Say it now", "Write a note", "Keep it"]),
        ("stepped_in", ["Keep it", "Say it now", "Write a note"]),
        ("spoke_in_person", ["Keep it", "Write a note"]),
        ("sent_note", ["Keep it", "Write a note"]),
    ],
)
def test_mia_is_offered_first_what_fits_what_she_did(as_person, mia, write, outcome, ways):
    page = as_person(mia).get(f"/log/{write(mia, outcome=outcome).id}/saved/").content.decode()

    answers = page.partition('<div class="answers">')[2].partition("</div>")[0]
    offered = re.findall(r'<a class="button( primary)?.*?</svg>\s*(.*?)</a>', answers, re.DOTALL)
    assert [word.strip() for _weight, word in offered] == ways
    assert [word.strip() for weight, word in offered if weight] == ways[:1]


def test_mia_means_to_write_and_goes_on_to_the_guide_as_silent_so_far(as_person, mia, filled_in):
    answer = as_person(mia).post(LOG, filled_in | {"outcome": "will_write"})

    row = Observation.objects.get()
    assert answer["Location"] == f"/notes/new/?observation={row.id}"
    assert queries.own_entry(mia, row.id).moment.outcome == "stayed_silent"


def test_mia_leaves_the_day_open_and_it_is_today(as_person, mia, filled_in, today):
    as_person(mia).post(LOG, filled_in | {"day": ""})

    assert own_moments(mia)[0].day == today


def test_mia_says_everything_and_everything_is_kept(as_person, mia, filled_in):
    more = {
        "outcome": "stayed_silent",
        "channel": "chat",
        "customer": "private",
        "cause": "handover",
        "silence": "no_moment",
        "words": "One line.\r\nAnother \x00line\x07.",
    }

    as_person(mia).post(LOG, filled_in | more)

    [moment] = own_moments(mia)
    kept = (moment.channel, moment.customer, moment.cause, moment.silence, moment.words)
    assert kept == ("chat", "private", "handover", "no_moment", "One line.\nAnother line.")


def test_mia_spoke_up_and_gives_a_reason_for_silence_that_is_not_kept(as_person, mia, filled_in):
    as_person(mia).post(LOG, filled_in | {"silence": "unsure"})

    assert own_moments(mia)[0].silence == ""


def test_mia_sends_the_page_twice_and_it_is_kept_once(as_person, mia, filled_in):
    browser, page = as_person(mia), filled_in | {"id": str(uuid4())}

    first, second = browser.post(LOG, page), browser.post(LOG, page)

    assert first["Location"] == second["Location"] == f"/log/{page['id']}/saved/"
    assert Observation.objects.count() == 1


def test_mia_goes_back_and_writes_something_else_and_loses_neither(as_person, mia, filled_in):
    browser, page = as_person(mia), filled_in | {"id": str(uuid4()), "words": "First."}
    browser.post(LOG, page)

    again = browser.post(LOG, page | {"words": "Second."})
    browser.post(LOG, checked(again.context["form"]) | {"id": again.context["new_id"]})

    assert again.status_code == 422
    assert "You saved this page before." in again.content.decode()
    assert sorted(moment.words for moment in own_moments(mia)) == ["First.", "Second."]


def test_jonas_sends_an_id_of_mia_and_is_asked_to_save_once_more(
    as_person, jonas, mia, write, filled_in
):
    hers = write(mia)

    answer = as_person(jonas).post(LOG, filled_in | {"id": str(hers.id)})

    assert answer.status_code == 422
    assert "This could not be saved yet. Please save it once more." in answer.content.decode()
    assert answer.context["new_id"] != hers.id
    assert queries.own_entry(mia, hers.id) == hers


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"standard": ""}, "standard", "Choose what slipped."),
        ({"standard": "retired"}, "standard", "Choose what slipped."),
        ({"impact": "furious"}, "impact", "Choose how the customer was left."),
        ({"outcome": "sent_note"}, "outcome", "Choose what you did."),
        (
            {"day": "2026-11-25"},
            "day",
            "This day is still to come. Choose today or an earlier day.",
        ),
        (
            {"day": "2025-11-18"},
            "day",
            "This day is too long ago. Choose one from the last twelve months.",
        ),
        ({"day": "24/11/26"}, "day", "Write the day as year-month-day, such as 2026-11-24."),
        ({"cause": "fate"}, "cause", "Choose one of the answers, or leave it open."),
        ({"words": "é" * 601}, "words", "These are 601 characters. Shorten them to 600."),
        ({"id": "junk\x00"}, "id", "This could not be saved yet. Please save it once more."),
    ],
)
def test_mia_sends_something_wrong_and_everything_comes_back_with_one_sentence(
    as_person, mia, filled_in, wrong, field, sentence
):
    StandardFactory(code="retired", name="Retired", is_retired=True)
    right = {"channel": "phone", "words": "Kept all the same."}
    sent = filled_in | right | wrong

    answer = as_person(mia).post(LOG, sent)

    page, form = answer.content.decode(), answer.context["form"]
    assert answer.status_code == 422
    assert form.errors == {field: [sentence]}
    assert sentence in page
    assert {name: form[name].value() for name in sent} == sent
    for tile in {"standard", "impact", "outcome"} - {field}:
        assert f'name="{tile}" value="{sent[tile]}"' in page.replace(" required", "")
        assert form[tile].value() == sent[tile]
    assert not Observation.objects.exists()


def test_tapped_tiles_come_back_tapped_when_something_else_is_wrong(as_person, mia, filled_in):
    answer = as_person(mia).post(LOG, filled_in | {"impact": ""})

    assert answer.content.decode().count("checked") == 2


def test_words_of_exactly_600_characters_fit_even_with_line_ends_of_two_bytes(
    as_person, mia, filled_in
):
    words = "a\r\n" * 299 + "bc"

    answer = as_person(mia).post(LOG, filled_in | {"words": words})

    assert answer.status_code == 302
    assert len(own_moments(mia)[0].words) == 600


def test_an_empty_page_sent_is_answered_with_what_is_missing(as_person, mia):
    assert as_person(mia).post(LOG).status_code == 422


def test_the_fold_is_closed_until_something_behind_it_matters(as_person, mia, filled_in):
    browser = as_person(mia)

    calm = browser.get(LOG).context["form"]
    wrong_day = browser.post(LOG, filled_in | {"day": "soon"}).context["form"]
    worded = browser.post(LOG, {"words": "Some."}).context["form"]

    assert [calm.is_unfolded, wrong_day.is_unfolded, worded.is_unfolded] == [False, True, True]


def test_the_door_shows_the_official_route_and_keeps_nothing(as_person, mia, house):
    House.objects.update(official_route="Call Fatima, the confidential adviser: <b>12</b>")
    browser = as_person(mia)

    page = browser.get("/log/elsewhere/").content.decode()

    assert "Call Fatima, the confidential adviser: &lt;b&gt;12&lt;/b&gt;" in page
    assert 'href="/log/"' in page
    assert browser.post("/log/elsewhere/").status_code == 405
    assert not Observation.objects.exists()


def test_the_door_of_a_house_without_a_route_says_whom_to_ask(as_person, mia, house):
    page = as_person(mia).get("/log/elsewhere/").content.decode()

    assert "Ask your manager, somebody from HR or a confidential adviser" in page


def test_say_it_shows_two_sentences_to_call_aside_and_one_to_help(as_person, mia):
    page = as_person(mia).get("/log/say-it/").content.decode()

    assert page.count("<blockquote") == 3
    assert "May I help the two of you?" in page


SAID = '<button class="button primary" type="submit">I said it</button>'


def test_mia_said_it_and_reads_the_warmest_line_and_so_does_her_notebook(as_person, mia, write):
    silence, browser = write(mia, silence="unsure", words="Kept."), as_person(mia)
    page = browser.get(f"/log/say-it/?moment={silence.id}").content.decode()

    answer = browser.post("/log/say-it/", {"moment": str(silence.id)}, follow=True)

    assert SAID in page
    assert f'name="moment" value="{silence.id}"' in page
    assert answer.redirect_chain == [(f"/log/{silence.id}/saved/", 302)]
    assert "You said it face to face. Nothing helps a colleague more" in answer.content.decode()
    [moment] = own_moments(mia)
    assert (moment.outcome, moment.silence, moment.words) == ("spoke_in_person", "", "Kept.")


def test_mia_presses_twice_that_she_said_it_and_is_thanked_twice(as_person, mia, write):
    silence, browser = write(mia), as_person(mia)

    for _time in range(2):
        answer = browser.post("/log/say-it/", {"moment": str(silence.id)})
        assert answer["Location"] == f"/log/{silence.id}/saved/"

    assert own_moments(mia)[0].outcome == "spoke_in_person"


@pytest.mark.parametrize("outcome", ["stepped_in", "spoke_in_person", "sent_note"])
def test_mia_who_spoke_up_already_is_not_asked_whether_she_said_it(as_person, mia, write, outcome):
    page = as_person(mia).get(f"/log/say-it/?moment={write(mia, outcome=outcome).id}")

    assert page.status_code == 200
    assert "I said it" not in page.content.decode()


def test_jonas_comes_with_a_moment_of_mia_and_finds_the_sentences_alone(
    as_person, mia, jonas, write
):
    hers = write(mia)
    assert SAID in as_person(mia).get(f"/log/say-it/?moment={hers.id}").content.decode()
    browser = as_person(jonas)

    foreign = browser.get(f"/log/say-it/?moment={hers.id}")
    unknown = browser.get(f"/log/say-it/?moment={uuid4()}")

    for page in (foreign, unknown):
        assert page.status_code == 200
        assert page.context["silence"] is None
        assert "I said it" not in page.content.decode()
    assert browser.post("/log/say-it/", {"moment": str(hers.id)}).status_code == 404
    assert queries.own_entry(mia, hers.id) == hers


@pytest.mark.parametrize("sent", [{}, {"moment": ""}, {"moment": "junk\x00"}])
def test_mia_comes_with_no_moment_and_finds_the_sentences_alone(as_person, mia, sent):
    browser = as_person(mia)

    page = browser.get("/log/say-it/", sent)

    assert page.status_code == 200
    assert "I said it" not in page.content.decode()
    assert browser.post("/log/say-it/", sent).status_code == 404


def test_mia_reads_her_notebook_and_jonas_does_not_find_hers_in_his(as_person, mia, jonas, write):
    write(mia, words="The till was slow.")

    hers = as_person(mia).get("/notebook/").content.decode()
    his = as_person(jonas).get("/notebook/").content.decode()

    assert "The till was slow." in hers
    assert "The till was slow." not in his
    assert "Nothing is written here yet." in his


def test_the_notebook_says_why_there_is_no_share_yet_and_then_the_share(as_person, mia, write):
    browser = as_person(mia)
    write(mia, outcome="stepped_in")

    early = browser.get("/notebook/").content.decode()
    for _ in range(4):
        write(mia)
    later = browser.get("/notebook/").content.decode()

    assert "1 moment. Below five, a share would say more than it knows." in early
    assert "In 1 of 5 moments: 20 %." in later
    assert 'max="100" value="20"' in later


def test_the_notebook_is_turned_by_a_link_and_back(as_person, mia, write, today):
    written = [write(mia, day=today - timedelta(days=n)) for n in range(queries.PAGE_SIZE + 1)]
    browser = as_person(mia)

    link = f"/notebook/?after={written[-2].id}"
    assert link in browser.get("/notebook/").content.decode()
    second = browser.get(link)

    assert [entry for entry, _name in second.context["lines"]] == [written[-1]]
    assert "Back to the newest" in second.content.decode()


@pytest.mark.parametrize("after", ["junk", "", str(UUID(int=5))])
def test_the_notebook_begins_at_the_top_where_a_page_is_gone(as_person, mia, after):
    answer = as_person(mia).get(f"/notebook/?after={after}")

    assert (answer.status_code, answer["Location"]) == (302, "/notebook/")


def test_the_notebook_page_takes_as_many_queries_for_three_moments_as_for_one(
    as_person, mia, write, django_assert_max_num_queries
):
    browser = as_person(mia)
    write(mia)
    browser.get("/notebook/")
    with django_assert_max_num_queries(10) as one:
        browser.get("/notebook/")
    write(mia)
    write(mia)

    with django_assert_max_num_queries(len(one)) as three:
        browser.get("/notebook/")

    assert len(three) == len(one)


def test_the_log_page_keeps_within_its_ten_queries(
    as_person, mia, listening, django_assert_max_num_queries
):
    browser = as_person(mia)

    with django_assert_max_num_queries(10):
        browser.get(LOG)


def test_moments_that_no_longer_open_are_said_and_not_hidden(as_person, mia, write):
    write(mia)
    Observation.objects.update(sealed=b"\x01" + bytes(300))

    page = as_person(mia).get("/notebook/").content.decode()

    assert "1 moment cannot be opened with today's keys." in page


def test_mia_changes_a_moment_and_finds_the_change_in_her_notebook(as_person, mia, write):
    entry = write(mia, words="Before.", cause="tools")
    browser, here = as_person(mia), f"/notebook/{entry.id}/"
    form = browser.get(here).context["form"]

    answer = browser.post(here, checked(form) | {"words": "After."}, follow=True)

    assert answer.redirect_chain == [("/notebook/", 302)]
    assert "Your change is kept." in answer.content.decode()
    [moment] = own_moments(mia)
    assert (moment.words, moment.cause) == ("After.", "tools")


def test_mia_changes_a_moment_whose_standard_was_retired_since_and_may_keep_it(
    as_person, mia, write, listening
):
    entry = write(mia)
    type(listening).objects.filter(pk=listening.pk).update(is_retired=True)
    browser, here = as_person(mia), f"/notebook/{entry.id}/"

    form = browser.get(here).context["form"]
    answer = browser.post(here, checked(form) | {"impact": "lost"})

    assert answer.status_code == 302
    assert own_moments(mia)[0].impact == "lost"


def test_mia_changes_a_moment_after_its_note_and_it_stays_a_note(as_person, mia, write):
    entry = write(mia, outcome="sent_note")
    browser, here = as_person(mia), f"/notebook/{entry.id}/"

    form = browser.get(here).context["form"]
    browser.post(here, checked(form))
    refused = browser.post(here, checked(form) | {"outcome": "will_write"})

    assert own_moments(mia)[0].outcome == "sent_note"
    assert refused.status_code == 422


def test_mia_changes_her_mind_and_will_write_after_all(as_person, mia, write):
    entry = write(mia)
    browser, here = as_person(mia), f"/notebook/{entry.id}/"

    form = browser.get(here).context["form"]
    answer = browser.post(here, checked(form) | {"outcome": "will_write"})

    assert answer["Location"] == f"/notes/new/?observation={entry.id}"


def test_mia_is_asked_before_a_moment_is_deleted_and_then_it_is_gone(as_person, mia, write):
    entry = write(mia)
    browser, here = as_person(mia), f"/notebook/{entry.id}/delete/"

    asked = browser.get(here).content.decode()
    assert Observation.objects.count() == 1
    answer = browser.post(here, follow=True)

    assert "Delete this moment?" in asked
    assert "The moment is gone from your notebook." in answer.content.decode()
    assert not Observation.objects.exists()


@pytest.mark.parametrize("page", ["/log/{}/saved/", "/notebook/{}/", "/notebook/{}/delete/"])
@pytest.mark.parametrize("reader", ["jonas", "priit", "lena", "olga"])
def test_nobody_but_mia_opens_her_moment_whatever_their_role(
    request, as_person, mia, write, page, reader
):
    here = page.format(write(mia).id)
    assert as_person(mia).get(here).status_code == 200

    browser = as_person(request.getfixturevalue(reader))

    assert browser.get(here).status_code == 404
    assert browser.get(page.format(uuid4())).status_code == 404
    assert browser.post(here).status_code in {404, 405}
    assert Observation.objects.count() == 1


@pytest.mark.parametrize("page", [LOG, "/log/elsewhere/", "/log/say-it/", "/notebook/"])
def test_a_stranger_is_led_to_sign_in(client, db, page):
    assert client.get(page)["Location"] == f"{reverse('account_login')}?next={page}"
