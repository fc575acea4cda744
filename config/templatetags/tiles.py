"""The icon on a tile: named by the view, or by the row that the choice stands for."""

from collections.abc import Mapping

from django import template
from django.forms.boundfield import BoundWidget
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

register = template.Library()


@register.simple_tag
def tile_icon(choice: BoundWidget, icons: Mapping[str, str] | str = "") -> str:
    """The choice's icon as inline svg; the word beside it says what it means."""
    value = choice.data["value"]
    row = getattr(value, "instance", None)
    name = icons.get(str(value), "") if isinstance(icons, Mapping) else getattr(row, "icon", "")
    if not name:
        return ""
    svg: str = lucide(name, size=24, **{"class": "icon", "aria-hidden": "true"})
    return SafeString(svg)
