"""JSON as the API takes it: what cannot be read is refused in one sentence, however it is built."""

from collections.abc import Mapping
from typing import IO, Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class ReadableJSON(JSONParser):
    """The framework's parser, which lets endless nesting through as an error of ours."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        try:
            return super().parse(stream, media_type, parser_context)
        except (ParseError, RecursionError):
            sentence = _("This is no JSON that can be read. Check it and try again.")
            raise ParseError(sentence) from None
