"""How precise each rule is on the notes of all but the test authors, the least precise first.

`python -m bench.rules <language> [rule …]`: for each rule in how many unkind and kind notes it
speaks up; with rules named, the words it found and the notes they stand in.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable

from bench.notes import Note, read_notes
from coaching.phrasing.context import Context
from coaching.phrasing.engine import hint_for
from coaching.phrasing.findings import Hint
from coaching.phrasing.packs import Pack, load_pack

Found = dict[str, list[tuple[Note, Hint]]]


def main() -> None:
    language, *wanted = sys.argv[1:] or ["en"]
    pack = load_pack(language)
    found: Found = defaultdict(list)
    for note in read_notes(language, held_back=False):
        for rule, hint in hints(pack, note.text):
            found[rule].append((note, hint))
    if wanted:
        show_notes({rule: found[rule] for rule in wanted})
    else:
        show_rules(pack, found)


def hints(pack: Pack, text: str) -> Iterable[tuple[str, Hint]]:
    """Every rule that speaks up by itself, with the last place where it does."""
    reading = pack.read(text)
    context = Context(pack, reading, pack.find(reading), frozenset())
    spoken = ((rule.id, hint_for(context, rule, match)) for rule, match in context.matches.rules)
    return {rule: hint for rule, hint in spoken if hint}.items()


def show_rules(pack: Pack, found: Found) -> None:
    severity = {rule.id: rule.severity for rule in pack.rules}
    print("kind unkind severity rule")
    for rule in sorted(found, key=lambda one: (-count(found[one], kind=True), one)):
        kind, unkind = (count(found[rule], kind=is_kind) for is_kind in (True, False))
        print(f"{kind:4} {unkind:6} {severity[rule]:8} {rule}")


def count(found: list[tuple[Note, Hint]], *, kind: bool) -> int:
    return sum(note.is_kind == kind for note, _ in found)


def show_notes(found: Found) -> None:
    for rule, places in found.items():
        for note, hint in sorted(places, key=lambda place: not place[0].is_kind):
            label = "kind  " if note.is_kind else "unkind"
            print(f"{rule}  {label} {hint.severity}  [{hint.quote}]  {note.text}")


if __name__ == "__main__":
    main()
