"""The one mail that people get about their account: the link to a new password."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from speakup.people.models import Person


def mail_password_link(*, to: Person) -> None:
    """In the reader's own language; the link is made here, so that no queue ever holds one."""
    link = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(to), "key": default_token_generator.make_token(to)},
    )
    with override(to.language):
        mail = get_adapter().render_mail(
            "account/email/password_reset_key",
            to.email,
            {"password_reset_url": settings.SITE_URL.rstrip("/") + link},
        )
    mail.send()
