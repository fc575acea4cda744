"""Preparing a quarter: what is drawn, what it costs, and who is refused."""

from datetime import date
from decimal import Decimal

import pytest
from django_tasks_db.models import DBTaskResult

from speakup.observations.actions import log_observation
from speakup.observations.moments import Moment
from speakup.people.models import Person
from speakup.privacy import FixedNoise, OpenDPNoise
from speakup.privacy.quarters import Quarter
from speakup.reports import actions, queries, refusals
from speakup.reports.models import Cell, LedgerEntry, Node, ReadFrom, Release
from tests.factories import PersonFactory, UnitFactory

pytestmark = pytest.mark.django_db


class DyingNoise(FixedNoise):
    """The process dies in the middle of the draw."""

    def draw(self, values, **kwargs):
        raise MemoryError


def values(release, key=None):
    cells = Cell.objects.filter(node__release=release)
    cells = cells.filter(node__key=key) if key else cells.filter(node__kind="root")
    return dict(cells.values_list("category", "value"))


def test_steward_prepares_a_quarter_and_every_place_gets_numbers(
    busy_house, prepare, hotel, desk, next_door
):
    release = prepare()

    names = list(Node.objects.filter(release=release).order_by("order").values_list("name", "kind"))
    assert names == [
        ("Harbour Group", "root"),
        ("Hotel Noord", "unit"),
        ("Hotel Zuid", "unit"),
        ("Front desk", "unit"),
    ]
    # Hotel Noord is the smaller one, so the head office counts there.
    assert Node.objects.get(release=release, key=str(next_door.pk)).joined == ["Harbour Group"]
    at_desk = Person.objects.filter(unit=desk).count()
    in_noord = Person.objects.filter(unit=next_door).count()
    assert values(release, str(desk.pk))["stayed_silent"] == 2 * at_desk
    assert values(release)["stepped_in"] == at_desk + in_noord
    assert values(release)["sent_note"] == 0


def test_steward_prepares_with_noise_and_parents_are_the_sums_of_raw_leaves(busy_house, prepare):
    release = prepare(noise=FixedNoise((5, -7, 3)))

    root, *below = Node.objects.filter(release=release).order_by("order")
    leaves = [node for node in below if not below_of(node, below)]
    for cell in root.cells.all():
        parts = Cell.objects.filter(node__in=leaves, category=cell.category)
        assert cell.raw == sum(part.raw for part in parts)
        assert cell.value == sum(part.value for part in parts)
    assert root.cells.get(category="spoke_in_person").raw != 0


def below_of(node, nodes):
    return [one for one in nodes if one.parent_key == node.key]


def test_steward_prepares_with_opendp_and_numbers_differ_from_the_truth(busy_house, prepare):
    release = prepare(noise=OpenDPNoise())

    cells = Cell.objects.filter(node__release=release)
    assert cells.count() == 4 * 4
    assert {cell.raw for cell in cells} != {0}
    assert release.parameters["noise"] == "OpenDPNoise"
    assert queries.verify_ledger().problems == ()


def test_steward_prepares_and_the_ledger_states_what_was_really_spent(busy_house, prepare):
    release = prepare()

    spent, frozen = LedgerEntry.objects.order_by("number")
    assert (spent.kind, spent.rho, spent.year_limit) == ("spent", Decimal(".0625"), Decimal(".5"))
    assert (frozen.kind, frozen.rho) == ("frozen", Decimal(0))
    assert spent.parameters["statistics"] == ["OUT"]
    assert spent.parameters["policy"]["c"] == 3
    assert frozen.previous_sha256 == spent.sha256
    assert spent.parameters == frozen.parameters == release.parameters


def test_first_four_quarters_count_three_moments_of_a_person_and_later_ones_six(
    busy_house, write, mia, prepare, desk
):
    first = Quarter(2025, 3)
    write(mia, "sent_note", times=8, quarter=first)
    counted = []
    quarter = first
    for _ in range(5):
        release = prepare(quarter)
        counted.append(release.parameters["policy"]["c"])
        quarter = quarter.next

    assert counted == [3, 3, 3, 3, 6]
    assert values(Release.objects.get(quarter="2025Q3"))["sent_note"] == 3


def test_what_people_log_through_the_notebook_is_what_is_counted(house, mia, prepare):
    moment = Moment(standard="respect", outcome="sent_note", impact="lost", day=date(2026, 8, 3))
    log_observation(by=mia, moment=moment, today=date(2026, 8, 3))

    assert values(prepare())["sent_note"] == 1


def test_no_key_of_the_selection_is_kept_and_two_draws_differ(house, write, mia, monkeypatch):
    kept = []
    real = actions.tabulate

    def remembered(*args, quarter_key, **kwargs):
        kept.append(quarter_key)
        return real(*args, quarter_key=quarter_key, **kwargs)

    monkeypatch.setattr(actions, "tabulate", remembered)
    steward = PersonFactory(steward=True)
    for quarter in (Quarter(2026, 2), Quarter(2026, 3)):
        actions.prepare(
            by=steward, quarter=quarter, today=date(2026, 11, 1), noise=FixedNoise((0,))
        )

    assert len(set(kept)) == 2
    rows = str(list(LedgerEntry.objects.values())) + str(list(Release.objects.values()))
    assert not any(key.hex() in rows or str(key) in rows for key in kept)


