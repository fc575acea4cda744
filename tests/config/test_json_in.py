"""What is no JSON is refused in one sentence, and what is JSON is read."""

import io

import pytest
from rest_framework.exceptions import ParseError

from config.json_in import ReadableJSON


@pytest.mark.parametrize(
    "body", [b"{", b"\xff\xfe", b"", b"[" * 100_000, b'{"a":' * 100_000, b"9" * 5000, b"NaN"]
)
def test_what_cannot_be_read_is_refused_in_one_sentence(body):
    with pytest.raises(ParseError) as refused:
        ReadableJSON().parse(io.BytesIO(body))

    assert str(refused.value.detail) == "This is no JSON that can be read. Check it and try again."


def test_what_can_be_read_is_read():
    assert ReadableJSON().parse(io.BytesIO('{"words": "ü"}'.encode())) == {"words": "ü"}
