"""Trends, what silence costs, and the stewards' two pages, as readers meet them."""

import re

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from speakup.people.models import Person
from speakup.privacy import FixedNoise
from speakup.privacy.quarters import Quarter
from speakup.reports import tasks
from speakup.reports.models import LedgerEntry, Release
from tests.factories import PersonFactory, UnitFactory

pytestmark = pytest.mark.django_db
TRENDS = "/reports/"
SILENCE = "/reports/silence/"
PREPARE = "/reports/prepare/"


def text_of(answer):
    """What a page says, without its markup."""
    body = (
        answer.content.decode()
        .partition('<main id="main" tabindex="-1">')[2]
        .partition("</main>")[0]
    )
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def read(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    return text_of(answer)


@pytest.fixture(autouse=True)
def late_november(monkeypatch, today):
    from django.utils import timezone

    monkeypatch.setattr(timezone, "localdate", lambda *args: today)


# Trends


def test_member_reads_the_organisation_in_words_and_no_place(busy_house, publish, mia, as_person):
    publish()

    page = read(as_person(mia), TRENDS)

    assert "In July to September 2026 people spoke up in about 33 % of the moments they saw" in page
    assert "At most 3 moments of one person count in a quarter" in page
    assert "Hotel Zuid" not in page
    assert "What silence costs" not in page
    assert "Prepare or release" not in page


def test_leader_reads_every_place_in_the_order_of_the_tree(busy_house, publish, lena, as_person):
    publish()

    page = read(as_person(lena), TRENDS)

    where = page.partition("Where")[2]
    assert where.index("Hotel Noord") < where.index("Hotel Zuid") < where.index("Front desk")
    assert "With the rest of Harbour Group, too few to stand alone." in where
    assert "Spoke up in about 33 %, between" in where
    assert "What silence costs" in page


def test_manager_reads_their_unit_and_above_and_the_next_door_manager_does_not(
    busy_house, publish, priit, pia, as_person
):
    publish()

    at_desk = read(as_person(priit), TRENDS)
    in_noord = read(as_person(pia), TRENDS)

    assert "Front desk" in at_desk
    assert "Hotel Zuid" in at_desk
    assert "Hotel Noord" not in at_desk
    assert "Hotel Noord" in in_noord
    assert "Front desk" not in in_noord


def test_steward_reads_as_a_member_and_finds_the_way_to_prepare(
    busy_house, publish, ilse, as_person
):
    publish()

    page = read(as_person(ilse), TRENDS)

    assert "Hotel Zuid" not in page
    assert "Prepare or release a quarter" in page


def test_reader_of_a_place_with_few_moments_gets_a_sentence(
    house, write, desk, publish, lena, as_person
):
    for person in Person.objects.filter(unit=desk):
        write(person, "stepped_in", times=3)
    publish()

    page = read(as_person(lena), TRENDS)

    noord = page.partition("Hotel Noord")[2].partition("Hotel Zuid")[0]
    assert "Too few moments were counted here to say honestly" in noord
    assert "%" not in noord


def test_reader_gets_a_sentence_where_the_whole_house_was_silent(house, publish, mia, as_person):
    publish()

    page = read(as_person(mia), TRENDS)

    assert "too few moments were counted to say honestly how often people spoke up" in page
    assert "How much was seen cannot be told yet" in page
    assert "No quarter has a number yet." in page


def test_reader_before_the_first_release_gets_a_sentence(house, prepare, lena, as_person):
    prepare()

    page = read(as_person(lena), TRENDS)

    assert "No quarter has been released yet." in page


@pytest.mark.parametrize("quarter", ["2026Q2", "2026Q4", "2026Q5", "last", "", "2026Q3' --"])
def test_reader_who_asks_for_what_is_not_released_finds_nothing(
    busy_house, publish, prepare, lena, as_person, quarter
):
    publish()
    prepare(Quarter(2026, 2))

    for path in (TRENDS, SILENCE):
        assert as_person(lena).get(path, {"quarter": quarter}).status_code == 404


def test_reader_sees_an_earlier_quarter_by_its_address(busy_house, publish, lena, as_person):
    publish(Quarter(2026, 2))
    publish()

    page = read(as_person(lena), f"{TRENDS}?quarter=2026Q2")

    assert "In April to June 2026 people spoke up" not in page
    assert "In April to June 2026 too few moments were counted" in page
    assert "July to September" not in page


def test_reader_is_told_a_change_only_where_it_is_more_than_noise(
    busy_house, write, publish, lena, as_person
):
    for person in Person.objects.filter(unit__name__in=("Front desk", "Hotel Noord")):
        write(person, "stayed_silent", quarter=Quarter(2026, 2), times=1)
        write(person, "stepped_in", quarter=Quarter(2026, 2), times=2)
        write(person, "stayed_silent", quarter=Quarter(2026, 1), times=1)
        write(person, "stepped_in", quarter=Quarter(2026, 1), times=2)
    for quarter in (Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3)):
        publish(quarter)
    client = as_person(lena)

    assert "quarter before" not in read(client, f"{TRENDS}?quarter=2026Q1")
    assert "No clear change from the quarter before" in read(client, f"{TRENDS}?quarter=2026Q2")
    fell = read(client, f"{TRENDS}?quarter=2026Q3")
    assert "That is less often than in the quarter before." in fell.partition("Where")[0]
    assert "That is less often than in the quarter before." in fell.partition("Where")[2]


