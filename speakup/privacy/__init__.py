"""What may leave the notebook: bounded counts, published groups, noise, and honest margins."""

from speakup.privacy.bounds import Record, select
from speakup.privacy.chart import Node
from speakup.privacy.margins import Figure, WhyNot, changed, figure, share, total
from speakup.privacy.noise import FixedNoise, LossTooHigh, Noise, NoNoise, OpenDPNoise
from speakup.privacy.parameters import (
    CATEGORIES,
    CAUSES,
    HARD_CAP,
    OUTCOMES,
    PRESETS,
    Parameters,
    Statistic,
    epsilon,
    promise,
)
from speakup.privacy.release import Draw, ReleasedCell, draw
from speakup.privacy.tables import Cell, Entries, tabulate
from speakup.privacy.tree import PublicationTree, Published, TooSmall, publication_tree

__all__ = [
    "CATEGORIES",
    "CAUSES",
    "HARD_CAP",
    "OUTCOMES",
    "PRESETS",
    "Cell",
    "Draw",
    "Entries",
    "Figure",
    "FixedNoise",
    "LossTooHigh",
    "NoNoise",
    "Node",
    "Noise",
    "OpenDPNoise",
    "Parameters",
    "PublicationTree",
    "Published",
    "Record",
    "ReleasedCell",
    "Statistic",
    "TooSmall",
    "WhyNot",
    "changed",
    "draw",
    "epsilon",
    "figure",
    "promise",
    "publication_tree",
    "select",
    "share",
    "tabulate",
    "total",
]
