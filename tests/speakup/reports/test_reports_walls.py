"""The walls in the database: raw SQL meets them on SQLite and PostgreSQL alike."""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, connections, transaction

from speakup.privacy import FixedNoise
from speakup.privacy.quarters import Quarter
from speakup.reports import actions, ledger, queries, refusals
from speakup.reports.models import Cell, LedgerEntry, Node, ReadFrom, Release
from tests.factories import PersonFactory, UnitFactory
from tests.speakup.reports import walls

pytestmark = pytest.mark.django_db
VENDOR = connection.vendor


def sql(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def rows_of(*models):
    return [list(model.objects.order_by("pk").values_list()) for model in models]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reports_ledgerentry SET rho = 0.00001 WHERE kind = 'spent'",
        "UPDATE reports_ledgerentry SET year = 2020",
        "DELETE FROM reports_ledgerentry",
        "DELETE FROM reports_ledgerentry WHERE kind = 'frozen'",
        "UPDATE reports_cell SET value = value + 1",
        "UPDATE reports_cell SET raw = 0 WHERE category = 'sent_note'",
        "DELETE FROM reports_cell",
        "UPDATE reports_node SET name = 'Somewhere else'",
        "DELETE FROM reports_node WHERE kind = 'unit'",
        "UPDATE reports_readfrom SET node_id = node_id + 1",
        "DELETE FROM reports_readfrom",
        "DELETE FROM reports_release",
        "UPDATE reports_release SET headcount = 1",
        "UPDATE reports_release SET quarter = '2020Q1'",
        "UPDATE reports_release SET parameters = '{}'",
        "UPDATE reports_release SET state = 'released'",
        "UPDATE reports_release SET released_on = '2026-11-24'",
    ],
)
def test_nobody_changes_or_deletes_what_is_frozen(busy_house, prepare, statement):
    prepare()
    everything = Cell, Node, ReadFrom, Release, LedgerEntry
    before = rows_of(*everything)
    assert all(before)

    with pytest.raises(IntegrityError):
        sql(statement)

    assert rows_of(*everything) == before


def test_a_prepared_release_changes_once_and_then_never(busy_house, prepare, ilse):
    release = prepare()
    turn = (
        "UPDATE reports_release SET state = %s, released_by_id = %s, released_on = %s "
        "WHERE quarter = '2026Q3'"
    )
    sql(turn, "released", as_stored(ilse.pk), "2026-11-24")

    for state, person, day in (
        ("released", as_stored(ilse.pk), "2026-11-25"),
        ("prepared", None, None),
    ):
        with pytest.raises(IntegrityError):
            sql(turn, state, person, day)
    release.refresh_from_db()
    assert (release.released_by, release.released_on) == (ilse, date(2026, 11, 24))


def as_stored(pk):
    return pk.hex if VENDOR == "sqlite" else pk


def test_the_preparer_cannot_release_even_by_sql(busy_house, prepare, olga):
    prepare()

    with pytest.raises(IntegrityError):
        sql(
            "UPDATE reports_release SET state = 'released', released_by_id = %s, "
            "released_on = '2026-11-24'",
            as_stored(olga.pk),
        )


@pytest.mark.parametrize("table", ["cell", "node", "readfrom"])
def test_nothing_is_added_to_frozen_numbers(busy_house, prepare, table):
    release = prepare()
    node = release.nodes.get(kind="root")
    new = {
        "cell": lambda: Cell.objects.create(
            node=node, statistic="CAUSE", category="tools", raw=1, value=1, sd=1
        ),
        "node": lambda: Node.objects.create(
            release=release, key="x", kind="unit", name="X", depth=1, order=9, headcount=1
        ),
        "readfrom": lambda: ReadFrom.objects.create(node=node, unit=release.pk),
    }

    with pytest.raises(IntegrityError), transaction.atomic():
        new[table]()


def test_numbers_cannot_be_written_before_their_budget(house, olga):
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(quarter="2026Q3", prepared_by=olga, headcount=9, parameters={})