def test_quarters_without_a_release_are_told_as_such(busy_house, publish, lena, as_person):
    publish(Quarter(2026, 1))
    publish()

    answer = as_person(lena).get(TRENDS)

    page = text_of(answer)
    assert "April to June 2026 Nothing was released." in page
    # Spring is silent and summer is not: one stretch, so no line is drawn across the gap.
    assert answer.content.decode().count('class="line"') == 0


def test_only_eight_quarters_are_shown(busy_house, publish, lena, as_person):
    quarter = Quarter(2024, 1)
    while quarter <= Quarter(2026, 3):
        publish(quarter)
        quarter = quarter.next

    page = read(as_person(lena), TRENDS)

    assert "October to December 2024" in page
    assert "July to September 2024" not in page


def test_two_members_read_the_same_bytes_and_every_time(busy_house, publish, mia, jonas, client):
    publish()
    pages = set()
    for person in (mia, jonas, mia):
        client.force_login(person)
        for _ in range(3):
            pages.add(client.get(TRENDS).content.partition(b"<main")[2].partition(b"</main>")[0])
        client.logout()

    assert len(pages) == 1


def test_new_entries_and_movers_change_nothing_that_was_released(
    busy_house, publish, write, mia, next_door, lena, as_person
):
    publish()
    before = read(as_person(lena), TRENDS)
    write(mia, "sent_note", times=5)
    mia.unit = next_door
    mia.save()
    next_door.name = "Hotel West"
    next_door.save()

    assert read(as_person(lena), TRENDS) == before


def test_manager_of_a_unit_that_did_not_exist_then_reads_the_organisation(
    busy_house, publish, organisation, as_person
):
    publish()
    manager = PersonFactory(unit=organisation)
    UnitFactory(name="Brand new", parent=organisation).managers.add(manager)

    page = read(as_person(manager), TRENDS)

    assert "people spoke up in about" in page
    assert "Where" not in page


