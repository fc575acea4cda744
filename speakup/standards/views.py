"""The pages where a steward keeps the standards, the golden rule and the official route."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from speakup.people.access import allow, me
from speakup.standards import actions, policy, queries
from speakup.standards.forms import HouseForm, MoveForm, StandardForm
from speakup.standards.models import Standard


@allow(policy.may_keep_standards)
def overview(request: HttpRequest) -> HttpResponse:
    page = {
        "in_force": Standard.objects.in_force(),
        "retired": Standard.objects.in_order().filter(is_retired=True),
        "house": queries.house(),
    }
    return render(request, "speakup/standards/list.html", page)


@allow(policy.may_keep_standards)
def add(request: HttpRequest) -> HttpResponse:
    form = StandardForm(request.POST or None)
    if form.is_valid():
        try:
            standard = actions.add_standard(by=me(request), wording=form.wording())
        except actions.NameTaken as refusal:
            form.add_error("name", str(refusal))
        except actions.Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("“%(name)s” is now on the log page.") % {"name": standard.name}
            )
            return redirect("standards:list")
    return _answer(request, "add", form)


@allow(policy.may_keep_standards)
def change(request: HttpRequest, code: str) -> HttpResponse:
    standard = get_object_or_404(Standard, code=code)
    form = StandardForm(request.POST or None, standard=standard)
    if form.is_valid():
        try:
            actions.reword_standard(by=me(request), standard=standard, wording=form.wording())
        except actions.NameTaken as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("The new words are kept, and everybody sees them now."))
            return redirect("standards:list")
    return _answer(request, "change", form, standard=standard)


@require_POST
@allow(policy.may_keep_standards)
def retire(request: HttpRequest, code: str) -> HttpResponse:
    standard = get_object_or_404(Standard, code=code)
    try:
        actions.retire_standard(by=me(request), standard=standard)
    except actions.Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("standards:list")


@require_POST
@allow(policy.may_keep_standards)
def restore(request: HttpRequest, code: str) -> HttpResponse:
    standard = get_object_or_404(Standard, code=code)
    try:
        actions.restore_standard(by=me(request), standard=standard)
    except actions.Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("standards:list")


@require_POST
@allow(policy.may_keep_standards)
def move(request: HttpRequest, code: str) -> HttpResponse:
    standard = get_object_or_404(Standard, code=code)
    form = MoveForm(request.POST)
    if form.is_valid():
        actions.move_standard(by=me(request), standard=standard, way=form.cleaned_data["way"])
    return redirect("standards:list")


@allow(policy.may_keep_standards)
def house(request: HttpRequest) -> HttpResponse:
    form = HouseForm(request.POST or None, house=queries.house())
    if form.is_valid():
        actions.describe_house(by=me(request), **form.cleaned_data)
        messages.success(request, _("Everybody now sees your golden rule and your official route."))
        return redirect("standards:list")
    return _answer(request, "house", form)


def _answer(
    request: HttpRequest, page: str, form: StandardForm | HouseForm, **more: Standard
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, f"speakup/standards/{page}.html", {"form": form} | more, status=status)
