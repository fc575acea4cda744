"""What readers and stewards type on the pages of the quarter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from speakup.privacy.quarters import Quarter


class QuarterField(forms.CharField):
    """A quarter written `2026Q3`."""

    def clean(self, value: Any) -> Quarter:
        try:
            return Quarter.parse(super().clean(value))
        except ValueError:
            raise forms.ValidationError(
                _("Choose a quarter from the list: it is written like 2026Q3.")
            ) from None


class QuarterForm(forms.Form):
    quarter = QuarterField(max_length=6)


class Slider(forms.NumberInput):
    input_type = "range"
    template_name = "django/forms/widgets/number.html"


class TargetForm(forms.Form):
    """The slider without its script: in how many per cent of the moments people would speak up."""

    target = forms.IntegerField(
        label=_("What if people spoke up in more of the moments?"),
        max_value=100,
        error_messages={
            "required": _("Write a whole number of per cent, such as 50."),
            "invalid": _("Write a whole number of per cent, such as 50."),
            "max_value": _("Choose at most 100 %%: there are no more moments than all of them."),
        },
        widget=Slider(attrs={"class": "range", "step": 1, "max": 100, "data-slider": ""}),
    )

    def __init__(self, *args: Any, least: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.least = least
        self.fields["target"].widget.attrs["min"] = least

    def clean_target(self) -> int:
        target: int = self.cleaned_data["target"]
        if target < self.least:
            raise forms.ValidationError(
                _("Choose at least %(least)d %%: below that, people speak up already.")
                % {"least": self.least}
            )
        return target
