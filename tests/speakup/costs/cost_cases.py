"""The worked examples of the cost model, as inputs."""

from dataclasses import replace

from speakup.costs import Assumptions, Pert, Released, Segment

CONSTANT = Pert.constant


def survey(spoken_share=0.07, averted=1.0):
    """Nineteen incidents a year, a customer worth 16,876.47, 17 % of the spend lost, 66 % recoverable."""
    segment = Segment("private", 1.0, CONSTANT(16876.47), CONSTANT(1), CONSTANT(0.17), CONSTANT(1))
    assumptions = Assumptions(
        segments=(segment,),
        customers_per_incident=CONSTANT(1),
        realised_share=CONSTANT(1),
        helpable=CONSTANT(0.66),
        averted=CONSTANT(averted),
    )
    spoken = 19 * spoken_share
    return Released(19 - spoken, spoken, "none", 0, 1, 1), assumptions


def chain(noise_kind="laplace", noise_scale=5.0, silent=164.3, spoken=31.8):
    """A shop chain of 120 people, one quarter."""
    private = Segment.private(share=1.0, annual_value=Pert.around(480), margin=CONSTANT(0.35))
    released = Released(silent, spoken, noise_kind, noise_scale, 0.25, 120)
    return released, Assumptions(segments=(private,))


def supplier(silent=41.0, spoken=23.0, years=1.0, margin=0.4):
    """Forty people whose customers are mostly businesses, each incident meeting one of them."""
    value = Pert(12_000, 24_000, 60_000)
    business = Segment.business(share=0.7, annual_value=value, margin=CONSTANT(margin))
    private = Segment.private(share=0.3, annual_value=Pert.around(1_050), margin=CONSTANT(margin))
    released = Released(silent, spoken, "laplace", 5.0, years, 40)
    return released, Assumptions(segments=(business, private), customers_per_incident=CONSTANT(1))


def at_means(assumptions):
    """The same assumptions with nothing uncertain about them."""

    def fixed(thing, *names):
        return replace(thing, **{name: CONSTANT(getattr(thing, name).mean) for name in names})

    common = ("witnesses", "coverage", "customers_per_incident", "realised_share")
    more = ("helpable", "averted", "duration_years")
    segments = tuple(
        fixed(segment, "annual_value", "margin", "cuts", "depth")
        for segment in assumptions.segments
    )
    return replace(fixed(assumptions, *common, *more), segments=segments)


def with_segment(assumptions, **changes):
    """The same assumptions with other numbers in their first segment."""
    first, *others = assumptions.segments
    return replace(assumptions, segments=(replace(first, **changes), *others))


def as_json(released, assumptions, target=0.5):
    """The example as the command line reads it."""

    def triple(pert):
        return [pert.low, pert.mode, pert.high]

    names = ("witnesses", "coverage", "customers_per_incident", "realised_share")
    names += ("helpable", "averted", "duration_years")
    segments = [
        {"name": segment.name, "share": segment.share}
        | {
            name: triple(getattr(segment, name))
            for name in ("annual_value", "margin", "cuts", "depth")
        }
        for segment in assumptions.segments
    ]
    return {
        "silent": released.silent,
        "spoken": released.spoken,
        "noise": {"kind": released.noise_kind, "scale": released.noise_scale},
        "years": released.years,
        "headcount": released.headcount,
        "speak_up_target": target,
        "assumptions": {name: triple(getattr(assumptions, name)) for name in names}
        | {"retention": assumptions.retention, "discount": assumptions.discount}
        | {"segments": segments},
    }
