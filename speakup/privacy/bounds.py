"""Which observations of one person count in a release, decided from that person's entries alone."""

import hmac
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from speakup.privacy.parameters import Parameters, Statistic

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Record:
    """One observation as a release sees it: its random id and its category in each statistic."""

    id: str
    categories: Mapping[Statistic, str]


def select(
    records: Iterable[Record], *, quarter_key: bytes, parameters: Parameters, statistic: Statistic
) -> tuple[Record, ...]:
    """The records of ONE person that count: at most `c`, and at most the cap in each category.

    They are taken in the order of HMAC-SHA256(quarter key, id), which nobody can steer and which no
    other person's records touch: that is what bounds one person's influence on every table. A
    record without a category in this statistic is passed over.
    """
    if len(quarter_key) < KEY_BYTES:
        raise ValueError("The quarter key must have at least 32 bytes.")
    cap = parameters.cap_per_category(statistic)
    counted: list[Record] = []
    taken: Counter[str] = Counter()
    for record in sorted(records, key=lambda record: _rank(quarter_key, record.id)):
        category = record.categories.get(statistic)
        if category is not None and taken[category] < cap and len(counted) < parameters.c:
            counted.append(record)
            taken[category] += 1
    return tuple(counted)


def _rank(quarter_key: bytes, record_id: str) -> bytes:
    return hmac.digest(quarter_key, record_id.encode(), "sha256")
