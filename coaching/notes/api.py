"""The API of notes: the same forms, actions and rules as the pages, as JSON."""

from typing import Any, cast
from uuid import UUID

from django.forms import Form
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ViewSet

from coaching.notes import actions, advice, queries
from coaching.notes.draft import MOST, MOST_READ, SlotHint, hints_by_slot, mark_of, read
from coaching.notes.forms import AnswerForm, NoteForm, WordingForm
from coaching.notes.models import Answer, Note
from coaching.notes.refusals import CannotBeSent, LookAgainFirst, Refusal
from coaching.phrasing import Review, UnknownLanguage, review
from speakup.people.models import Person

ONE = [OpenApiParameter("id", UUID, OpenApiParameter.PATH)]
CANNOT = status.HTTP_422_UNPROCESSABLE_ENTITY


class NoteEntrySerializer(serializers.Serializer[queries.Entry]):
    """How a note stands; never a word of it."""

    id = serializers.UUIDField(source="note.id")
    side = serializers.CharField()
    other = serializers.CharField()
    stage = serializers.CharField()
    rests_until = serializers.SerializerMethodField()
    delivered_on = serializers.DateField(source="note.delivered_on", allow_null=True)
    closed_on = serializers.DateField(source="note.closed_on", allow_null=True)
    days_left = serializers.IntegerField(allow_null=True)

    def get_rests_until(self, entry: queries.Entry) -> str | None:
        return entry.note.rests_until.isoformat() if entry.rests_for else None


class NoteWordsSerializer(serializers.Serializer[Any]):
    language = serializers.CharField()
    opening = serializers.CharField()
    fact = serializers.CharField()
    impact = serializers.CharField()
    question = serializers.CharField()
    offer = serializers.CharField()


class NoteSaidSerializer(serializers.Serializer[queries.Said]):
    mine = serializers.BooleanField()
    kind = serializers.CharField()
    words = serializers.CharField()


class LetterSerializer(serializers.Serializer[Any]):
    """A note opened; `note` is empty until its reader has opened it."""

    entry = NoteEntrySerializer()
    note = NoteWordsSerializer(allow_null=True)
    answers = NoteSaidSerializer(many=True)


class NewNoteSerializer(serializers.Serializer[Any]):
    reader = serializers.UUIDField()
    language = serializers.CharField()
    opening = serializers.CharField(required=False, max_length=MOST)
    fact = serializers.CharField(max_length=MOST)
    impact = serializers.CharField(required=False, max_length=MOST)
    question = serializers.CharField(required=False, max_length=MOST)
    offer = serializers.CharField(required=False, max_length=MOST)
    observation = serializers.UUIDField(required=False)
    seen = serializers.CharField(required=False)


class NoteAnswerSerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=Answer.choices)
    words = serializers.CharField(required=False, max_length=MOST)


class WordingInput(serializers.Serializer[Any]):
    text = serializers.CharField(max_length=MOST_READ)
    language = serializers.CharField()


class HintSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField()
    severity = serializers.IntegerField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    quote = serializers.CharField()
    why = serializers.SerializerMethodField()
    suggestion = serializers.CharField()
    words = serializers.ListField(child=serializers.CharField())

    def get_why(self, hint: Any) -> str:
        return str(advice.WHY[hint.kind])


class SlotHintSerializer(HintSerializer):
    """A hint with its slot; its place is counted from the start of that slot."""

    slot = serializers.CharField()

    def to_representation(self, instance: SlotHint) -> dict[str, Any]:
        place = {"slot": instance.slot, "start": instance.start, "end": instance.end}
        return {**HintSerializer(instance.hint).data, **place}


class NoteRefusalSerializer(serializers.Serializer[Any]):
    """One sentence; where words are at fault their hints, and the mark that they have been shown."""

    detail = serializers.CharField()
    hints = SlotHintSerializer(many=True, required=False)
    seen = serializers.CharField(required=False)


class StrengthSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class DetailSerializer(StrengthSerializer):
    strength = serializers.CharField()


class WordingSerializer(serializers.Serializer[Review]):
    verdict = serializers.CharField()
    tact = serializers.FloatField(min_value=0, max_value=1)
    hints = HintSerializer(many=True)
    strengths = StrengthSerializer(many=True)
    details = DetailSerializer(many=True)
    language_guess = serializers.CharField(allow_null=True)


