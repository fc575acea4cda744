"""Me, as JSON: who I am here, and the settings that are mine to change."""

from typing import Any, cast

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from speakup.people import actions, policy, queries
from speakup.people.forms import SettingsForm, settings_of
from speakup.people.models import Person


class MySettingsSerializer(serializers.Serializer[dict[str, Any]]):
    """The shape of the settings; the form knows their rules."""

    language = serializers.ChoiceField(choices=settings.LANGUAGES)
    quiet_from = serializers.TimeField(allow_null=True)
    quiet_until = serializers.TimeField(allow_null=True)
    takes_notes = serializers.BooleanField()
    tell_by_email = serializers.BooleanField()


class MeSerializer(serializers.Serializer[dict[str, Any]]):
    name = serializers.CharField()
    language = serializers.CharField()
    unit_path = serializers.ListField(child=serializers.CharField())
    roles = serializers.ListField(child=serializers.CharField())
    settings = MySettingsSerializer()


class MeView(APIView):
    @extend_schema(responses=MeSerializer)
    def get(self, request: Request) -> Response:
        return Response(introduced(_me(request)))

    @extend_schema(request=MySettingsSerializer(partial=True), responses=MeSerializer)
    def patch(self, request: Request) -> Response:
        """Change the settings that are named; the others stay."""
        person = _me(request)
        shape = MySettingsSerializer(data=request.data, partial=True)
        shape.is_valid(raise_exception=True)
        form = SettingsForm(settings_of(person) | shape.validated_data, person=person)
        if not form.is_valid():
            raise serializers.ValidationError(
                {name: list(map(str, sentences)) for name, sentences in form.errors.items()}
            )
        actions.change_settings(by=person, to=form.settings())
        return Response(introduced(person))


def introduced(person: Person) -> dict[str, Any]:
    facts = {
        "name": person.name,
        "language": person.language,
        "unit_path": queries.unit_path(person),
        "roles": policy.roles_of(person),
        "settings": settings_of(person),
    }
    return cast(dict[str, Any], MeSerializer(facts).data)


def _me(request: Request) -> Person:
    return cast(Person, request.user)
