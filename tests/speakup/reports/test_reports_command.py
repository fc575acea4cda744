"""`manage.py prepare_release`: a dry run first, and one sentence for what cannot be."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from speakup.reports.models import LedgerEntry, Release

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def late_november(monkeypatch, today):
    monkeypatch.setattr(timezone, "localdate", lambda *args: today)


def test_steward_sees_the_places_and_the_cost_and_nothing_is_drawn(busy_house, olga, capsys):
    call_command("prepare_release", "2026Q3", "--by", olga.email)

    said = capsys.readouterr().out
    assert "2026Q3: 101 people, 4 places." in said
    assert "Hotel Noord" in said
    assert "Margins and limits are in moments" in said
    assert "This spends 0.06250 of privacy (rho); 0.50000 a year, 0.50000 left before" in said
    assert "0.43750 after" in said
    assert "Add --draw" in said
    assert not LedgerEntry.objects.exists()


def test_steward_draws_and_another_must_release(busy_house, olga, capsys):
    call_command("prepare_release", "2026Q3", "--by", olga.email.upper(), "--draw")

    assert "Another steward releases it" in capsys.readouterr().out
    release = Release.objects.get()
    assert (release.state, release.prepared_by) == ("prepared", olga)
    assert release.parameters["noise"] == "OpenDPNoise"


@pytest.mark.parametrize(
    ("quarter", "by", "sentence"),
    [
        ("2026", "olga.petrova@hotel.example", "2026 is no quarter: write it like 2026Q3."),
        ("2026Q4", "olga.petrova@hotel.example", "People may still write about 2026Q4"),
        ("2026Q3", "nobody@hotel.example", "Nobody here has the address nobody@hotel.example"),
        ("2026Q3", "mia.visser@hotel.example", "Only a steward prepares"),
    ],
)
@pytest.mark.parametrize("draw", [[], ["--draw"]])
def test_bad_input_gets_one_sentence_and_spends_nothing(busy_house, quarter, by, sentence, draw):
    with pytest.raises(CommandError, match=sentence) as refused:
        call_command("prepare_release", quarter, "--by", by, *draw)

    assert refused.value.returncode == 1
    assert "\n" not in str(refused.value)
    assert not LedgerEntry.objects.exists()


def test_second_draw_from_the_command_line_is_refused(busy_house, olga, prepare):
    prepare()

    with pytest.raises(CommandError, match="prepared already"):
        call_command("prepare_release", "2026Q3", "--by", olga.email, "--draw")
    assert LedgerEntry.objects.count() == 2