def test_people_without_a_unit_and_leavers_do_not_stop_the_draw(busy_house, write, prepare, desk):
    lost = PersonFactory(unit=None)
    write(lost, "sent_note")
    leaver = PersonFactory(unit=desk, is_active=False)
    write(leaver, "sent_note")

    release = prepare()

    assert values(release)["sent_note"] == 1
    assert release.headcount == Person.objects.filter(is_active=True, unit__isnull=False).count()


def test_managers_read_from_their_unit_upwards(busy_house, prepare, hotel, desk, next_door):
    release = prepare()

    def read_from(unit):
        rows = ReadFrom.objects.filter(node__release=release, unit=unit.pk)
        return sorted(rows.values_list("node__name", flat=True))

    assert read_from(desk) == ["Front desk", "Harbour Group", "Hotel Zuid"]
    assert read_from(hotel) == ["Harbour Group", "Hotel Zuid"]
    assert read_from(next_door) == ["Harbour Group", "Hotel Noord"]


# Refusals: nothing is spent by any of them.


@pytest.fixture
def nothing_spent():
    yield
    assert not LedgerEntry.objects.exists()


def test_member_prepares_nothing(house, mia, prepare, nothing_spent):
    with pytest.raises(refusals.NotASteward, match="Only a steward"):
        prepare(by=mia)


def test_member_starts_no_preparation(house, mia, today, last_quarter, nothing_spent):
    with pytest.raises(refusals.NotASteward):
        actions.start_preparing(by=mia, quarter=last_quarter, today=today)
    assert not DBTaskResult.objects.exists()


def test_rows_name_themselves_without_numbers(busy_house, prepare, last_quarter):
    release = prepare()
    root = release.nodes.get(kind="root")

    assert str(release) == "2026Q3"
    assert str(root) == "Harbour Group"
    assert str(root.cells.get(category="sent_note")) == "OUT sent_note"
    assert str(root.read_from.first()).endswith(f"reads {root.pk}")
    assert str(LedgerEntry.objects.newest()) == "quarter 2026Q3"


@pytest.mark.parametrize("day", [date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 7)])
def test_steward_waits_until_a_week_after_the_quarter(house, prepare, day, nothing_spent):
    with pytest.raises(refusals.NotOverYet, match=r"8 October 2026"):
        prepare(today=day)


def test_steward_prepares_on_the_eighth_day(house, prepare):
    assert prepare(today=date(2026, 10, 8)).state == "prepared"


def test_steward_of_24_people_is_refused_and_of_25_is_not(organisation, prepare, olga):
    PersonFactory.create_batch(24 - 1, unit=organisation)
    with pytest.raises(refusals.TooFewPeople, match="24 people are too few"):
        prepare()
    assert not LedgerEntry.objects.exists()
    PersonFactory(unit=organisation)

    assert [node.kind for node in prepare().nodes.all()] == ["root"]


def test_steward_of_an_empty_house_is_refused(db, nothing_spent, today, last_quarter):
    steward = PersonFactory(steward=True)

    with pytest.raises(refusals.TooFewPeople, match="0 people"):
        actions.prepare(by=steward, quarter=last_quarter, today=today, noise=FixedNoise((0,)))


def test_steward_of_a_small_place_prepares_once_a_year(organisation, prepare, olga):
    PersonFactory.create_batch(30, unit=organisation)
    prepare(Quarter(2026, 2))

    with pytest.raises(refusals.OnceAYear, match="one quarter a year"):
        prepare(Quarter(2026, 3))
    assert prepare(Quarter(2025, 4)).state == "prepared"


def test_steward_who_prepares_twice_is_refused_and_the_numbers_stay(busy_house, prepare):
    before = values(prepare())

    with pytest.raises(refusals.AlreadyPrepared):
        prepare(noise=FixedNoise((9,)))

    assert values(Release.objects.get()) == before
    assert LedgerEntry.objects.count() == 2


def test_steward_who_prepares_a_released_quarter_is_refused(busy_house, publish, prepare):
    publish()

    with pytest.raises(refusals.AlreadyReleased, match="everybody reads the same numbers"):
        prepare()


def test_steward_runs_out_of_budget_and_is_refused(house, prepare, settings):
    settings.PRIVACY_PRESET = "detailed"
    prepare(Quarter(2025, 1))
    prepare(Quarter(2025, 2))
    settings.PRIVACY_PRESET = "careful"

    with pytest.raises(refusals.OverBudget, match=r"would spend 0\.03125 .* has 0 left"):
        prepare(Quarter(2025, 3))
    assert LedgerEntry.objects.count() == 4
    assert prepare(Quarter(2026, 1)).state == "prepared"


