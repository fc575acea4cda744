"""Authenticated encryption of one payload, padded so that its length tells nothing."""

import json
import os
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = b"\x01"
NONCE_BYTES = 12
KEY_BYTES = 32
BLOCK = 256


class CannotOpen(Exception):
    """The key, the person, the place or the bytes do not belong together."""


def new_key() -> bytes:
    """A random 256-bit key."""
    return AESGCM.generate_key(bit_length=8 * KEY_BYTES)


def encrypt(key: bytes, plain: bytes, *, aad: str) -> bytes:
    """format byte | 12-byte nonce | AES-256-GCM ciphertext and tag, bound to `aad`."""
    nonce = os.urandom(NONCE_BYTES)
    return FORMAT + nonce + AESGCM(key).encrypt(nonce, plain, aad.encode())


def decrypt(key: bytes, sealed: bytes, *, aad: str) -> bytes:
    """The plain bytes; raises CannotOpen, which never carries any of them."""
    if sealed[:1] != FORMAT:
        raise CannotOpen
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, body, aad.encode())
    except (InvalidTag, ValueError):
        raise CannotOpen from None


def padded(payload: Mapping[str, Any]) -> bytes:
    """Canonical JSON, filled with spaces to a multiple of 256 bytes."""
    plain = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return plain.ljust(-(-len(plain) // BLOCK) * BLOCK)


def unpadded(plain: bytes) -> dict[str, Any]:
    payload: dict[str, Any] = json.loads(plain)
    return payload
