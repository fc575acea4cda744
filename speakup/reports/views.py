"""The pages of the quarter: trends, what silence costs, and the two stewards' pages."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from speakup.people.access import allow, me
from speakup.people.policy import reads_trends
from speakup.privacy.quarters import Quarter
from speakup.reports import actions, assumptions, planning, policy, queries, silence, wording
from speakup.reports.forms import QuarterForm, TargetForm
from speakup.reports.models import Release
from speakup.reports.pictures import planned_places, shown_trends
from speakup.reports.queries import Trends
from speakup.reports.refusals import NotReleased, Refused


@require_GET
@allow(reads_trends)
def trends(request: HttpRequest) -> HttpResponse:
    reader = me(request)
    found = trends_asked_for(request)
    page = shown_trends(found) if found else None
    context = {
        "page": page,
        "reads_money": policy.reads_money(reader),
        "is_steward": policy.may_prepare(reader),
    }
    return render(request, "speakup/reports/trends.html", context)


@require_GET
@allow(policy.reads_money)
def what_silence_costs(request: HttpRequest) -> HttpResponse:
    found = trends_asked_for(request)
    if found is None:
        return render(request, "speakup/reports/silence.html", {"found": None})
    estimate = silence.estimated(found.chosen, found.before)
    context: dict[str, Any] = {
        "found": found,
        "pace": wording.pace(found.chosen.quarter, found.chosen.root),
        "currency": settings.CURRENCY,
        "assumptions": assumptions.assumptions(),
    }
    if not estimate.shown:
        context["why_not"] = silence.why_not(estimate.why_not)
        return render(request, "speakup/reports/silence.html", context)
    target = silence.first_target(estimate)
    form = TargetForm(
        request.GET if "target" in request.GET else None,
        least=silence.least_target(estimate),
        initial={"target": target},
    )
    if form.is_valid():
        target = form.cleaned_data["target"]
    context |= {"form": form, "silence": silence.silence(estimate, target)}
    return render(request, "speakup/reports/silence.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@allow(policy.may_prepare)
def prepare(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return start_preparing(request)
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "speakup/reports/_preparing.html", preparing(request))
    return render(request, "speakup/reports/prepare.html", preparing(request) | plans(request))


def start_preparing(request: HttpRequest) -> HttpResponse:
    form, today = QuarterForm(request.POST), timezone.localdate()
    refusal = form.errors.get("quarter", [""])[0] if form.errors else ""
    if form.is_valid():
        try:
            actions.start_preparing(
                by=me(request), quarter=form.cleaned_data["quarter"], today=today
            )
        except Refused as refused:
            refusal = refused.sentence
    if not refusal:
        return redirect("reports:prepare")
    context = preparing(request) | plans(request) | {"refusal": refusal}
    return render(request, "speakup/reports/prepare.html", context, status=422)


@require_http_methods(["GET", "POST"])
@allow(policy.may_prepare)
def review(request: HttpRequest, quarter: str) -> HttpResponse:
    try:
        reading = queries.prepared(asked(quarter))
    except NotReleased:
        raise Http404 from None
    if request.method == "POST":
        return release(request, reading.release)
    return render(request, "speakup/reports/review.html", review_context(request, reading))


def release(request: HttpRequest, waiting: Release) -> HttpResponse:
    try:
        actions.release(by=me(request), release=waiting, today=timezone.localdate())
    except Refused as refused:
        reading = queries.prepared(waiting.period)
        context = review_context(request, reading) | {"refusal": refused.sentence}
        return render(request, "speakup/reports/review.html", context, status=422)
    messages.success(request, _("These numbers are open to their readers now, and never change."))
    return redirect(f"{reverse('reports:trends')}?quarter={waiting.quarter}")


def review_context(request: HttpRequest, reading: queries.Reading) -> dict[str, Any]:
    return {
        "page": shown_trends(Trends(earlier=(), chosen=reading)),
        "reading": reading,
        "may_release": policy.may_release(me(request), reading.release.prepared_by_id),
    }


def trends_asked_for(request: HttpRequest) -> Trends | None:
    """The quarter in the address, or the latest; what is not released does not exist."""
    written = request.GET.get("quarter")
    quarter = None if written is None else asked(written)
    try:
        return queries.trends(me(request), quarter)
    except NotReleased:
        if quarter:
            raise Http404 from None
        return None


def asked(written: str) -> Quarter:
    try:
        return Quarter.parse(written)
    except ValueError:
        raise Http404 from None


def preparing(request: HttpRequest) -> dict[str, Any]:
    """What is in the queue and what waits for the second steward."""
    reader = me(request)
    waiting = [
        {"release": found, "may_release": policy.may_release(reader, found.prepared_by_id)}
        for found in Release.objects.waiting().order_by("quarter")
    ]
    return {"under_way": sorted(planning.under_way()), "waiting": waiting}


def plans(request: HttpRequest) -> dict[str, Any]:
    """The quarters that can be drawn, and the figures of the one that is looked at."""
    today = timezone.localdate()
    busy = planning.under_way()
    choices = [found for found in planning.preparable(today) if str(found) not in busy]
    written = request.GET.get("quarter")
    quarter = asked(written) if written is not None else choices[0] if choices else None
    context = {"choices": choices, "opens": planning.next_opening(today), "plan": None}
    if quarter is None:
        return context
    try:
        plan = planning.plan(quarter, today=today)
    except Refused as refused:
        return context | {"refusal": refused.sentence, "quarter": quarter}
    return context | {"plan": plan, "places": planned_places(plan), "quarter": quarter}


def status_of(form: TargetForm) -> int:
    return 422 if form.is_bound and not form.is_valid() else 200
