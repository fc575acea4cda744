"""allauth's forms in our own words."""

from typing import Any

from allauth.account import forms
from django.forms import Form
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from speakup.people import actions

WRITE = {
    "login": _("Write your e-mail address."),
    "email": _("Write your e-mail address."),
    "password": _("Write your password."),
    "oldpassword": _("Write the password that you have had until now."),
    "password1": _("Write a new password."),
    "password2": _("Write the new password once more."),
}
NO_ADDRESS = _("Write an e-mail address like mia@hotel.example.")


def in_our_words(form: Form) -> None:
    """Say of an empty or odd field what to write there."""
    for name, field in form.fields.items():
        field.error_messages["required"] = WRITE[name]
        if name in {"login", "email"}:
            field.error_messages |= dict.fromkeys(("invalid", "max_length"), NO_ADDRESS)


class SignIn(forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail")
        self.fields["password"].label = _("Password")
        in_our_words(self)


class ForgottenPassword(forms.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail")
        in_our_words(self)

    def clean_email(self) -> str:
        """Looks nobody up: a form that knew who works here could tell it."""
        email: str = self.cleaned_data["email"]
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email: str = self.cleaned_data["email"]
        actions.ask_for_password_link(email=email)
        return email


class FirstPassword(forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = _(
            "At least ten characters that nobody would guess. A few unrelated words do well."
        )
        self.fields["password2"].label = _("The same once more")
        in_our_words(self)


class OtherPassword(forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Password until now")
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = _(
            "At least ten characters that nobody would guess. A few unrelated words do well."
        )
        self.fields["password2"].label = _("The same once more")
        in_our_words(self)