@pytest.mark.parametrize("reader", ["mia", "priit", "lena"])
def test_trends_asks_the_database_the_same_for_one_quarter_and_for_three(
    busy_house, publish, organisation, reader, request, as_person, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = as_person(request.getfixturevalue(reader))
    publish(Quarter(2026, 1))
    client.get(TRENDS)
    with CaptureQueriesContext(connection) as once:
        client.get(TRENDS)
    for number in range(3):
        unit = UnitFactory(name=f"Hotel {number}", parent=organisation)
        PersonFactory.create_batch(41, unit=unit)
    publish(Quarter(2026, 2))
    publish(Quarter(2026, 3))

    with django_assert_num_queries(len(once)):
        client.get(TRENDS)
    assert len(once) <= 10


def test_leader_reads_pools_by_the_name_of_the_place_they_are_the_rest_of(
    organisation, publish, olga, ilse, lena, as_person
):
    for name in ("Hotel Oost", "Hotel West"):
        PersonFactory.create_batch(41, unit=UnitFactory(name=name, parent=organisation))
    for number in range(5):
        team = UnitFactory(name=f"Team {number}", parent=organisation)
        PersonFactory.create_batch(9, unit=team)
    publish()

    page = read(as_person(lena), TRENDS)

    assert "Rest of Harbour Group" in page
    assert "Team 0" not in page


# What silence costs


@pytest.fixture
def telling_house(house, write, publish):
    """Enough moments of both kinds to put a price on."""
    for person in Person.objects.filter(unit__isnull=False):
        write(person, "stayed_silent", times=2)
        write(person, "spoke_in_person")
    publish()
    return house


@pytest.mark.parametrize("reader", ["mia", "olga"])
def test_member_and_steward_find_no_page_about_money(telling_house, reader, request, as_person):
    client = as_person(request.getfixturevalue(reader))

    assert client.get(SILENCE).status_code == 404


@pytest.mark.parametrize("reader", ["priit", "lena"])
def test_manager_and_leader_read_what_was_saved_before_what_it_costs(
    telling_house, reader, request, as_person
):
    page = read(as_person(request.getfixturevalue(reader)), SILENCE)

    order = [
        page.index("What speaking up saved"),
        page.index("What more speaking up could save"),
        page.index("a year that a word from a colleague could have kept"),
        page.index("What neither changes"),
        page.index("What this rests on"),
        page.index("$54,511"),
    ]
    assert order == sorted(order)
    assert "If people spoke up in 50 % of the moments, about €" in page
    assert "most likely between €" in page
    assert "An example until your own figure is entered" in page


def test_amounts_are_written_in_the_readers_language_and_currency(
    telling_house, lena, as_person, settings
):
    settings.CURRENCY = "CHF"
    lena.language = "de"
    lena.save()

    page = read(as_person(lena), SILENCE)

    assert re.search(r"\d CHF", page)
    assert "€" not in page


def test_slider_without_script_asks_the_page_and_moves_the_sentence(telling_house, lena, as_person):
    client = as_person(lena)

    half = read(client, SILENCE)
    more = read(client, f"{SILENCE}?quarter=2026Q3&target=80")

    assert "If people spoke up in 80 % of the moments" in more
    assert half.partition("What silence costs €")[2] == more.partition("What silence costs €")[2]


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("12", "Choose at least 3"),
        ("101", "Choose at most 100 %"),
        ("half", "Write a whole number of per cent"),
        ("", "Write a whole number of per cent"),
    ],
)
def test_slider_refuses_what_is_no_step_forward(telling_house, lena, as_person, target, sentence):
    answer = as_person(lena).get(SILENCE, {"target": target})

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert "If people spoke up in 50 %" in text_of(answer)


def test_leader_of_a_quiet_house_gets_a_sentence_and_no_amount(
    house, write, mia, publish, lena, as_person
):
    write(mia, "stayed_silent")
    publish()

    page = read(as_person(lena), SILENCE)

    assert "Too few moments were counted for an honest amount" in page
    assert "€" not in page.partition("What this rests on")[0]


def test_leader_of_a_house_that_always_speaks_up_is_told_so(house, write, publish, lena, as_person):
    for person in Person.objects.filter(unit__isnull=False):
        write(person, "spoke_in_person", times=3)
    publish()

    assert "That is good news" in read(as_person(lena), SILENCE)


def test_leader_of_a_house_that_never_speaks_up_reads_no_saving(
    house, write, publish, lena, as_person
):
    for person in Person.objects.filter(unit__isnull=False):
        write(person, "stayed_silent", times=3)
    publish(Quarter(2026, 2))
    publish()

    page = read(as_person(lena), SILENCE)

    assert "Too few moments of speaking up were counted to say what they saved." in page
    assert "moved by more than half since the quarter before" in page


