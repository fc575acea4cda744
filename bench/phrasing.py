"""The wording check: its speed beside proselint's in one process, and what it finds in notes held back.

`--quality` leaves the speed out, `--write` puts the figures into the packs, where the guide's page reads them.
"""

import math
import statistics
import subprocess
import sys
import time
from collections import Counter

from bench.house import ROOT
from bench.notes import read_notes
from coaching.phrasing import Kind, languages, review
from coaching.phrasing.languages import folder
from coaching.phrasing.measured import FILE, digest

HEADING = "# Measured by `python -m bench.phrasing --write` on the notes of the test authors."
ROUNDS, LOOK_AGAIN = 60, 2
HARDEST = "ab"
LENGTHS = (1_250, 2_500, 5_000, 10_000)
SIMILAR = 1.25
# About sixty words each: what was seen, its effect, one slip, a question and an offer.
NOTES = {
    "en": "Hi Tom, on Tuesday at the till I saw the lady in the blue coat wait for about ten minutes "
    "while you were on the phone. I may be wrong, but she looked upset when she left. You never look "
    "up when people come in. How did you see it? Could we talk about it on Thursday, I can help you.",
    "nl": "Hoi Tom, dinsdag zag ik bij de kassa dat de mevrouw met de blauwe jas een minuut of tien "
    "stond te wachten terwijl je aan de telefoon was. Misschien zie ik het verkeerd, maar ze keek boos "
    "toen ze wegging. Je kijkt nooit op als er iemand binnenkomt. Hoe heb jij dat gezien? Zullen we "
    "donderdag even praten, ik help je graag.",
    "de": "Hallo Tom, am Dienstag habe ich an der Kasse gesehen, dass die Frau im blauen Mantel etwa "
    "zehn Minuten gewartet hat, während du am Telefon warst. Vielleicht irre ich mich, aber sie sah "
    "traurig aus. Du schaust nie auf, wenn jemand kommt. Wie hast du das gesehen? Wollen wir am "
    "Donnerstag kurz darüber reden, ich helfe dir gern dabei.",
    "et": "Tere Tom, teisipäeval nägin kassas, et sinise mantliga proua ootas umbes kümme minutit, "
    "samal ajal kui sa telefoniga rääkisid. Võib-olla ma eksin, aga ta tundus lahkudes kurb. Sa ei vaata "
    "kunagi üles, kui keegi sisse tuleb. Kuidas sina seda nägid? Kas räägime sellest neljapäeval, kui "
    "sul on aega, ma aitan sind järjekorraga hea meelega, ütle lihtsalt, millal sulle kõige paremini sobib.",
    "ru": "Привет, Том, во вторник я видел на кассе, что женщина в синем пальто ждала минут десять, "
    "пока ты говорил по телефону. Может, я ошибаюсь, но она ушла расстроенная. Ты никогда не смотришь, "
    "кто пришёл. Как ты это видел? Давай поговорим об этом в четверг после смены, я помогу тебе с "
    "очередью, если надо, просто скажи мне, когда тебе удобно.",
}


def main():
    if "--quality" not in sys.argv:
        speed()
        first_use()
    quality(writes="--write" in sys.argv)


def speed():
    peer = proselint()
    print("\nspeed, a note of about 60 words, the median in ms; exponent up to 10,000 characters")
    if not peer:
        print("  proselint cannot be imported here, so it is not measured.")
    for language in languages():
        note = NOTES[language]
        runs = {"speakup": lambda text, code=language: review(text, language=code)}
        if peer:
            runs["proselint"] = peer
        taken = rounds(runs, note)
        figures = "   ".join(f"{name} {took * 1000:6.3f}" for name, took in taken.items())
        share = f"   ours : proselint = {taken['speakup'] / taken['proselint']:.2f}" if peer else ""
        words, slope = len(note.split()), exponent(runs["speakup"], note)
        print(f"  {language} ({words} words)   {figures}{share}   exponent {slope:.2f}")
    print("  (goal: at most half of proselint's time, exponent about 1)")


def proselint():
    """Its whole check of one text, or None where it is not installed."""
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile
    except ImportError:
        return None
    CheckRegistry().register_many(__register__)
    return lambda text: LintFile("note", content=text).lint()


def rounds(runs, text):
    """In turn, so that a busy moment of the machine meets both."""
    taken = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            taken[name].append(seconds(run, text))
    return {name: statistics.median(times) for name, times in taken.items()}


def seconds(run, text):
    begun = time.perf_counter()
    run(text)
    return time.perf_counter() - begun


