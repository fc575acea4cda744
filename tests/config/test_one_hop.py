"""Pages through one hop: bodies arrive whole, languages do not leak, and readers may leave."""

import asyncio
import http.client
import socket
from contextvars import ContextVar

import pytest
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse
from django.urls import path

from config.one_hop import BROKEN, MOST_BYTES, OneHop, environ_of
from tests.live import served

SECRET = "what Mia wrote about Jonas"
language = ContextVar("language", default="en")


def echoing(environ, start_response):
    start_response("200 OK", [("X-Language", language.get())])
    language.set("nl")
    return [environ["wsgi.input"].read(), b"!"]


class Closing:
    """An answer that must be closed, as files are; it may break in the middle."""

    def __init__(self, *, breaks=False):
        self.closed, self.breaks = False, breaks

    def __call__(self, environ, start_response):
        start_response("200 OK", [("Content-Length", "10")])
        return self

    def __iter__(self):
        yield b"file"
        if self.breaks:
            raise ValueError(SECRET)
        yield b" whole"

    def close(self):
        self.closed = True


def saying_nothing(environ, start_response):
    return [SECRET.encode()]


def breaking(environ, start_response):
    raise ValueError(SECRET)


def scope_of(**fields):
    given = {"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": []}
    return given | {"http_version": "1.1"} | fields


def ask(wsgi, *messages, gone=False, **fields):
    application = wsgi if isinstance(wsgi, OneHop) else OneHop(wsgi, threads=1)
    incoming, sent = list(messages) or [body(b"")], []

    async def receive():
        return incoming.pop(0)

    async def send(message):
        if gone:
            raise OSError("the line is dead")
        sent.append(message)

    asyncio.run(application(scope_of(**fields), receive, send))
    return sent


def body(data, *, more=False):
    return {"type": "http.request", "body": data, "more_body": more}


def test_body_sent_in_pieces_arrives_whole():
    sent = ask(echoing, body(b"one ", more=True), body(b"two"))

    assert sent[0]["status"] == 200
    assert sent[1]["body"] == b"one two!"


def test_what_one_request_sets_the_next_one_in_the_same_thread_does_not_see():
    application = OneHop(echoing, threads=1)

    first = ask(application)
    second = ask(application)

    assert first[0]["headers"] == second[0]["headers"] == [(b"x-language", b"en")]


def test_reader_who_leaves_before_the_body_is_there_gets_no_answer():
    assert ask(echoing, body(b"half", more=True), {"type": "http.disconnect"}) == []


def test_reader_who_leaves_while_the_answer_is_made_troubles_nobody():
    application = OneHop(echoing, threads=1)

    assert ask(application, gone=True) == []
    assert ask(application)[0]["status"] == 200


def test_as_much_as_fits_is_read_and_a_byte_more_is_refused_before_the_end():
    fits = ask(echoing, body(b"x" * MOST_BYTES))
    refused = ask(echoing, body(b"x" * (MOST_BYTES + 1), more=True))

    assert fits[0]["status"] == 200
    assert (refused[0]["status"], (b"connection", b"close") in refused[0]["headers"]) == (413, True)


def test_answers_in_pieces_arrive_whole_and_are_closed():
    file = Closing()

    sent = ask(file)

    assert (sent[1]["body"], file.closed) == (b"file whole", True)


def test_an_answer_that_breaks_in_the_middle_is_closed_and_none_of_it_is_sent():
    file = Closing(breaks=True)

    sent = ask(file)

    assert (sent[0]["status"], sent[1]["body"], file.closed) == (500, BROKEN, True)


@pytest.mark.parametrize("wsgi", [breaking, saying_nothing])
def test_a_page_that_breaks_says_so_plainly_and_gives_no_word_away(wsgi, caplog):
    sent = ask(wsgi)

    assert sent[0]["status"] == 500
    assert sent[0]["headers"] == [(b"content-type", b"text/plain; charset=utf-8")]
    assert sent[1]["body"] == BROKEN
    assert caplog.records
    assert SECRET not in caplog.text


def test_who_asks_for_the_head_only_gets_its_headers_and_no_body():
    sent = ask(Closing(), method="HEAD")

    assert sent[0]["headers"] == [(b"content-length", b"10")]
    assert sent[1]["body"] == b""


def test_a_body_of_untold_length_is_read_by_django():
    environ = environ_of(
        scope_of(headers=[(b"content-type", b"application/x-www-form-urlencoded")]), b"kind=thanks"
    )

    assert WSGIRequest(environ).POST["kind"] == "thanks"


def test_a_header_with_an_underscore_cannot_pass_for_the_proxys_own():
    proxied = (b"x-forwarded-proto", b"https")
    forged = (b"x_forwarded_proto", b"https")

    assert environ_of(scope_of(headers=[proxied]), b"")["HTTP_X_FORWARDED_PROTO"] == "https"
    assert "HTTP_X_FORWARDED_PROTO" not in environ_of(scope_of(headers=[forged]), b"")


def test_raw_letters_in_the_address_are_read_as_django_reads_them():
    environ = environ_of(scope_of(query_string="q=Jürgen".encode()), b"")

    assert WSGIRequest(environ).GET["q"] == "Jürgen"


# Over a real line


def said_back(request):
    return HttpResponse(request.body, headers={"X-Method": request.method})


urlpatterns = [path("echo/", said_back)]


@pytest.fixture
def line(settings):
    """An open connection to Django behind the adapter, without the rest of the house."""
    settings.ROOT_URLCONF, settings.MIDDLEWARE = __name__, []
    application = OneHop(WSGIHandler(), threads=1)
    with served(application) as address:
        connection = http.client.HTTPConnection(address, timeout=30)
        yield connection
        connection.close()
    application.pool.shutdown()


def test_a_body_in_chunks_arrives_and_the_line_stays_open_for_the_next(line):
    line.request("POST", "/echo/", body=iter([b"one ", b"two"]), encode_chunked=True)
    first = line.getresponse().read()
    line.request("HEAD", "/echo/")
    head = line.getresponse()

    assert first == b"one two"
    assert (head.status, head.headers["X-Method"], head.read()) == (200, "HEAD", b"")


def test_a_reader_hangs_up_in_the_middle_and_the_next_one_is_served(line):
    with socket.create_connection((line.host, line.port)) as broken:
        broken.sendall(b"POST /echo/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nhalf")

    line.request("POST", "/echo/", body=b"whole")

    assert line.getresponse().read() == b"whole"


@pytest.mark.parametrize(
    "garbage", [b"\x00\xff\x16\x03\x01\r\n\r\n", b"GET /\xff HTTP/1.1\r\n\r\n"]
)
def test_bytes_that_are_no_request_are_refused_and_the_next_one_is_served(line, garbage):
    with socket.create_connection((line.host, line.port)) as strange:
        strange.sendall(garbage)
        answer = strange.recv(1024)

    assert answer.startswith(b"HTTP/1.1 400")
    line.request("POST", "/echo/", body=b"whole")
    assert line.getresponse().read() == b"whole"
