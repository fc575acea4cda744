"""What is typed or tapped about one moment, turned into clean values."""

import unicodedata
from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from speakup.observations.models import Cause, Channel, Customer, Impact, Outcome, Silence
from speakup.observations.moments import DAYS_BACK, WORDS_LIMIT, Moment
from speakup.standards.models import Standard

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Did(models.TextChoices):
    """What I did, as it is asked for: whoever means to write has not spoken yet."""

    STEPPED_IN = Outcome.STEPPED_IN.value, Outcome.STEPPED_IN.label
    SPOKE_IN_PERSON = Outcome.SPOKE_IN_PERSON.value, Outcome.SPOKE_IN_PERSON.label
    WILL_WRITE = "will_write", _("I will write a note")
    STAYED_SILENT = Outcome.STAYED_SILENT.value, Outcome.STAYED_SILENT.label


HAS_WRITTEN = (
    *Did.choices[:2],
    (Outcome.SENT_NOTE.value, Outcome.SENT_NOTE.label),
    Did.choices[-1],
)
FOLDED = ("day", "channel", "customer", "cause", "silence", "words")
ICONS = {
    Impact.HELPED: "smile",
    Impact.ANNOYED: "meh",
    Impact.UNHAPPY: "frown",
    Impact.LOST: "user-x",
    Did.STEPPED_IN: "life-buoy",
    Did.SPOKE_IN_PERSON: "messages-square",
    Did.WILL_WRITE: "pen-line",
    Did.STAYED_SILENT: "moon",
    Outcome.SENT_NOTE: "mail",
}


class TilesField(forms.ChoiceField):
    """One tile is picked, or a sentence says what is missing."""

    def __init__(
        self, *, label: "StrOrPromise", missing: "StrOrPromise", choices: Any = ()
    ) -> None:
        super().__init__(
            label=label,
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={"required": missing, "invalid_choice": missing},
        )


class FoldedField(forms.ChoiceField):
    """A question that may stay unanswered."""

    def __init__(
        self, *, label: "StrOrPromise", choices: Any, help_text: "StrOrPromise" = ""
    ) -> None:
        super().__init__(
            label=label,
            choices=[("", _("Not said")), *choices],
            required=False,
            help_text=help_text,
            error_messages={"invalid_choice": _("Choose one of the answers, or leave it open.")},
        )


class WordsField(forms.CharField):
    """Free text without what no keyboard types: control characters and halves of characters."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No maxlength: browsers cut silently and count otherwise; the page counts down instead."""
        return {}

    def to_python(self, value: Any) -> str:
        lines = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        return "".join(filter(_is_written, lines)).strip()


def _is_written(character: str) -> bool:
    return character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs"}


class ObservationForm(forms.Form):
    """One moment; `kept` is the one that is being changed."""

    id = forms.UUIDField(
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid": _("This could not be saved yet. Please save it once more.")},
    )
    standard = TilesField(label=_("What slipped?"), missing=_("Choose what slipped."))
    impact = TilesField(
        label=_("How was the customer left?"),
        missing=_("Choose how the customer was left."),
        choices=Impact.choices,
    )
    outcome = TilesField(
        label=_("What did you do?"), missing=_("Choose what you did."), choices=Did.choices
    )
    day = forms.DateField(
        label=_("Day"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("A day is enough; the hour is nobody's business."),
        error_messages={"invalid": _("Write the day as year-month-day, such as 2026-11-24.")},
    )
    channel = FoldedField(label=_("Where did it happen?"), choices=Channel.choices)
    customer = FoldedField(label=_("Who was the customer?"), choices=Customer.choices)
    cause = FoldedField(
        label=_("What stood behind it?"),
        choices=Cause.choices,
        help_text=_("Your best guess. Most slips come from the work, not from the person."),
    )
    silence = FoldedField(
        label=_("If you stayed silent, why?"),
        choices=Silence.choices,
        help_text=_("There is no wrong answer. It helps to see what makes speaking up hard."),
    )
    words = WordsField(
        label=_("A few words for yourself"),
        required=False,
        max_length=WORDS_LIMIT,
        help_text=_("At most 600 characters. Leave out names, phone numbers and card numbers."),
        widget=forms.Textarea(attrs={"rows": 4, "data-limit": WORDS_LIMIT}),
        error_messages={
            "max_length": _("These are %(show_value)s characters. Shorten them to %(limit_value)s.")
        },
    )

    def __init__(self, data: Any = None, *, today: date, kept: Moment | None = None) -> None:
        super().__init__(data, initial=asdict(kept) if kept else {"day": today})
        self.today, self.kept = today, kept
        self.standards = _on_offer(kept)
        self._choices(
            "standard", [(standard.code, standard.name_for_reader) for standard in self.standards]
        )
        if kept and kept.outcome == Outcome.SENT_NOTE:
            self._choices("outcome", list(HAS_WRITTEN))
        self.fields["day"].widget.attrs |= {"min": self._earliest, "max": today}

    @property
    def icons(self) -> dict[str, str]:
        """The picture of every tile on the page."""
        return ICONS | {standard.code: standard.icon for standard in self.standards}

    @property
    def folded(self) -> list[forms.BoundField]:
        """What a moment may say and need not."""
        return [self[name] for name in FOLDED]

    @property
    def is_unfolded(self) -> bool:
        """Whether something behind the fold was answered or needs another look."""
        return any(name in self.errors or self[name].value() for name in FOLDED[1:]) or (
            "day" in self.errors
        )

    @property
    def will_write(self) -> bool:
        return bool(self.cleaned_data["outcome"] == Did.WILL_WRITE)

    @property
    def moment(self) -> Moment:
        values = {name: value for name, value in self.cleaned_data.items() if name != "id"}
        if self.will_write:
            values["outcome"] = Outcome.STAYED_SILENT.value
        if values["outcome"] != Outcome.STAYED_SILENT:
            values["silence"] = ""
        return Moment(**values)

    def clean_day(self) -> date:
        """Today when it is left open; a day that was accepted once may stay."""
        day: date = self.cleaned_data["day"] or self.today
        if day > self.today:
            raise forms.ValidationError(
                _("This day is still to come. Choose today or an earlier day.")
            )
        if day < self._earliest:
            raise forms.ValidationError(
                _("This day is too long ago. Choose one from the last twelve months.")
            )
        return day

    @property
    def _earliest(self) -> date:
        usual = self.today - timedelta(days=DAYS_BACK)
        return min(usual, self.kept.day) if self.kept else usual

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices


def _on_offer(kept: Moment | None) -> list[Standard]:
    """The standards in force, and the one that a moment already names."""
    in_force = Standard.objects.in_force()
    if kept is None:
        return list(in_force)
    return list((in_force | Standard.objects.filter(code=kept.standard)).order_by("position", "id"))
