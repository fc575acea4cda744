"""What a person may take along from the quarter, and what stays."""

import pytest

from speakup.reports import data_rights
from speakup.reports.models import Cell, Release

pytestmark = pytest.mark.django_db


def test_member_is_told_that_released_numbers_stay(busy_house, publish, mia):
    publish()
    before = list(Cell.objects.order_by("pk").values_list())

    exported = data_rights.export(mia)
    stays = data_rights.erase(mia)

    assert exported == {"kept": stays[0], "prepared": [], "released": []}
    assert "Released numbers stay" in stays[0]
    assert list(Cell.objects.order_by("pk").values_list()) == before


def test_stewards_take_along_what_they_prepared_and_released(busy_house, publish, olga, ilse):
    publish()

    assert data_rights.export(olga)["prepared"] == ["2026Q3"]
    assert data_rights.export(ilse)["released"] == ["2026Q3"]
    assert Release.objects.get().prepared_by == olga
