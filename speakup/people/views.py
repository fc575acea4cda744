"""The pages about oneself: settings, and the way to everything else."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from speakup.people import actions, policy, queries
from speakup.people.access import me
from speakup.people.forms import SettingsForm


def settings(request: HttpRequest) -> HttpResponse:
    person = me(request)
    form = SettingsForm(request.POST or None, person=person)
    if form.is_valid():
        chosen = form.settings()
        actions.change_settings(by=person, to=chosen)
        with translation.override(chosen.language):
            messages.success(request, _("Your settings are kept and hold from now on."))
        return redirect("people:settings")
    page = {"form": form, "unit_path": queries.unit_path(person)}
    status = 422 if form.is_bound else 200
    return render(request, "speakup/people/settings.html", page, status=status)


def more(request: HttpRequest) -> HttpResponse:
    person = me(request)
    page = {
        "is_steward": policy.is_steward(person),
        "reads_money": policy.is_leader(person) or policy.is_manager(person),
    }
    return render(request, "speakup/people/more.html", page)
