"""The one application: pages and sockets on one port, as they are served."""

import http.client
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from tests.browser.conftest import session_of


@pytest.fixture
def dial(site):
    """`dial(path, mia)` opens a socket as the page of that person would."""
    place = urlsplit(site).netloc

    def opened(path, person, *, origin=site):
        cookies = {"Cookie": f"sessionid={session_of(person)}"} if person else {}
        return connect(
            f"ws://{place}{path}", origin=origin, additional_headers=cookies, open_timeout=30
        )

    return opened


def asked(site, path, **headers):
    line = http.client.HTTPConnection(urlsplit(site).netloc, timeout=30)
    line.request("GET", path, headers=headers)
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer


def test_pages_styles_and_the_probe_are_on_one_port(site):
    assert asked(site, "/healthz").status == 200
    assert asked(site, "/static/css/base.css").headers["Content-Type"].startswith("text/css")
    assert asked(site, "/log/").headers["Location"].startswith("/account/sign-in/")


def test_mia_hears_her_own_line(dial, mia):
    with dial("/ws/unread/", mia) as line:
        assert line.recv(timeout=30)


def test_a_page_elsewhere_cannot_listen_in(dial, mia):
    with pytest.raises(InvalidStatus) as refused:
        dial("/ws/unread/", mia, origin="https://evil.example")

    assert refused.value.response.status_code == 403


def test_a_stranger_hears_nothing(dial):
    with pytest.raises(InvalidStatus) as refused:
        dial("/ws/unread/", None)

    assert refused.value.response.status_code == 403


def test_a_line_that_leads_nowhere_is_refused_without_noise(dial, mia, caplog):
    with pytest.raises(InvalidStatus) as refused:
        dial("/ws/nowhere/", mia)

    assert refused.value.response.status_code == 403
    assert caplog.records == []


def test_a_frame_of_no_reasonable_size_ends_the_line_and_the_site_goes_on(site, dial, mia):
    with dial("/ws/guide/", mia) as line:
        line.send("x" * (65 * 1024))
        with pytest.raises(ConnectionClosed) as ended:
            line.recv(timeout=30)

    assert ended.value.rcvd.code == 1009
    assert asked(site, "/healthz").status == 200
