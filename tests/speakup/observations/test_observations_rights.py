"""What Mia takes along, and what goes when she goes."""

from speakup.observations import data_rights, queries
from speakup.observations.models import Observation
from speakup.privacy.quarters import Quarter


def test_mia_takes_her_own_moments_along_and_nobody_elses(mia, jonas, write):
    hers = write(mia, words="Hers.", cause="tools")
    write(jonas)

    assert data_rights.export(mia) == {
        "observations": [
            {
                "id": str(hers.id),
                "standard": "listening",
                "outcome": "stayed_silent",
                "impact": "unhappy",
                "day": "2026-11-24",
                "cause": "tools",
                "channel": "",
                "customer": "",
                "silence": "",
                "words": "Hers.",
            }
        ]
    }


def test_mia_is_erased_and_no_later_report_counts_her(mia, jonas, write):
    write(mia)
    his = write(jonas)

    data_rights.erase(mia)

    assert list(Observation.objects.values_list("pk", flat=True)) == [his.id]
    assert len(list(queries.facts(Quarter(2026, 4)))) == 1
