"""What good service means here: the standards that every observation names one of."""

from typing import Any, NoReturn

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class StandardsAreKept(Exception):
    """Sealed observations name a standard by its code, and nobody can see which ones do."""

    def __str__(self) -> str:
        return str(_("A standard is never deleted, since notebooks name it. Retire it instead."))


class Nature(models.TextChoices):
    KNOWLEDGE = "knowledge", _("Knowledge")
    SKILL = "skill", _("Skill")
    ATTITUDE = "attitude", _("Attitude")


class StandardQuerySet(models.QuerySet["Standard"]):
    def in_force(self) -> "StandardQuerySet":
        return self.filter(is_retired=False).order_by("position", "id")

    def in_order(self) -> "StandardQuerySet":
        return self.order_by("is_retired", "position", "id")

    def delete(self) -> NoReturn:
        raise StandardsAreKept


class Standard(models.Model):
    """One thing that good service means here. Never deleted: sealed observations name it by its code."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=60)
    description = models.CharField(_("description"), max_length=240)
    nature = models.CharField(_("nature"), max_length=10, choices=Nature.choices)
    icon = models.SlugField(_("icon"), max_length=40)
    position = models.PositiveSmallIntegerField(_("position"))
    is_retired = models.BooleanField(_("retired"), default=False)

    objects = StandardQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                Lower("name"),
                condition=models.Q(is_retired=False),
                name="standard_name_unique_in_force",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def name_for_reader(self) -> str:
        return gettext(self.name)

    @property
    def description_for_reader(self) -> str:
        return gettext(self.description)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise StandardsAreKept


class House(models.Model):
    """The one row of what a steward writes for everybody: the golden rule and the official route."""

    golden_rule = models.CharField(_("golden rule"), max_length=240)
    official_route = models.CharField(_("official route"), max_length=600, blank=True)

    class Meta:
        constraints = (models.CheckConstraint(name="one_house", condition=models.Q(id=1)),)

    def __str__(self) -> str:
        return self.golden_rule

    @property
    def rule_for_reader(self) -> str:
        return gettext(self.golden_rule)
