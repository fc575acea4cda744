"""The API of released quarters: the same cells, policy and margins as the pages."""

from math import inf
from typing import Any

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from speakup.people.access import me
from speakup.privacy import Figure
from speakup.privacy.quarters import Quarter
from speakup.reports import queries, wording
from speakup.reports.figures import Place
from speakup.reports.refusals import NotReleased


class NumberSerializer(serializers.Serializer[Figure]):
    """A number with the interval that holds the truth nine times out of ten, or why there is none."""

    shown = serializers.BooleanField()
    value = serializers.FloatField(allow_null=True)
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    why_not = serializers.CharField(allow_blank=True)
    most = inf

    def to_representation(self, instance: Figure) -> dict[str, object]:
        if not instance.shown:
            sentence = wording.why_silent()
            return {"shown": False, "value": None, "low": None, "high": None, "why_not": sentence}
        return {
            "shown": True,
            "value": instance.value,
            "low": max(0.0, instance.value - instance.margin),
            "high": min(self.most, instance.value + instance.margin),
            "why_not": "",
        }


class ShareSerializer(NumberSerializer):
    """A part of a whole, between 0 and 1."""

    most = 1.0


class OutcomesSerializer(serializers.Serializer[Place]):
    """Moments by what people did in them."""

    stepped_in = NumberSerializer()
    spoke_in_person = NumberSerializer()
    sent_note = NumberSerializer()
    stayed_silent = NumberSerializer()


class PlaceSerializer(serializers.Serializer[Place]):
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=["root", "unit", "pool"])
    joined = serializers.ListField(child=serializers.CharField())
    depth = serializers.IntegerField()
    headcount = serializers.IntegerField()
    share = ShareSerializer(help_text="part of the moments in which people spoke up")
    seen = NumberSerializer(help_text="moments counted")
    outcomes = OutcomesSerializer()


class ReleaseSerializer(serializers.Serializer[Any]):
    """One released quarter; in a list the organisation only, alone with every place one may read."""

    quarter = serializers.CharField()
    released_on = serializers.DateField(source="release.released_on")
    most_per_person = serializers.IntegerField()
    places = PlaceSerializer(many=True)


class ReleaseViewSet(ViewSet):
    """Released quarters, as the reader may see them."""

    lookup_field = "quarter"
    lookup_value_regex = r"\d{4}Q[1-4]"

    @extend_schema(responses=ReleaseSerializer(many=True))
    def list(self, request: Request) -> Response:
        return Response(ReleaseSerializer(queries.released(me(request)), many=True).data)

    @extend_schema(
        parameters=[OpenApiParameter("quarter", OpenApiTypes.STR, OpenApiParameter.PATH)],
        responses=ReleaseSerializer,
    )
    def retrieve(self, request: Request, quarter: str) -> Response:
        try:
            found = queries.trends(me(request), Quarter.parse(quarter))
        except (NotReleased, ValueError):
            raise Http404 from None
        return Response(ReleaseSerializer(found.chosen).data)
