"""What people type about themselves, made clean."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from speakup.people.choices import Settings
from speakup.people.models import Person

CLOCK = ["%H:%M", "%H:%M:%S"]
NO_CLOCK = {"invalid": _("Write a time like 22:00, or leave it empty.")}


def languages() -> list[tuple[str, str]]:
    """Each language under its own name, so that its speakers find it."""
    return [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]


class SettingsForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Language"),
        choices=languages,
        error_messages={
            "required": _("Choose a language from the list."),
            "invalid_choice": _("Choose a language from the list."),
        },
    )
    quiet_from = forms.TimeField(
        label=_("From"),
        required=False,
        input_formats=CLOCK,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages=NO_CLOCK,
    )
    quiet_until = forms.TimeField(
        label=_("Until"),
        required=False,
        input_formats=CLOCK,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages=NO_CLOCK,
    )
    takes_notes = forms.BooleanField(
        label=_("Colleagues may send me notes"),
        required=False,
        help_text=_("Untick it for as long as you want no notes. Nobody is told why."),
    )
    tell_by_email = forms.BooleanField(
        label=_("Tell me by e-mail"),
        required=False,
        help_text=_(
            "The e-mail only says that there is a private note, not what it says or from whom."
        ),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initial": settings_of(person)})

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if self.errors.keys() & {"quiet_from", "quiet_until"}:
            return typed
        start, end = typed["quiet_from"], typed["quiet_until"]
        if (start is None) != (end is None):
            field = "quiet_from" if start is None else "quiet_until"
            self.add_error(
                field, _("Quiet hours need a start and an end. Fill in both, or neither.")
            )
        elif start is not None and start == end:
            self.add_error("quiet_until", _("Choose an end that differs from the start."))
        return typed

    def settings(self) -> Settings:
        return Settings(**self.cleaned_data)


def settings_of(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in SettingsForm.base_fields}
