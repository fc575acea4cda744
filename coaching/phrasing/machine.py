"""Finds thousands of word patterns in one pass, in time that grows only with the text.

All patterns become one automaton over words. Its states are worked out when first needed and kept,
so that the usual step is one look in a dictionary. No note is kept: states know only words of the pack.
"""

from collections.abc import Iterable, Iterator
from threading import Lock

from coaching.phrasing.network import ANY, FILLER, OVER_COMMA, Network
from coaching.phrasing.patterns import Pattern
from coaching.phrasing.reading import AFTER_COMMA, NEW_CLAUSE, Reading

# Enough for many notes, and a few megabytes; beyond it the states are worked out afresh.
_MOST_STATES = 6_000

Found = tuple[int, int, int]


class Machine:
    """All patterns of a pack; `find` gives (pattern, first word, word behind the last)."""

    def __init__(self, patterns: Iterable[Pattern], fillers: frozenset[str]) -> None:
        self._net = Network()
        self._anywhere = self._net.state()
        self._at_start = self._net.state()
        self._net.skip(self._at_start, self._anywhere)
        for number, pattern in enumerate(patterns):
            entry = self._net.state()
            self._net.skip(self._at_start if pattern.at_start else self._anywhere, entry)
            self._net.owner[self._net.add(pattern.parts, entry)] = number
        self._lock = Lock()
        self._learn_symbols(fillers)
        self._states = self._fresh()

    def _learn_symbols(self, fillers: frozenset[str]) -> None:
        symbols = self._net.symbols()
        self._choices: dict[str, list[str]] = {}
        for words, choice in self._net.choices.items():
            for word in words:
                self._choices.setdefault(word, []).append(choice)
        self._prefixes = {symbol[:-1] for symbol in symbols if symbol.endswith("*")}
        self._lengths = tuple(sorted({len(prefix) for prefix in self._prefixes}))
        self._classes: dict[tuple[str, ...], int] = {}
        self._members: list[tuple[str, ...]] = []
        self._fillers = fillers
        self._literals = symbols
        self.vocabulary = frozenset(symbols | fillers)
        self._known = {word: self._class(self._symbols(word)) for word in self.vocabulary}
        self._nothing = self._class((ANY,))

    def _symbols(self, word: str) -> tuple[str, ...]:
        """Every edge label that a word may walk along."""
        found = [ANY] if word not in ".?!" else ["$"]
        if word in self._literals:
            found.append(word)
        if word in self._fillers:
            found.append(FILLER)
        if word[:1].isdigit():
            found.append("#")
        found.extend(f"{word[:n]}*" for n in self._lengths if word[:n] in self._prefixes)
        chosen = (choice for symbol in found for choice in self._choices.get(symbol, ()))
        return tuple(dict.fromkeys([*found, *chosen]))

    def _class(self, symbols: tuple[str, ...]) -> int:
        number = self._classes.get(symbols)
        if number is None:
            number = self._classes[symbols] = len(self._members)
            self._members.append(symbols)
        return number

    def _class_of(self, word: str) -> int:
        known = self._known.get(word)
        if known is not None:
            return known
        symbols = self._symbols(word)
        if symbols == (ANY,):
            return self._nothing
        with self._lock:
            return self._class(symbols)

    def _fresh(self) -> "_States":
        return _States(self._net, self._anywhere, self._at_start)

    def find(self, reading: Reading) -> Iterator[Found]:
        """Each pattern's longest match from each word on, in the order of the text."""
        if len(self._states.sets) > _MOST_STATES:
            self._states = self._fresh()
        states = self._states
        keys = [
            2 * self._class_of(word) + (follows == AFTER_COMMA)
            for word, follows in zip(reading.words, reading.follows, strict=True)
        ]
        for begin, stop in reading.bounds:
            for place in range(begin, stop - 1):
                for number, end in self._walk(states, reading, keys, place, stop).items():
                    yield number, place, end

    def _walk(
        self, states: "_States", reading: Reading, keys: list[int], place: int, stop: int
    ) -> dict[int, int]:
        state = states.at_start if reading.first[place] else states.anywhere
        ends: dict[int, int] = {}
        key = keys[place] & ~1
        for index in range(place, stop):
            if index > place:
                if reading.follows[index] == NEW_CLAUSE:
                    break
                key = keys[index]
            known = states.steps[state].get(key)
            state = states.step(state, key, self._members[key >> 1]) if known is None else known
            if state == states.dead:
                break
            for number in states.accepts[state]:
                ends[number] = index + 1
        return ends


class _States:
    """The deterministic states met so far; thrown away as a whole when there are too many."""

    def __init__(self, net: Network, anywhere: int, at_start: int) -> None:
        self._net = net
        self._lock = Lock()
        self._numbers: dict[frozenset[int], int] = {}
        self._ways: dict[int, dict[str, list[int]]] = {}
        self.sets: list[frozenset[int]] = []
        self.steps: list[dict[int, int]] = []
        self.accepts: list[tuple[int, ...]] = []
        self.dead = self._number(frozenset())
        self.anywhere = self._number(self._net.closure([anywhere]))
        self.at_start = self._number(self._net.closure([at_start]))

    def step(self, state: int, key: int, symbols: tuple[str, ...]) -> int:
        """Work out one step; key is the class of the word, doubled, plus one after a comma."""
        if key & 1:
            symbols = tuple(OVER_COMMA if symbol == ANY else symbol for symbol in symbols)
        ways = self._ways_from(state)
        targets = [target for symbol in symbols for target in ways.get(symbol, ())]
        reached = self._net.closure(targets)
        with self._lock:
            number = self._number(reached)
        self.steps[state][key] = number
        return number

    def _ways_from(self, state: int) -> dict[str, list[int]]:
        """All edges of a state by symbol; kept for the two that every word of every note asks."""
        known = self._ways.get(state)
        if known is None:
            known = {}
            for source in self.sets[state]:
                for symbol, target in self._net.edges_from(source):
                    known.setdefault(symbol, []).append(target)
            if state in (self.anywhere, self.at_start):
                self._ways[state] = known
        return known

    def _number(self, states: frozenset[int]) -> int:
        number = self._numbers.get(states)
        if number is None:
            number = len(self.sets)
            owners = self._net.owner
            self.accepts.append(tuple(sorted(owners[s] for s in states if s in owners)))
            self.steps.append({})
            self.sets.append(states)
            self._numbers[states] = number
        return number
