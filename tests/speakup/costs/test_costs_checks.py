"""Inputs that contradict themselves are refused, every wrong field by name."""

from dataclasses import replace
from math import inf, nan

import pytest

from speakup.costs import DEFAULTS, Assumptions, BadAssumptions, Pert, Segment, estimate, gain_at
from tests.speakup.costs.cost_cases import CONSTANT, chain, with_segment

FIRST = "assumptions.segments[0]"


def refused(released, assumptions, target=0.5):
    with pytest.raises(BadAssumptions) as wrong:
        estimate(released, assumptions, speak_up_target=target)
    return list(wrong.value.problems)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"helpable": Pert(0.7, 0.6, 0.8)}, ("assumptions.helpable", "out_of_order")),
        ({"helpable": Pert(0.5, 0.8, 0.7)}, ("assumptions.helpable", "out_of_order")),
        ({"averted": Pert(0.5, 0.8, 1.1)}, ("assumptions.averted", "above_one")),
        ({"realised_share": Pert(-0.1, 0.5, 1)}, ("assumptions.realised_share", "negative")),
        ({"witnesses": Pert(0.5, 1, 1)}, ("assumptions.witnesses", "too_small")),
        ({"coverage": CONSTANT(0)}, ("assumptions.coverage", "too_small")),
        ({"duration_years": CONSTANT(31)}, ("assumptions.duration_years", "too_large")),
        (
            {"customers_per_incident": CONSTANT(nan)},
            ("assumptions.customers_per_incident", "not_a_number"),
        ),
        ({"retention": 1.2}, ("assumptions.retention", "above_one")),
        ({"discount": -0.1}, ("assumptions.discount", "negative")),
        ({"revenue": -1.0}, ("assumptions.revenue", "negative")),
        ({"customers": inf}, ("assumptions.customers", "not_a_number")),
        ({"segments": ()}, ("assumptions.segments", "no_segments")),
    ],
)
def test_organisation_with_a_contradiction_is_told_the_field(changes, problem):
    released, assumptions = chain()
    assert estimate(released, assumptions).shown

    assert refused(released, replace(assumptions, **changes)) == [problem]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"margin": CONSTANT(1.01)}, (f"{FIRST}.margin", "above_one")),
        ({"annual_value": CONSTANT(-5)}, (f"{FIRST}.annual_value", "negative")),
        ({"annual_value": CONSTANT(1e13)}, (f"{FIRST}.annual_value", "too_large")),
        ({"cuts": Pert(0.5, 0.4, 0.6)}, (f"{FIRST}.cuts", "out_of_order")),
        ({"depth": CONSTANT(2)}, (f"{FIRST}.depth", "above_one")),
        ({"name": " "}, (f"{FIRST}.name", "name_missing")),
        ({"share": 0.9}, ("assumptions.segments", "shares_do_not_add_up")),
    ],
)
def test_organisation_with_a_contradiction_in_a_segment_is_told_the_field(changes, problem):
    released, assumptions = chain()

    assert refused(released, with_segment(assumptions, **changes)) == [problem]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"silent": nan}, ("silent", "not_a_number")),
        ({"spoken": 1e10}, ("spoken", "too_large")),
        ({"silent": -1.0, "noise_kind": "none"}, ("silent", "negative")),
        ({"noise_kind": "uniform"}, ("noise.kind", "unknown_noise")),
        ({"noise_scale": 0.0}, ("noise.scale", "too_small")),
        ({"spoken_noise_scale": 1e9}, ("noise.spoken_scale", "too_large")),
        ({"years": 0.0}, ("years", "too_small")),
        ({"headcount": 0}, ("headcount", "too_small")),
        ({"previous_total": nan}, ("previous_total", "not_a_number")),
    ],
)
def test_release_with_impossible_numbers_is_refused_by_field(changes, problem):
    released, assumptions = chain()

    assert refused(replace(released, **changes), assumptions) == [problem]


def test_organisation_with_several_contradictions_is_told_all_of_them():
    released, assumptions = chain()
    assumptions = with_segment(assumptions, margin=CONSTANT(2), share=nan)
    assumptions = replace(assumptions, helpable=Pert(1, 0.5, 0))

    problems = refused(replace(released, years=-1), assumptions, target=1.5)

    assert problems == [
        ("years", "too_small"),
        ("assumptions.helpable", "out_of_order"),
        (f"{FIRST}.share", "not_a_number"),
        (f"{FIRST}.margin", "above_one"),
        ("assumptions.segments", "shares_do_not_add_up"),
        ("speak_up_target", "above_one"),
    ]


def test_organisation_with_too_many_or_twin_segments_is_refused():
    released, assumptions = chain()
    (one,) = assumptions.segments
    many = tuple(replace(one, name=f"{n}", share=1 / 51) for n in range(51))
    twins = (replace(one, share=0.5), replace(one, share=0.5))

    assert refused(released, Assumptions(segments=many)) == [
        ("assumptions.segments", "too_many_segments")
    ]
    assert refused(released, Assumptions(segments=twins)) == [
        ("assumptions.segments[1].name", "name_used_twice")
    ]


def test_refusal_reads_as_fields_and_codes():
    released, assumptions = chain()

    with pytest.raises(BadAssumptions, match=r"^years: too_large$"):
        estimate(replace(released, years=99), assumptions)


@pytest.mark.parametrize("target", [-0.01, 1.01, nan])
def test_reader_who_moves_the_slider_off_its_ends_is_refused(target):
    result = estimate(*chain())
    assert gain_at(result, 1.0).mean > 0

    with pytest.raises(BadAssumptions):
        gain_at(result, target)


def test_organisation_finds_a_source_a_year_and_a_grade_for_each_default():
    released, assumptions = chain()
    business = Segment.business(share=1, annual_value=CONSTANT(1), margin=CONSTANT(1))
    private = assumptions.segments[0]

    for default in DEFAULTS:
        owners = {"business": business, "private": private, "": assumptions}
        owner = private if default.field == "depth" else owners[default.segment]
        used = getattr(owner, default.field)
        assert used == default.value or CONSTANT(used) == default.value
        assert default.source
        assert default.unit
        assert default.year or default.grade == "judgement"
    described = {default.field for default in DEFAULTS}
    own = {"segments", "revenue", "customers"}
    assert described == set(Assumptions.__dataclass_fields__) - own | {"cuts", "depth"}
    assert estimate(released, assumptions).shown
