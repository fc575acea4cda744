"""The notes of `bench/corpus`: who wrote them, what each is meant to be, and who is held back."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"


@dataclass(frozen=True, slots=True)
class Note:
    """One line of an author's file; `label` is a, m or t."""

    author: str
    label: str
    kind: str
    pair: str
    text: str

    @property
    def batch(self) -> str:
        """The letter in en-c-07."""
        return self.author.split("-")[1]

    @property
    def is_kind(self) -> bool:
        return self.label == "t"


def read_notes(language: str, *, held_back: bool) -> list[Note]:
    """Those of the test authors, or those of all others."""
    files = sorted((CORPUS / language).glob("*.tsv"))
    return [note for file in files if is_held_back(file) == held_back for note in _notes(file)]


def is_held_back(file: Path) -> bool:
    """The test authors' files: their numbers end in 9 or 0."""
    return file.stem[-1] in "90"


def _notes(file: Path) -> Iterator[Note]:
    for line in file.read_text("utf-8").split("\n")[1:]:
        if line:
            yield Note(file.stem, *line.split("\t"))
