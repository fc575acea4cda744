"""Learns the tone weights of each language from the notes of all but the test authors.

`python -m bench.tone [language …] [--misses]` writes tone.toml and tone.weights into the packs. The
same notes and rules give the same weights: nothing is drawn at random.

The model is L2-regularised logistic regression over hashed features, each scaled by its inverse
document frequency. How much a note as a whole, its heaviest, lightest and last sentence and what
the rules found count, and the threshold, come from notes that the weights have not seen: every
author is weighed once by weights learned from the others.
"""

import sys

import numpy as np

from bench.notes import Note, read_notes
from coaching.phrasing.engine import review_with
from coaching.phrasing.languages import folder, languages
from coaching.phrasing.packs import Pack, load_pack
from coaching.phrasing.score import balance
from coaching.phrasing.tone import BUCKETS, note_features

FOLDS, STEPS, STRENGTH = 8, 300, 20.0
NEWTON_STEPS, RIDGE = 30, 0.001
COUNTED = ("bias", "whole", "heaviest", "lightest", "last", "balance")
RARE = 5.0  # brings the rarity of a feature near to one
# Batches that nobody had read who wrote rules: only these tell how much the rules count on new notes.
UNREAD = "ghi"
# Of kind notes this share may be marked, by rules and tone together; a little under the promise of 4 %.
MARKED = 0.03
LOOK_AGAIN, LARGEST = 2, 127
MISSES = "--misses"
HEADING = "# Learned by `python -m bench.tone` from the notes in bench/corpus; not made by hand."


def main() -> None:
    wanted = [argument for argument in sys.argv[1:] if argument != MISSES]
    for language in wanted or languages():
        notes = read_notes(language, held_back=False)
        said, marked = learn(language, notes)
        print(f"{language}: {len(notes)} notes; {said}")
        if MISSES in sys.argv:
            show_misses(notes, marked)


def learn(language: str, notes: list[Note]) -> tuple[str, np.ndarray]:
    """Writes what was learned; says how well it did on authors it had not seen, and which it marked."""
    (folder(language) / "tone.toml").unlink(missing_ok=True)  # the rules alone come first
    pack = load_pack(language)
    corpus = Corpus(pack, notes)
    heard = out_of_fold(corpus, notes)
    fresh = np.array([note.batch in UNREAD for note in notes])
    counts = fit(heard[fresh], corpus.unkind[fresh])
    reproach = heard @ counts
    threshold = threshold_for(reproach, corpus.severe, corpus.unkind)
    weights = corpus.weights(np.ones(len(notes), bool)) * corpus.whole.rarity
    write(language, weights, counts, threshold)
    marked = (reproach > threshold) | corpus.severe
    unkind = corpus.unkind
    better = (reproach[unkind][:, None] > reproach[~unkind]).mean()
    rates = f"unkind marked {marked[unkind].mean():.1%}, kind marked {marked[~unkind].mean():.1%}"
    return f"AUC {better:.3f}, {rates}", marked


def show_misses(notes: list[Note], marked: np.ndarray) -> None:
    """For each way to hurt one note that neither the rules nor weights learned from others found."""
    missed = [note for note, found in zip(notes, marked, strict=True) if not found]
    for kind in sorted({note.kind for note in missed if not note.is_kind}):
        print(f"  {kind}: {next(note.text for note in missed if note.kind == kind)}")


class Matrix:
    """Sets of buckets as the rows of a sparse matrix: the columns that are not zero, and their values."""

    def __init__(self, sets: list[set[int]], rarity: np.ndarray | None = None) -> None:
        self.lengths = np.array([len(one) for one in sets])
        self.columns = np.concatenate([np.array(sorted(one), np.int64) for one in sets])
        self.rows = np.repeat(np.arange(len(sets)), self.lengths)
        held_by = np.bincount(self.columns, minlength=BUCKETS)
        common = (np.log((1 + len(sets)) / (1 + held_by)) + 1) / RARE
        self.rarity = common if rarity is None else rarity
        self.values = self.rarity[self.columns] / np.sqrt(self.lengths + 1)[self.rows]

    def times(self, weights: np.ndarray) -> np.ndarray:
        weighed = self.values * weights[self.columns]
        return np.bincount(self.rows, weighed, minlength=len(self.lengths))


