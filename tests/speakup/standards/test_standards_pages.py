"""The stewards' pages work with plain forms, and do not exist for anybody else."""

import lucide
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from speakup.standards import queries
from speakup.standards.forms import ICONS, most
from speakup.standards.models import House, Standard
from tests.factories import StandardFactory

WARMTH = {"name": "Warmth", "description": "We smile first.", "nature": "attitude", "icon": "smile"}


@pytest.fixture
def steward(as_person, olga):
    return as_person(olga)


def the(code):
    return Standard.objects.get(code=code)


def text_of(page):
    return page.content.decode()


PAGES = [
    ("get", "list", []),
    ("get", "add", []),
    ("get", "house", []),
    ("get", "change", ["speed"]),
    ("post", "retire", ["speed"]),
    ("post", "restore", ["speed"]),
    ("post", "move", ["speed"]),
]


@pytest.mark.parametrize(("method", "name", "args"), PAGES)
def test_page_is_there_for_a_steward_and_for_nobody_else(
    client, olga, priit, lena, method, name, args
):
    answers = {}
    for person in (priit, lena, olga):
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        answers[person.name] = getattr(client, method)(reverse(f"standards:{name}", args=args))

    assert answers["Priit Saar"].status_code == 404
    assert answers["Lena Groot"].status_code == 404
    assert answers["Olga Petrova"].status_code in {200, 302}


def test_steward_sees_those_in_force_and_those_retired(steward):
    Standard.objects.filter(code="speed").update(is_retired=True)

    page = steward.get(reverse("standards:list"))

    assert [standard.code for standard in page.context["retired"]] == ["speed"]
    assert len(page.context["in_force"]) == 7
    assert "Restore: Speed" in text_of(page)
    assert "There is no official route yet." in text_of(page)
    assert "Move up: Respect" not in text_of(page)
    assert "Move down: Respect" in text_of(page)


def test_list_asks_the_database_as_often_for_eight_as_for_twelve(steward):
    steward.get(reverse("standards:list"))
    with CaptureQueriesContext(connection) as for_eight:
        steward.get(reverse("standards:list"))
    for number in range(4):
        StandardFactory(name=f"More {number}")

    with CaptureQueriesContext(connection) as for_twelve:
        page = steward.get(reverse("standards:list"))

    assert len(page.context["in_force"]) == 12
    assert len(for_twelve) == len(for_eight)


def test_steward_adds_a_standard_with_a_plain_form(steward):
    page = steward.post(reverse("standards:add"), WARMTH, follow=True)

    assert the("warmth").position == 9
    assert "“Warmth” is now on the log page." in text_of(page)


def test_steward_leaves_fields_empty_and_keeps_what_was_typed(steward):
    page = steward.post(reverse("standards:add"), {"name": "Warmth"})

    assert page.status_code == 422
    assert page.context["form"].errors == {
        "description": ["Say in one sentence what good looks like."],
        "nature": ["Choose knowledge, skill or attitude."],
        "icon": ["Choose a picture from the list."],
    }
    assert 'value="Warmth"' in text_of(page)


def test_steward_writes_too_much_and_reads_how_much_is_right(steward):
    longest = most(Standard, "name")
    page = steward.post(reverse("standards:add"), WARMTH | {"name": "W" * (longest + 5)})

    assert page.status_code == 422
    assert page.context["form"].errors == {
        "name": [f"Write at most {longest} letters: there are {longest + 5}."]
    }


@pytest.mark.parametrize("field", ["golden_rule", "official_route"])
def test_steward_writes_too_much_about_the_house_and_reads_how_much_is_right(steward, field):
    longest = most(House, field)
    typed = {"golden_rule": "Did we help?", field: "W" * (longest + 1)}

    page = steward.post(reverse("standards:house"), typed)

    assert page.context["form"].errors[field] == [
        f"Write at most {longest} letters: there are {longest + 1}."
    ]


def test_steward_adds_a_taken_name_and_reads_why_not(steward):
    page = steward.post(reverse("standards:add"), WARMTH | {"name": "respect"})

    assert page.status_code == 422
    assert page.context["form"].errors == {
        "name": ["Another standard already has this name. Choose a different one."]
    }


def test_steward_adds_a_thirteenth_and_reads_why_not(steward):
    for number in range(4):
        steward.post(reverse("standards:add"), WARMTH | {"name": f"More {number}"})

    page = steward.post(reverse("standards:add"), WARMTH)

    assert page.status_code == 422
    assert "Retire one first." in text_of(page)
    assert Standard.objects.in_force().count() == 12