class NoteViewSet(ViewSet):
    """My notes: written and received."""

    lookup_value_converter = "uuid"

    @extend_schema(responses=NoteEntrySerializer(many=True), operation_id="notes_list")
    def list(self, request: Request) -> Response:
        found = queries.inbox(_me(request), timezone.now())
        entries = [*found.received, *found.written]
        return Response([NoteEntrySerializer(entry).data for entry in entries])

    @extend_schema(
        request=NewNoteSerializer, responses={201: NoteEntrySerializer, 422: NoteRefusalSerializer}
    )
    def create(self, request: Request) -> Response:
        form = NoteForm(_typed(request))
        if wrong := _wrong(form, request, beside=("seen",)):
            return Response(wrong, status=CANNOT)
        now = timezone.now()
        try:
            note = actions.send_note(
                by=_me(request),
                reader=form.cleaned_data["reader"],
                draft=form.written(),
                now=now,
                seen=_typed(request).get("seen", ""),
                observation=form.cleaned_data["observation"],
            )
        except (LookAgainFirst, CannotBeSent) as refusal:
            return Response(_words_at_fault(form, refusal, by=_me(request)), status=CANNOT)
        except Refusal as refusal:
            return _refused(refusal)
        return _entry(note, request, status.HTTP_201_CREATED)

    @extend_schema(parameters=ONE, responses=LetterSerializer)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        note, person, now = _mine(request, pk), _me(request), timezone.now()
        entry = queries.entry_of(note, person, now)
        if entry.stage == queries.Stage.NEW:
            return Response(LetterSerializer({"entry": entry, "note": None, "answers": ()}).data)
        letter = queries.letter(note, person, now)
        shown = {"entry": entry, "note": letter.draft, "answers": letter.replies}
        return Response(LetterSerializer(shown).data)

    @extend_schema(parameters=ONE, request=None, responses=NoteEntrySerializer)
    @action(detail=True, methods=["post"])
    def open(self, request: Request, pk: UUID) -> Response:
        note = _mine(request, pk)
        actions.open_note(by=_me(request), note=note)
        return _entry(note, request)

    @extend_schema(
        parameters=ONE,
        request=NoteAnswerSerializer,
        responses={200: NoteEntrySerializer, 422: NoteRefusalSerializer},
    )
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, pk: UUID) -> Response:
        note, form = _mine(request, pk), AnswerForm(_typed(request))
        if wrong := _wrong(form, request):
            return Response(wrong, status=CANNOT)
        try:
            actions.answer_note(
                by=_me(request),
                note=note,
                kind=Answer(form.cleaned_data["kind"]),
                words=form.cleaned_data["words"],
            )
        except Refusal as refusal:
            return _refused(refusal)
        return _entry(note, request)

    @extend_schema(
        parameters=ONE,
        request=None,
        responses={200: NoteEntrySerializer, 422: NoteRefusalSerializer},
    )
    @action(detail=True, methods=["post"])
    def close(self, request: Request, pk: UUID) -> Response:
        note = _mine(request, pk)
        try:
            actions.close_note(by=_me(request), note=note, now=timezone.now())
        except Refusal as refusal:
            return _refused(refusal)
        return _entry(note, request)

    @extend_schema(
        parameters=ONE,
        request=None,
        responses={
            204: OpenApiResponse(description="Nothing of it stays."),
            422: NoteRefusalSerializer,
        },
    )
    @action(detail=True, methods=["post"], url_path="take-back")
    def take_back(self, request: Request, pk: UUID) -> Response:
        note = _mine(request, pk)
        try:
            actions.take_back(by=_me(request), note=note, now=timezone.now())
        except Refusal as refusal:
            return _refused(refusal)
        return Response(status=status.HTTP_204_NO_CONTENT)


class WordingView(APIView):
    """The wording check for any text; nothing of it is kept."""

    @extend_schema(
        request=WordingInput, responses={200: WordingSerializer, 422: NoteRefusalSerializer}
    )
    def post(self, request: Request) -> Response:
        form = WordingForm(_typed(request))
        if wrong := _wrong(form, request):
            return Response(wrong, status=CANNOT)
        try:
            found = review(form.cleaned_data["text"], language=form.cleaned_data["language"])
        except UnknownLanguage:
            return Response(
                {"detail": _("The guide cannot read this language yet.")}, status=CANNOT
            )
        return Response(WordingSerializer(found).data)


def _me(request: Request) -> Person:
    return cast(Person, request.user)


def _sent(request: Request) -> dict[str, Any]:
    """The JSON object sent; another shape, or null in it, counts as nothing typed."""
    pairs = request.data.items() if isinstance(request.data, dict) else ()
    return {name: value for name, value in pairs if value is not None}


def _typed(request: Request) -> dict[str, str]:
    """What a page could have sent."""
    return {name: value for name, value in _sent(request).items() if isinstance(value, str)}


def _wrong(form: Form, request: Request, *, beside: tuple[str, ...] = ()) -> dict[str, Any]:
    """Sentences by field, also for each value that is no text; nothing when all is well."""
    known = {*form.fields, *beside}
    odd = [name for name in _sent(request) if name in known and name not in _typed(request)]
    return {**form.errors, **{name: [_("Send this as text in quotation marks.")] for name in odd}}


def _words_at_fault(form: NoteForm, refusal: Refusal, *, by: Person) -> dict[str, Any]:
    draft = form.written()
    reading = read(draft, names=(form.cleaned_data["reader"].name,))
    hints = SlotHintSerializer(hints_by_slot(draft, reading), many=True).data
    facts = {"detail": refusal.sentence, "hints": hints}
    if isinstance(refusal, LookAgainFirst):
        facts["seen"] = mark_of(draft, by=by.pk)
    return facts


def _mine(request: Request, note_id: UUID) -> Note:
    found = queries.note_of(_me(request), note_id)
    if found is None:
        raise Http404
    return found


def _entry(note: Note, request: Request, code: int = status.HTTP_200_OK) -> Response:
    fresh = _mine(request, note.pk)
    entry = queries.entry_of(fresh, _me(request), timezone.now())
    return Response(NoteEntrySerializer(entry).data, status=code)


def _refused(refusal: Refusal) -> Response:
    return Response({"detail": refusal.sentence}, status=CANNOT)
