"""Frozen quarterly numbers, and the ledger of what they cost in privacy."""

import uuid
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from speakup.people.models import Person
from speakup.people.policy import is_leader, managed_units
from speakup.privacy.quarters import Quarter

PRODUCT = "quarter"
SMALLEST = Decimal("0.00001")


class ReleaseQuerySet(models.QuerySet["Release"]):
    def released(self) -> "ReleaseQuerySet":
        return self.filter(state=Release.State.RELEASED).order_by("quarter")

    def waiting(self) -> "ReleaseQuerySet":
        return self.filter(state=Release.State.PREPARED)


class Release(models.Model):
    """The numbers of one quarter: drawn once by one steward, opened to readers by another."""

    class State(models.TextChoices):
        PREPARED = "prepared"
        RELEASED = "released"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    quarter = models.CharField(max_length=6, unique=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PREPARED)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    released_on = models.DateField(null=True)
    headcount = models.PositiveIntegerField()
    parameters = models.JSONField()

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        constraints = (
            CheckConstraint(
                name="another_steward_releases", condition=~Q(prepared_by=F("released_by"))
            ),
            CheckConstraint(
                name="released_by_someone_on_a_day",
                condition=Q(state="prepared", released_by=None, released_on=None)
                | Q(state="released", released_by__isnull=False, released_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.quarter

    @property
    def period(self) -> Quarter:
        return Quarter.parse(self.quarter)


class NodeQuerySet(models.QuerySet["Node"]):
    def visible_to(self, person: Person) -> "NodeQuerySet":
        """Released places: leaders read all, managers their own and above, members the root."""
        released = self.filter(release__state=Release.State.RELEASED)
        if is_leader(person):
            return released
        theirs = ReadFrom.objects.filter(unit__in=managed_units(person)).values("node")
        return released.filter(Q(kind=Node.Kind.ROOT) | Q(pk__in=theirs))


class Node(models.Model):
    """One published place of one release: the organisation, a unit, or a pool of small ones."""

    class Kind(models.TextChoices):
        ROOT = "root"
        UNIT = "unit"
        POOL = "pool"

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="nodes")
    key = models.CharField(max_length=80)
    parent_key = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=4, choices=Kind.choices)
    name = models.CharField(max_length=160)
    joined = models.JSONField(default=list)  # names of places whose few other people count here too
    depth = models.PositiveSmallIntegerField()
    order = models.PositiveIntegerField()
    headcount = models.PositiveIntegerField()

    objects = NodeQuerySet.as_manager()

    class Meta:
        constraints = (UniqueConstraint(fields=("release", "key"), name="node_once_per_release"),)

    def __str__(self) -> str:
        return self.name


class ReadFrom(models.Model):
    """Managers of this unit may read that node. Frozen with the tree of its quarter, as the node is."""

    node = models.ForeignKey(Node, on_delete=models.PROTECT, related_name="read_from")
    unit = models.UUIDField()  # no foreign key: units may go, a release stays

    class Meta:
        constraints = (UniqueConstraint(fields=("unit", "node"), name="read_from_once"),)

    def __str__(self) -> str:
        return f"{self.unit} reads {self.node_id}"


class Cell(models.Model):
    """One released number with the noise it carries."""

    node = models.ForeignKey(Node, on_delete=models.PROTECT, related_name="cells")
    statistic = models.CharField(max_length=10)
    category = models.CharField(max_length=40)
    raw = models.IntegerField()
    value = models.PositiveIntegerField()
    sd = models.FloatField()

    class Meta:
        constraints = (
            UniqueConstraint(fields=("node", "statistic", "category"), name="cell_once_per_node"),
        )

    def __str__(self) -> str:
        return f"{self.statistic} {self.category}"


class LedgerQuerySet(models.QuerySet["LedgerEntry"]):
    def of_quarter(self, quarter: Quarter) -> "LedgerQuerySet":
        return self.filter(product=PRODUCT, quarter=str(quarter))

    def spent(self) -> "LedgerQuerySet":
        return self.filter(kind=LedgerEntry.Kind.SPENT)

    def spent_in(self, year: int) -> Decimal:
        """Budget (rho, zCDP) that all draws of a calendar year have used up."""
        used: Decimal | None = self.filter(year=year).aggregate(used=models.Sum("rho"))["used"]
        return (used or Decimal(0)).quantize(SMALLEST)

    def newest(self) -> "LedgerEntry | None":
        return self.order_by("number").last()


class LedgerEntry(models.Model):
    """What one release spent of the year's privacy, chained by hash to the entry before it."""

    class Kind(models.TextChoices):
        SPENT = "spent"  # written before the noise is drawn: from here on the budget is gone
        FROZEN = "frozen"  # written with the numbers, and vouches for them

    number = models.PositiveIntegerField(primary_key=True)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    product = models.CharField(max_length=10)
    quarter = models.CharField(max_length=6)
    year = models.PositiveSmallIntegerField()
    rho = models.DecimalField(max_digits=7, decimal_places=5)
    year_limit = models.DecimalField(max_digits=7, decimal_places=5)
    parameters = models.JSONField()
    body_sha256 = models.CharField(max_length=64, blank=True)
    previous_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, unique=True)

    objects = LedgerQuerySet.as_manager()

    class Meta:
        constraints = (
            UniqueConstraint(fields=("product", "quarter", "kind"), name="one_draw_per_quarter"),
            CheckConstraint(
                name="spending_comes_before_numbers",
                condition=Q(kind="spent", rho__gt=0, body_sha256="")
                | (Q(kind="frozen", rho=0) & ~Q(body_sha256="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.product} {self.quarter}"
