"""Every way in which a note can be refused: a named exception with one kind sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """A rule of the house says no; the sentence says so and what to do next."""

    words: Promise | str = ""
    field: str | None = None

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__()

    @property
    def sentence(self) -> str:
        return str(self.words) % self.facts if self.facts else str(self.words)

    def __str__(self) -> str:
        return self.sentence


class ToOneself(Refusal):
    words = _("A note goes to somebody else. For yourself there is the notebook.")
    field = "reader"


class NotHereAnyMore(Refusal):
    words = _("%(name)s does not work here any more. Choose another colleague.")
    field = "reader"


class DownTheLine(Refusal):
    words = _(
        "You lead %(name)s, so this door is closed: a note from a manager is never just a note. "
        "Talk to them in person instead."
    )
    field = "reader"


class NotTakingNotes(Refusal):
    """Said for a pause and for a muted sender alike, so that neither can be told from the other."""

    words = _("%(name)s is not taking notes right now. You could talk to them in person.")
    field = "reader"


class TooSoon(Refusal):
    words = _("You have written to %(name)s lately. You can write again from %(day)s.")
    field = "reader"


class StillWaiting(Refusal):
    words = _("Your last note to %(name)s is still on its way. One is enough for now.")
    field = "reader"


class TooLong(Refusal):
    words = _("This is too long by %(count)s characters. 600 are enough for one moment.")


class NoFact(Refusal):
    words = _("Say what you saw or heard: one moment, facts only.")
    field = "fact"


class NothingSaid(Refusal):
    words = _("Tell it in your own words: a few are enough for your colleague to understand.")
    field = "words"


class HoldsALink(Refusal):
    words = _("A note carries no links. Say it in your own words.")


class CannotBeSent(Refusal):
    words = _(
        "This would hurt more than it helps, so it cannot be sent as it is. "
        "Change the marked words; what happened can still be said."
    )


class LookAgainFirst(Refusal):
    words = _("Some words may land badly. Look at the hints once more, then decide.")


class RestIsOver(Refusal):
    words = _("The rest is over and your note is on its way. It can no longer be changed.")


class NotOpenedYet(Refusal):
    words = _("Open the note first, then answer it.")


class NotYourTurn(Refusal):
    words = _("You can add something once %(name)s has answered.")


class EnoughForNow(Refusal):
    words = _("You have answered several times in a row. You can add something after their answer.")


class NotDeliveredYet(Refusal):
    words = _("Your note has not arrived yet. You can add to it once it has.")


class Closed(Refusal):
    words = _("This note is closed. If there is more to say, talk to each other in person.")