def test_a_release_cannot_begin_released(busy_house, prepare, olga, ilse, today, last_quarter):
    with pytest.raises(MemoryError):
        prepare(noise=Dying((0,)))

    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(
            quarter=str(last_quarter), prepared_by=olga, headcount=9, parameters={},
            state="released", released_by=ilse, released_on=today,
        )  # fmt: skip


class Dying(FixedNoise):
    def draw(self, values, **kwargs):
        raise MemoryError


def entry(quarter="2026Q2", rho=".1", year_limit=".5", kind="spent", year=2026, **fields):
    with transaction.atomic():
        return ledger.append(
            kind=kind, rho=ledger.Decimal(rho), year_limit=ledger.Decimal(year_limit),
            product="quarter", quarter=quarter, year=year, parameters={}, **fields,
        )  # fmt: skip


def test_ledger_takes_what_the_year_has_and_refuses_the_rest(db):
    entry("2026Q1", ".25")
    entry("2026Q2", ".25")

    with pytest.raises(IntegrityError, match="more privacy than the year has"):
        entry("2026Q3", ".00001")
    assert entry("2027Q1", ".5", year=2027).number == 3


def test_ledger_refuses_a_year_beyond_the_hard_cap_whatever_its_limit(db):
    entry("2026Q1", ".75", ".75")

    with pytest.raises(IntegrityError, match="more privacy"):
        entry("2026Q2", ".00001", ".75")
    with pytest.raises(IntegrityError, match="more privacy"):
        entry("2027Q1", ".1", ".76", year=2027)


def test_ledger_refuses_a_row_that_names_another_year_than_its_quarter(db):
    with pytest.raises(IntegrityError, match="follow one another"):
        entry("2026Q1", year=2025)


def test_ledger_refuses_frozen_numbers_that_nobody_paid_for(db):
    with pytest.raises(IntegrityError, match="only after their budget"):
        entry(kind="frozen", rho="0", body_sha256="a" * 64)


@pytest.mark.parametrize("rho", ["0", "-0.1"])
def test_ledger_refuses_a_draw_that_costs_nothing_or_gives_back(db, rho):
    with pytest.raises(IntegrityError):
        entry(rho=rho)


def test_ledger_refuses_a_second_row_for_the_quarter(db):
    entry()

    with pytest.raises(IntegrityError):
        entry()


@pytest.mark.parametrize(("number", "previous"), [(3, None), (1, None), (2, "f" * 64)])
def test_ledger_refuses_a_row_that_does_not_follow(db, number, previous):
    first = entry()
    row = LedgerEntry(
        number=number, kind="spent", product="quarter", quarter="2026Q3", year=2026, rho=".1",
        year_limit=".5", parameters={}, previous_sha256=previous or first.sha256, sha256="b" * 64,
    )  # fmt: skip

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.skipif(VENDOR != "sqlite", reason="only SQLite replaces rows on insert")
@pytest.mark.parametrize("table", ["ledgerentry", "release", "node", "cell", "readfrom"])
def test_sqlite_cannot_replace_a_row_by_inserting_over_it(busy_house, prepare, table):
    prepare()

    with pytest.raises(IntegrityError):
        sql(f"INSERT OR REPLACE INTO reports_{table} SELECT * FROM reports_{table}")


