"""The words of a language that give personal details away, as its details.toml lists them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

STREET_SHAPES = frozenset({"number name street", "name street number", "street name number"})


@dataclass(frozen=True, slots=True, eq=False)
class Clues:
    """Words beside phone numbers, orders, birthdays and addresses; titles; and phone regions.

    A street word such as *straße is the end of a longer word (Lindenstraße). Street shapes say in
    which order number, name and street stand; a first name that ends in * may be inflected, and
    words with a capital that follow a name without being one are no surnames; house words may stand before the number of a house, counted words behind what is none.
    """

    phone_words: tuple[str, ...]
    order_words: tuple[str, ...]
    birth_words: tuple[str, ...]
    address_words: tuple[str, ...]
    street_words: tuple[str, ...]
    street_shapes: tuple[str, ...]
    house_words: tuple[str, ...]
    counted_words: tuple[str, ...]
    titles: tuple[str, ...]
    name_words: tuple[str, ...]
    first_names: tuple[str, ...]
    no_surnames: tuple[str, ...]
    id_words: tuple[str, ...]
    months: tuple[str, ...]
    regions: tuple[str, ...]


def load_clues(path: Path) -> Clues:
    """Read details.toml; a missing or unknown key is refused by name."""
    content = tomllib.loads(path.read_text("utf-8"))
    try:
        clues = Clues(**{key: tuple(words) for key, words in content.items()})
    except TypeError as error:
        raise ValueError(f"{path.parent.name}/{path.name}: {error}.") from error
    unknown = set(clues.street_shapes) - STREET_SHAPES
    if unknown:
        known = ", ".join(sorted(STREET_SHAPES))
        raise ValueError(f"{path.parent.name}/{path.name}: a street shape is one of {known}.")
    return clues
