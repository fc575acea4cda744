"""Finds thousands of word patterns in one pass, in time that grows only with the text.

All patterns become one automaton over words. Its states are worked out when first needed and kept,
so that the usual step is one look in a dictionary. No note is kept: states know only words of the pack.
"""

from collections.abc import Iterable, Iterator
from threading import Lock

from coaching.phrasing.patterns import Gap, Pattern, Sequence, Word
from coaching.phrasing.reading import AFTER_COMMA, NEW_CLAUSE, Reading

_ANY = " any"
_FILLER = " filler"
_GAP_WORDS = 5
_FILLER_WORDS = 2
# Enough for every note ever seen; beyond it the states are worked out afresh.
_MOST_STATES = 30_000

Found = tuple[int, int, int]


class _Net:
    """A nondeterministic automaton under construction: edges by symbol, and free steps."""

    def __init__(self) -> None:
        self.edges: list[dict[str, list[int]]] = []
        self.free: list[list[int]] = []
        self.owner: dict[int, int] = {}

    def state(self) -> int:
        self.edges.append({})
        self.free.append([])
        return len(self.edges) - 1

    def edge(self, source: int, symbol: str, target: int) -> None:
        self.edges[source].setdefault(symbol, []).append(target)

    def chain(self, source: int, symbol: str, most: int) -> int:
        """A way from source over at most `most` such words; gives the state behind them."""
        behind = self.state()
        self.free[source].append(behind)
        for _ in range(most):
            step = self.state()
            self.edge(source, symbol, step)
            self.free[step].append(behind)
            source = step
        return behind

    def add(self, parts: Sequence, source: int) -> int:
        """Append a sequence of parts after a state; gives the state behind it."""
        for place, part in enumerate(parts):
            if place and not isinstance(part, Gap) and not isinstance(parts[place - 1], Gap):
                source = self.chain(source, _FILLER, _FILLER_WORDS)
            if isinstance(part, Word):
                target = self.state()
                self.edge(source, part.symbol, target)
            elif isinstance(part, Gap):
                target = self.chain(source, _ANY, _GAP_WORDS)
            else:
                target = self.state()
                for option in part.options:
                    self._add_option(option, source, target)
                if part.optional:
                    self.free[source].append(target)
            source = target
        return source

    def _add_option(self, option: Sequence, source: int, target: int) -> None:
        """A choice of single words needs no states of its own, and most choices are that."""
        if len(option) == 1 and isinstance(option[0], Word):
            self.edge(source, option[0].symbol, target)
        else:
            self.free[self.add(option, source)].append(target)


class Machine:
    """All patterns of a pack; `find` gives (pattern, first word, word behind the last)."""

    def __init__(self, patterns: Iterable[Pattern], fillers: frozenset[str]) -> None:
        self._net = _Net()
        self._anywhere = self._net.state()
        self._at_start = self._net.state()
        self._net.free[self._at_start].append(self._anywhere)
        for number, pattern in enumerate(patterns):
            root = self._at_start if pattern.at_start else self._anywhere
            entry = self._net.state()
            self._net.free[root].append(entry)
            self._net.owner[self._net.add(pattern.parts, entry)] = number
        self._lock = Lock()
        self._learn_symbols(fillers)
        self._states = self._fresh()

    def _learn_symbols(self, fillers: frozenset[str]) -> None:
        symbols = {symbol for edges in self._net.edges for symbol in edges}
        self._prefixes = {symbol[:-1] for symbol in symbols if symbol.endswith("*")}
        self._lengths = tuple(sorted({len(prefix) for prefix in self._prefixes}))
        self._classes: dict[tuple[str, ...], int] = {}
        self._members: list[tuple[str, ...]] = []
        self._fillers = fillers
        self._literals = symbols
        self.vocabulary = frozenset(symbols - {_ANY, _FILLER}) | fillers
        self._known = {word: self._class(self._symbols(word)) for word in self.vocabulary}
        self._nothing = self._class((_ANY,))

    def _symbols(self, word: str) -> tuple[str, ...]:
        """Every edge label that a word may walk along."""
        found = [_ANY] if word not in ".?!" else ["$"]
        if word in self._literals:
            found.append(word)
        if word in self._fillers:
            found.append(_FILLER)
        if word[:1].isdigit():
            found.append("#")
        found.extend(f"{word[:n]}*" for n in self._lengths if word[:n] in self._prefixes)
        return tuple(dict.fromkeys(found))

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
        if symbols == (_ANY,):
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

    def __init__(self, net: _Net, anywhere: int, at_start: int) -> None:
        self._net = net
        self._lock = Lock()
        self._numbers: dict[frozenset[int], int] = {}
        self.sets: list[frozenset[int]] = []
        self.steps: list[dict[int, int]] = []
        self.accepts: list[tuple[int, ...]] = []
        self.dead = self._number(frozenset())
        self.anywhere = self._number(self._closure([anywhere]))
        self.at_start = self._number(self._closure([at_start]))

    def step(self, state: int, key: int, symbols: tuple[str, ...]) -> int:
        """Work out one step; key is the class of the word, doubled, plus one after a comma."""
        if key & 1:
            symbols = tuple(symbol for symbol in symbols if symbol != _ANY)
        targets: list[int] = []
        for source in self.sets[state]:
            edges = self._net.edges[source]
            for symbol in symbols if edges else ():
                targets.extend(edges.get(symbol, ()))
        reached = self._closure(targets)
        with self._lock:
            number = self._number(reached)
        self.steps[state][key] = number
        return number

    def _closure(self, states: list[int]) -> frozenset[int]:
        seen = set(states)
        waiting = list(seen)
        while waiting:
            for target in self._net.free[waiting.pop()]:
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return frozenset(seen)

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