class Corpus:
    """The notes of one language as numbers, a row each, and their sentences."""

    def __init__(self, pack: Pack, notes: list[Note]) -> None:
        found = [review_with(pack, note.text) for note in notes]
        self.unkind = np.array([not note.is_kind for note in notes])
        self.severe = np.array(
            [any(hint.severity >= LOOK_AGAIN for hint in one.hints) for one in found]
        )
        self.balance = np.array([balance(one.hints, one.strengths) for one in found])
        sentences = [[set(one) for one in note_features(pack.read(note.text))] for note in notes]
        self.whole = Matrix([set().union(*one) for one in sentences])
        self.parts = Matrix([one for note in sentences for one in note], self.whole.rarity)
        self.first = np.cumsum([0, *(len(one) for one in sentences)])[:-1]
        self.last = np.append(self.first[1:], len(self.parts.lengths)) - 1

    def heard(self, weights: np.ndarray) -> np.ndarray:
        """What the parts of a note weigh, in the order of COUNTED."""
        parts = self.parts.times(weights)
        heaviest, lightest = (
            extreme.reduceat(parts, self.first) for extreme in (np.maximum, np.minimum)
        )
        whole, ones = self.whole.times(weights), np.ones(len(self.balance))
        return np.column_stack((ones, whole, heaviest, lightest, parts[self.last], self.balance))

    def weights(self, learned: np.ndarray) -> np.ndarray:
        """From the notes marked in `learned`, by accelerated gradient descent (Nesterov 1983)."""
        here = learned[self.whole.rows]
        rows, columns = self.whole.rows[here], self.whole.columns[here]
        values = self.whole.values[here]
        shrink = 1 / (STRENGTH * learned.sum())
        norms = np.bincount(rows, values**2, minlength=len(learned)) + 1
        step = 1 / (norms[learned].max() / 4 + shrink)
        now = ahead = np.zeros(BUCKETS + 1)
        for turn in range(1, STEPS + 1):
            heard = np.bincount(rows, values * ahead[columns], minlength=len(learned))
            heard += ahead[-1]
            missed = np.where(learned, 1 / (1 + np.exp(-heard)) - self.unkind, 0) / learned.sum()
            slope = shrink * ahead
            slope[:BUCKETS] += np.bincount(columns, values * missed[rows], minlength=BUCKETS)
            slope[-1] += missed.sum()
            before, now = now, ahead - step * slope
            ahead = now + (turn - 1) / (turn + 2) * (now - before)
        return now[:BUCKETS]


def out_of_fold(corpus: Corpus, notes: list[Note]) -> np.ndarray:
    """What every note weighs by weights that have seen nothing of its author."""
    authors = {author: number for number, author in enumerate(sorted({n.author for n in notes}))}
    fold = np.array([authors[note.author] % FOLDS for note in notes])
    heard = np.zeros((len(notes), len(COUNTED)))
    for one in range(FOLDS):
        heard[fold == one] = corpus.heard(corpus.weights(fold != one))[fold == one]
    return heard


def fit(heard: np.ndarray, unkind: np.ndarray) -> np.ndarray:
    """How much each part counts: logistic regression by Newton's method."""
    counts = np.zeros(heard.shape[1])
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-heard @ counts))
        slope = heard.T @ (chance - unkind)
        curve = (heard * (chance * (1 - chance))[:, None]).T @ heard
        counts -= np.linalg.solve(curve + RIDGE * np.eye(len(counts)), slope + RIDGE * counts)
    return counts


def threshold_for(reproach: np.ndarray, severe: np.ndarray, unkind: np.ndarray) -> float:
    """The lowest one that marks no more of the kind notes than MARKED, rules and tone together."""
    room = int(MARKED * (~unkind).sum()) - int((severe & ~unkind).sum())
    heard = np.sort(reproach[~unkind & ~severe])[::-1]
    return float(heard[max(room, 0)])


def write(language: str, weights: np.ndarray, counts: np.ndarray, threshold: float) -> None:
    """Weights as whole numbers of one byte, times one scale."""
    scale = float(np.abs(weights).max()) / LARGEST
    path = folder(language)
    (path / "tone.weights").write_bytes(np.rint(weights / scale).astype(np.int8).tobytes())
    figures = {"scale": scale, **dict(zip(COUNTED, counts, strict=True)), "threshold": threshold}
    lines = (f"{name} = {figure:.6g}" for name, figure in figures.items())
    (path / "tone.toml").write_text("\n".join((HEADING, *lines, "")), "utf-8")


if __name__ == "__main__":
    main()
