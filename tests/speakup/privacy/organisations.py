"""Invented organisations and notebooks for the privacy tests: some by hand, many by Hypothesis."""

from hypothesis import settings
from hypothesis import strategies as st

from speakup.privacy import CAUSES, OUTCOMES, Entries, Node, Record

KEY = b"k" * 32
STANDARDS = ("Respect", "Listening", "Speed")
CATEGORIES = {"OUT": OUTCOMES, "STANDARD": STANDARDS, "CAUSE": CAUSES}
STATISTICS = tuple(CATEGORIES)

# Deadlines measure how busy the machine is, not whether the code is right.
many_examples = settings(deadline=None, max_examples=150)


def organisation(headcounts, *, at_root=0, name="Hotels"):
    """A root with one unit below it for every headcount: u0, u1, …"""
    root = Node("root", None, name, at_root)
    return [root, *(Node(f"u{i}", "root", f"Unit {i}", n) for i, n in enumerate(headcounts))]


def record(number, *, outcome="stayed_silent", standard="Respect", cause="tools"):
    return Record(f"record-{number}", {"OUT": outcome, "STANDARD": standard, "CAUSE": cause})


@st.composite
def charts(draw, *, least=40):
    """Trees of up to 16 units in any shape, with at least `least` people."""
    parents = draw(st.lists(st.integers(0, 100), max_size=15))
    headcounts = st.integers(0, 90)
    nodes = [Node("n0", None, "Whole", least + draw(headcounts) - draw(st.integers(0, least)))]
    for number, parent in enumerate(parents, start=1):
        nodes.append(Node(f"n{number}", f"n{parent % number}", f"N{number}", draw(headcounts)))
    missing = least - sum(node.headcount for node in nodes)
    if missing > 0:
        nodes.append(Node("last", "n0", "Last", missing))
    return nodes


def records(prefix):
    """The records of one person; ids start with the prefix so that two people never share one."""
    categories = st.fixed_dictionaries(
        {"OUT": st.sampled_from(OUTCOMES), "STANDARD": st.sampled_from(STANDARDS)},
        optional={"CAUSE": st.sampled_from(CAUSES)},
    )
    return st.lists(categories, max_size=14).map(
        lambda found: [Record(f"{prefix}-{i}", each) for i, each in enumerate(found)]
    )


@st.composite
def staff(draw, nodes, *, most=6):
    """Some people of an organisation with what they wrote."""
    count = draw(st.integers(1, most))
    unit_ids = st.sampled_from([node.id for node in nodes])
    return [Entries(draw(unit_ids), draw(records(f"p{number}"))) for number in range(count)]