def test_leader_before_the_first_release_reads_no_amount(house, lena, as_person):
    assert "No quarter has been released yet" in read(as_person(lena), SILENCE)


# The stewards' pages


@pytest.mark.parametrize("reader", ["mia", "priit", "lena"])
def test_only_stewards_find_the_pages_of_preparing(busy_house, prepare, reader, request, as_person):
    prepare()
    client = as_person(request.getfixturevalue(reader))

    for path in (PREPARE, "/reports/2026Q3/review/"):
        assert client.get(path).status_code == 404
        assert client.post(path, {"quarter": "2026Q2"}).status_code == 404
    assert Release.objects.get().state == "prepared"


def test_steward_looks_at_a_dry_run_and_nothing_is_spent(busy_house, olga, as_person):
    page = read(as_person(olga), PREPARE)

    assert "This would spend 0.06250 of privacy (ρ), and the year has 0.50000 left." in page
    assert "Prepare 2026Q3" in page
    assert "Hotel Noord" in page
    assert not LedgerEntry.objects.exists()


def test_steward_asks_and_the_worker_prepares(busy_house, olga, ilse, as_person):
    client = as_person(olga)

    answer = client.post(PREPARE, {"quarter": "2026Q3"})
    assert (answer.status_code, answer.url) == (302, PREPARE)
    assert "2026Q3 is being prepared" in read(client, PREPARE)
    fragment = client.get(PREPARE, headers={"HX-Request": "true"}).content.decode()
    assert 'hx-trigger="every 2s"' in fragment
    assert "<main" not in fragment

    work_off()

    fragment = client.get(PREPARE, headers={"HX-Request": "true"}).content.decode()
    assert "every 2s" not in fragment
    assert "another steward must release it" in fragment
    assert "waits for you" in read(as_person(ilse), PREPARE)
    assert Release.objects.get().parameters["noise"] == "OpenDPNoise"


def work_off():
    for row in DBTaskResult.objects.ready():
        row.set_successful(tasks.prepare_quarter.func(*row.args_kwargs["args"]))


def test_work_that_runs_twice_is_refused_the_second_time(busy_house, olga):
    first = tasks.prepare_quarter.func("2026Q3", str(olga.pk))
    second = tasks.prepare_quarter.func("2026Q3", str(olga.pk))

    assert (first, second) == ("", "AlreadyPrepared")
    assert LedgerEntry.objects.filter(kind="spent").count() == 1


@pytest.mark.parametrize(
    ("quarter", "sentence"),
    [
        ("2026Q4", "prepare it from 8 January 2027 on"),
        ("2026Q3", "prepared already"),
        ("soon", "written like 2026Q3"),
        ("", "required"),
    ],
)
def test_steward_who_asks_for_the_wrong_quarter_gets_a_sentence(
    busy_house, prepare, olga, as_person, quarter, sentence
):
    prepare()

    answer = as_person(olga).post(PREPARE, {"quarter": quarter})

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not DBTaskResult.objects.exists()
    assert LedgerEntry.objects.count() == 2


def test_steward_of_a_small_house_reads_why_nothing_can_be_prepared(organisation, olga, as_person):
    assert "1 person is too few" in read(as_person(olga), PREPARE)


def test_steward_chooses_between_quarters_and_is_told_when_the_next_opens(
    busy_house, prepare, ilse, as_person, today, monkeypatch
):
    client = as_person(ilse)
    prepare()
    page = read(client, PREPARE)
    assert "2026Q2 2026Q1 2025Q4" in page
    for quarter in (Quarter(2026, 2), Quarter(2026, 1), Quarter(2025, 4)):
        prepare(quarter)

    page = read(client, PREPARE)

    assert "The next one can be prepared from 8 January 2027 on." in page
    assert "Prepare 2" not in page
    assert client.get(PREPARE, {"quarter": "never"}).status_code == 404


