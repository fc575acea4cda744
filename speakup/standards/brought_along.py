"""The words that a house begins with, marked so that every reader meets them in their own language.

A steward who rewords a standard has said it in the words of their house; those are shown as they are.
"""

from django.utils.translation import gettext_noop as _

WORDS = (
    _("Respect"),
    _("We treat everyone as a welcome guest, also when we are tired or they are cross."),
    _("Listening"),
    _("We let people finish, and make sure that we understood before we answer."),
    _("Ownership"),
    _("Whoever is asked stays with the question until it is solved or safely handed over."),
    _("Right answers"),
    _("What we tell people is true and complete, and we find out when we do not know."),
    _("Clear words"),
    _("We say things so that people know what happens next, without jargon."),
    _("Speed"),
    _("Nobody waits longer than needed, and whoever has to wait knows for how long."),
    _("Availability"),
    _("People find someone who sees them, and a way to reach us."),
    _("Fairness"),
    _("The same rules and the same care for everybody, whoever they are."),
)
GOLDEN_RULE = _("How would I feel if I were the customer?")
