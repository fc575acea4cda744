"""What a steward types about standards, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from speakup.standards.models import House, Nature, Standard
from speakup.standards.wording import Way, Wording

ICONS = (
    ("handshake", _("Handshake")),
    ("ear", _("Ear")),
    ("hand-helping", _("Helping hand")),
    ("circle-check", _("Check mark")),
    ("message-circle", _("Speech balloon")),
    ("clock", _("Clock")),
    ("door-open", _("Open door")),
    ("scale", _("Scales")),
    ("heart", _("Heart")),
    ("smile", _("Smile")),
    ("eye", _("Eye")),
    ("phone", _("Telephone")),
    ("languages", _("Languages")),
    ("book-open", _("Open book")),
    ("lightbulb", _("Light bulb")),
    ("shield-check", _("Shield")),
    ("sparkles", _("Sparkle")),
    ("users", _("People")),
    ("map-pin", _("Place")),
    ("key", _("Key")),
    ("wrench", _("Spanner")),
    ("leaf", _("Leaf")),
)


TOO_LONG = _("Write at most %(limit_value)d letters: there are %(show_value)d.")


def most(model: type[Standard | House], field: str) -> int:
    """How long the column lets a text be."""
    length: int = model._meta.get_field(field).max_length  # type: ignore[union-attr,assignment]
    return length


class StandardForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=most(Standard, "name"),
        help_text=_("One or two words that fit on a tile."),
        error_messages={"required": _("Give the standard a name."), "max_length": TOO_LONG},
    )
    description = forms.CharField(
        label=_("What good looks like"),
        max_length=most(Standard, "description"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence that everybody understands."),
        error_messages={
            "required": _("Say in one sentence what good looks like."),
            "max_length": TOO_LONG,
        },
    )
    nature = forms.ChoiceField(
        label=_("Mostly a matter of"),
        choices=Nature.choices,
        error_messages={
            "required": _("Choose knowledge, skill or attitude."),
            "invalid_choice": _("Choose knowledge, skill or attitude."),
        },
    )
    icon = forms.ChoiceField(
        label=_("Picture on its tile"),
        choices=ICONS,
        error_messages={
            "required": _("Choose a picture from the list."),
            "invalid_choice": _("Choose a picture from the list."),
        },
    )

    def __init__(self, *args: Any, standard: Standard | None = None, **kwargs: Any) -> None:
        if standard:
            kwargs["initial"] = {name: getattr(standard, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)

    def wording(self) -> Wording:
        return Wording(**self.cleaned_data)


class MoveForm(forms.Form):
    way = forms.TypedChoiceField(choices=[(way, way) for way in Way], coerce=Way)


class HouseForm(forms.Form):
    golden_rule = forms.CharField(
        label=_("Golden rule"),
        max_length=most(House, "golden_rule"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The question everybody sees on top of the log page."),
        error_messages={
            "required": _("Write the question that everybody should ask themselves."),
            "max_length": TOO_LONG,
        },
    )
    official_route = forms.CharField(
        label=_("Official route"),
        max_length=most(House, "official_route"),
        required=False,
        error_messages={"max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Where people go with harassment, discrimination, theft or danger: a name, a telephone number, a room."
        ),
    )

    def __init__(self, *args: Any, house: House, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(house, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)

    def clean_golden_rule(self) -> str:
        """One line, however it was typed."""
        return " ".join(self.cleaned_data["golden_rule"].split())
