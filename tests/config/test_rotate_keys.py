"""`manage.py rotate_keys` gives everybody's key a new wrapping, and finishes what a crash left."""

from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from speakup.vault import actions, sealing
from speakup.vault.keys import keyring, line_of
from speakup.vault.models import PersonKey

WORDS = {"words": "The guest waited."}


@pytest.fixture(autouse=True)
def key_file(settings, tmp_path):
    settings.VAULT_KEYS = ""
    settings.VAULT_KEY_FILE = tmp_path / "vault.keys"
    return settings.VAULT_KEY_FILE


def rotate():
    out, err = StringIO(), StringIO()
    call_command("rotate_keys", stdout=out, stderr=err)
    return out.getvalue().splitlines(), err.getvalue().splitlines()


def refused():
    with pytest.raises(CommandError) as refusal:
        call_command("rotate_keys", stdout=StringIO(), stderr=StringIO())
    assert refusal.value.returncode == 1
    return str(refusal.value)


def versions():
    return set(PersonKey.objects.values_list("kek_version", flat=True))


def test_operator_rotates_and_what_mia_wrote_still_opens(mia, jonas):
    row = uuid4()
    sealed = sealing.seal(mia.pk, "observation", row, WORDS)
    sealing.key_of(jonas.pk)

    told, progress = rotate()

    assert told == [
        "Version 2 has begun.",
        "Needed by this database: version 2.",
        "Needed by older backups only: version 1. Take it out once those backups are gone.",
    ]
    assert progress == ["2 of 2 keys"]
    assert versions() == {2}
    assert sealing.open_sealed(mia.pk, "observation", row, sealed) == WORDS


def test_operator_rotates_many_and_hears_how_far_it_is(mia, jonas, olga, monkeypatch):
    monkeypatch.setattr(actions, "BATCH", 2)
    for person in (mia, jonas, olga):
        sealing.key_of(person.pk)

    _, progress = rotate()

    assert progress == ["2 of 3 keys", "3 of 3 keys"]


def test_operator_rotates_an_empty_house(db):
    told, progress = rotate()

    assert told[:2] == ["Version 2 has begun.", "Needed by this database: version 2."]
    assert progress == []


def test_operator_takes_the_old_version_out_and_rotates_again(mia, key_file):
    sealing.key_of(mia.pk)
    rotate()
    key_file.write_text(key_file.read_text().splitlines()[-1])

    told, _ = rotate()

    assert told[0] == "Version 3 has begun."
    assert versions() == {3}


def test_rotation_killed_in_the_middle_is_finished_without_another_version(mia, jonas, monkeypatch):
    monkeypatch.setattr(actions, "BATCH", 1)
    for person in (mia, jonas):
        sealing.key_of(person.pk)
    actions.start_new_version()
    next(actions.rewrap_person_keys())
    between = versions()

    told, progress = rotate()

    assert between == {1, 2}
    assert told[0] == "Going on with version 2."
    assert progress == ["1 of 1 keys"]
    assert versions() == {2}
    assert keyring().current == 2


def test_operator_adds_a_version_outside_and_rotation_uses_it(mia, settings):
    sealing.key_of(mia.pk)
    first = settings.VAULT_KEY_FILE.read_text().strip()
    settings.VAULT_KEYS = f"{first},{line_of(2, sealing.new_key()).strip()}"

    told, _ = rotate()

    assert told[0] == "Going on with version 2."
    assert versions() == {2}


def test_keys_from_outside_without_a_new_version_are_refused(mia, settings):
    sealing.key_of(mia.pk)
    settings.VAULT_KEYS = settings.VAULT_KEY_FILE.read_text().strip()

    assert refused() == (
        "The keys come from VAULT_KEYS. Add the next version there, start again, "
        "and then rotate the keys."
    )
    assert versions() == {1}


def test_missing_version_stops_the_rotation_before_it_begins(mia, key_file):
    sealing.key_of(mia.pk)
    key_file.write_text(line_of(2, sealing.new_key()))
    before = key_file.read_text()

    assert refused() == (
        "Nothing was rotated: the vault lacks key version 1, which some notebooks open with only. "
        "Put it back and run this again."
    )
    assert key_file.read_text() == before


def test_lost_key_file_stops_the_rotation(mia, key_file):
    sealing.key_of(mia.pk)
    key_file.unlink()

    assert refused().startswith(f"The key file {key_file} is missing")
    assert not key_file.exists()


def test_wrong_key_stops_the_rotation_before_it_begins(mia, key_file):
    sealing.key_of(mia.pk)
    key_file.write_text(line_of(1, sealing.new_key()))
    before = key_file.read_text()

    assert refused() == (
        "Nothing was rotated: the key of version 1 is not the one that the notebooks here were "
        "sealed with. Put it back and run this again."
    )
    assert key_file.read_text() == before
