"""All patterns of a pack as one nondeterministic automaton over words, kept small.

Most of its tens of thousands of states have one edge and one free step; those lie in plain arrays,
and what goes beyond lies in dictionaries beside them.
"""

from array import array
from collections.abc import Iterator

from coaching.phrasing.patterns import Gap, Group, Sequence, Word

ANY = " any"
OVER_COMMA = " any after a comma"
FILLER = " filler"
_GAP_WORDS = 5
_FILLER_WORDS = 2
_NONE = -1


class Network:
    """Edges by symbol, free steps, and the pattern that each final state belongs to."""

    def __init__(self) -> None:
        self.owner: dict[int, int] = {}
        self.choices: dict[frozenset[str], str] = {}
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._symbol, self._target, self._skip = array("i"), array("i"), array("i")
        self._more_edges: dict[int, list[tuple[str, int]]] = {}
        self._more_skips: dict[int, list[int]] = {}

    def symbols(self) -> set[str]:
        """Every word and beginning that an edge asks for."""
        named = {*self._names, *(word for words in self.choices for word in words)}
        return named - {ANY, OVER_COMMA, FILLER, *self.choices.values()}

    def state(self) -> int:
        for column in (self._symbol, self._target, self._skip):
            column.append(_NONE)
        return len(self._skip) - 1

    def edge(self, source: int, symbol: str, target: int) -> None:
        number = self._numbers.setdefault(symbol, len(self._numbers))
        if number == len(self._names):
            self._names.append(symbol)
        if self._target[source] == _NONE:
            self._symbol[source], self._target[source] = number, target
        else:
            self._more_edges.setdefault(source, []).append((symbol, target))

    def skip(self, source: int, target: int) -> None:
        if self._skip[source] != _NONE:
            self._more_skips.setdefault(source, []).append(target)
        else:
            self._skip[source] = target

    def edges_from(self, source: int) -> Iterator[tuple[str, int]]:
        target = self._target[source]
        if target != _NONE:
            yield self._names[self._symbol[source]], target
            yield from self._more_edges.get(source, ())

    def closure(self, states: list[int]) -> frozenset[int]:
        """All states that can be reached without a word and from which something follows."""
        seen = set(states)
        waiting = list(seen)
        while waiting:
            source = waiting.pop()
            for target in (self._skip[source], *self._more_skips.get(source, ())):
                if target != _NONE and target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return frozenset(s for s in seen if self._target[s] != _NONE or s in self.owner)

    def add(self, parts: Sequence, source: int) -> int:
        """Append a sequence of parts after a state; gives the state behind it."""
        for place, part in enumerate(parts):
            before = source
            if place and not isinstance(part, Gap) and not isinstance(parts[place - 1], Gap):
                source = self._chain(source, FILLER, _FILLER_WORDS)
            if isinstance(part, Word):
                target = self.state()
                self.edge(source, part.symbol, target)
            elif isinstance(part, Gap):
                target = self._gap(source, part)
            else:
                target = self._group(part, source)
                if part.optional:
                    # Fillers before words that are missing do not belong to the match.
                    self.skip(before, target)
            source = target
        return source

    def _chain(self, source: int, symbol: str, most: int) -> int:
        """A way from source over at most `most` such words; gives the state behind them."""
        for _ in range(most):
            step = self.state()
            self.edge(source, symbol, step)
            self.skip(source, step)
            source = step
        return source

    def _gap(self, source: int, part: Gap) -> int:
        """A way over any few words; over a comma a second such way leads on."""
        behind = self._chain(source, ANY, _GAP_WORDS)
        if not part.over_comma:
            return behind
        further = self.state()
        self.edge(behind, OVER_COMMA, further)
        end = self._chain(further, ANY, _GAP_WORDS - 1)
        self.skip(behind, end)
        return end

    def _group(self, part: Group, source: int) -> int:
        """A choice between single words, as most are, is one edge whose name stands for all of them."""
        target = self.state()
        words, others = _flat(part)
        if words:
            self.edge(source, self._choice(frozenset(words)), target)
        for option in others:
            self.skip(self.add(option, source), target)
        return target

    def _choice(self, words: frozenset[str]) -> str:
        if len(words) == 1:
            return min(words)
        return self.choices.setdefault(words, f" choice {len(self.choices)}")


def _flat(group: Group) -> tuple[set[str], list[Sequence]]:
    """The single words of a choice, those of choices inside it too; and its longer options."""
    words: set[str] = set()
    others: list[Sequence] = []
    for option in group.options:
        part = option[0]
        if len(option) > 1 or isinstance(part, Gap):
            others.append(option)
        elif isinstance(part, Word):
            words.add(part.symbol)
        elif part.optional:
            others.append(option)
        else:
            inner, longer = _flat(part)
            words |= inner
            others += longer
    return words, others