def test_another_steward_reviews_noised_numbers_and_releases_them(
    busy_house, prepare, ilse, mia, as_person
):
    prepare(noise=FixedNoise((30,)))
    client = as_person(ilse)

    page = read(client, "/reports/2026Q3/review/")
    assert "Release to its readers" in page
    assert "Hotel Noord" in page

    answer = client.post("/reports/2026Q3/review/")

    assert (answer.status_code, answer.url) == (302, f"{TRENDS}?quarter=2026Q3")
    assert "never change" in client.get(answer.url).content.decode()
    assert "people spoke up in about" in read(as_person(mia), TRENDS)
    assert as_person(ilse).get("/reports/2026Q3/review/").status_code == 404


def test_preparer_sees_that_another_must_release_and_cannot_force_it(
    busy_house, prepare, olga, as_person
):
    prepare()
    client = as_person(olga)

    page = read(client, "/reports/2026Q3/review/")
    answer = client.post("/reports/2026Q3/review/")

    assert "another steward must release them" in page
    assert "Release to its readers" not in page
    assert answer.status_code == 422
    assert "another steward must release it" in text_of(answer)
    assert Release.objects.get().state == "prepared"


@pytest.mark.parametrize("quarter", ["2026Q1", "2026Q9", "x"])
def test_steward_finds_no_review_of_what_is_not_prepared(
    busy_house, prepare, ilse, as_person, quarter
):
    prepare()

    assert as_person(ilse).get(f"/reports/{quarter}/review/").status_code == 404


def test_prepared_numbers_are_nowhere_before_they_are_released(
    busy_house, prepare, lena, priit, as_person
):
    prepare()

    for reader in (lena, priit):
        client = as_person(reader)
        assert "No quarter has been released yet." in read(client, TRENDS)
        assert client.get("/api/v1/releases/").json() == []
        assert client.get("/api/v1/releases/2026Q3/").status_code == 404


# The API


def test_api_lists_the_organisation_and_retrieves_the_places_one_may_read(
    busy_house, publish, mia, priit, lena, as_person
):
    publish(Quarter(2026, 2))
    publish()

    def names(reader):
        found = as_person(reader).get("/api/v1/releases/2026Q3/").json()
        return [place["name"] for place in found["places"]]

    listed = as_person(mia).get("/api/v1/releases/").json()
    assert [found["quarter"] for found in listed] == ["2026Q3", "2026Q2"]
    assert [[place["name"] for place in found["places"]] for found in listed] == [
        ["Harbour Group"],
        ["Harbour Group"],
    ]
    assert names(mia) == ["Harbour Group"]
    assert names(priit) == ["Harbour Group", "Hotel Zuid", "Front desk"]
    assert names(lena) == ["Harbour Group", "Hotel Noord", "Hotel Zuid", "Front desk"]


def test_api_gives_each_number_its_margin_or_says_why_not(busy_house, publish, mia, as_person):
    publish()

    (root,) = as_person(mia).get("/api/v1/releases/2026Q3/").json()["places"]

    share = root["share"]
    assert 0 <= share["low"] < share["value"] < share["high"] <= 1
    assert root["outcomes"]["stayed_silent"]["shown"]
    silent = root["outcomes"]["sent_note"]
    assert (silent["shown"], silent["value"], silent["low"]) == (False, None, None)
    assert silent["why_not"].endswith(".")
    assert "raw" not in str(root)


@pytest.mark.parametrize("quarter", ["2026Q2", "2026Q7", "x"])
def test_api_knows_no_quarter_that_is_not_released(busy_house, publish, mia, as_person, quarter):
    publish()

    assert as_person(mia).get(f"/api/v1/releases/{quarter}/").status_code == 404


def test_names_of_the_pages_stay_as_others_link_them():
    assert reverse("reports:trends") == TRENDS
    assert reverse("reports:silence") == SILENCE
    assert reverse("reports:prepare") == PREPARE
    assert reverse("reports:review", args=["2026Q3"]) == "/reports/2026Q3/review/"
