"""Tries every rule on its own examples: what it must find, leave alone, and may suggest."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from coaching.phrasing.builder import lines_in
from coaching.phrasing.context import Context
from coaching.phrasing.engine import hint_for, is_strength, review_with
from coaching.phrasing.findings import Hint, Kind
from coaching.phrasing.measured import FILE, digest, load_measured
from coaching.phrasing.packs import Pack, build_pack
from coaching.phrasing.patterns import sample
from coaching.phrasing.reading import read
from coaching.phrasing.rewriting import rewrite
from coaching.phrasing.rules import PackError, Rule

_LOOK_AGAIN = 2


def faults(path: Path) -> Iterator[str]:
    """One sentence for each rule or line of the pack in a folder that breaks its promise."""
    pack = replace(build_pack(path), tone=None)  # what is learned promises nothing of a rule
    for rule in pack.rules:
        for reason in rule_faults(pack, rule):
            yield str(PackError(rule.path, rule.id, reason))
    for slot, groups in lines_in(path).items():
        for line in chain.from_iterable(groups.values()):
            for hint in _flagged(pack, line):
                reason = f"{line!r} would be flagged for {hint.quote!r}."
                yield str(PackError(path / "builder.toml", slot, reason))
    if (path / FILE).exists() and load_measured(path / FILE).digest != digest(path):
        reason = "the pack has changed since; run `python -m bench.phrasing --write`."
        yield str(PackError(path / FILE, "", reason))


def rule_faults(pack: Pack, rule: Rule) -> Iterator[str]:
    """What is wrong with one rule, by its own examples."""
    wanted, unwanted = (
        (rule.bad, rule.good) if isinstance(rule.kind, Kind) else (rule.good, rule.bad)
    )
    yield from (f"does not find {text!r}." for text in wanted if not finds(pack, rule, text))
    yield from (f"finds {text!r}." for text in unwanted if finds(pack, rule, text))
    yield from _silent_patterns(pack, rule)
    if isinstance(rule.kind, Kind):
        for text in rule.bad:
            yield from _bad_rewrites(pack, rule, text)


def finds(pack: Pack, rule: Rule, text: str) -> bool:
    """Whether this very rule speaks up, whatever other rules may say."""
    context = _context(pack, text)
    return any(
        owner.id == rule.id
        and (hint_for(context, owner, match) or is_strength(context, owner, match))
        for owner, match in context.matches.rules
    )


def _context(pack: Pack, text: str) -> Context:
    reading = pack.read(text)
    return Context(pack, reading, pack.find(reading), frozenset())


def _hints(pack: Pack, rule: Rule, text: str) -> Iterator[Hint]:
    context = _context(pack, text)
    for owner, match in context.matches.rules:
        hint = hint_for(context, owner, match) if owner.id == rule.id else None
        if hint:
            yield hint


def _silent_patterns(pack: Pack, rule: Rule) -> Iterator[str]:
    """A pattern that does not match the words it is made of would never match anything."""
    for pattern in rule.match:
        words = " ".join(sample(pattern.parts))
        found = pack.machine.find(read(words, pack.words, pack.respelling))
        if not any(pack.uses[number][2] is pattern for number, _, _ in found):
            yield f"{pattern.source!r} does not match {words!r}."


def _bad_rewrites(pack: Pack, rule: Rule, text: str) -> Iterator[str]:
    for hint in _hints(pack, rule, text):
        better = rewrite(text, hint)
        for left in _flagged(pack, better):
            if left.start < hint.start + len(hint.suggestion) and hint.start < left.end:
                yield f"its rewrite {better!r} would be flagged for {left.quote!r}."


def _flagged(pack: Pack, text: str) -> list[Hint]:
    found = review_with(pack, text)
    return [hint for hint in found.hints if hint.severity >= _LOOK_AGAIN]
