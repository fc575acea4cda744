"""The words of a language that give personal details away, as its details.toml lists them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Clues:
    """Words beside phone numbers, orders, birthdays and addresses; titles; and phone regions."""

    phone_words: tuple[str, ...]
    order_words: tuple[str, ...]
    birth_words: tuple[str, ...]
    address_words: tuple[str, ...]
    street_words: tuple[str, ...]
    titles: tuple[str, ...]
    months: tuple[str, ...]
    regions: tuple[str, ...]


def load_clues(path: Path) -> Clues:
    """Read details.toml; a missing or unknown key is refused by name."""
    content = tomllib.loads(path.read_text("utf-8"))
    try:
        return Clues(**{key: tuple(words) for key, words in content.items()})
    except TypeError as error:
        raise ValueError(f"{path.parent.name}/{path.name}: {error}.") from error
