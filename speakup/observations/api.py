"""The notebook as JSON: one's own moments and nobody else's, by the same form and actions as the pages."""

from typing import Any, cast
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import APIException, NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.viewsets import ViewSet

from speakup.observations import actions, queries
from speakup.observations.forms import Did, ObservationForm
from speakup.observations.models import Cause, Channel, Customer, Impact, Outcome, Silence
from speakup.observations.moments import WORDS_LIMIT, Moment
from speakup.observations.queries import Entry, Missing
from speakup.people.access import me


class MomentSerializer(serializers.Serializer[Any]):
    """One moment as it is read."""

    id = serializers.UUIDField()
    quarter = serializers.CharField()
    standard = serializers.CharField()
    outcome = serializers.ChoiceField(Outcome.choices)
    impact = serializers.ChoiceField(Impact.choices)
    day = serializers.DateField()
    cause = serializers.ChoiceField(Cause.choices, allow_blank=True)
    channel = serializers.ChoiceField(Channel.choices, allow_blank=True)
    customer = serializers.ChoiceField(Customer.choices, allow_blank=True)
    silence = serializers.ChoiceField(Silence.choices, allow_blank=True)
    words = serializers.CharField(allow_blank=True)

    def to_representation(self, instance: Entry) -> dict[str, Any]:
        moment = instance.moment
        return {"id": str(instance.id), "quarter": str(moment.quarter), **moment.payload}


class MomentToKeepSerializer(serializers.Serializer[Any]):
    """One moment as it is sent; the rules are the form's. `will_write` is kept as silence until a note is sent."""

    standard = serializers.CharField()
    outcome = serializers.CharField(
        help_text=f"One of {', '.join(Did.values)}; {Outcome.SENT_NOTE.value} only where it stands already."
    )
    impact = serializers.ChoiceField(Impact.choices)
    day = serializers.DateField(required=False, help_text="Today when it is left out.")
    cause = serializers.ChoiceField(Cause.choices, required=False, allow_blank=True)
    channel = serializers.ChoiceField(Channel.choices, required=False, allow_blank=True)
    customer = serializers.ChoiceField(Customer.choices, required=False, allow_blank=True)
    silence = serializers.ChoiceField(Silence.choices, required=False, allow_blank=True)
    words = serializers.CharField(max_length=WORDS_LIMIT, required=False, allow_blank=True)


class MomentToLogSerializer(MomentToKeepSerializer):
    id = serializers.UUIDField(
        required=False, help_text="Made by the client: the same id sent again saves nothing twice."
    )


class MomentPageSerializer(serializers.Serializer[Any]):
    next = serializers.URLField(allow_null=True)
    results = MomentSerializer(many=True)


class NotKeptSerializer(serializers.Serializer[Any]):
    detail = serializers.CharField()
    by_field = serializers.DictField(child=serializers.ListField(child=serializers.CharField()))


ID = OpenApiParameter("id", UUID, OpenApiParameter.PATH)
AFTER = OpenApiParameter("after", UUID, description="The last moment of the page before.")
NOT_KEPT = OpenApiResponse(NotKeptSerializer, "Nothing was changed; the sentences say why.")


class NotKept(APIException):
    """Nothing was changed; one sentence, and those of each field."""

    status_code = 422

    def __init__(self, form: ObservationForm) -> None:
        by_field = {name: [str(one) for one in said] for name, said in form.errors.items()}
        first = next(iter(by_field.values()))[0]
        self.detail = cast(Any, {"detail": first, "by_field": by_field})


class ObservationViewSet(ViewSet):
    lookup_value_regex = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"

    def handle_exception(self, exc: Exception) -> Response:
        """Another person's moment and one that never was look the same."""
        return super().handle_exception(NotFound() if isinstance(exc, Missing) else exc)

    @extend_schema(parameters=[AFTER], responses=MomentPageSerializer)
    def list(self, request: Request) -> Response:
        after = _uuid(request.query_params.get("after"))
        book = queries.notebook(me(request), today=timezone.localdate(), after=after)
        here = reverse("observation-list", request=request)
        return Response(
            {
                "next": f"{here}?after={book.earlier}" if book.earlier else None,
                "results": MomentSerializer(book.entries, many=True).data,
            }
        )

    @extend_schema(
        request=MomentToLogSerializer,
        responses={201: MomentSerializer, 200: MomentSerializer, 422: NOT_KEPT},
    )
    def create(self, request: Request) -> Response:
        """201 the first time, 200 with what was kept then whenever the same id comes again."""
        form = _valid_form(request)
        try:
            logged = actions.log_observation(
                by=me(request),
                moment=form.moment,
                today=form.today,
                observation_id=form.cleaned_data["id"],
            )
        except actions.Refused as refusal:
            form.add_error(None, refusal.sentence)
            raise NotKept(form) from None
        return Response(MomentSerializer(logged.entry).data, status=201 if logged.is_new else 200)

    @extend_schema(parameters=[ID], responses=MomentSerializer)
    def retrieve(self, request: Request, pk: str) -> Response:
        return Response(MomentSerializer(queries.own_entry(me(request), UUID(pk))).data)

    @extend_schema(
        parameters=[ID],
        request=MomentToKeepSerializer,
        responses={200: MomentSerializer, 422: NOT_KEPT},
    )
    def update(self, request: Request, pk: str) -> Response:
        entry = queries.own_entry(me(request), UUID(pk))
        form = _valid_form(request, kept=entry.moment)
        changed = actions.change_observation(
            by=me(request), observation_id=entry.id, moment=form.moment, today=form.today
        )
        return Response(MomentSerializer(changed).data)

    @extend_schema(parameters=[ID], responses={204: None})
    def destroy(self, request: Request, pk: str) -> Response:
        actions.delete_observation(by=me(request), observation_id=UUID(pk))
        return Response(status=204)


def _valid_form(request: Request, kept: Moment | None = None) -> ObservationForm:
    sent = _sent(request.data)
    typed = {name: value for name, value in sent.items() if isinstance(value, str)}
    form = ObservationForm(typed, today=timezone.localdate(), kept=kept)
    for name in form.fields.keys() & (sent.keys() - typed.keys()):
        form.errors.pop(name, None)
        form.add_error(name, _("Send this as text in quotation marks."))
    if not form.is_valid():
        raise NotKept(form)
    return form


def _sent(content: Any) -> dict[str, Any]:
    """The JSON object sent; another shape, or null in it, counts as nothing typed."""
    pairs = content.items() if isinstance(content, dict) else ()
    return {name: value for name, value in pairs if value is not None}


def _uuid(written: str | None) -> UUID | None:
    """Raises Missing: what is no id is nobody's."""
    try:
        return UUID(written) if written else None
    except ValueError:
        raise Missing from None
