"""What one entry of the notebook says, once its seal is open."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Self

from speakup.observations.models import Cause, Channel, Customer, Impact, Outcome, Silence
from speakup.privacy.quarters import Quarter

DAYS_BACK = 370
"""How old a moment may be when it is logged."""
WORDS_LIMIT = 600

_CHOICES = {
    "outcome": Outcome.values,
    "impact": Impact.values,
    "cause": ["", *Cause.values],
    "channel": ["", *Channel.values],
    "customer": ["", *Customer.values],
    "silence": ["", *Silence.values],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One moment of poor service and what its observer did; what was not asked for is empty."""

    standard: str
    outcome: str
    impact: str
    day: date
    cause: str = ""
    channel: str = ""
    customer: str = ""
    silence: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for what no form offers: a release counts on these few words."""
        for name, choices in _CHOICES.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"There is no such {name}.")
        if len(self.words) > WORDS_LIMIT:
            raise ValueError("These are too many words.")

    @property
    def quarter(self) -> Quarter:
        return Quarter.of(self.day)

    @property
    def spoke_up(self) -> bool:
        return self.outcome != Outcome.STAYED_SILENT

    @property
    def told_colleague(self) -> bool:
        return self.outcome in {Outcome.SPOKE_IN_PERSON, Outcome.SENT_NOTE}

    @property
    def outcome_said(self) -> str:
        return str(Outcome(self.outcome).label)

    @property
    def impact_said(self) -> str:
        return str(Impact(self.impact).label)

    @property
    def payload(self) -> dict[str, Any]:
        """What is sealed."""
        return asdict(self) | {"day": self.day.isoformat()}

    @classmethod
    def read(cls, payload: Mapping[str, Any]) -> Self:
        """The moment that was sealed as this payload."""
        known = {field.name: payload[field.name] for field in fields(cls) if field.name in payload}
        return cls(**known | {"day": date.fromisoformat(payload["day"])})
