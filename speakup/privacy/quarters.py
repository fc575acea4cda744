"""Calendar quarters: the only grain of time that leaves the notebook."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

MONTHS = 3
YEARS = range(2000, 3000)  # sorts as text, and every day around it exists
_WRITTEN = re.compile(r"(\d{4})Q([1-4])", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One calendar quarter, written `2026Q4`; earlier ones sort first."""

    year: int
    number: int

    def __post_init__(self) -> None:
        """Raise ValueError for a quarter of no calendar, or of none that this house will see."""
        if not (1 <= self.number <= 4 and self.year in YEARS):
            raise ValueError("There is no such quarter.")

    def __str__(self) -> str:
        return f"{self.year:04}Q{self.number}"

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read `2026Q4`; raises ValueError for anything else."""
        found = _WRITTEN.fullmatch(written)
        if not found:
            raise ValueError("A quarter is written like 2026Q4.")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        """The quarter that the day lies in."""
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @property
    def first_day(self) -> date:
        return date(self.year, MONTHS * (self.number - 1) + 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, MONTHS * self.number, 31 if self.number in (1, 4) else 30)

    @property
    def next(self) -> "Quarter":
        return Quarter.of(self.last_day + timedelta(days=1))

    @property
    def previous(self) -> "Quarter":
        return Quarter.of(self.first_day - timedelta(days=1))

    def is_over(self, today: date) -> bool:
        return today > self.last_day


def quarter_of(day: date) -> Quarter:
    """The quarter that the day lies in."""
    return Quarter.of(day)
