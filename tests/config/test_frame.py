"""What every page shares: its frame and its forms."""

import re
from pathlib import Path

import brotli
import pytest
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.template import Context, Template
from django.urls import include, path

from config.templatetags.tiles import tile_icon
from speakup.standards.models import Standard
from tests.factories import StandardFactory
from tests.reading import Page

CSS = Path(__file__).parents[2] / "static/css"


class MomentForm(forms.Form):
    mood = forms.ChoiceField(
        label="How was the customer left?",
        choices=[("", "—"), ("helped", "Helped"), ("lost", "Lost")],
        widget=forms.RadioSelect,
        help_text="As far as you know.",
        error_messages={"required": "Choose how the customer was left."},
    )
    words = forms.CharField(label="A few words", required=False, help_text="No names.")
    again = forms.BooleanField(label="It happened before", required=False, help_text="Lately.")
    way = forms.ChoiceField(
        label="Where", choices=[("desk", "Desk")], widget=forms.RadioSelect, required=False
    )
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


class StandardForm(forms.Form):
    standard = forms.ModelChoiceField(
        Standard.objects.order_by("position"), widget=forms.RadioSelect, empty_label=None
    )


@login_not_required
def says(request):
    messages.success(request, "It is saved.")
    messages.warning(request, "Read the hint.")
    messages.error(request, "That did not work; try again.")
    return render(request, "404.html")


@login_not_required
def fragment(request):
    messages.success(request, "It is saved.")
    return HttpResponse(
        Template('{% include "components/messages.html" with oob=True %}').render(
            Context({"messages": messages.get_messages(request)})
        )
    )


urlpatterns = [path("says/", says), path("fragment/", fragment), path("", include("config.urls"))]


@pytest.fixture
def frame(as_person, mia):
    """A page of the house as Mia sees it."""
    return as_person(mia).get("/account/sign-out/")


# The frame


def test_mia_opens_a_page_and_finds_one_main_landmark_one_heading_and_a_way_past_the_frame(frame):
    page = Page(frame)

    assert page.all("html") == [{"lang": "en"}]
    assert [main["id"] for main in page.all("main")] == ["main"]
    assert len(page.all("h1")) == 1
    assert page.all("a")[0]["href"] == "#main"
    assert "<title>Sign out · Speakup</title>" in frame.content.decode()


def test_mia_finds_the_ways_in_the_order_of_the_house(frame):
    nav = re.search(r"<nav.*?</nav>", frame.content.decode(), re.DOTALL).group()

    assert re.findall(r"</svg><span>(\w+)</span>", nav) == [
        "Log",
        "Notebook",
        "Notes",
        "Trends",
        "More",
    ]
    assert re.findall(r'<a href="([^"]*)"', nav) == [
        "/log/",
        "/notebook/",
        "/notes/",
        "/reports/",
        "/me/more/",
    ]


@pytest.mark.parametrize("way", ["/log/", "/notebook/", "/notes/", "/reports/", "/me/more/"])
def test_mia_is_somewhere_and_the_frame_says_where(as_person, mia, way):
    page = Page(as_person(mia).get(way))

    assert [link["href"] for link in page.all("a", **{"aria-current": "page"})] == [way]


def test_mia_is_below_a_way_and_the_frame_says_below_which(as_person, mia):
    page = Page(as_person(mia).get("/me/"))

    assert [link["href"] for link in page.all("a", **{"aria-current": "true"})] == ["/me/more/"]


def test_a_new_note_makes_a_dot_without_a_reload(frame):
    page = Page(frame)

    assert page.all("span", id="unread")[0]["hx-get"] == "/notes/unread/"
    assert [li["hx-ext"] for li in page.all("li", **{"ws-connect": "/ws/unread/"})] == ["ws"]


def test_a_stranger_sees_the_name_of_the_place_and_no_way_around(client, db):
    answer = client.get("/account/sign-in/")

    assert '<header class="masthead">Speakup</header>' in answer.content.decode()
    assert Page(answer).all("nav") == []
    assert "data-person" not in Page(answer).all("body")[0]


def test_a_place_has_its_own_name_and_every_page_says_it(client, db, settings):
    settings.PLACE_NAME = "Harbour & Sons"

    assert "Harbour &amp; Sons</header>" in client.get("/account/sign-in/").content.decode()


def test_a_page_runs_only_its_own_files(frame):
    page = Page(frame)
    nonce = re.search(r"'nonce-([^']+)'", frame["Content-Security-Policy"]).group(1)

    assert page.all("script")
    assert all(script.get("src") and script["nonce"] == nonce for script in page.all("script"))
    assert page.all("style") == []
    assert not [held for _, held in page.tags if {"style", "onclick", "onload"} & held.keys()]


