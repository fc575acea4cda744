"""Walls in the database: no standard vanishes and none changes its code, whoever holds the connection."""

from django.db import migrations

SQLITE = (
    # Keeping the row quietly, rather than raising, lets `flush` empty the tables around it.
    """
    CREATE TRIGGER standard_is_kept BEFORE DELETE ON standards_standard
    BEGIN SELECT RAISE(IGNORE); END
    """,
    """
    CREATE TRIGGER standard_keeps_its_code BEFORE UPDATE OF code ON standards_standard
    WHEN NEW.code <> OLD.code
    BEGIN SELECT RAISE(ABORT, 'A standard keeps its code: sealed observations name it.'); END
    """,
)
POSTGRESQL = (
    """
    CREATE FUNCTION standards_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'A standard is never deleted: sealed observations name it. Retire it.'; END $$
    """,
    """
    CREATE TRIGGER standard_is_kept BEFORE DELETE ON standards_standard
    FOR EACH ROW EXECUTE FUNCTION standards_are_kept()
    """,
    """
    CREATE FUNCTION standards_keep_their_code() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'A standard keeps its code: sealed observations name it.'; END $$
    """,
    """
    CREATE TRIGGER standard_keeps_its_code BEFORE UPDATE OF code ON standards_standard
    FOR EACH ROW WHEN (NEW.code IS DISTINCT FROM OLD.code) EXECUTE FUNCTION standards_keep_their_code()
    """,
)
TAKE_DOWN = {
    "sqlite": ("DROP TRIGGER standard_is_kept", "DROP TRIGGER standard_keeps_its_code"),
    "postgresql": (
        "DROP FUNCTION standards_are_kept CASCADE",
        "DROP FUNCTION standards_keep_their_code CASCADE",
    ),
}


def build(apps, schema_editor):
    for wall in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(wall)


def take_down(apps, schema_editor):
    for wall in TAKE_DOWN[schema_editor.connection.vendor]:
        schema_editor.execute(wall)


class Migration(migrations.Migration):

    dependencies = [("standards", "0002_first_eight")]

    operations = [migrations.RunPython(build, take_down)]
