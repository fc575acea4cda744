"""The server's keys are made once, never replaced, and missed in time."""

import base64
import fcntl
import os
import threading

import pytest
from django.core.checks import Tags, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from speakup.vault import actions, keys, queries, sealing
from speakup.vault.checks import every_notebook_opens, refusal
from speakup.vault.envelope import CannotOpen
from speakup.vault.models import PersonKey


@pytest.fixture(autouse=True)
def key_file(settings, tmp_path):
    settings.VAULT_KEYS = ""
    settings.VAULT_KEY_FILE = tmp_path / "vault.keys"
    return settings.VAULT_KEY_FILE


def line(version, *, length=32):
    return f"{version}:{base64.b64encode(bytes([version]) * length).decode()}"


def complaints():
    return [
        (message.id, message.msg)
        for message in run_checks(tags=[Tags.database], databases=["default"])
        if message.id.startswith("vault.")
    ]


def test_first_start_makes_one_key_that_only_its_owner_reads(db, key_file):
    ring = keys.keyring()

    assert list(ring.by_version) == [1]
    assert oct(os.stat(key_file).st_mode & 0o777) == "0o600"
    assert os.listdir(key_file.parent) == ["vault.keys"]


def test_second_start_reads_the_same_key(db):
    assert keys.keyring() == keys.keyring()


def test_second_of_two_first_starts_at_once_keeps_the_key_of_the_first(key_file):
    key_file.write_text(line(1))  # made by another process since this one looked

    keys._make(key_file)

    assert key_file.read_text() == line(1)
    assert os.listdir(key_file.parent) == ["vault.keys"]


def test_lost_key_file_is_missed_and_never_replaced(mia, key_file):
    sealing.key_of(mia.pk)
    key_file.unlink()

    with pytest.raises(keys.KeyFileLost) as loss:
        sealing.key_of(mia.pk)

    assert str(loss.value) == (
        f"The key file {key_file} is missing, and the notebooks of 1 people open with it only. "
        "Put it back from its backup, or name it in VAULT_KEY_FILE."
    )
    assert not key_file.exists()


def test_lost_key_file_also_stops_a_rotation(mia, key_file):
    sealing.key_of(mia.pk)
    key_file.unlink()

    with pytest.raises(keys.KeyFileLost):
        actions.start_new_version()

    assert not key_file.exists()


def test_keys_from_the_environment_leave_no_file(db, settings, key_file):
    settings.VAULT_KEYS = f"{line(1)},{line(3)}"

    ring = keys.keyring()

    assert (ring.current, ring.key(1)) == (3, b"\x01" * 32)
    assert not key_file.exists()


def test_version_that_is_not_there_opens_nothing(db):
    with pytest.raises(CannotOpen, match="Vault key version 9 is missing"):
        keys.keyring().key(9)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "at least one key, each of 32 bytes"),
        (line(1, length=16), "at least one key, each of 32 bytes"),
        ("one:AAAA", "not version:base64"),
        ("1:!!!", "not version:base64"),
        ("nonsense", "not version:base64"),
        (f"{line(1)}\n{line(1)}", "Version 1 of the vault keys is there twice"),
    ],
)
def test_key_file_that_makes_no_sense_is_refused(db, key_file, text, complaint):
    key_file.write_text(text)

    with pytest.raises(ImproperlyConfigured, match=complaint):
        keys.keyring()


def test_new_version_begins_on_a_line_of_its_own(db, key_file):
    key_file.write_text(line(1))  # an editor has left out the last line break

    version = actions.start_new_version()

    assert version == 2
    assert list(keys.keyring().by_version) == [1, 2]


def test_two_rotations_at_once_get_a_version_each(db, key_file):
    key_file.write_text(line(1) + "\n")
    versions = []
    other = threading.Thread(target=lambda: versions.append(keys.add_version(key_file)))

    with key_file.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        other.start()
        other.join(0.3)  # long enough to go wrong, if nothing held it back
        file.write(line(2) + "\n")
    other.join()

    assert versions == [3]
    assert list(keys.keyring().by_version) == [1, 2, 3]


def test_new_version_is_refused_when_the_keys_come_from_outside(db, settings, key_file):
    settings.VAULT_KEYS = line(1)

    with pytest.raises(actions.KeysComeFromOutside) as refusal:
        actions.start_new_version()

    assert str(refusal.value) == (
        "The keys come from VAULT_KEYS. Add the next version there, start again, "
        "and then rotate the keys."
    )
    assert not key_file.exists()


def test_keys_of_many_people_leave_out_who_has_none(mia, jonas):
    key = sealing.key_of(mia.pk)

    assert sealing.keys_of([mia.pk, jonas.pk]) == {mia.pk: key}


def test_key_never_shows_whose_words_it_opens(mia):
    sealing.key_of(mia.pk)

    assert str(PersonKey.objects.get()) == f"key of {mia.pk}"


def test_check_is_content_with_an_empty_house_and_makes_no_key(db, key_file):
    assert complaints() == []
    assert not key_file.exists()


def test_check_is_content_when_every_version_is_there(mia):
    sealing.key_of(mia.pk)

    assert complaints() == []


def test_check_names_every_version_that_is_missing(mia, jonas, olga, key_file):
    for person, version in ((mia, 1), (jonas, 2), (olga, 3)):
        sealing.key_of(person.pk)
        PersonKey.objects.filter(person=person).update(kek_version=version)
    key_file.write_text(key_file.read_text().replace("1:", "2:", 1))

    told = complaints()

    assert queries.missing_versions() == [1, 3]
    assert told == [
        ("vault.E001", f"The vault lacks key version {n}, which some notebooks open with only.")
        for n in (1, 3)
    ]


def test_check_misses_a_lost_key_file(mia, key_file):
    sealing.key_of(mia.pk)
    key_file.unlink()

    ((told, message),) = complaints()

    assert told == "vault.E002"
    assert message.startswith("The key file ")


def test_check_waits_for_the_first_migration(mia, key_file):
    sealing.key_of(mia.pk)
    key_file.unlink()
    missed = complaints()

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE vault_personkey RENAME TO put_away")
    waiting = complaints()

    assert len(missed) == 1
    assert waiting == []


def test_check_leaves_other_databases_alone(mia, key_file):
    sealing.key_of(mia.pk)
    key_file.unlink()

    messages = every_notebook_opens(None, databases=["archive"])

    assert len(complaints()) == 1
    assert messages == []


def test_check_finds_the_key_of_a_version_that_is_another_one(mia, jonas, key_file):
    for person in (mia, jonas):
        sealing.key_of(person.pk)
    good = key_file.read_text()
    key_file.write_text(line(1))

    ((told, message),) = complaints()

    assert told == "vault.E003"
    assert (
        message == "The key of version 1 is not the one that the notebooks here were sealed with."
    )
    assert refusal().startswith(message)
    key_file.write_text(good)
    assert (complaints(), refusal()) == ([], "")


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_key_file_that_others_can_read_is_refused(db, key_file, mode):
    keys.keyring()
    key_file.chmod(mode)

    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        keys.keyring()

    assert [told for told, _ in complaints()] == ["vault.E002"]
    key_file.chmod(0o600)
    assert complaints() == []
