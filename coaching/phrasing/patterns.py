"""The word-pattern language of the packs: words a translator can read, no regular expressions.

you (ignored|left) ... guest*   alternatives, up to five words between, word beginnings
you never => I have not seen you            the words found, and what may stand in their place
shame ..., you   a gap that may reach over one comma, with up to five words on either side of it
^ at a sentence's start   $ at its end   ? its question mark   (just)? may be missing
# any number   {MACRO} a named pattern of the same pack
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

Spell = Callable[[str], tuple[str, ...]]

_PART = re.compile(r"\s*(\.\.\.,?|\^|\(|\)\??|\||\{[A-Z_]+\}\??|[^\s()|{}^]+)")
_MARKS = frozenset("?!#$")
_DEPTH = 8


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word; a trailing * in `symbol` stands for any ending."""

    symbol: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to five words of any kind within one clause, or, over a comma, five more behind it."""

    over_comma: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives; `label` is what a rewrite quotes it by: {1}, {2}, … or {MACRO}"""

    options: tuple["Sequence", ...]
    optional: bool
    label: str | None


Sequence = tuple[Word | Gap | Group, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern."""

    source: str
    at_start: bool
    parts: Sequence
    rewrite: str | None = None


class Grammar:
    """How one pack's patterns are read: its spelling and its macros, each worked out once."""

    def __init__(self, spell: Spell, macros: Mapping[str, str]) -> None:
        self.macros = macros
        self.read_macros: dict[str, Sequence] = {}
        self.words = cache(lambda word: tuple(Word(spelled) for spelled in spell(word)))


def parse(source: str, grammar: Grammar) -> Pattern:
    """Read one pattern; raises PatternError with the reason."""
    words, arrow, rewrite = source.partition("=>")
    reader = _PatternReader(words, grammar)
    at_start = reader.take("^")
    parts = reader.sequence()
    if not parts:
        raise PatternError("a pattern is empty.")
    if reader.place < len(reader.tokens):
        raise PatternError(f"{source!r} has a stray {reader.tokens[reader.place]!r}.")
    if isinstance(parts[0], Gap) or isinstance(parts[-1], Gap):
        raise PatternError(f"{source!r} may not begin or end with a gap.")
    if not _least(parts):
        raise PatternError(f"{source!r} could match no word at all.")
    return Pattern(source, at_start, parts, rewrite.strip() if arrow else None)


def _least(parts: Sequence) -> int:
    """How many words a sequence matches at least."""
    total = 0
    for part in parts:
        if isinstance(part, Word):
            total += part.symbol not in _MARKS or part.symbol == "#"
        elif isinstance(part, Group) and not part.optional:
            total += min(_least(option) for option in part.options)
    return total


def sample(parts: Sequence) -> list[str]:
    """The shortest words that a sequence of parts should match, for checking that it does."""
    words: list[str] = []
    for part in parts:
        if isinstance(part, Word):
            words.append({"#": "7", "$": "."}.get(part.symbol, part.symbol.rstrip("*")))
        elif isinstance(part, Group) and not part.optional:
            words.extend(sample(part.options[0]))
    return words


class _PatternReader:
    """Recursive descent over the parts of one pattern."""

    def __init__(self, source: str, grammar: Grammar, *, inside: int = 0) -> None:
        self.source = source
        self.grammar = grammar
        self.inside = inside
        self.tokens = _PART.findall(source)
        self.place = 0
        self.groups = 0

    def take(self, part: str) -> bool:
        found = self.place < len(self.tokens) and self.tokens[self.place] == part
        self.place += found
        return found

    def sequence(self) -> Sequence:
        parts: list[Word | Gap | Group] = []
        while self.place < len(self.tokens):
            part = self.tokens[self.place]
            if part == "|" or part.startswith(")"):
                break
            self.place += 1
            parts.extend(self._part(part))
        return tuple(parts)

    def _part(self, part: str) -> Sequence:
        if part.startswith("..."):
            return (Gap(over_comma=part.endswith(",")),)
        if part == "(":
            return (self._group(),)
        if part == "^":
            raise PatternError(f"{self.source!r}: ^ may only stand at the beginning.")
        if part.startswith("{"):
            return (self._macro(part),)
        return self._words(part)

    def _group(self) -> Group:
        self.groups += 1
        label = str(self.groups)
        options = [self.sequence()]
        while self.take("|"):
            options.append(self.sequence())
        if self.take(")?"):
            return self._filled(options, label, optional=True)
        if self.take(")"):
            return self._filled(options, label, optional=False)
        raise PatternError(f"{self.source!r}: a bracket is not closed.")

    def _filled(self, options: list[Sequence], label: str, *, optional: bool) -> Group:
        if not all(options):
            raise PatternError(f"{self.source!r}: an alternative is empty.")
        return Group(tuple(options), optional, label)

    def _macro(self, part: str) -> Group:
        name = part.strip("{}?")
        known = self.grammar.read_macros
        if name not in known:
            known[name] = self._read_macro(name)
        return Group((known[name],), part.endswith("?"), name)

    def _read_macro(self, name: str) -> Sequence:
        if name not in self.grammar.macros:
            raise PatternError(f"{self.source!r} uses {{{name}}}, which is not defined.")
        if self.inside > _DEPTH:
            raise PatternError(f"{{{name}}} is defined by itself.")
        inside = self.inside + 1
        reader = _PatternReader(self.grammar.macros[name], self.grammar, inside=inside)
        return _unlabelled(reader.sequence())

    def _words(self, part: str) -> Sequence:
        if part in _MARKS:
            return (Word(part),)
        ending = "*" if part.endswith("*") else ""
        if not ending and part.endswith("?"):
            raise PatternError(f"{self.source!r}: write ({part[:-1]})? for a word that may miss.")
        pieces = part.removesuffix("*").split("-")
        spelled = [word for piece in pieces for word in self.grammar.words(piece)]
        return (*spelled[:-1], Word(spelled[-1].symbol + ending)) if ending else tuple(spelled)


def _unlabelled(parts: Sequence) -> Sequence:
    return tuple(
        Group(tuple(_unlabelled(option) for option in part.options), part.optional, None)
        if isinstance(part, Group)
        else part
        for part in parts
    )
