"""What the guide says to people: one whole sentence for every code of the wording check."""

from django.utils.translation import gettext_lazy as _

from coaching.phrasing import DetailKind, Kind, StrengthKind

NAMES = {
    Kind.ACCUSATION: _("Accusing"),
    Kind.ABSOLUTES: _("Always and never"),
    Kind.MIND_READING: _("Reading minds"),
    Kind.LABELS: _("Labels"),
    Kind.BLAME: _("Blame"),
    Kind.SARCASM: _("Sarcasm"),
    Kind.COMMANDS: _("Orders"),
    Kind.THREAT: _("Threats"),
    Kind.PUBLIC_SHAMING: _("Shaming before others"),
    Kind.CONCLUSION: _("Conclusions dressed as facts"),
    Kind.HEARSAY: _("Hearsay"),
    Kind.SHOULD_HAVE: _("Should have"),
    Kind.PASSIVE_AGGRESSION: _("Polite on the surface"),
    Kind.PROFANITY: _("Swearing"),
    Kind.DISCRIMINATORY: _("Who somebody is"),
    Kind.LOADED_QUESTION: _("Loaded questions"),
    Kind.SHOUTING: _("Shouting"),
    Kind.COMPARISON: _("Comparing with others"),
    Kind.TONE: _("Tone"),
}

# How the writers of the notes that the guide is measured with meant to hurt.
INTENDED = {
    **{kind.value: name for kind, name in NAMES.items()},
    "cold_fact": _("A bare fact that only hurts"),
    "must_be_nice": _("Must be nice"),
    "praise_ironic": _("Praise that is none"),
}

WHY = {
    Kind.ACCUSATION: _("This tells your colleague what they did wrong before they could explain."),
    Kind.ABSOLUTES: _("One exception is enough to argue about this, and the moment gets lost."),
    Kind.MIND_READING: _("Only your colleague knows what they meant. Say what you saw instead."),
    Kind.LABELS: _("A label sticks to the person. Describe the moment instead."),
    Kind.BLAME: _("Looking for who is at fault makes it hard to look for what helps."),
    Kind.SARCASM: _("Irony is easy to mishear in writing and often hurts."),
    Kind.COMMANDS: _("An order invites resistance. A question or an idea is easier to take."),
    Kind.THREAT: _("A threat ends the conversation. Leave it out."),
    Kind.PUBLIC_SHAMING: _("Bringing in others makes your colleague feel watched."),
    Kind.CONCLUSION: _("This is a conclusion. Give the fact and let your colleague draw theirs."),
    Kind.HEARSAY: _("What others said is hard to answer. Keep to what you saw or heard yourself."),
    Kind.SHOULD_HAVE: _("Nobody can change yesterday. Offer an idea for next time."),
    Kind.PASSIVE_AGGRESSION: _(
        "This sounds polite but carries a sting. Say plainly what you mean."
    ),
    Kind.PROFANITY: _("Strong words are all that will be remembered of your note."),
    Kind.DISCRIMINATORY: _("Who somebody is has no place here. Write about the moment only."),
    Kind.LOADED_QUESTION: _(
        "This question already holds its answer. Ask one you are curious about."
    ),
    Kind.SHOUTING: _("Capital letters and many marks read like shouting."),
    Kind.COMPARISON: _("Being measured against others shames. Keep to this one moment."),
    Kind.TONE: _("This may read as a reproach, even if you did not mean one."),
}

WELL = {
    StrengthKind.TENTATIVE_OPENER: _("You open gently."),
    StrengthKind.HEDGE: _("You leave room for another view."),
    StrengthKind.GOOD_INTENT: _("You assume good intent."),
    StrengthKind.CONCRETE_FACT: _("You name something concrete."),
    StrengthKind.IMPACT: _("You say what it did to the customer."),
    StrengthKind.QUESTION_INVITE: _("You ask for their side."),
    StrengthKind.OFFER_HELP: _("You offer help."),
    StrengthKind.APPRECIATION: _("You show what you value."),
    StrengthKind.SELF_FALLIBILITY: _("You allow that you may be wrong."),
}

DETAILS = {
    DetailKind.EMAIL: _("There is an e-mail address in your note. It reads as well without it."),
    DetailKind.PHONE: _("There is a phone number in your note. It reads as well without it."),
    DetailKind.CARD: _("There is a card number in your note. Please leave it out."),
    DetailKind.IBAN: _("There is an account number in your note. Please leave it out."),
    DetailKind.NATIONAL_ID: _("There is a personal number in your note. Please leave it out."),
    DetailKind.LINK: _("There is a link in your note. A note carries no links."),
    DetailKind.BIRTH_DATE: _("There is a date of birth in your note. Please leave it out."),
    DetailKind.ADDRESS: _("There is an address in your note. It reads as well without it."),
    DetailKind.NAME: _("There seems to be a name in your note. “A guest” says as much."),
}

MISSING = {
    "fact": _("Add one fact next: what you saw or heard yourself."),
    "impact": _("You could add what it did to the customer."),
    "question": _("A question would invite their side."),
    "offer": _("An offer or one idea for next time would round it off."),
    "opening": _("An opening that assumes the best would make it easier to hear."),
}
