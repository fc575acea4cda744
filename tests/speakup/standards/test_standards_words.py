"""The words that a house begins with are met in the reader's language; a steward's own are left alone."""

import importlib

from django.urls import reverse

from speakup.standards.brought_along import GOLDEN_RULE, WORDS
from speakup.standards.models import Standard

first = importlib.import_module("speakup.standards.migrations.0002_first_eight")


def test_words_marked_for_translation_are_those_that_a_house_begins_with():
    begun = [text for _, name, _, _, description in first.EIGHT for text in (name, description)]

    assert list(WORDS) == begun
    assert first.GOLDEN_RULE == GOLDEN_RULE


def test_mia_who_reads_dutch_meets_the_standards_in_dutch_and_a_reworded_one_as_it_was_written(
    as_person, mia
):
    mia.language = "nl"
    mia.save()
    Standard.objects.filter(code="speed").update(name="No queues")

    page = as_person(mia).get(reverse("observations:log")).content.decode()

    assert "Luisteren" in page
    assert "We laten mensen uitpraten" in page
    assert "Hoe zou ik me voelen" in page
    assert "No queues" in page
