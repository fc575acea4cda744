"""Money as people read it: two figures, no cents, in the reader's language."""

from __future__ import annotations


def rounded(value: float, figures: int = 2) -> float:
    """`value` to so many significant figures: more would promise what the model cannot keep."""
    return float(f"{value:.{figures - 1}e}")


def money(value: float, currency: str, locale: str) -> str:
    """`value` as text, such as "€17,000": two significant figures and never a part of a unit.

    `currency` is an ISO 4217 code, `locale` a language such as "nl" or "en-gb"; raises
    babel.UnknownLocaleError for a language nobody knows.
    """
    # Imported here so that the model runs where numpy alone is installed.
    from babel import Locale  # noqa: PLC0415
    from babel.numbers import format_currency  # noqa: PLC0415

    reader = Locale.parse(locale.replace("-", "_"))
    pattern = reader.currency_formats["standard"].pattern.replace(".00", "")
    whole = round(rounded(value))
    return format_currency(whole, currency, pattern, locale=reader, currency_digits=False)
