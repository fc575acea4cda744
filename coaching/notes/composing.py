"""The guide's own pages: write, preview, send; and the same for a note that still rests."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.notes import actions, guidance, queries
from coaching.notes.draft import SLOTS, Draft, mark_of, with_suggestion
from coaching.notes.forms import ChangeForm, NoteForm
from coaching.notes.models import Note
from coaching.notes.refusals import LookAgainFirst, Refusal, RestIsOver
from speakup.people.access import me
from speakup.people.models import Person

CHANNEL_ICONS = {
    "in_person": "users",
    "phone": "phone",
    "chat": "message-circle",
    "email": "mail",
}
PRESENCE_ICONS = {"here": "user-check", "gone": "log-out"}
EDITS = ("find", "switch", "check", "use", "add")  # buttons that only change what is on the page


@dataclass(frozen=True)
class Desk:
    """What differs between a new note and one that still rests."""

    form: type[ChangeForm]
    look: Callable[[ChangeForm], None]
    finish: Callable[[ChangeForm, str], None]
    done: str
    keep: str  # the name under which the browser keeps what was typed
    reader: Person | None = None

    def reader_of(self, value: object) -> Person | None:
        return self.reader or _person(value)


def compose(request: HttpRequest) -> HttpResponse:
    """A new note: write it, look at it as its reader will, send it."""
    desk = Desk(
        NoteForm,
        partial(_look_at_new, request),
        partial(_send, request),
        _resting_sentence(),
        "note",
    )
    observation = _uuid(request.GET.get("observation"))
    fresh = {
        "language": me(request).language,
        "observation": str(observation or ""),
        "channel": queries.channel_of(observation, by=me(request)),
    }
    return _at(desk, request, fresh)


def change(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """The same desk for a note that still rests."""
    note = queries.note_of(me(request), note_id)
    if note is None or note.writer_id != me(request).pk:
        raise Http404
    entry = queries.entry_of(note, me(request), timezone.now())
    if entry.stage != queries.Stage.RESTING:
        messages.error(request, RestIsOver().sentence)
        return redirect("notes:note", note_id)
    desk = Desk(
        ChangeForm,
        partial(_look_at_changed, note),
        partial(_change, request, note),
        _("Your note has changed. Its rest goes on as before."),
        f"note-{note.pk}",
        note.reader,
    )
    return _at(desk, request, queries.letter(note, me(request), timezone.now()).draft.payload())


def _at(desk: Desk, request: HttpRequest, fresh: dict[str, Any]) -> HttpResponse:
    if request.method != "POST":
        return _desk(desk, request, desk.form(initial=fresh))
    if any(button in request.POST for button in EDITS):
        return _desk(desk, request, desk.form(initial=_edited(desk, request.POST, by=me(request))))
    form = desk.form(request.POST)
    if not form.is_valid():
        return _desk(desk, request, form)
    return _previewed_or_done(desk, request, form)


def _previewed_or_done(desk: Desk, request: HttpRequest, form: ChangeForm) -> HttpResponse:
    try:
        desk.look(form)
        if "send" not in request.POST:
            return _preview(desk, request, form)
        desk.finish(form, request.POST.get("seen", ""))
    except LookAgainFirst as refusal:
        return _preview(desk, request, form, refusal)
    except Refusal as refusal:
        known = refusal.field if refusal.field in form.fields else None
        form.add_error(known, refusal.sentence)
        return _desk(desk, request, form)
    messages.success(request, desk.done)
    return redirect("notes:inbox")


def _resting_sentence() -> str:
    minutes = settings.NOTE_REST_MINUTES
    if not minutes:
        return _("Your note is on its way.")
    return ngettext(
        "Your note rests for %(minutes)s minute. Until then you can change it or take it back.",
        "Your note rests for %(minutes)s minutes. Until then you can change it or take it back.",
        minutes,
    ) % {"minutes": minutes}


def _look_at_new(request: HttpRequest, form: ChangeForm) -> None:
    actions.refuse_unless_sendable(
        by=me(request),
        reader=form.cleaned_data["reader"],
        draft=form.written(),
        now=timezone.now(),
    )


def _send(request: HttpRequest, form: ChangeForm, seen: str) -> None:
    actions.send_note(
        by=me(request),
        reader=form.cleaned_data["reader"],
        draft=form.written(),
        now=timezone.now(),
        seen=seen,
        observation=form.cleaned_data["observation"],
    )


def _look_at_changed(note: Note, form: ChangeForm) -> None:
    actions.refuse_unless_changeable(note=note, draft=form.written())


def _change(request: HttpRequest, note: Note, form: ChangeForm, seen: str) -> None:
    now = timezone.now()
    actions.change_note(by=me(request), note=note, draft=form.written(), now=now, seen=seen)


def _desk(desk: Desk, request: HttpRequest, form: ChangeForm) -> HttpResponse:
    """The five slots, each with its hints, and what the guide says of the whole."""
    draft = _draft(form)
    reader = desk.reader_of(form["reader"].value() if "reader" in form.fields else None)
    words = request.POST.get("q", "")
    found = queries.people_found(words, by=me(request)) if "reader" in form.fields else ()
    read = guidance.guide(draft, names=(reader.name,) if reader else ())
    offered = _offered(form, draft.language, by=me(request))
    facts = {
        "form": form,
        "slots": [(form[slot], read.of(slot), offered[slot]) for slot in SLOTS],
        "guidance": read,
        "can_read": guidance.can_read(draft.language),
        "is_new": desk.reader is None,
        "keep": desk.keep,
        "channel_icons": CHANNEL_ICONS,
        "presence_icons": PRESENCE_ICONS,
        "reader": reader,
        "words": words,
        "people": [person for person in found if person != reader],
        "nobody": words and not found,
    }
    status = 422 if form.is_bound else 200
    return render(request, "coaching/notes/compose.html", facts, status=status)


def _offered(form: ChangeForm, language: str, *, by: Person) -> dict[str, tuple[str, ...]]:
    """Words to start from that fit the moment, and others than for the note before."""
    chosen = {name: str(form[name].value() or "") for name in ("channel", "presence")}
    turn = queries.notes_written(by.pk)
    return guidance.phrases_for(language, guidance.situation(**chosen), turn=turn)


def _preview(
    desk: Desk, request: HttpRequest, form: ChangeForm, refusal: Refusal | None = None
) -> HttpResponse:
    """The note exactly as its reader will see it, with the hints that have to be seen first."""
    draft = form.written()
    reader = desk.reader or form.cleaned_data["reader"]
    read = guidance.guide(draft, names=(reader.name,))
    facts = {
        "form": form,
        "draft": draft.trimmed(),
        "reader": reader,
        "guidance": read,
        "must_look": guidance.asks_to_look_again(read),
        "mark": mark_of(draft, by=me(request).pk),
        "refusal": refusal,
        "is_new": desk.reader is None,
        "keep": desk.keep,
    }
    status = 422 if refusal else 200
    return render(request, "coaching/notes/preview.html", facts, status=status)


def _edited(desk: Desk, typed: QueryDict, *, by: Person) -> dict[str, Any]:
    """What was typed, with the one change a button asked for."""
    values: dict[str, Any] = {name: typed.get(name, "") for name in desk.form.base_fields}
    reader = desk.reader_of(values.get("reader"))
    draft = Draft(
        values["language"], **{slot: values[slot].replace("\r\n", "\n") for slot in SLOTS}
    )
    if address := typed.get("use"):
        draft = with_suggestion(draft, address, names=(reader.name,) if reader else ())
    values |= {slot: draft.words_in(slot) for slot in SLOTS}
    if (language := typed.get("switch")) in dict(settings.LANGUAGES):
        values["language"] = language
    slot, _colon, place = typed.get("add", "").partition(":")
    offered = _offered(desk.form(initial=values), draft.language, by=by).get(slot, ())
    numbered = {str(number): phrase for number, phrase in enumerate(offered)}
    if phrase := numbered.get(place):
        values[slot] = f"{values[slot]} {phrase}".strip()
    return values


def _draft(form: ChangeForm) -> Draft:
    """The slots as they stand on the page, whether or not they could be sent."""
    values = {name: str(form[name].value() or "").replace("\r\n", "\n") for name in SLOTS}
    return Draft(str(form["language"].value() or ""), **values)


def _person(value: object) -> Person | None:
    found = _uuid(str(value or ""))
    return queries.colleagues().filter(pk=found).first() if found else None


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
