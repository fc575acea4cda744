"""Pages through one hop: bodies arrive whole, languages do not leak, and readers may leave."""

import asyncio
from contextvars import ContextVar

from config.one_hop import MOST_BYTES, OneHop

language = ContextVar("language", default="en")


def echoing(environ, start_response):
    start_response("200 OK", [("X-Language", language.get())])
    language.set("nl")
    return [environ["wsgi.input"].read(), b"!"]


class Closing:
    """An answer that must be closed, as files are."""

    closed = False

    def __init__(self, *args):
        args[1]("200 OK", [])

    def __iter__(self):
        yield b"file"

    def close(self):
        type(self).closed = True


def ask(application, *messages):
    scope = {"type": "http", "method": "POST", "path": "/", "query_string": b"", "http_version": "1.1", "headers": []}
    incoming, sent = list(messages), []

    async def receive():
        return incoming.pop(0)

    async def send(message):
        sent.append(message)

    asyncio.run(application(scope, receive, send))
    return sent


def body(data, *, more=False):
    return {"type": "http.request", "body": data, "more_body": more}


def test_body_sent_in_pieces_arrives_whole():
    sent = ask(OneHop(echoing, threads=1), body(b"one ", more=True), body(b"two"))

    assert sent[0]["status"] == 200
    assert sent[1]["body"] == b"one two!"


def test_what_one_request_sets_the_next_one_in_the_same_thread_does_not_see():
    application = OneHop(echoing, threads=1)

    first = ask(application, body(b""))
    second = ask(application, body(b""))

    assert first[0]["headers"] == second[0]["headers"] == [(b"x-language", b"en")]


def test_reader_who_leaves_before_the_body_is_there_gets_no_answer():
    assert ask(OneHop(echoing, threads=1), body(b"half", more=True), {"type": "http.disconnect"}) == []


def test_more_than_fits_is_refused_before_it_is_read_to_the_end():
    sent = ask(OneHop(echoing, threads=1), body(b"x" * (MOST_BYTES + 1), more=True))

    assert sent[0]["status"] == 413


def test_answers_that_are_files_are_closed():
    sent = ask(OneHop(Closing, threads=1), body(b""))

    assert (sent[1]["body"], Closing.closed) == (b"file", True)
