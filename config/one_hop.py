"""Pages from the asynchronous server with a single hop into a long-lived thread.

Django's own ASGI handler changes threads about twenty times a request; a2wsgi hops once more for
every piece of the answer. docs/adr/0002 has the figures, bench/http.py measures them.
"""

import asyncio
import contextlib
import contextvars
import io
import logging
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from a2wsgi.wsgi import build_environ

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Answer = tuple[int, list[tuple[bytes, bytes]], bytes]

logger = logging.getLogger("speakup.pages")

MOST_BYTES = 1024 * 1024  # there is nothing to upload here: forms and small JSON only
PLAIN = (b"content-type", b"text/plain; charset=utf-8")
TOO_LARGE = b"That is more than fits here. Please shorten it and send it again."
BROKEN = b"Something went wrong on our side. Please try again in a minute."


class OneHop:
    """An ASGI application around a WSGI one.

    An answer is made whole in the thread before its first byte is sent: pages are small, and a
    reader on a slow line must not hold a thread.
    """

    def __init__(self, wsgi: Callable[..., Iterable[bytes]], *, threads: int) -> None:
        self.wsgi = wsgi
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="pages")

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        body = await read_body(receive)
        if body is None:
            return  # the reader has gone
        if len(body) > MOST_BYTES:
            await say(send, (413, [PLAIN, (b"connection", b"close")], TOO_LARGE))
            return
        # A copy of the context for each request: the reader's language never leaks into the next.
        context = contextvars.copy_context()
        loop = asyncio.get_running_loop()
        answer = await loop.run_in_executor(self.pool, context.run, self.answer, scope, body)
        await say(send, answer)

    def answer(self, scope: Message, body: bytes) -> Answer:
        """Runs in the thread: status, headers and body of the page, whatever happens there."""
        try:
            answer = self.ask(environ_of(scope, body))
        except Exception:
            logger.exception("A page could not be made.")
            answer = (500, [PLAIN], BROKEN)
        return answer if scope["method"] != "HEAD" else (*answer[:2], b"")

    def ask(self, environ: Message) -> Answer:
        started: list[Any] = []
        pieces = self.wsgi(environ, lambda *given: started.extend(given))
        try:
            body = b"".join(pieces)
        finally:
            if hasattr(pieces, "close"):
                pieces.close()
        status, headers = started[0], started[1]
        return (
            int(status[:3]),
            [(bytes_of(name).lower(), bytes_of(text)) for name, text in headers],
            body,
        )


def environ_of(scope: Message, body: bytes) -> Message:
    """What the page is asked: its length is known even where it came in pieces.

    A header with an underscore could pass for one that only our proxy may set, so it is left out.
    """
    headers = [(name, text) for name, text in scope["headers"] if b"_" not in name]
    asked = scope | {"headers": headers, "query_string": b""}
    environ: Message = dict(build_environ(asked, io.BytesIO(body)))
    environ["QUERY_STRING"] = scope["query_string"].decode(
        "latin-1"
    )  # raw bytes are no reason to fail
    environ["CONTENT_LENGTH"] = str(len(body))
    return environ


def bytes_of(text: str) -> bytes:
    return text.encode("latin-1")


async def read_body(receive: Receive) -> bytes | None:
    """The whole body, None when the reader left before it was there; stops reading past the limit."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if not message.get("more_body") or len(body) > MOST_BYTES:
            return bytes(body)


async def say(send: Send, answer: Answer) -> None:
    status, headers, body = answer
    with contextlib.suppress(OSError):  # the reader has gone meanwhile
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})
