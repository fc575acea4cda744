"""What writers and readers type, as clean values; nothing is saved here."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from coaching.notes import queries, refusals
from coaching.notes.draft import MOST, MOST_READ, SLOTS, Draft
from coaching.notes.models import Answer
from coaching.phrasing import Channel, Presence
from speakup.people.models import Person


def first_sentence(form: forms.Form) -> str:
    """One sentence for people out of a form that is not valid."""
    return str(next(iter(form.errors.values()))[0])


class PlainText(forms.CharField):
    """Text that can be sealed and sent: what is no character, as JSON may hold it, is replaced."""

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value)).replace("\x00", "\ufffd")
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Words(PlainText):
    """A text area whose places the guide can point at: nothing trimmed, one kind of line end."""

    def __init__(self, **kwargs: Any) -> None:
        area = forms.Textarea(attrs={"rows": 2, "maxlength": MOST_READ})
        super().__init__(required=False, strip=False, widget=area, **kwargs)

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n")


class Reader(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The colleague a note is for, by id."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except forms.ValidationError:
            raise forms.ValidationError(self.error_messages["invalid_choice"]) from None


CHANNELS = (
    (Channel.IN_PERSON, _("In person")),
    (Channel.PHONE, _("On the phone")),
    (Channel.CHAT, _("In a chat")),
    (Channel.EMAIL, _("By e-mail")),
)
PRESENCES = (
    (Presence.HERE, _("Still there")),
    (Presence.GONE, _("Gone")),
)
CHOOSE_ONE = _("Choose one of these, or none.")
LOST_COUNT = _("The guide has lost count. Reload the page and go on.")


class DraftForm(forms.Form):
    """The five slots as they stand while somebody types."""

    opening = Words(
        label=_("Opening"), help_text=_("Assume the best: your colleague wants to do well.")
    )
    fact = Words(
        label=_("What I saw or heard"),
        help_text=_("One moment, facts only: what a camera would have seen."),
    )
    impact = Words(label=_("What it did to the customer"))
    question = Words(label=_("A question"), help_text=_("One that invites their side."))
    offer = Words(label=_("An offer"), help_text=_("Your help, or one idea for next time."))
    language = forms.ChoiceField(
        label=_("Language of the note"),
        choices=settings.LANGUAGES,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Choose one of the languages in the list.")
        ),
    )
    channel = forms.ChoiceField(
        label=_("How the customer was met"),
        required=False,
        choices=CHANNELS,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": CHOOSE_ONE},
    )
    presence = forms.ChoiceField(
        label=_("The customer"),
        required=False,
        choices=PRESENCES,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": CHOOSE_ONE},
    )
    draft = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=10**9,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), LOST_COUNT),
    )
    called = PlainText(
        required=False,
        max_length=120,
        widget=forms.HiddenInput,
        error_messages={"max_length": _("Choose your colleague by name once more.")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if sum(len(cleaned.get(slot, "")) for slot in SLOTS) > MOST_READ:
            raise forms.ValidationError(
                _("This is far more than a note can hold. Shorten it, and the guide reads on.")
            )
        return cleaned

    def written(self) -> Draft:
        return Draft(
            self.cleaned_data["language"], **{slot: self.cleaned_data[slot] for slot in SLOTS}
        )

    def names(self) -> tuple[str, ...]:
        return tuple(filter(None, [self.cleaned_data["called"]]))


class ChangeForm(DraftForm):
    """A note that could be sent: it names a fact and is short enough."""

    use_required_attribute = False  # other buttons of the same form may send half a draft

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fact = self.fields["fact"]
        fact.required, fact.error_messages["required"] = True, refusals.NoFact.words

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned["fact"].strip():
            self.add_error("fact", refusals.NoFact().sentence)
        if not self.errors and (too_many := self.written().too_many):
            raise forms.ValidationError(refusals.TooLong(count=too_many).sentence)
        return cleaned


class NoteForm(ChangeForm):
    """A new note with the colleague it is for."""

    reader = Reader(
        queryset=Person.objects.none(),
        error_messages={
            "required": _("Choose the colleague this note is for."),
            "invalid_choice": _("Choose somebody who works here."),
        },
    )
    observation = forms.UUIDField(
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid": _("That moment is not in your notebook.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        readers = cast(Reader, self.fields["reader"])
        readers.queryset = queries.colleagues()


class AnswerForm(forms.Form):
    """One answer: its kind is the button pressed, its words may be few."""

    kind = forms.ChoiceField(
        choices=Answer.choices,
        error_messages={
            "required": _("Choose one of the answers."),
            "invalid_choice": _("Choose one of the answers."),
        },
    )
    words = PlainText(
        label=_("Your words"),
        required=False,
        help_text=_("At most %(most)s characters. A thank-you needs none.") % {"most": MOST},
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": MOST_READ}),
    )
    asks = ""

    def ask(self, sentence: str) -> None:
        """Words are wanted before it can go. Nobody made a mistake, so nothing turns red."""
        self.asks = sentence
        self.fields["words"].widget.attrs |= {
            "autofocus": True,
            "aria-describedby": "answer-asks id_words_helptext",
        }


class WordingForm(forms.Form):
    """Any text for the wording check."""

    text = PlainText(
        max_length=MOST_READ,
        strip=False,
        error_messages={
            "required": _("Give a text to read."),
            "max_length": _("Give a text of at most 2000 characters."),
        },
    )
    language = PlainText(
        max_length=10,
        error_messages=dict.fromkeys(
            ("required", "max_length"), _("Say which language the text is in.")
        ),
    )
