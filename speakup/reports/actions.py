"""The two writes of a quarter: one steward prepares it (noise is drawn, once), another releases it."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.module_loading import import_string

from speakup.observations.queries import facts
from speakup.people.models import Person
from speakup.privacy import Cell as ExactCell
from speakup.privacy import Draw, Entries, Noise, PublicationTree, Record, draw, tabulate
from speakup.privacy.bounds import KEY_BYTES
from speakup.privacy.quarters import Quarter
from speakup.reports import ledger, planning, policy
from speakup.reports.models import PRODUCT, Cell, LedgerEntry, Node, ReadFrom, Release
from speakup.reports.planning import PREPARING_TASK, Plan
from speakup.reports.refusals import AlreadyReleased, AnotherStewardReleases, NotASteward

NO_BUDGET = Decimal(0)


def prepare(*, by: Person, quarter: Quarter, today: date, noise: Noise) -> Release:
    """Draw the noise of a quarter and freeze its numbers, for another steward to release.

    The budget is written and committed before the noise is drawn: a crash after that loses the
    quarter, and never leaves room for a second draw. Raises what `refusals` names.
    """
    if not policy.may_prepare(by):
        raise NotASteward
    plan = planning.plan(quarter, today=today)
    counts = _counted(plan)
    parameters = plan.for_ledger() | {"noise": type(noise).__name__}
    _spend(plan, parameters)
    drawn = draw(counts, plan.tree, plan.parameters, noise, plan.statistics)
    return _freeze(plan, parameters, drawn, by)


def start_preparing(*, by: Person, quarter: Quarter, today: date) -> None:
    """Refuse what can be refused at once, and leave the draw to the worker; asked twice, it is queued once."""
    if not policy.may_prepare(by):
        raise NotASteward
    planning.plan(quarter, today=today)
    if str(quarter) not in planning.under_way():
        # By name, as the queue itself keeps it: tasks stand above actions.
        import_string(PREPARING_TASK).enqueue(str(quarter), str(by.pk))


def release(*, by: Person, release: Release, today: date) -> Release:
    """Open a prepared quarter to its readers."""
    if not policy.may_prepare(by):
        raise NotASteward
    if not policy.may_release(by, release.prepared_by_id):
        raise AnotherStewardReleases
    waiting = Release.objects.waiting().filter(pk=release.pk)
    if not waiting.update(state=Release.State.RELEASED, released_by=by, released_on=today):
        raise AlreadyReleased
    release.refresh_from_db()
    return release


def _counted(plan: Plan) -> Mapping[ExactCell, int]:
    """Exact bounded counts at the leaves. They live in memory, between here and the draw."""
    # Which entries count is decided by a key that nobody keeps.
    quarter_key = secrets.token_bytes(KEY_BYTES)
    return tabulate(
        _entries(plan),
        plan.tree,
        plan.parameters,
        quarter_key=quarter_key,
        statistics=plan.statistics,
    )


def _entries(plan: Plan) -> Iterator[Entries]:
    for person in facts(plan.quarter):
        if person.unit_id and person.unit_id in plan.tree.leaf_of:
            records = [Record(fact.record_id, {"OUT": fact.outcome}) for fact in person.records]
            yield Entries(person.unit_id, records)


@transaction.atomic(durable=True)
def _spend(plan: Plan, parameters: Mapping[str, Any]) -> None:
    """Commit that the budget is gone; whoever comes second is refused here."""
    ledger.lock()
    planning.refuse_second_draw(plan.quarter)
    planning.refuse_over_budget(replace(plan, used=planning.used_in(plan.quarter.year)))
    _append(plan, parameters, kind=LedgerEntry.Kind.SPENT, rho=plan.rho)


@transaction.atomic(durable=True)
def _freeze(plan: Plan, parameters: Mapping[str, Any], drawn: Draw, by: Person) -> Release:
    ledger.lock()
    release = Release.objects.create(
        quarter=str(plan.quarter),
        prepared_by=by,
        headcount=plan.headcount,
        parameters=parameters,
    )
    nodes = _write_nodes(release, plan.tree)
    Cell.objects.bulk_create(
        Cell(
            node=nodes[cell.key],
            statistic=cell.statistic,
            category=cell.category,
            raw=cell.raw,
            value=cell.value,
            sd=cell.sd,
        )
        for cell in drawn.cells
    )
    _append(
        plan,
        parameters,
        kind=LedgerEntry.Kind.FROZEN,
        rho=NO_BUDGET,
        body_sha256=ledger.body_of(release),
    )
    return release


def _write_nodes(release: Release, tree: PublicationTree) -> dict[str, Node]:
    rows = [
        Node(
            release=release,
            key=place.key,
            parent_key=place.parent_key or "",
            kind=place.kind,
            name=place.name,
            joined=list(place.joined),
            depth=place.depth,
            order=order,
            headcount=place.headcount,
        )
        for order, place in enumerate(tree.published)
    ]
    nodes = {node.key: node for node in Node.objects.bulk_create(rows)}
    ReadFrom.objects.bulk_create(
        ReadFrom(node=nodes[key], unit=UUID(unit)) for unit, key in _readings(tree)
    )
    return nodes


def _readings(tree: PublicationTree) -> Iterator[tuple[str, str]]:
    """Every unit with the places that its managers read: its own, or the one that counts it, and above."""
    for unit, leaf in tree.leaf_of.items():
        key: str | None = unit if unit in tree.by_key else leaf
        while key is not None:
            yield unit, key
            key = tree.by_key[key].parent_key


def _append(plan: Plan, parameters: Mapping[str, Any], **fields: Any) -> None:
    ledger.append(
        product=PRODUCT,
        quarter=str(plan.quarter),
        year=plan.quarter.year,
        year_limit=plan.year_limit,
        parameters=parameters,
        **fields,
    )