def exponent(run, note):
    texts = [(f"{note} " * (length // len(note) + 1))[:length] for length in LENGTHS]
    took = [min(seconds(run, text) for _ in range(7)) for text in texts]
    slope, _ = statistics.linear_regression(
        [math.log(length) for length in LENGTHS], [math.log(one) for one in took]
    )
    return slope


PROBE = """
import time
def resident():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
bare = resident()
begun = time.perf_counter()
from coaching.phrasing import review
for language, note in {notes!r}.items():
    review(note, language=language)
print(time.perf_counter() - begun, resident() - bare)
"""


def first_use():
    """Each in a fresh Python: imports, the pack and the first note."""
    print("\nfirst use in a fresh Python, and memory beyond the bare one")
    for languages_used in (*([code] for code in languages()), languages()):
        took, held = fresh({code: NOTES[code] for code in languages_used})
        goal = "" if len(languages_used) == 1 else "   (goal for memory: under 60 MB)"
        print(f"  {' '.join(languages_used):14} {took:6.3f} s   {held:5.1f} MB{goal}")
    print("  (goal: under 0.5 s per language)")


def fresh(notes):
    command = [sys.executable, "-c", PROBE.format(notes=notes)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [float(figure) for figure in said.split()]


def quality(*, writes):
    for language in languages():
        notes = [Judged(language, note) for note in read_notes(language, held_back=True)]
        if not notes:
            print(f"\n{language}: there is no corpus for this language yet.")
            continue
        found = figures(notes)
        show(language, found, notes)
        if writes:
            write(language, found)


class Judged:
    """One note of the corpus with what the wording check says about it."""

    def __init__(self, language, note):
        self.note, self.length = note, len(note.text)
        found = review(note.text, language=language)
        self.tact = found.tact
        self.flagged = any(
            hint.severity >= LOOK_AGAIN or hint.kind == Kind.TONE for hint in found.hints
        )


def figures(notes):
    """Everything that is published, each share as [number, of]."""
    kind, unkind, mixed = ([one for one in notes if one.note.label == label] for label in "tam")
    kinds = sorted({one.note.kind for one in unkind})
    return {
        "authors": len({one.note.author for one in notes}),
        "kind": flagged(kind),
        "unkind": flagged(unkind),
        "mixed": flagged(mixed),
        "pairs": higher(paired(notes)),
        "auc": round(auc(unkind, kind), 3),
        "kinds": {name: flagged(one for one in unkind if one.note.kind == name) for name in kinds},
    }


def flagged(notes):
    answers = [one.flagged for one in notes]
    return [sum(answers), len(answers)]


def higher(pairs):
    answers = [unkind.tact < kind.tact for unkind, kind in pairs]
    return [sum(answers), len(answers)]


def show(language, found, notes):
    print(f"\n{language}: {len(notes)} notes by {found['authors']} test authors")
    kind = [one for one in notes if one.note.is_kind]
    for name in ("unkind", "mixed", "kind"):
        print(f"  marked, {name:20} {share(found[name])}")
    for name in ("plain", "hard"):
        print(
            f"  marked, kind and {name:11} {share(flagged(o for o in kind if o.note.kind == name))}"
        )
    mixed = [one for one in notes if one.note.label == "m"]
    print(f"  AUC of tact, unkind : kind   {found['auc']:.3f}")
    print(f"  AUC of tact, mixed : kind    {auc(mixed, kind):.3f}")
    print(f"  kind one of a pair higher    {share(found['pairs'])}")
    print(f"  the same, similar length     {share(higher(similar(paired(notes))))}")
    print(f"  shorter one of a pair kind   {share(shorter(paired(notes)))}   (to compare with)")
    show_without_hardest(notes)
    missed = found["kinds"].items()
    for name, (number, of) in sorted(missed, key=lambda item: item[1][0] / item[1][1]):
        print(f"    {name:20} found {number:4} of {of:4}  {number / of:4.0%}")


def show_without_hardest(notes):
    """Batches a and b were written to be hard: pairs that differ in a few words, cold reproach."""
    found = figures([one for one in notes if one.note.batch not in HARDEST])
    rates = (f"{name} {share(found[name])}" for name in ("unkind", "mixed", "kind"))
    print(f"  without the hardest batches  {'  '.join(rates)}  AUC {found['auc']:.3f}")


def share(counted):
    number, of = counted
    return f"{number / of:6.1%} of {of}" if of else "none"


def auc(unkind, kind):
    """How often a kind note scores above an unkind one; equal scores count half."""
    if not unkind or not kind:
        return math.nan
    counts = Counter(one.tact for one in unkind)
    better = sum(
        number * ((tact < one.tact) + (tact == one.tact) / 2)
        for one in kind
        for tact, number in counts.items()
    )
    return better / (len(unkind) * len(kind))


def paired(notes):
    """Each unkind note with each kind one about the same event."""
    told = [one for one in notes if one.note.pair != "-"]
    return [
        (unkind, kind)
        for unkind in told
        if unkind.note.label == "a"
        for kind in told
        if kind.note.is_kind
        and (kind.note.author, kind.note.pair) == (unkind.note.author, unkind.note.pair)
    ]


def similar(pairs):
    return [
        (a, t) for a, t in pairs if max(a.length, t.length) <= SIMILAR * min(a.length, t.length)
    ]


def shorter(pairs):
    answers = [kind.length < unkind.length for unkind, kind in pairs]
    return [sum(answers), len(answers)]


def write(language, found):
    path = folder(language)
    kinds = found.pop("kinds")
    lines = [f"{name} = {value}" for name, value in found.items()]
    lines += ["", "[kinds]", *(f"{name} = {value}" for name, value in kinds.items())]
    text = "\n".join((HEADING, f'digest = "{digest(path)}"', *lines, ""))
    (path / FILE).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