def test_steward_finds_the_words_as_they_are_and_changes_them(steward):
    page = steward.get(reverse("standards:change", args=["speed"]))
    initial = page.context["form"].initial

    steward.post(reverse("standards:change", args=["speed"]), initial | {"name": "Pace"})

    assert initial["name"] == "Speed"
    assert the("speed").name == "Pace"


def test_steward_changes_to_a_taken_name_and_reads_why_not(steward):
    page = steward.post(reverse("standards:change", args=["speed"]), WARMTH | {"name": "Respect"})

    assert page.status_code == 422
    assert the("speed").name == "Speed"


def test_steward_asks_for_a_standard_that_never_was_and_finds_nothing(steward):
    page = steward.get(reverse("standards:change", args=["haste"]))

    assert page.status_code == 404


def test_steward_moves_retires_and_restores_with_plain_forms(steward):
    steward.post(reverse("standards:move", args=["listening"]), {"way": "up"})
    first = Standard.objects.in_force().first()
    steward.post(reverse("standards:retire", args=["speed"]))
    retired = the("speed").is_retired
    page = steward.post(reverse("standards:restore", args=["speed"]), follow=True)

    assert (first.code, retired) == ("listening", True)
    assert page.context["in_force"].last().code == "speed"


@pytest.mark.parametrize("way", ["", "sideways"])
def test_steward_moves_nowhere_and_nothing_changes(steward, way):
    page = steward.post(reverse("standards:move", args=["listening"]), {"way": way})

    assert page.status_code == 302
    assert Standard.objects.in_force().first().code == "respect"


@pytest.mark.parametrize("name", ["retire", "restore", "move"])
def test_steward_only_looks_and_nothing_changes(steward, name):
    page = steward.get(reverse(f"standards:{name}", args=["speed"]))

    assert page.status_code == 405
    assert not the("speed").is_retired


def test_steward_retires_the_last_and_reads_why_not(steward):
    Standard.objects.exclude(code="speed").update(is_retired=True)

    page = steward.post(reverse("standards:retire", args=["speed"]), follow=True)

    assert "This is the last standard in force." in text_of(page)
    assert not the("speed").is_retired


def test_steward_restores_a_name_taken_since_and_reads_why_not(steward):
    Standard.objects.filter(code="speed").update(is_retired=True, name="Respect")

    page = steward.post(reverse("standards:restore", args=["speed"]), follow=True)

    assert "Another standard already has this name." in text_of(page)
    assert the("speed").is_retired


def test_steward_writes_the_golden_rule_and_the_official_route(steward):
    page = steward.post(
        reverse("standards:house"),
        {"golden_rule": "And if\r\nit were you?", "official_route": "Room 12\n<b>"},
        follow=True,
    )

    assert queries.house().golden_rule == "And if it were you?"
    assert "Room 12<br>&lt;b&gt;" in text_of(page)


def test_steward_empties_the_golden_rule_and_reads_why_not(steward):
    page = steward.post(
        reverse("standards:house"), {"golden_rule": " ", "official_route": "Room 12"}
    )

    assert page.status_code == 422
    assert "Room 12" in text_of(page)
    assert queries.house().official_route == ""


def test_every_picture_exists():
    names = [name for name, _ in ICONS]

    assert [name for name in names if "<svg" not in lucide._render_icon(name, 24)] == []


def test_every_standard_of_the_start_has_a_picture_from_the_list(db):
    assert set(Standard.objects.values_list("icon", flat=True)) <= dict(ICONS).keys()


def test_mia_reads_the_standards_in_force_as_json(as_person, mia):
    Standard.objects.filter(code="respect").update(is_retired=True)

    answer = as_person(mia).get("/api/v1/standards/")

    assert [standard["code"] for standard in answer.json()][:2] == ["listening", "ownership"]
    assert answer.json()[0].keys() == {"code", "name", "description", "nature", "icon"}


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_steward_cannot_write_standards_through_the_api(steward, method):
    answer = getattr(steward, method)("/api/v1/standards/", WARMTH, content_type="application/json")

    assert answer.status_code == 405
    assert Standard.objects.count() == 8


def test_stranger_reads_no_standards(client, db):
    assert client.get("/api/v1/standards/").status_code == 403