@pytest.mark.skipif(VENDOR != "postgresql", reason="only PostgreSQL truncates")
@pytest.mark.parametrize("table", ["ledgerentry", "release", "node", "cell", "readfrom"])
def test_postgresql_cannot_empty_a_table_in_one_go(busy_house, prepare, table):
    prepare()
    sql("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match="frozen"):
        sql(f"TRUNCATE reports_{table} CASCADE")


def test_walls_go_up_and_down_with_the_migration(busy_house, prepare):
    prepare()
    walls.lower()
    sql("UPDATE reports_cell SET value = value")
    walls.put_up()

    with pytest.raises(IntegrityError):
        sql("UPDATE reports_cell SET value = value")


# The chain, recomputed. The walls must come down before anybody can cheat at all.


@pytest.fixture
def no_walls(busy_house, prepare):
    prepare()
    prepare(Quarter(2026, 2))
    assert queries.verify_ledger() == queries.Audit(4, ())
    walls.lower()


@pytest.mark.parametrize(
    ("cheating", "found"),
    [
        ("UPDATE reports_ledgerentry SET rho = 0.01 WHERE number = 1", "Row 1 does not say"),
        ("UPDATE reports_ledgerentry SET parameters = '{}' WHERE number = 2", "Row 2 does not say"),
        (
            "UPDATE reports_ledgerentry SET body_sha256 = previous_sha256 WHERE number = 2",
            "Row 2 does not say",
        ),
        ("DELETE FROM reports_ledgerentry WHERE number = 2", "Row 3 does not follow"),
        ("UPDATE reports_cell SET value = value + 1 WHERE value > 0", "numbers of 2026Q3 are not"),
        ("UPDATE reports_node SET headcount = 50 WHERE kind = 'unit'", "numbers of 2026Q2 are not"),
        ("DELETE FROM reports_readfrom", "numbers of 2026Q3 are not"),
        ("UPDATE reports_release SET headcount = 1", "numbers of 2026Q3 are not"),
        ("UPDATE reports_ledgerentry SET rho = 0.8 WHERE number = 1", "2026 has spent more"),
    ],
)
def test_whoever_changes_a_row_behind_the_walls_is_found_out(no_walls, cheating, found):
    sql(cheating)

    audit = queries.verify_ledger()

    assert not audit.is_sound
    assert any(found in problem for problem in audit.problems)


def test_numbers_that_are_gone_are_missed(no_walls):
    for table in ("cell", "readfrom", "node", "release"):
        sql(f"DELETE FROM reports_{table}")

    assert [problem for problem in queries.verify_ledger().problems if "are gone" in problem]


# Real threads


@pytest.mark.skipif(VENDOR != "postgresql", reason="threads share one connection in memory")
@pytest.mark.django_db(transaction=True)
def test_stewards_who_prepare_at_the_same_time_draw_once(clean_ledger):
    unit = UnitFactory(name="Group")
    PersonFactory.create_batch(60, unit=unit)
    stewards = PersonFactory.create_batch(6, unit=unit, steward=True)
    together, outcomes, drawn = threading.Barrier(len(stewards)), [], []

    class CountedNoise(FixedNoise):
        def draw(self, values, **kwargs):
            drawn.append(1)
            return super().draw(values, **kwargs)

    def prepare(steward):
        together.wait()
        try:
            actions.prepare(
                by=steward, quarter=Quarter(2026, 3), today=date(2026, 11, 1),
                noise=CountedNoise((0,)),
            )  # fmt: skip
            outcomes.append("prepared")
        except (refusals.AlreadyPrepared, refusals.NumbersLost) as refused:
            outcomes.append(type(refused).__name__)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=prepare, args=(steward,)) for steward in stewards]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(outcomes) == len(stewards)
    assert outcomes.count("prepared") == len(drawn) == 1
    assert LedgerEntry.objects.filter(kind="spent").count() == 1
    assert queries.verify_ledger().is_sound


@pytest.mark.skipif(VENDOR != "postgresql", reason="threads share one connection in memory")
@pytest.mark.django_db(transaction=True)
def test_two_rows_at_the_same_time_never_overdraw_the_year(clean_ledger):
    together, refused = threading.Barrier(4), []

    def spend(quarter):
        together.wait()
        try:
            entry(f"2026Q{quarter}", ".3")
        except IntegrityError:
            refused.append(quarter)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=spend, args=(quarter,)) for quarter in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refused) == 3
    assert float(LedgerEntry.objects.spent_in(2026)) == 0.3
