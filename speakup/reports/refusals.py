"""Why a quarter cannot be prepared or released, each in one sentence for the person who asked."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from speakup.privacy import TooSmall
from speakup.privacy.quarters import Quarter


class Refused(Exception):
    """The one thing all refusals have in common: a sentence that says what to do next."""

    @property
    def sentence(self) -> str:
        return str(self)


class NotASteward(Refused):
    def __str__(self) -> str:
        return _("Only a steward prepares and releases a quarter: ask one of them.")


class NotOverYet(Refused):
    def __init__(self, quarter: Quarter, from_day: date) -> None:
        super().__init__(quarter, from_day)
        self.quarter, self.from_day = quarter, from_day

    def __str__(self) -> str:
        return _("People may still write about %(quarter)s: prepare it from %(day)s on.") % {
            "quarter": self.quarter,
            "day": date_format(self.from_day),
        }


class AlreadyPrepared(Refused):
    def __str__(self) -> str:
        return _("This quarter is prepared already, and its numbers never change.")


class AlreadyReleased(Refused):
    def __str__(self) -> str:
        return _("This quarter is released already: everybody reads the same numbers from now on.")


class NumbersLost(Refused):
    """The budget was spent, and the draw died before its numbers were kept."""

    def __str__(self) -> str:
        return _(
            "The draw of this quarter was interrupted after its privacy was spent, so it cannot be "
            "drawn again: prepare the next quarter instead."
        )


class TooFewPeople(Refused):
    def __init__(self, small: TooSmall) -> None:
        super().__init__(small)
        self.headcount, self.needed = small.headcount, small.needed

    def __str__(self) -> str:
        return ngettext(
            "%(headcount)d person is too few for numbers in which nobody can be found: "
            "a release needs %(needed)d people.",
            "%(headcount)d people are too few for numbers in which nobody can be found: "
            "a release needs %(needed)d people.",
            self.headcount,
        ) % {"headcount": self.headcount, "needed": self.needed}


class OnceAYear(Refused):
    """From 25 to 39 people there is one release a year, and totals only."""

    def __str__(self) -> str:
        return _(
            "With fewer than 40 people one quarter a year can be prepared, and this year has one: "
            "wait for the next year."
        )


class OverBudget(Refused):
    def __init__(self, rho: Decimal, left: Decimal) -> None:
        super().__init__(rho, left)
        self.rho, self.left = rho, left

    def __str__(self) -> str:
        return _(
            "This quarter would spend %(rho)s of privacy and the year has %(left)s left: wait for "
            "the next year."
        ) % {"rho": f"{self.rho.normalize():f}", "left": f"{self.left.normalize():f}"}


class AnotherStewardReleases(Refused):
    def __str__(self) -> str:
        return _("You prepared this quarter, so another steward must release it: ask one of them.")


class NotReleased(Refused):
    def __str__(self) -> str:
        return _("Nothing is released about this quarter: choose another one.")
