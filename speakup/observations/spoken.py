"""Sentences to say out loud while the customer is still there: two to call a colleague aside, one to help."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence, and when it fits."""

    when: "StrPromise"
    sentence: "StrPromise"


CALL_ASIDE = (
    Spoken(
        _("To call a colleague aside, in front of the customer"),
        _("Could I borrow you for a moment? There is something I would like to ask you."),
    ),
    Spoken(
        _("Once you are alone together"),
        _(
            "You may not have noticed: I think this customer is still waiting for an answer. Shall we look at it together?"
        ),
    ),
)
OFFER_HELP = Spoken(
    _("To offer help, so that the customer hears it too"),
    _("I have a minute right now. May I help the two of you?"),
)
