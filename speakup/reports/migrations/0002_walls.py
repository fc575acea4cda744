"""Walls in the database: what is released or spent never changes, whoever asks and however."""

from django.db import migrations

HARD_CAP = 0.75
FIRST = "0" * 64
LOCK = 20_26_01  # one ledger row at a time, so that two transactions cannot both see room for theirs

FROZEN = "This is frozen."
PREPARED_TO_RELEASED = """
    OLD.state = 'prepared' AND NEW.state = 'released' AND NEW.id = OLD.id
    AND NEW.quarter = OLD.quarter AND NEW.prepared_by_id = OLD.prepared_by_id
    AND NEW.headcount = OLD.headcount AND NEW.parameters = OLD.parameters
"""
FROZEN_QUARTER = """
    EXISTS (SELECT 1 FROM reports_ledgerentry entry
            WHERE entry.kind = 'frozen' AND entry.product = 'quarter' AND entry.quarter = {quarter})
"""
UNPAID_QUARTER = """
    NOT EXISTS (SELECT 1 FROM reports_ledgerentry entry
                WHERE entry.kind = 'spent' AND entry.product = 'quarter'
                AND entry.quarter = NEW.quarter)
"""
OF_RELEASE = FROZEN_QUARTER.format(
    quarter="(SELECT quarter FROM reports_release WHERE id = NEW.release_id)"
)
OF_NODE = FROZEN_QUARTER.format(
    quarter="(SELECT quarter FROM reports_release WHERE id = "
    "(SELECT release_id FROM reports_node WHERE id = NEW.node_id))"
)

# (table, event, when it is refused, what the database then says); an insert that replaces a row
# fires no delete trigger on SQLite, which is why inserts are guarded as well.
WALLS = (
    ("reports_ledgerentry", "UPDATE", "1 = 1", FROZEN),
    ("reports_ledgerentry", "DELETE", "1 = 1", FROZEN),
    (
        "reports_ledgerentry",
        "INSERT",
        """NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM reports_ledgerentry)
           OR NEW.year <> CAST(SUBSTR(NEW.quarter, 1, 4) AS INTEGER)
           OR NEW.previous_sha256 <> COALESCE(
                (SELECT sha256 FROM reports_ledgerentry ORDER BY number DESC LIMIT 1), '%s')
           OR EXISTS (SELECT 1 FROM reports_ledgerentry entry WHERE entry.sha256 = NEW.sha256
                OR (entry.product = NEW.product AND entry.quarter = NEW.quarter
                    AND entry.kind = NEW.kind))"""
        % FIRST,
        "Ledger rows follow one another, and each is written once.",
    ),
    (
        "reports_ledgerentry",
        "INSERT",
        f"""ROUND(NEW.rho + (SELECT COALESCE(SUM(rho), 0) FROM reports_ledgerentry
                             WHERE year = NEW.year), 5) > ROUND(NEW.year_limit, 5)
            OR NEW.year_limit > {HARD_CAP}""",
        "This would spend more privacy than the year has.",
    ),
    (
        "reports_ledgerentry",
        "INSERT",
        f"NEW.kind = 'frozen' AND {UNPAID_QUARTER}",
        "Numbers are frozen only after their budget is spent.",
    ),
    ("reports_release", "DELETE", "1 = 1", FROZEN),
    ("reports_release", "UPDATE", f"NOT ({PREPARED_TO_RELEASED})", FROZEN),
    (
        "reports_release",
        "INSERT",
        f"""NEW.state <> 'prepared' OR {UNPAID_QUARTER}
            OR {FROZEN_QUARTER.format(quarter="NEW.quarter")}
            OR EXISTS (SELECT 1 FROM reports_release WHERE id = NEW.id)""",
        "A release is prepared once, and released afterwards.",
    ),
    ("reports_node", "UPDATE", "1 = 1", FROZEN),
    ("reports_node", "DELETE", "1 = 1", FROZEN),
    (
        "reports_node",
        "INSERT",
        f"{OF_RELEASE} OR EXISTS (SELECT 1 FROM reports_node WHERE id = NEW.id)",
        FROZEN,
    ),
    ("reports_cell", "UPDATE", "1 = 1", FROZEN),
    ("reports_cell", "DELETE", "1 = 1", FROZEN),
    (
        "reports_cell",
        "INSERT",
        f"{OF_NODE} OR EXISTS (SELECT 1 FROM reports_cell WHERE id = NEW.id)",
        FROZEN,
    ),
    ("reports_readfrom", "UPDATE", "1 = 1", FROZEN),
    ("reports_readfrom", "DELETE", "1 = 1", FROZEN),
    (
        "reports_readfrom",
        "INSERT",
        f"{OF_NODE} OR EXISTS (SELECT 1 FROM reports_readfrom WHERE id = NEW.id)",
        FROZEN,
    ),
)
TABLES = tuple(dict.fromkeys(table for table, *_ in WALLS))


def named_walls():
    for number, wall in enumerate(WALLS, start=1):
        yield f"wall_{number:02}", *wall


def sqlite_walls():
    for name, table, event, refused, says in named_walls():
        yield (
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {refused} "
            f"BEGIN SELECT RAISE(ABORT, '{says}'); END"
        )


def postgresql_walls():
    for name, table, event, refused, says in named_walls():
        lock = f"PERFORM pg_advisory_xact_lock({LOCK});" if table.endswith("ledgerentry") else ""
        row = "OLD" if event == "DELETE" else "NEW"
        yield (
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {lock} "
            f"IF {refused} THEN RAISE EXCEPTION '{says}' USING ERRCODE = 'check_violation'; "
            f"END IF; RETURN {row}; END $$"
        )
        yield (
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
    for table in TABLES:
        yield (
            f"CREATE FUNCTION wall_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF EXISTS (SELECT 1 FROM {table}) THEN RAISE EXCEPTION '{FROZEN}' "
            f"USING ERRCODE = 'check_violation'; END IF; RETURN NULL; END $$"
        )
        yield (
            f"CREATE TRIGGER wall_{table} BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION wall_{table}()"
        )


def raise_walls(apps, schema_editor):
    walls = {"sqlite": sqlite_walls, "postgresql": postgresql_walls}
    with schema_editor.connection.cursor() as cursor:
        for statement in walls[schema_editor.connection.vendor]():
            cursor.execute(statement)


def lower_walls(apps, schema_editor):
    sqlite = schema_editor.connection.vendor == "sqlite"
    with schema_editor.connection.cursor() as cursor:
        for name, table, *_ in named_walls():
            if sqlite:
                cursor.execute(f"DROP TRIGGER {name}")
            else:
                cursor.execute(f"DROP FUNCTION {name}() CASCADE")
        for table in () if sqlite else TABLES:
            cursor.execute(f"DROP FUNCTION wall_{table}() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_first")]
    operations = [migrations.RunPython(raise_walls, lower_walls)]
