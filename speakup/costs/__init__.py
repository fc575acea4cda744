"""What silence costs and what speaking up saves, from released numbers alone, with its uncertainty."""

from speakup.costs.checks import BadAssumptions, Problem
from speakup.costs.defaults import DEFAULTS, Default
from speakup.costs.figures import money, rounded
from speakup.costs.inputs import Assumptions, NoiseKind, Released, Segment
from speakup.costs.model import DRAWS, MODEL_VERSION, chance_above, estimate, gain_at
from speakup.costs.pert import Pert
from speakup.costs.results import Driver, Estimate, Range

__all__ = [
    "DEFAULTS",
    "DRAWS",
    "MODEL_VERSION",
    "Assumptions",
    "BadAssumptions",
    "Default",
    "Driver",
    "Estimate",
    "NoiseKind",
    "Pert",
    "Problem",
    "Range",
    "Released",
    "Segment",
    "chance_above",
    "estimate",
    "gain_at",
    "money",
    "rounded",
]
