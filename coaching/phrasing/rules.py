"""Reads the rule files of a pack and refuses, by file, rule and reason, what cannot be right."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coaching.phrasing.findings import Kind, StrengthKind
from coaching.phrasing.patterns import Grammar, Pattern, PatternError, parse

_FILE_KEYS = {"kind", "severity", "clears", "needs", "unless", "covers", "try", "rule"}
_RULE_KEYS = {"id", "kind", "severity", "match", "unless", "needs", "clears", "why", "try"} | {
    "covers",
    "bad",
    "good",
    "source",
}
_CLEARS = frozenset({"negation", "first_person", "praise", "open"})
_NEEDS = frozenset({"addressee", "question", "exclamation"})
_COVERS = frozenset({"words", "rest", "sentence"})
_EXAMPLES = 2


class PackError(ValueError):
    """A pack that cannot be used; the message names file, rule and reason."""

    def __init__(self, path: Path, rule: str, reason: str) -> None:
        where = f"{path.parent.name}/{path.name}"
        super().__init__(f"{where}, {rule}: {reason}" if rule else f"{where}: {reason}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. For a slip `bad` must be found; for a strength (severity 0) `good` must be."""

    id: str
    kind: Kind | StrengthKind
    severity: int
    match: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    needs: frozenset[str]
    clears: frozenset[str]
    why: str
    suggestion: str
    covers: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    source: str
    path: Path


def load_rules(path: Path, grammar: Grammar) -> tuple[Rule, ...]:
    """Read one rule file; raises PackError."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(path, "", f"this is not TOML ({error}).") from error
    _refuse_unknown(path, "", content, _FILE_KEYS)
    rules = [_Entry(path, content, entry, grammar).rule() for entry in content["rule"]]
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise PackError(path, rule.id, "this id is used twice.")
        seen.add(rule.id)
    return tuple(rules)


def _refuse_unknown(path: Path, rule: str, content: Mapping[str, Any], known: set[str]) -> None:
    unknown = sorted(content.keys() - known)
    if unknown:
        raise PackError(path, rule, f"unknown keys: {', '.join(unknown)}.")


class _Entry:
    """One [[rule]] with the file's defaults behind it."""

    def __init__(
        self,
        path: Path,
        defaults: Mapping[str, Any],
        entry: Mapping[str, Any],
        grammar: Grammar,
    ) -> None:
        self.path = path
        self.grammar = grammar
        self.id = str(entry.get("id", "a rule without id"))
        _refuse_unknown(path, self.id, entry, _RULE_KEYS)
        shared = {key: value for key, value in defaults.items() if key != "rule"}
        self.unless = [*shared.pop("unless", []), *entry.get("unless", [])]
        self.values = shared | dict(entry)

    def rule(self) -> Rule:
        values = self.values
        kind = self.kind()
        return Rule(
            id=self.id,
            kind=kind,
            severity=self.severity(kind),
            match=self.patterns(self.required("match")),
            unless=self.patterns(self.unless),
            needs=self.choice("needs", _NEEDS),
            clears=self.choice("clears", _CLEARS),
            why=str(values.get("why", kind.value)),
            suggestion=self.suggestion(kind),
            covers=self.one_of("covers", "words", _COVERS),
            bad=self.examples("bad"),
            good=self.examples("good"),
            source=str(self.required("source")),
            path=self.path,
        )

    def fail(self, reason: str) -> PackError:
        return PackError(self.path, self.id, reason)

    def required(self, key: str) -> Any:
        value = self.values.get(key)
        if not value:
            raise self.fail(f"{key} is missing.")
        return value

    def kind(self) -> Kind | StrengthKind:
        name = self.required("kind")
        for kinds in (Kind, StrengthKind):
            if name in set(kinds):
                return kinds(name)
        raise self.fail(f"there is no kind {name!r}.")

    def severity(self, kind: Kind | StrengthKind) -> int:
        severity = self.values.get("severity", 0)
        allowed = range(1, 4) if isinstance(kind, Kind) else range(1)
        if severity not in allowed:
            raise self.fail(f"severity {severity!r} does not fit the kind {kind}.")
        return int(severity)

    def suggestion(self, kind: Kind | StrengthKind) -> str:
        if isinstance(kind, StrengthKind):
            return ""
        if "try" not in self.values:
            raise self.fail("try is missing; an empty one means that the words may be left out.")
        return str(self.values["try"])

    def patterns(self, sources: list[str]) -> tuple[Pattern, ...]:
        try:
            return tuple(parse(text, self.grammar) for text in sources)
        except PatternError as error:
            raise self.fail(str(error)) from error

    def choice(self, key: str, allowed: frozenset[str]) -> frozenset[str]:
        chosen = frozenset(self.values.get(key, ()))
        if chosen - allowed:
            raise self.fail(f"{key} knows {', '.join(sorted(allowed))}.")
        return chosen

    def one_of(self, key: str, default: str, allowed: frozenset[str]) -> str:
        value = str(self.values.get(key, default))
        if value not in allowed:
            raise self.fail(f"{key} is one of {', '.join(sorted(allowed))}.")
        return value

    def examples(self, key: str) -> tuple[str, ...]:
        texts = tuple(self.values.get(key, ()))
        if len(set(texts)) < _EXAMPLES:
            raise self.fail(f"{key} needs {_EXAMPLES} different examples.")
        return texts