def test_crash_after_spending_loses_the_quarter_and_never_draws_again(busy_house, prepare):
    with pytest.raises(MemoryError):
        prepare(noise=DyingNoise((0,)))

    assert [entry.kind for entry in LedgerEntry.objects.all()] == ["spent"]
    assert not Release.objects.exists()
    with pytest.raises(refusals.NumbersLost, match="cannot be drawn again"):
        prepare()
    assert LedgerEntry.objects.count() == 1
    assert queries.verify_ledger().problems == ()
    assert prepare(Quarter(2026, 2)).state == "prepared"


def test_crash_before_spending_costs_nothing(house, prepare, monkeypatch):
    def dying(quarter):
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(actions, "facts", dying)
        with pytest.raises(MemoryError):
            prepare()

    assert not LedgerEntry.objects.exists()
    assert prepare().state == "prepared"


class CuriousNoise(FixedNoise):
    """Asks for the same quarter again while the first draw is under way."""

    def draw(self, values, **kwargs):
        with pytest.raises(refusals.NumbersLost):
            actions.prepare(
                by=PersonFactory(steward=True),
                quarter=Quarter(2026, 3),
                today=date(2026, 11, 1),
                noise=FixedNoise((1,)),
            )
        return super().draw(values, **kwargs)


def test_second_preparation_during_the_first_is_refused(busy_house, prepare):
    prepare(noise=CuriousNoise((0,)))

    assert LedgerEntry.objects.filter(kind="spent").count() == 1


def test_second_preparation_that_planned_before_the_first_spent_is_refused(
    busy_house, prepare, monkeypatch
):
    real = actions._counted

    def overtaken(plan):
        monkeypatch.setattr(actions, "_counted", real)
        prepare()
        return real(plan)

    monkeypatch.setattr(actions, "_counted", overtaken)

    with pytest.raises(refusals.AlreadyPrepared):
        prepare()
    assert LedgerEntry.objects.count() == 2


def test_preparation_that_another_quarter_overtakes_does_not_overdraw_the_year(
    house, prepare, settings, monkeypatch
):
    settings.PRIVACY_PRESET = "detailed"
    prepare(Quarter(2025, 1))
    settings.PRIVACY_PRESET = "careful"
    real, detailed = actions._counted, Quarter(2025, 2)

    def overtaken(plan):
        monkeypatch.setattr(actions, "_counted", real)
        settings.PRIVACY_PRESET = "detailed"
        prepare(detailed)
        return real(plan)

    monkeypatch.setattr(actions, "_counted", overtaken)

    with pytest.raises(refusals.OverBudget):
        prepare(Quarter(2025, 3))
    assert {entry.quarter for entry in LedgerEntry.objects.all()} == {"2025Q1", "2025Q2"}


# Releasing


def test_another_steward_releases(busy_house, prepare, ilse, today):
    release = actions.release(by=ilse, release=prepare(), today=today)

    assert (release.state, release.released_by, release.released_on) == ("released", ilse, today)


def test_preparer_cannot_release_their_own_quarter(busy_house, prepare, olga, today):
    release = prepare()

    with pytest.raises(refusals.AnotherStewardReleases):
        actions.release(by=olga, release=release, today=today)
    assert Release.objects.get().state == "prepared"


def test_member_releases_nothing(busy_house, prepare, mia, today):
    release = prepare()

    with pytest.raises(refusals.NotASteward):
        actions.release(by=mia, release=release, today=today)
    assert Release.objects.get().state == "prepared"


def test_steward_who_releases_twice_is_refused(busy_house, publish, ilse, today):
    release = publish()

    with pytest.raises(refusals.AlreadyReleased):
        actions.release(by=ilse, release=release, today=today)


def test_refusals_are_sentences_for_people(db):
    small = refusals.TooFewPeople(refusals.TooSmall(1))
    said = [small, refusals.NotReleased(), refusals.AnotherStewardReleases()]

    assert all(refusal.sentence.endswith(".") for refusal in said)
    assert "1 person is too few" in small.sentence


def test_small_units_are_pooled_and_their_managers_read_the_pool(organisation, prepare, olga):
    hotels = [UnitFactory(name=f"House {number}", parent=organisation) for number in (1, 2)]
    teams = [UnitFactory(name=f"Team {number}", parent=organisation) for number in range(5)]
    for unit in hotels:
        PersonFactory.create_batch(45, unit=unit)
    for unit in teams:
        PersonFactory.create_batch(9, unit=unit)

    release = prepare()

    pool = release.nodes.get(kind="pool")
    assert (pool.name, pool.headcount) == ("Harbour Group", 45 + 1)
    readers = set(ReadFrom.objects.filter(node=pool).values_list("unit", flat=True))
    assert {unit.pk for unit in teams} <= readers
    assert not {unit.pk for unit in hotels} & readers
