"""What silence costs: incidents times loss per incident, split into saved, avoidable and residual."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import numpy as np

from speakup.costs.checks import check, check_target
from speakup.costs.counts import mean_share, posterior
from speakup.costs.formulas import factors_of, parts_of, share_of
from speakup.costs.gates import warnings_of, why_not
from speakup.costs.results import Driver, Estimate, Range, quantiles, summarize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speakup.costs.formulas import Factor, Key, Parts, Values
    from speakup.costs.inputs import Assumptions, Released

MODEL_VERSION: Final = "1"
DRAWS: Final = 20_000
DOTS: Final = tuple((dot + 0.5) / 20 for dot in range(20))
PERCENTS: Final = tuple(percent / 100 for percent in range(101))


def estimate(
    released: Released, assumptions: Assumptions, *, speak_up_target: float = 0.5
) -> Estimate:
    """What silence costs, in currency/year, with its range; the same inputs give the same answer.

    `speak_up_target` is the fraction of moments for `gain`. Raises BadAssumptions with every
    wrong field. The closed means need no sampling.
    """
    check(released, assumptions, speak_up_target)
    seed = seed_of(released, assumptions)
    silent = posterior(released.silent, released.noise_kind, released.noise_scale)
    spoken = posterior(released.spoken, released.noise_kind, released.spoken_scale)
    random = np.random.default_rng(int(seed, 16))
    factors = factors_of(silent, spoken, assumptions, random)
    means = {key: np.array([factor.mean]) for key, factor in factors.items()}
    drawn = parts_of({key: factor.draws for key, factor in factors.items()}, released, assumptions)
    closed = parts_of(means, released, assumptions)
    money = _money(drawn, closed, released.headcount)
    share = summarize(share_of(factors), mean_share(silent, spoken))
    reason = why_not(released)
    return Estimate(
        model_version=MODEL_VERSION,
        seed=seed,
        spoken_share=share,
        gain=_gain(money["pool"], share, speak_up_target),
        shown=not reason,
        why_not=reason,
        warnings=tuple(warnings_of(released, assumptions, means, money["avoidable"])),
        dots=quantiles(drawn.avoidable, DOTS),
        percentiles=quantiles(drawn.avoidable, PERCENTS),
        drivers=_drivers(factors, means, released, assumptions),
        **money,
    )


def gain_at(estimate: Estimate, target: float) -> Range:
    """Currency/year saved on top if people spoke up in `target` (a fraction) of their moments.

    The gain is the pool times the change of the share, so no new simulation is needed. Below
    today's share it is negative: that much would no longer be saved.
    """
    check_target(target)
    return _gain(estimate.pool, estimate.spoken_share, target)


def chance_above(estimate: Estimate, amount: float) -> float:
    """Chance (a fraction) that the avoidable cost exceeds `amount` in currency/year."""
    known = estimate.percentiles
    if amount >= known[-1]:
        return 0.0
    if amount < known[0]:
        return 1.0
    return 1.0 - float(np.interp(amount, known, PERCENTS))


def seed_of(released: Released, assumptions: Assumptions) -> str:
    """SHA-256 of the model version and all inputs, whole numbers counting as decimals."""
    inputs = [MODEL_VERSION, asdict(released), asdict(assumptions)]
    decimals = json.loads(json.dumps(inputs), parse_int=float)
    return sha256(json.dumps(decimals, sort_keys=True).encode()).hexdigest()


def _money(drawn: Parts, closed: Parts, headcount: float) -> dict[str, Range]:
    names = ("per_incident", "protected", "avoidable", "residual", "exposure")
    money = {name: _range(getattr(drawn, name), getattr(closed, name)) for name in names}
    # The mean of the sums and the sum of the means differ in the last bit; the page adds up.
    added = money["protected"].mean + money["avoidable"].mean + money["residual"].mean
    money["exposure"] = replace(money["exposure"], mean=added)
    money["pool"] = _range(drawn.protected + drawn.avoidable, closed.protected + closed.avoidable)
    money["per_employee"] = _range(
        (drawn.avoidable + drawn.residual) / headcount,
        (closed.avoidable + closed.residual) / headcount,
    )
    return money


def _range(draws: Values, closed: Values) -> Range:
    return summarize(draws, float(closed[0]))


def _gain(pool: Range, share: Range, target: float) -> Range:
    return pool.times(target - share.closed_mean)


def _drivers(
    factors: Mapping[Key, Factor],
    means: Mapping[Key, Values],
    released: Released,
    assumptions: Assumptions,
) -> tuple[Driver, ...]:
    rows = []
    for key, factor in factors.items():
        ends = np.quantile(factor.draws, (0.1, 0.9))
        # The count of those who spoke up has no part in what silence costs.
        if ends[0] < ends[1] and key[0] != "spoken":
            avoidable = parts_of({**means, key: ends}, released, assumptions).avoidable
            rows.append(Driver(*key, float(avoidable.min()), float(avoidable.max())))
    return tuple(sorted(rows, key=lambda row: row.low - row.high))
