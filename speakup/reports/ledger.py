"""The ledger's arithmetic: canonical bytes, hashes, and the row that comes next."""

import json
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any

from speakup.people.models import Unit
from speakup.reports.models import SMALLEST, Cell, LedgerEntry, Node, ReadFrom, Release

FIRST = "0" * 64


def lock() -> None:
    """Hold the organisation's row until the transaction ends: one ledger row at a time.

    On SQLite the transaction itself has locked the database already.
    """
    Unit.objects.select_for_update(no_key=True).filter(parent=None).first()


def append(*, kind: str, rho: Decimal, body_sha256: str = "", **fields: Any) -> LedgerEntry:
    """Write the next row of the chain; call it under `lock`, in a transaction."""
    last = LedgerEntry.objects.newest()
    entry = LedgerEntry(
        number=last.number + 1 if last else 1,
        kind=kind,
        rho=rho,
        body_sha256=body_sha256,
        previous_sha256=last.sha256 if last else FIRST,
        **fields,
    )
    entry.sha256 = hash_of(entry)
    entry.save(force_insert=True)
    return entry


def hash_of(entry: LedgerEntry) -> str:
    """SHA-256 over everything the row says, the hash of the row before it included."""
    return hashed(
        {
            "number": entry.number,
            "kind": entry.kind,
            "product": entry.product,
            "quarter": entry.quarter,
            "year": entry.year,
            "rho": as_text(entry.rho),
            "year_limit": as_text(entry.year_limit),
            "parameters": entry.parameters,
            "body": entry.body_sha256,
            "previous": entry.previous_sha256,
        }
    )


def body_of(release: Release) -> str:
    """SHA-256 over every number of a release, as the database holds it now."""
    nodes = Node.objects.filter(release=release).order_by("order")
    cells = Cell.objects.filter(node__release=release).order_by(
        "node__order", "statistic", "category"
    )
    seen_from = ReadFrom.objects.filter(node__release=release).order_by("node__order", "unit")
    return hashed(
        {
            "quarter": release.quarter,
            "headcount": release.headcount,
            "parameters": release.parameters,
            "nodes": list(nodes.values_list(*NODE_FIELDS)),
            "cells": list(cells.values_list("node__key", *CELL_FIELDS)),
            "read_from": [
                [key, str(unit)] for key, unit in seen_from.values_list("node__key", "unit")
            ],
        }
    )


NODE_FIELDS = (
    "key",
    "parent_key",
    "kind",
    "name",
    "joined",
    "depth",
    "order",
    "headcount",
)
CELL_FIELDS = ("statistic", "category", "raw", "value", "sd")


def hashed(content: Mapping[str, Any]) -> str:
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(canonical.encode()).hexdigest()


def as_text(rho: Decimal) -> str:
    """The same five decimals whichever database stored them."""
    return str(rho.quantize(SMALLEST))
