"""One language's pack in memory: its words, its rules, and the machine that finds them all."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coaching.phrasing.clues import Clues, load_clues
from coaching.phrasing.languages import folder
from coaching.phrasing.machine import Machine
from coaching.phrasing.patterns import Grammar, Pattern, parse
from coaching.phrasing.reading import Reading, read
from coaching.phrasing.respelling import Respelling
from coaching.phrasing.rules import Rule, load_rules
from coaching.phrasing.tone import Tone, load_tone
from coaching.phrasing.words import Words, load_words

_NOT_RULES = frozenset(
    f"{name}.toml" for name in ("words", "context", "builder", "details", "tone", "measured")
)


@dataclass(frozen=True, slots=True)
class Match:
    """One pattern found: whose it is, and which words it covers (stop is one behind)."""

    pattern: Pattern
    begin: int
    stop: int


@dataclass(frozen=True, slots=True)
class Matches:
    """Everything found in one reading, by what the pattern is for."""

    rules: list[tuple[Rule, Match]]
    unless: dict[str, list[Match]]
    contexts: dict[str, list[Match]]


@dataclass(frozen=True, slots=True)
class Pack:
    """A language, ready to read."""

    path: Path
    words: Words
    rules: tuple[Rule, ...]
    machine: Machine
    uses: tuple[tuple[str, Rule | str, Pattern], ...]
    respelling: Respelling
    clues: Clues
    tone: Tone | None

    @property
    def language(self) -> str:
        return self.path.name

    def read(self, text: str) -> Reading:
        """Cut a text into the words of this language."""
        return read(text, self.words, self.respelling)

    def find(self, reading: Reading) -> Matches:
        """Every pattern of the pack that stands in the text."""
        found = Matches([], {}, {})
        for number, begin, stop in self.machine.find(reading):
            use, owner, pattern = self.uses[number]
            match = Match(pattern, begin, stop)
            if isinstance(owner, Rule):
                if use == "match":
                    found.rules.append((owner, match))
                else:
                    found.unless.setdefault(owner.id, []).append(match)
            else:
                found.contexts.setdefault(owner, []).append(match)
        return found


@cache
def load_pack(language: str) -> Pack:
    """Read and compile a pack once; raises UnknownLanguage or PackError."""
    return build_pack(folder(language))


def build_pack(path: Path) -> Pack:
    """Read and compile the pack in a folder; raises PackError."""
    words = load_words(path / "words.toml")
    clues = load_clues(path / "details.toml")
    context = tomllib.loads((path / "context.toml").read_text("utf-8"))
    grammar = Grammar(words.spell, context["macros"])
    rules = tuple(
        rule
        for file in sorted(path.glob("*.toml"))
        if file.name not in _NOT_RULES
        for rule in load_rules(file, grammar)
    )
    contexts = {
        name: tuple(parse(source, grammar) for source in sources)
        for name, sources in context["contexts"].items()
    }
    uses = tuple(_uses(rules, contexts))
    machine = Machine((pattern for _, _, pattern in uses), words.fillers)
    respelling = Respelling(rules, machine.vocabulary)
    tone = load_tone(path / "tone.toml")
    return Pack(path, words, rules, machine, uses, respelling, clues, tone)


def _uses(
    rules: tuple[Rule, ...], contexts: dict[str, tuple[Pattern, ...]]
) -> Iterator[tuple[str, Rule | str, Pattern]]:
    for rule in rules:
        for pattern in rule.match:
            yield "match", rule, pattern
        for pattern in rule.unless:
            yield "unless", rule, pattern
    for name, patterns in contexts.items():
        for pattern in patterns:
            yield "context", name, pattern
