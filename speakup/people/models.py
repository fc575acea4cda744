"""Who works here, and how the organisation is built."""

import uuid
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from tree_queries.models import TreeNode
from tree_queries.query import TreeQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import ManyRelatedManager


class Unit(TreeNode):
    """A node of the organisation tree: team, branch, department, the organisation itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveIntegerField(default=0)
    managers: models.ManyToManyField["Person", Any] = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="manages", blank=True
    )

    objects: ClassVar[TreeQuerySet] = TreeQuerySet.as_manager(with_tree_fields=False)

    class Meta:
        ordering = ("position", "name")  # the tree's own order; tree_queries reads it from here
        constraints = (
            UniqueConstraint(fields=("parent", "name"), name="unit_name_unique_below_parent"),
            UniqueConstraint(  # type: ignore[call-overload]  # the stubs know no Q here
                Q(parent__isnull=True), condition=Q(parent__isnull=True), name="one_organisation"
            ),
        )

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        person = self.model(email=email.lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class PersonQuerySet(models.QuerySet["Person"]):
    def working_here(self) -> "PersonQuerySet":
        return self.filter(is_active=True)

    def named_like(self, words: str) -> "PersonQuerySet":
        """People whose name holds every one of the words typed."""
        found = self
        for word in words.split():
            found = found.filter(name__icontains=word)
        return found


class Person(AbstractBaseUser):
    """Someone who works here and can sign in."""

    last_login = None  # when somebody was here is nobody's business
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail"), max_length=254, unique=True)
    name = models.CharField(_("name"), max_length=120)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="people", null=True)
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default="en"
    )
    is_active = models.BooleanField(default=True)
    is_leader = models.BooleanField(_("reads the whole organisation's releases"), default=False)
    is_steward = models.BooleanField(_("keeps standards and releases"), default=False)
    quiet_from = models.TimeField(_("quiet from"), null=True, blank=True)
    quiet_until = models.TimeField(_("quiet until"), null=True, blank=True)
    takes_notes = models.BooleanField(_("takes notes"), default=True)
    tell_by_email = models.BooleanField(_("tell me by e-mail"), default=False)
    if TYPE_CHECKING:
        manages: ManyRelatedManager[Unit, Any]

    objects: ClassVar[PersonManager] = PersonManager.from_queryset(PersonQuerySet)()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = (
            UniqueConstraint(Lower("email"), name="email_unique_whatever_its_case"),
            CheckConstraint(
                name="quiet_hours_have_both_ends",
                condition=Q(quiet_from=None, quiet_until=None)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.name
