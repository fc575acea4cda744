"""Released figures as sentences: rounded outwards, and plain about what cannot be said."""

from collections.abc import Iterable
from math import ceil, floor

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from speakup.privacy import Figure, Published
from speakup.privacy.quarters import Quarter
from speakup.reports.figures import Place
from speakup.reports.models import Node

PERCENT = 100


def months(quarter: Quarter) -> str:
    """The quarter as people name it, to stand after "in" or alone."""
    names = {
        1: _("January to March %(year)s"),
        2: _("April to June %(year)s"),
        3: _("July to September %(year)s"),
        4: _("October to December %(year)s"),
    }
    return names[quarter.number] % {"year": f"{quarter.year}"}


def short(quarter: Quarter) -> str:
    """The quarter where there is little room: below a chart."""
    return _("Q%(number)d %(year)s") % {"number": quarter.number, "year": f"{quarter.year}"}


def headline(quarter: Quarter, place: Place) -> str:
    if not place.share.shown:
        return _(
            "In %(months)s too few moments were counted to say honestly how often people spoke up."
        ) % {"months": months(quarter)}
    return _(
        "In %(months)s people spoke up in about %(value)s of the moments they saw, "
        "between %(low)s and %(high)s."
    ) % {"months": months(quarter), **percents(place.share)}


def pace(quarter: Quarter, place: Place) -> str:
    """What the amounts of a year are computed from."""
    if not place.share.shown:
        return _("As if the whole year were like %(months)s.") % {"months": months(quarter)}
    return _(
        "As if the whole year were like %(months)s, when people spoke up in about %(value)s of the "
        "moments counted."
    ) % {"months": months(quarter), **percents(place.share)}


def share_here(place: Place) -> str:
    """One place's share, for a list where its name stands above."""
    if not place.share.shown:
        return _(
            "Too few moments were counted here to say honestly how often people spoke up: "
            "more entries change that."
        )
    return _("Spoke up in about %(value)s, between %(low)s and %(high)s.") % percents(place.share)


def why_silent() -> str:
    return _("Too few moments were counted here for an honest number: more entries change that.")


def seen(place: Place) -> str:
    if not place.seen.shown:
        return _("How much was seen cannot be told yet: the count is smaller than its margin.")
    return _("About %(value)s moments were counted, between %(low)s and %(high)s.") % counts(
        place.seen
    )


def at_most(most_per_person: int) -> str:
    return ngettext(
        "At most %(most)d moment of one person counts in a quarter, so that nobody can be found.",
        "At most %(most)d moments of one person count in a quarter, so that nobody can be found.",
        most_per_person,
    ) % {"most": most_per_person}


def changed(change: str) -> str:
    """What happened since the quarter before, said only where it is more than noise."""
    return {
        "": "",
        "same": _("No clear change from the quarter before: the margins overlap too far."),
        "more": _("That is more often than in the quarter before."),
        "less": _("That is less often than in the quarter before."),
    }[change]


def name(place: Place | Published) -> str:
    if place.kind == Node.Kind.POOL:
        return _("Rest of %(name)s") % {"name": place.name}
    return place.name


def within(place: Place | Published, places: Iterable[Place | Published]) -> str:
    """The place above, where that is not the organisation itself."""
    above = next((found for found in places if found.key == place.parent_key), None)
    return "" if above is None or above.kind == Node.Kind.ROOT else name(above)


def joined(place: Place) -> str:
    """Which other people count here because they are too few to count alone."""
    if not place.joined:
        return ""
    return _("With the rest of %(names)s, too few to stand alone.") % {
        "names": _(", ").join(place.joined)
    }


def outcome(code: str) -> str:
    return {
        "stepped_in": _("Stepped in"),
        "spoke_in_person": _("Spoke up in person"),
        "sent_note": _("Sent a note"),
        "stayed_silent": _("Stayed silent"),
    }[code]


def percents(figure: Figure) -> dict[str, str]:
    low, high = limits(figure, scale=PERCENT, most=PERCENT)
    return {
        "value": percent(round(figure.value * PERCENT)),
        "low": percent(low),
        "high": percent(high),
    }


def counts(figure: Figure) -> dict[str, str]:
    low, high = limits(figure)
    return {"value": count(round(figure.value)), "low": count(low), "high": count(high)}


def limits(figure: Figure, *, scale: int = 1, most: float = float("inf")) -> tuple[int, int]:
    """The nine-in-ten interval in whole numbers, never narrower than it is and never below zero."""
    low = max(0.0, (figure.value - figure.margin) * scale)
    high = min(most, (figure.value + figure.margin) * scale)
    return floor(low), ceil(high)


def percent(value: int) -> str:
    # A space that does not break: the sign stays with its number.
    return _("%(value)s\u00a0%%") % {"value": count(value)}


def count(value: int) -> str:
    return str(number_format(value, use_l10n=True, force_grouping=True))
