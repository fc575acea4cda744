"""How the guide reads, told to everybody."""

import pytest
from django.urls import reverse

from coaching.notes import advice, openness
from coaching.phrasing import Kind, languages
from coaching.phrasing.measured import Measured, Share, measured
from tests.coaching.notes.conftest import UNREAD

PAGE = reverse("notes:how_it_reads")


def text(page):
    return page.content.decode()


def test_a_stranger_reads_it_without_signing_in(client):
    page = client.get(PAGE)

    assert page.status_code == 200
    assert "How the guide reads" in text(page)
    assert "Sign out" not in text(page)


def test_every_kind_is_named_with_its_reason_and_an_example(client):
    page = client.get(PAGE)

    shown = page.context["guide"]
    assert [slip.name for slip in shown.slips] == [advice.NAMES[kind] for kind in Kind]
    without = {slip.name for slip in shown.slips if slip.example is None}
    assert without == {
        advice.NAMES[kind]
        for kind in (Kind.PROFANITY, Kind.DISCRIMINATORY, Kind.SHOUTING, Kind.TONE)
    }
    assert all(strength.example for strength in shown.strengths)


def test_the_measured_rates_stand_there_as_they_were_measured(client):
    figures = measured("en")

    page = text(client.get(PAGE))

    assert f"Of 100 kind notes it marks {figures.kind.percent} without need." in page
    assert f"Of 100 notes that would hurt it marks {figures.unkind.percent}." in page
    assert f"in the voices of {figures.authors} invented people" in page
    for share in figures.kinds.values():
        assert f"{share.number} of {share.of}" in page


@pytest.mark.parametrize("language", languages())
def test_examples_and_words_are_in_the_readers_language(client, language):
    page = client.get(PAGE, headers={"accept-language": language})

    assert page.context["guide"].language == language
    assert f'<figure class="stack" lang="{language}">' in text(page)


def test_a_reader_of_a_language_without_a_pack_gets_english_examples(client):
    assert client.get(PAGE, headers={"accept-language": UNREAD}).context["guide"].language == "en"


def test_every_way_to_hurt_that_was_measured_has_a_name():
    for language in languages():
        assert measured(language).kinds.keys() <= advice.INTENDED.keys()


def test_a_pack_that_nobody_measured_shows_no_figures(monkeypatch):
    monkeypatch.setattr(openness, "measured", lambda language: None)
    openness._openness.cache_clear()

    shown = openness.openness("en")

    openness._openness.cache_clear()
    assert (shown.measured, shown.found) == (None, ())


def test_the_best_found_kinds_come_first(monkeypatch):
    figures = Measured(
        "", 1, *[Share(1, 2)] * 4, 0.9, {"blame": Share(1, 4), "threat": Share(3, 4)}
    )
    monkeypatch.setattr(openness, "measured", lambda language: figures)
    openness._openness.cache_clear()

    found = openness.openness("en").found

    openness._openness.cache_clear()
    assert [name for name, _ in found] == [advice.NAMES[Kind.THREAT], advice.NAMES[Kind.BLAME]]
