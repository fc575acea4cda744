"""The one warm line after saving: it names what the person did and reproaches nobody."""

from django.utils.translation import gettext as _

from speakup.observations.models import Impact, Outcome
from speakup.observations.moments import Moment


def warm_line(moment: Moment) -> str:
    if moment.outcome == Outcome.STEPPED_IN and moment.impact == Impact.HELPED:
        return _("You stepped in. That kept a customer.")
    return _lines()[Outcome(moment.outcome)]


def _lines() -> dict[Outcome, str]:
    return {
        Outcome.STEPPED_IN: _("You stepped in. The customer saw that somebody cared."),
        Outcome.SPOKE_IN_PERSON: _(
            "You said it face to face. Nothing helps a colleague more, and few people dare. Thank you."
        ),
        Outcome.SENT_NOTE: _("You found the words and sent them. That is how service gets better."),
        Outcome.STAYED_SILENT: _("You noticed, and you wrote it down. That is where it starts."),
    }
