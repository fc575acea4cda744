"""Stewards keep the standards; none ever vanishes."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from speakup.standards import actions, queries
from speakup.standards.models import House, Standard, StandardsAreKept
from speakup.standards.wording import Way, Wording

WARMTH = Wording(name="Warmth", description="We smile first.", nature="attitude", icon="smile")


def names():
    return [str(standard) for standard in Standard.objects.in_force()]


def the(code):
    return Standard.objects.get(code=code)


def test_house_starts_with_eight_standards_in_order(db):
    assert names() == [
        "Respect",
        "Listening",
        "Ownership",
        "Right answers",
        "Clear words",
        "Speed",
        "Availability",
        "Fairness",
    ]


def test_house_starts_with_a_golden_rule(db):
    assert str(queries.house()) == "How would I feel if I were the customer?"


def test_house_without_a_row_still_has_a_golden_rule(db):
    House.objects.all().delete()

    assert queries.house().golden_rule == "How would I feel if I were the customer?"


def test_steward_adds_a_standard_and_it_comes_last(olga):
    standard = actions.add_standard(by=olga, wording=WARMTH)

    assert (standard.code, names()[-1]) == ("warmth", "Warmth")


@pytest.mark.parametrize(("name", "code"), [("Уважение", "standard"), ("Speed!", "speed-2")])
def test_steward_adds_any_name_and_the_code_is_new(olga, name, code):
    standard = actions.add_standard(by=olga, wording=Wording(name, "…", "skill", "clock"))

    assert standard.code == code


def test_steward_adds_a_name_in_other_letters_and_is_refused(olga):
    with pytest.raises(actions.NameTaken) as refusal:
        actions.add_standard(by=olga, wording=Wording("RESPECT", "…", "skill", "clock"))

    assert str(refusal.value) == "Another standard already has this name. Choose a different one."
    assert len(names()) == 8


def test_steward_adds_a_thirteenth_and_is_refused(olga):
    for number in range(4):
        actions.add_standard(by=olga, wording=Wording(f"More {number}", "…", "skill", "clock"))

    with pytest.raises(actions.TooMany):
        actions.add_standard(by=olga, wording=WARMTH)

    assert len(names()) == 12


def test_steward_rewords_a_standard_and_its_code_stays(olga):
    actions.reword_standard(by=olga, standard=the("speed"), wording=WARMTH)

    changed = the("speed")
    assert (changed.name, changed.description, changed.icon) == (
        "Warmth",
        "We smile first.",
        "smile",
    )


def test_steward_keeps_the_name_while_rewording_and_nothing_is_refused(olga):
    actions.reword_standard(
        by=olga, standard=the("speed"), wording=Wording("Speed", "Quick.", "skill", "clock")
    )

    assert the("speed").description == "Quick."


def test_steward_takes_another_name_while_rewording_and_is_refused(olga):
    with pytest.raises(actions.NameTaken):
        actions.reword_standard(
            by=olga, standard=the("speed"), wording=Wording("Respect", "…", "skill", "clock")
        )

    assert the("speed").name == "Speed"


def test_steward_rewords_a_retired_standard_with_a_name_in_force_and_cannot_restore_it(olga):
    actions.retire_standard(by=olga, standard=the("speed"))
    wording = Wording("Respect", "…", "skill", "clock")
    actions.reword_standard(by=olga, standard=the("speed"), wording=wording)

    with pytest.raises(actions.NameTaken):
        actions.restore_standard(by=olga, standard=the("speed"))

    assert the("speed").is_retired


@pytest.mark.parametrize(
    ("code", "way", "order"),
    [
        ("listening", Way.UP, ["Listening", "Respect", "Ownership"]),
        ("respect", Way.DOWN, ["Listening", "Respect", "Ownership"]),
        ("respect", Way.UP, ["Respect", "Listening", "Ownership"]),
    ],
)
def test_steward_moves_a_standard_and_the_order_follows(olga, code, way, order):
    actions.move_standard(by=olga, standard=the(code), way=way)

    assert names()[:3] == order


def test_steward_moves_the_last_down_and_nothing_changes(olga):
    before = names()

    actions.move_standard(by=olga, standard=the("fairness"), way=Way.DOWN)

    assert names() == before


def test_steward_retires_and_restores_a_standard_and_it_comes_last(olga):
    actions.retire_standard(by=olga, standard=the("respect"))
    without = names()

    actions.restore_standard(by=olga, standard=the("respect"))

    assert "Respect" not in without
    assert len(without) == 7
    assert names() == [*without, "Respect"]


def test_steward_repeats_what_is_already_so_and_nothing_changes(olga):
    actions.restore_standard(by=olga, standard=the("respect"))
    actions.retire_standard(by=olga, standard=the("speed"))
    actions.retire_standard(by=olga, standard=the("speed"))
    actions.move_standard(by=olga, standard=the("speed"), way=Way.UP)

    assert len(names()) == 7
    assert names()[0] == "Respect"


def test_steward_restores_a_thirteenth_and_is_refused(olga):
    actions.retire_standard(by=olga, standard=the("speed"))
    for number in range(5):
        actions.add_standard(by=olga, wording=Wording(f"More {number}", "…", "skill", "clock"))

    with pytest.raises(actions.TooMany):
        actions.restore_standard(by=olga, standard=the("speed"))

    assert the("speed").is_retired


def test_steward_retires_the_last_standard_and_is_refused(olga):
    *others, last = Standard.objects.in_force()
    for standard in others:
        actions.retire_standard(by=olga, standard=standard)

    with pytest.raises(actions.LastInForce):
        actions.retire_standard(by=olga, standard=last)

    assert names() == ["Fairness"]


def test_steward_describes_the_house_and_everybody_reads_it(olga):
    actions.describe_house(by=olga, golden_rule="And if it were you?", official_route="Room 12")

    house = queries.house()
    assert (house.golden_rule, house.official_route) == ("And if it were you?", "Room 12")


def test_manager_changes_nothing_here(priit):
    speed = the("speed")
    attempts = [
        lambda: actions.add_standard(by=priit, wording=WARMTH),
        lambda: actions.reword_standard(by=priit, standard=speed, wording=WARMTH),
        lambda: actions.move_standard(by=priit, standard=speed, way=Way.UP),
        lambda: actions.retire_standard(by=priit, standard=speed),
        lambda: actions.restore_standard(by=priit, standard=speed),
        lambda: actions.describe_house(by=priit, golden_rule="Mine", official_route=""),
    ]
    before = names()

    for attempt in attempts:
        with pytest.raises(PermissionDenied):
            attempt()

    assert names() == before
    assert queries.house().golden_rule != "Mine"


def test_nobody_deletes_a_standard_through_the_models(db):
    for deletion in (the("speed").delete, Standard.objects.filter(code="speed").delete):
        with pytest.raises(StandardsAreKept) as refusal:
            deletion()

    assert str(refusal.value) == (
        "A standard is never deleted, since notebooks name it. Retire it instead."
    )
    assert len(names()) == 8


def test_nobody_deletes_a_standard_past_the_models(db):
    statement = "DELETE FROM standards_standard WHERE code = 'speed'"

    if connection.vendor == "sqlite":
        connection.cursor().execute(statement)
    else:
        with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
            connection.cursor().execute(statement)

    assert len(names()) == 8


def test_nobody_changes_the_code_of_a_standard(db):
    with pytest.raises(DatabaseError, match="keeps its code"), transaction.atomic():
        Standard.objects.filter(code="speed").update(code="haste")

    assert the("speed").name == "Speed"


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time")
@pytest.mark.django_db(transaction=True)
def test_two_stewards_retire_the_last_two_at_once_and_one_stays(olga, ilse):
    Standard.objects.bulk_create(
        Standard(
            code=f"kept-{n}",
            name=f"Kept {n}",
            description="…",
            nature="skill",
            icon="key",
            position=n,
        )
        for n in (1, 2)
    )
    Standard.objects.exclude(code__startswith="kept-").update(is_retired=True)
    start = threading.Barrier(2)
    refusals = []

    def retire(steward, code):
        standard = the(code)
        start.wait()
        try:
            actions.retire_standard(by=steward, standard=standard)
        except actions.LastInForce as refusal:
            refusals.append(refusal)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=retire, args=pair) for pair in ((olga, "kept-1"), (ilse, "kept-2"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refusals) == len(names()) == 1
