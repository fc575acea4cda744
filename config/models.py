"""When each recurring piece of work is due next: the only table the house itself owns."""

from django.db import models


class Schedule(models.Model):
    name = models.CharField(max_length=60, primary_key=True)
    next_run = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
