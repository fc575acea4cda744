"""What is sealed opens for its own person, place and row only."""

import os
from uuid import uuid4

import pytest

from speakup.vault import actions, sealing
from speakup.vault.envelope import CannotOpen, padded
from speakup.vault.keys import keyring
from speakup.vault.models import PersonKey

WORDS = {"words": "The guest waited."}


@pytest.fixture(autouse=True)
def own_key_file(settings, tmp_path):
    settings.VAULT_KEY_FILE = tmp_path / "vault.keys"


def test_mia_opens_what_was_sealed_for_her(mia):
    row = uuid4()

    sealed = sealing.seal(mia.pk, "observation", row, WORDS)

    assert sealing.open_sealed(mia.pk, "observation", row, sealed) == WORDS


@pytest.mark.parametrize("moved", ["person", "table", "row", "bytes", "format"])
def test_sealed_words_moved_elsewhere_do_not_open(mia, jonas, moved):
    row = uuid4()
    sealed = sealing.seal(mia.pk, "observation", row, WORDS)
    sealing.key_of(jonas.pk)
    place = {"person": mia.pk, "table": "observation", "row": row, "sealed": sealed}
    place |= {
        "person": {"person": jonas.pk},
        "table": {"table": "note"},
        "row": {"row": uuid4()},
        "bytes": {"sealed": sealed[:-1] + bytes([sealed[-1] ^ 1])},
        "format": {"sealed": b"\x09" + sealed[1:]},
    }[moved]

    with pytest.raises(CannotOpen):
        sealing.open_sealed(place["person"], place["table"], place["row"], place["sealed"])


def test_length_of_words_does_not_show():
    assert len(padded({"words": "a"})) == len(padded({"words": "a" * 200})) == 256


def test_rotated_keys_still_open_and_old_version_is_no_longer_needed(mia, settings):
    row = uuid4()
    sealed = sealing.seal(mia.pk, "observation", row, WORDS)

    version = actions.start_new_version()
    done = list(actions.rewrap_person_keys())
    only_newest = settings.VAULT_KEY_FILE.read_text().splitlines()[-1]
    settings.VAULT_KEY_FILE.write_text(only_newest)

    assert (version, done) == (2, [1])
    assert sealing.open_sealed(mia.pk, "observation", row, sealed) == WORDS


def test_destroyed_key_opens_nothing_again(mia):
    row = uuid4()
    sealed = sealing.seal(mia.pk, "observation", row, WORDS)

    actions.destroy_key(of=mia)

    assert not PersonKey.objects.filter(person=mia).exists()
    with pytest.raises(CannotOpen):
        sealing.open_sealed(mia.pk, "observation", row, sealed)


def test_key_file_is_made_once_and_only_its_owner_reads_it(db, settings):
    first = keyring()

    assert keyring() == first
    assert oct(os.stat(settings.VAULT_KEY_FILE).st_mode & 0o777) == "0o600"


def test_shared_note_opens_for_both_and_not_for_a_third(mia, jonas, olga):
    note, key = uuid4(), sealing.new_key()
    wrap = sealing.wrap_for(jonas.pk, note, key)
    sealed = sealing.seal_shared(key, "note", note, WORDS)

    his = sealing.unwrap_for(jonas.pk, note, wrap)

    assert sealing.open_shared(his, "note", note, sealed) == WORDS
    with pytest.raises(CannotOpen):
        sealing.unwrap_for(olga.pk, note, wrap)
    with pytest.raises(CannotOpen):
        sealing.unwrap_for(mia.pk, note, None)


def test_openings_are_counted(mia):
    row = uuid4()
    sealed = sealing.seal(mia.pk, "observation", row, WORDS)
    before = sealing.openings()

    sealing.open_sealed(mia.pk, "observation", row, sealed)

    assert sealing.openings() == before + 1
