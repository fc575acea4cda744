"""The standards in force, as JSON."""

from rest_framework.mixins import ListModelMixin
from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import GenericViewSet

from speakup.standards.models import Standard, StandardQuerySet


class StandardSerializer(ModelSerializer[Standard]):
    class Meta:
        model = Standard
        fields = ("code", "name", "description", "nature", "icon")


class StandardViewSet(ListModelMixin, GenericViewSet[Standard]):
    """What everybody may choose from while logging, in the stewards' order."""

    serializer_class = StandardSerializer
    queryset = Standard.objects.none()

    def get_queryset(self) -> StandardQuerySet:
        return Standard.objects.in_force()
