"""What the estimate assumes about customers, each line with its source and how well it is founded."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from speakup.costs import DEFAULTS, Assumptions, Default, Pert, Segment, money

# Only the organisation knows these two. Until it says so, they are an example, and the page says that.
EXAMPLE_VALUE = Pert(384, 480, 576)
EXAMPLE_MARGIN = Pert.constant(0.35)
ASSUMPTIONS = Assumptions(
    segments=(Segment.private(share=1.0, annual_value=EXAMPLE_VALUE, margin=EXAMPLE_MARGIN),)
)


def text(value: float) -> str:
    """Money as the reader's language writes it, in two significant figures."""
    return money(value, settings.CURRENCY, get_language() or "en")


@dataclass(frozen=True)
class Assumed:
    """One line of the assumptions: what, how much, from where and how well founded."""

    what: str
    value: str
    source: str
    year: int | None
    grade: str


def assumptions() -> list[Assumed]:
    """What was entered for this place first, then the defaults that its estimate uses."""
    return [
        Assumed(
            _("What a customer spends in a year"),
            _("%(mode)s (from %(low)s to %(high)s)") % _three(EXAMPLE_VALUE, text),
            _("An example until your own figure is entered"),
            None,
            _("example"),
        ),
        Assumed(
            _("What is left of it after direct costs"),
            _number(EXAMPLE_MARGIN.mode),
            _("An example until your own figure is entered"),
            None,
            _("example"),
        ),
        *(_assumed(default) for default in DEFAULTS if default.segment in ("", "private")),
    ]


def _assumed(default: Default) -> Assumed:
    value = default.value
    return Assumed(
        _what(default.field),
        _number(value.mode)
        if value.is_constant
        else _("%(mode)s (from %(low)s to %(high)s)") % _three(value, _number),
        _(default.source),
        default.year,
        _grade(default.grade),
    )


def _grade(grade: str) -> str:
    return {
        "primary": _("study read"),
        "secondary": _("report of a study read"),
        "judgement": _("our judgement"),
    }[grade]


def _number(value: float) -> str:
    return str(number_format(f"{round(value, 2):g}", use_l10n=True))


def _three(value: Pert, write: Callable[[float], str]) -> dict[str, str]:
    return {"mode": write(value.mode), "low": write(value.low), "high": write(value.high)}


def _what(field: str) -> str:
    return {
        "witnesses": _("Entries for one moment"),
        "coverage": _("Part of all moments that is written down"),
        "customers_per_incident": _("Customers in one moment"),
        "realised_share": _("Part of what customers say they will stop spending that they do stop"),
        "helpable": _("Part of the moments in which a colleague can help"),
        "averted": _("Part of the loss that help prevents"),
        "duration_years": _("Years for which a customer spends less"),
        "cuts": _("Part of the customers who then spend less or leave"),
        "depth": _("Part of their spending that those customers take away"),
        "retention": _("Customers who stay from one year to the next anyway"),
        "discount": _("Discount of later years"),
    }[field]
