"""The eight standards a house starts with, and its golden rule; a steward changes them as they like."""

from django.db import migrations

EIGHT = (
    ("respect", "Respect", "attitude", "handshake", "We treat everyone as a welcome guest, also when we are tired or they are cross."),
    ("listening", "Listening", "skill", "ear", "We let people finish, and make sure that we understood before we answer."),
    ("ownership", "Ownership", "attitude", "hand-helping", "Whoever is asked stays with the question until it is solved or safely handed over."),
    ("right-answers", "Right answers", "knowledge", "circle-check", "What we tell people is true and complete, and we find out when we do not know."),
    ("clear-words", "Clear words", "skill", "message-circle", "We say things so that people know what happens next, without jargon."),
    ("speed", "Speed", "skill", "clock", "Nobody waits longer than needed, and whoever has to wait knows for how long."),
    ("availability", "Availability", "attitude", "door-open", "People find someone who sees them, and a way to reach us."),
    ("fairness", "Fairness", "attitude", "scale", "The same rules and the same care for everybody, whoever they are."),
)
GOLDEN_RULE = "How would I feel if I were the customer?"


def furnish(apps, schema_editor):
    standard = apps.get_model("standards", "Standard")
    standard.objects.bulk_create(
        standard(code=code, name=name, nature=nature, icon=icon, description=description, position=position)
        for position, (code, name, nature, icon, description) in enumerate(EIGHT, start=1)
    )
    apps.get_model("standards", "House").objects.create(pk=1, golden_rule=GOLDEN_RULE)


class Migration(migrations.Migration):

    dependencies = [("standards", "0001_first")]

    operations = [migrations.RunPython(furnish, migrations.RunPython.noop)]