def test_a_fragment_sends_the_token_against_forgery(frame):
    body = Page(frame).all("body")[0]

    assert re.fullmatch(r'\{"X-CSRFToken": "\w{64}"\}', body["hx-headers"])


def test_an_action_has_something_to_say_and_it_is_heard(client, db, settings):
    settings.ROOT_URLCONF = __name__

    text = client.get("/says/").content.decode()

    assert '<div id="messages" role="status">' in text
    assert '<p class="notice">It is saved.</p>' in text
    assert '<p class="notice warm">Read the hint.</p>' in text
    assert '<p class="notice warning">That did not work; try again.</p>' in text


def test_a_fragment_says_it_in_the_same_place(client, settings):
    settings.ROOT_URLCONF = __name__

    text = client.get("/fragment/").content.decode()

    assert '<div id="messages" role="status" hx-swap-oob="true">' in text
    assert "It is saved." in text


def test_the_four_sheets_weigh_less_than_six_kilobytes():
    sheets = [CSS / f"{name}.css" for name in ("tokens", "base", "layout", "components")]

    assert sum(len(brotli.compress(sheet.read_bytes())) for sheet in sheets) <= 6 * 1024


# Forms


def test_a_field_is_tied_to_its_name_its_help_and_its_error():
    class Short(forms.Form):
        words = forms.CharField(
            label="A few words",
            help_text="No names.",
            error_messages={"required": "Write a few words."},
        )

    text = Short({})["words"].as_field_group()

    page = Page(text)
    assert page.all("label")[0]["for"] == "id_words"
    control = page.all("input")[0]
    assert control["aria-invalid"] == "true"
    told = control["aria-describedby"].split()
    assert [held["id"] for _, held in page.tags if held.get("id") in told] == told
    assert "Write a few words." in text
    assert "(optional)" not in text


def test_a_field_that_may_stay_empty_says_so_and_a_tick_does_not():
    form = MomentForm()

    assert "(optional)" in form["words"].as_field_group()
    assert "(optional)" in form["way"].as_field_group()
    assert "(optional)" not in form["again"].as_field_group()


def test_a_tick_stands_before_its_words_and_knows_its_help():
    page = Page(MomentForm()["again"].as_field_group())

    assert page.all("label")[0]["class"] == "tick"
    assert page.all("input")[0]["aria-describedby"] == page.all("div", **{"class": "help"})[0]["id"]


def test_a_list_of_choices_is_one_group_with_a_name():
    page = Page(MomentForm()["way"].as_field_group())

    assert len(page.all("fieldset")) == len(page.all("legend")) == 1


def tiles(form, field, **context):
    template = Template('{% include "components/tiles.html" with field=field icons=icons %}')
    return template.render(Context({"field": form[field]} | context))


def test_a_choice_is_shown_as_tiles_each_with_its_picture_and_word():
    text = tiles(MomentForm(), "mood", icons={"helped": "smile", "lost": "door-open"})

    assert len(Page(text).all("label", **{"class": "tile"})) == 2
    assert len(Page(text).all("svg", **{"aria-hidden": "true"})) == 2
    assert '<span class="tile-word">Helped</span>' in text
    assert "—" not in text


def test_a_tile_was_chosen_and_comes_back_chosen():
    page = Page(tiles(MomentForm({"mood": "lost"}), "mood"))

    assert [radio["value"] for radio in page.all("input") if "checked" in radio] == ["lost"]
    assert page.all("svg") == []


def test_no_tile_was_chosen_and_the_group_says_what_to_do():
    text = tiles(MomentForm({}), "mood")

    told = Page(text).all("fieldset")[0]["aria-describedby"].split()
    assert told == ["id_mood_helptext", "id_mood_error"]
    assert "Choose how the customer was left." in text


@pytest.mark.django_db
def test_a_row_of_the_house_brings_its_own_picture():
    StandardFactory(name="Warmth", icon="heart")

    text = tiles(StandardForm(), "standard")

    assert "Warmth" in text
    assert len(Page(text).all("svg")) == Standard.objects.count()


def test_a_choice_without_a_picture_has_none():
    choice = next(iter(MomentForm()["way"]))

    assert tile_icon(choice, {"elsewhere": "heart"}) == tile_icon(choice) == ""


def test_a_form_that_is_wrong_as_a_whole_says_so_first():
    form = MomentForm({"mood": "lost"})
    form.add_error(None, "Choose a day that is not in the future.")

    text = Template('{% include "components/form_errors.html" %}').render(Context({"form": form}))

    assert 'role="alert"' in text
    assert "Choose a day that is not in the future." in text
