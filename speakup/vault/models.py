"""One data key per person, wrapped by the server's key; without it nothing of theirs opens."""

from django.conf import settings
from django.db import models


class PersonKey(models.Model):
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    kek_version = models.PositiveSmallIntegerField()
    wrapped = models.BinaryField(max_length=80)

    class Meta:
        indexes = (models.Index(fields=("kek_version",), name="person_key_by_version"),)

    def __str__(self) -> str:
        return f"key of {self.person_id}"
