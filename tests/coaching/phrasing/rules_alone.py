"""What a pack's rules say, whatever its tone has learned."""

from dataclasses import replace
from functools import cache

from coaching.phrasing.engine import review_with
from coaching.phrasing.packs import load_pack


@cache
def _pack(language):
    return replace(load_pack(language), tone=None)


def review_by_rules(text, *, language, names=()):
    return review_with(_pack(language), text, names)
