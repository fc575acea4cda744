"""The wording check: its speed beside proselint's in one process, and what it finds in notes held back."""

import math
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from bench.house import ROOT
from coaching.phrasing import Kind, languages, review

CORPUS = Path(__file__).parent / "corpus"
ROUNDS, LOOK_AGAIN = 60, 2
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
    speed()
    first_use()
    quality()


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


def quality():
    for language in languages():
        files = sorted((CORPUS / language).glob("*.tsv"))
        if not files:
            print(f"\n{language}: there is no corpus for this language yet.")
            continue
        held_back = [file for file in files if is_held_back(file)]
        show_quality(f"{language}, test authors", read_notes(language, held_back))
        others = [file for file in files if file not in held_back]
        show_quality(f"{language}, other authors", read_notes(language, others))


def is_held_back(file):
    """The test authors' files: their numbers end in 9 or 0."""
    return file.stem[-1] in "90"


def read_notes(language, files):
    return [
        Note(language, file.stem, *line.split("\t"))
        for file in files
        for line in file.read_text("utf-8").split("\n")[1:]
        if line
    ]


class Note:
    """One note of the corpus with what the wording check says about it."""

    def __init__(self, language, author, label, kind, pair, text):
        self.label, self.kind, self.length = label, kind, len(text)
        self.pair = (author, pair) if pair != "-" else None
        found = review(text, language=language)
        self.tact = found.tact
        self.flagged = any(
            hint.severity >= LOOK_AGAIN or hint.kind == Kind.TONE for hint in found.hints
        )


def show_quality(title, notes):
    if not notes:
        return
    print(f"\n{title}: {len(notes)} notes")
    groups = {
        "accusatory": [note for note in notes if note.label == "a"],
        "mixed": [note for note in notes if note.label == "m"],
        "tactful, plain": [note for note in notes if note.label == "t" and note.kind != "hard"],
        "tactful, hard": [note for note in notes if note.label == "t" and note.kind == "hard"],
    }
    for name, group in groups.items():
        print(f"  flagged {name:15} {share(note.flagged for note in group)}")
    kind = groups["tactful, plain"] + groups["tactful, hard"]
    print(f"  AUC of tact, accusatory : tactful   {auc(groups['accusatory'], kind):.3f}")
    print(f"  AUC of tact, mixed : tactful        {auc(groups['mixed'], kind):.3f}")
    pairs = paired(notes)
    similar = [
        (a, t) for a, t in pairs if max(a.length, t.length) <= SIMILAR * min(a.length, t.length)
    ]
    print(f"  tactful of a pair higher            {share(a.tact < t.tact for a, t in pairs)}")
    print(f"  the same, pairs of similar length   {share(a.tact < t.tact for a, t in similar)}")
    show_misses(groups["accusatory"] + groups["mixed"])


def share(answers):
    answers = list(answers)
    if not answers:
        return "none"
    return f"{sum(answers) / len(answers):6.1%} of {len(answers)}"


def auc(unkind, kind):
    """How often a tactful note scores above an unkind one; equal scores count half."""
    if not unkind or not kind:
        return math.nan
    counts = Counter(note.tact for note in unkind)
    better = sum(
        number * ((tact < note.tact) + (tact == note.tact) / 2)
        for note in kind
        for tact, number in counts.items()
    )
    return better / (len(unkind) * len(kind))


def paired(notes):
    """Each accusatory note with each tactful one about the same event."""
    tactful = [note for note in notes if note.label == "t" and note.pair]
    return [
        (unkind, kind)
        for unkind in notes
        if unkind.label == "a" and unkind.pair
        for kind in tactful
        if kind.pair == unkind.pair
    ]


def show_misses(notes):
    total = Counter(note.kind for note in notes)
    missed = Counter(note.kind for note in notes if not note.flagged)
    print("  missed per kind")
    for kind in sorted(total, key=lambda kind: -missed[kind] / total[kind]):
        print(
            f"    {kind:20} {missed[kind]:4} of {total[kind]:4}  {missed[kind] / total[kind]:4.0%}"
        )


if __name__ == "__main__":
    main()
