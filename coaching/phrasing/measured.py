"""How often a pack is right, measured on notes by authors whom neither rules nor weights have seen."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from coaching.phrasing.languages import folder

FILE = "measured.toml"


@dataclass(frozen=True, slots=True)
class Share:
    """`number` of `of` notes."""

    number: int
    of: int

    @property
    def percent(self) -> int:
        return round(100 * self.number / self.of)


@dataclass(frozen=True, slots=True)
class Measured:
    """Marked: with a hint of severity 2 or more, or one on the tone.

    `auc` is the probability that a kind note has more tact than an unkind one (area under the ROC
    curve); `pairs` are kind and unkind notes about one event, of which the kind one has more.
    """

    digest: str
    authors: int
    kind: Share
    unkind: Share
    mixed: Share
    pairs: Share
    auc: float
    kinds: Mapping[str, Share]


@cache
def measured(language: str) -> Measured | None:
    """What `python -m bench.phrasing --write` found; None before it ever ran."""
    path = folder(language) / FILE
    return load_measured(path) if path.exists() else None


def load_measured(path: Path) -> Measured:
    """Read measured.toml, in which every share is written [number, of]."""
    content = tomllib.loads(path.read_text("utf-8"))
    kinds = {kind: Share(*share) for kind, share in content.pop("kinds").items()}
    shares = {name: Share(*value) for name, value in content.items() if isinstance(value, list)}
    return Measured(**(content | shares), kinds=kinds)


def digest(path: Path) -> str:
    """Tells one state of a pack from another: figures belong to the pack they were taken with."""
    found = sha256()
    for file in sorted(path.iterdir()):
        if file.is_file() and file.name != FILE:
            found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:16]
