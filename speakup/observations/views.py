"""The pages of the private notebook: log a moment, look back, change, delete."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from speakup.observations import actions, queries
from speakup.observations.forms import ObservationForm
from speakup.observations.queries import Entry, Missing
from speakup.observations.spoken import CALL_ASIDE, OFFER_HELP
from speakup.observations.warmth import warm_line
from speakup.people.access import me
from speakup.standards.models import Standard
from speakup.standards.queries import house

FOLDER = "speakup/observations"
View = Callable[..., HttpResponse]
reads_and_writes = require_http_methods(["GET", "HEAD", "POST"])


def missing_is_404(view: View) -> View:
    """Another person's entry and one that never was look the same."""

    @wraps(view)
    def found(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Missing:
            raise Http404 from None

    return found


@reads_and_writes
def log(request: HttpRequest) -> HttpResponse:
    form = ObservationForm(_posted(request), today=timezone.localdate())
    if form.is_valid() and (entry := _logged(request, form)):
        return _onward(form, entry, "observations:saved", entry.id)
    # A fresh id each time the page is made: what comes back with an error is not saved yet.
    page = {"form": form, "house": house(), "new_id": uuid4()}
    return render(request, f"{FOLDER}/log.html", page, status=_status(form))


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    return render(request, f"{FOLDER}/door.html", {"house": house()})


@reads_and_writes
@missing_is_404
def say_it(request: HttpRequest) -> HttpResponse:
    """The sentences are everybody's; whoever comes from a silence of theirs can say it is over."""
    if request.method == "POST":
        entry = queries.own_entry(me(request), _named(request.POST))
        actions.mark_said(by=me(request), observation_id=entry.id)
        return redirect("observations:saved", entry.id)
    page = {"aside": CALL_ASIDE, "offer": OFFER_HELP, "silence": _own_silence(request)}
    return render(request, f"{FOLDER}/say_it.html", page)


@require_safe
@missing_is_404
def saved(request: HttpRequest, observation_id: UUID) -> HttpResponse:
    entry = queries.own_entry(me(request), observation_id)
    page = {"entry": entry, "warm_line": warm_line(entry.moment)}
    return render(request, f"{FOLDER}/saved.html", page)


@require_safe
def notebook(request: HttpRequest) -> HttpResponse:
    """A page that would begin after an entry which is gone begins at the top instead."""
    try:
        after = UUID(request.GET["after"]) if "after" in request.GET else None
        book = queries.notebook(me(request), today=timezone.localdate(), after=after)
    except (ValueError, Missing):
        return redirect("observations:notebook")
    page = {"book": book, "lines": _lines(*book.entries)}
    return render(request, f"{FOLDER}/notebook.html", page)


@reads_and_writes
@missing_is_404
def change(request: HttpRequest, observation_id: UUID) -> HttpResponse:
    entry = queries.own_entry(me(request), observation_id)
    form = ObservationForm(_posted(request), today=timezone.localdate(), kept=entry.moment)
    if form.is_valid():
        actions.change_observation(
            by=me(request), observation_id=entry.id, moment=form.moment, today=form.today
        )
        messages.success(request, _("Your change is kept."))
        return _onward(form, entry, "observations:notebook")
    page = {"form": form, "entry": entry}
    return render(request, f"{FOLDER}/change.html", page, status=_status(form))


@reads_and_writes
@missing_is_404
def delete(request: HttpRequest, observation_id: UUID) -> HttpResponse:
    entry = queries.own_entry(me(request), observation_id)
    if request.method == "POST":
        actions.delete_observation(by=me(request), observation_id=entry.id)
        messages.success(request, _("The moment is gone from your notebook."))
        return redirect("observations:notebook")
    [(_entry, standard)] = _lines(entry)
    page = {"entry": entry, "standard": standard}
    return render(request, f"{FOLDER}/delete.html", page)


def _logged(request: HttpRequest, form: ObservationForm) -> Entry | None:
    """None when the page has to come back; then the form says why."""
    try:
        logged = actions.log_observation(
            by=me(request),
            moment=form.moment,
            today=form.today,
            observation_id=form.cleaned_data["id"],
        )
    except actions.Refused as refusal:
        form.add_error(None, refusal.sentence)
        return None
    if logged.is_new or logged.entry.moment == form.moment:
        return logged.entry
    # The browser went back to a page that was sent before, and something else is on it now.
    form.add_error(None, _("You saved this page before. Save again to keep a second moment."))
    return None


def _onward(form: ObservationForm, entry: Entry, *stay: Any) -> HttpResponse:
    """Whoever means to write goes on to the guide."""
    if form.will_write:
        return redirect(f"{reverse('notes:compose')}?observation={entry.id}")
    return redirect(*stay)


def _own_silence(request: HttpRequest) -> Entry | None:
    """The moment in the address, if it is theirs and nothing was said about it yet."""
    try:
        entry = queries.own_entry(me(request), _named(request.GET))
    except Missing:
        return None
    return None if entry.moment.spoke_up else entry


def _named(sent: QueryDict) -> UUID:
    """Raises Missing: what is no id is nobody's."""
    try:
        return UUID(sent.get("moment", ""))
    except ValueError:
        raise Missing from None


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _status(form: ObservationForm) -> int:
    return 422 if form.is_bound else 200


def _lines(*entries: Entry) -> list[tuple[Entry, str]]:
    """Each entry with the name that its standard has today."""
    names = {one.code: one.name_for_reader for one in Standard.objects.in_order()}
    return [(entry, names.get(entry.moment.standard, "")) for entry in entries]
