"""The pages of notes: the inbox, one note and its answers; the guide's pages are in composing."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from coaching.notes import actions, openness, queries
from coaching.notes import guidance as guide
from coaching.notes.composing import change, compose
from coaching.notes.forms import AnswerForm, DraftForm, first_sentence
from coaching.notes.models import Answer, Note, Side
from coaching.notes.refusals import NothingSaid, Refusal
from speakup.people.access import me

__all__ = [
    "answer",
    "change",
    "close",
    "compose",
    "guidance",
    "how_it_reads",
    "inbox",
    "mute",
    "note",
    "people",
    "take_back",
    "unread",
]


def inbox(request: HttpRequest) -> HttpResponse:
    found = queries.inbox(me(request), timezone.now())
    return render(request, "coaching/notes/inbox.html", {"inbox": found})


def note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Reading changes nothing; the button on the closed envelope opens it."""
    one = _mine(request, note_id)
    if request.method == "POST":
        actions.open_note(by=me(request), note=one)
        return redirect("notes:note", note_id)
    return _show(request, one)


def answer(request: HttpRequest, note_id: UUID) -> HttpResponse:
    one = _mine(request, note_id)
    if request.method != "POST":
        return redirect("notes:note", note_id)
    if "check" in request.POST:
        return _show(request, one, AnswerForm(initial={"words": request.POST.get("words", "")}))
    form = AnswerForm(request.POST)
    if form.is_valid() and _answered(request, one, form):
        return redirect("notes:note", note_id)
    return _show(request, one, form)


def _answered(request: HttpRequest, one: Note, form: AnswerForm) -> bool:
    try:
        kind = Answer(form.cleaned_data["kind"])
        words = form.cleaned_data["words"]
        actions.answer_note(by=me(request), note=one, kind=kind, words=words)
    except NothingSaid as wanted:
        form.ask(wanted.sentence)
        return False
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    messages.success(request, _("Your answer has arrived."))
    return True


def close(request: HttpRequest, note_id: UUID) -> HttpResponse:
    one = _mine(request, note_id)
    if request.method == "POST":
        try:
            actions.close_note(by=me(request), note=one, now=timezone.now())
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
    return redirect("notes:note", note_id)


def take_back(request: HttpRequest, note_id: UUID) -> HttpResponse:
    one = _mine(request, note_id)
    if request.method != "POST":
        return redirect("notes:note", note_id)
    try:
        actions.take_back(by=me(request), note=one, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect("notes:note", note_id)
    messages.success(
        request,
        _(
            "You took the note back; nobody has read it. If it began in your notebook, "
            "you can change there what you did."
        ),
    )
    return redirect("notes:inbox")


def mute(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """For the reader only; the writer never learns of it."""
    one = _mine(request, note_id)
    if one.reader_id != me(request).pk:
        raise Http404
    if request.method == "POST":
        if "hear_again" in request.POST:
            actions.unmute(by=me(request), note=one)
            messages.success(request, _("You can get notes from this colleague again."))
        else:
            actions.mute(by=me(request), note=one)
            messages.success(request, _("No more notes from this colleague. Nobody is told."))
    return redirect("notes:note", note_id)


@require_POST
def guidance(request: HttpRequest) -> HttpResponse:
    """The guide's fragment over HTTP, letter for letter what the socket sends."""
    hints_in = me(request).language
    form = DraftForm(request.POST)
    if form.is_valid():
        number = form.cleaned_data["draft"] or 0
        return HttpResponse(
            guide.render(form.written(), number=number, hints_in=hints_in, names=form.names())
        )
    return HttpResponse(guide.render_trouble(first_sentence(form), hints_in=hints_in), status=422)


@login_not_required
@require_GET
def how_it_reads(request: HttpRequest) -> HttpResponse:
    """For everybody, signed in or not: what the guide looks for and how often it is right."""
    facts = {"guide": openness.openness(get_language() or "")}
    return render(request, "coaching/notes/how_it_reads.html", facts)


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "")
    found = queries.people_found(words, by=me(request))
    facts = {"people": found, "nobody": words and not found}
    return render(request, "coaching/notes/_people.html", facts)


@require_GET
def unread(request: HttpRequest) -> HttpResponse:
    count = queries.unread_count(me(request).pk)
    return render(request, "coaching/notes/_unread.html", {"count": count})


def _mine(request: HttpRequest, note_id: UUID) -> Note:
    """A note that this person wrote or was given; any other does not exist."""
    found = queries.note_of(me(request), note_id)
    if found is None:
        raise Http404
    return found


def _show(request: HttpRequest, one: Note, form: AnswerForm | None = None) -> HttpResponse:
    """The closed envelope, or the letter with its answers."""
    person, now = me(request), timezone.now()
    entry = queries.entry_of(one, person, now)
    if entry.stage == queries.Stage.NEW:
        return render(request, "coaching/notes/envelope.html", {"entry": entry})
    shown = form or AnswerForm()
    words = str(shown["words"].value() or "")
    facts = {
        "letter": queries.letter(one, person, now),
        "entry": entry,
        "form": shown,
        "hints": guide.hints_for_words(words, language=person.language) if words else (),
        "is_muted": entry.side == Side.READER and one.writer_id in queries.muted_by(person.pk),
    }
    status = 422 if shown.is_bound else 200
    return render(request, "coaching/notes/note.html", facts, status=status)
