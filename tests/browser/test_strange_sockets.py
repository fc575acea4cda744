"""Strangers, other sites and odd frames on the lines: refused, and the page goes on working."""

import re

import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.conftest import session_of
from tests.browser.steps import complained, press, write

LINES = ("/ws/guide/", "/ws/unread/")
OPENED = """path => new Promise(done => {
  const line = new WebSocket(`ws://${location.host}${path}`);
  line.onopen = () => done("open");
  line.onclose = () => done("refused");
})"""
# Sends through the very socket that the guide types into.
SEND = """what => {
  const line = document.querySelector("[ws-connect='/ws/guide/']")["htmx-internal-data"].webSocket.socket;
  const odd = { binary: new Uint8Array([0, 255, 254]), "binary again": new ArrayBuffer(9), malformed: "{", "a list": "[1, 2]",
                deep: "[".repeat(9000), large: "x".repeat(20_000), "too large": "x".repeat(200_000) };
  line.send(odd[what]);
}"""

# Every frame gets its answer, all at once or not.
FLOOD = """frames => new Promise(done => {
  const line = document.querySelector("[ws-connect='/ws/guide/']")["htmx-internal-data"].webSocket.socket;
  const heard = [];
  line.addEventListener("message", ({ data }) => heard.push(data) === frames && done(heard));
  for (let frame = 0; frame < frames; frame++) line.send("{");
})"""

# Between two frames with the same answer stands one with another.
REFUSALS = {
    "binary": "The guide reads text only.",
    "malformed": "required",
    "large": "This is far more than a note can hold.",
    "a list": "required",
    "binary again": "The guide reads text only.",
    "deep": "required",
}


def guide_of(page):
    page.goto("/notes/new/")
    write(page, fact="I saw it on Tuesday.")
    expect(page.locator("#reading")).to_contain_text("20 of 600 characters.")
    return page


def goes_on(page):
    """Typing is still read live, and so is a draft by the button."""
    fact = page.get_by_label("What I saw or heard")
    fact.clear()
    # As slowly as people type: the guide reads five messages a second.
    fact.press_sequentially("This was your fault.", delay=60)
    expect(page.locator("mark.marked")).to_have_text("This was your fault")
    write(page, fact="I saw it on Tuesday.")
    expect(page.locator("mark.marked")).to_have_count(0)
    press(page, "Check my wording")
    expect(page.locator("#reading")).to_contain_text("20 of 600 characters.")


@pytest.mark.parametrize("path", LINES)
def test_stranger_gets_no_line_and_mia_does(page_of, mia, troubles, path):
    theirs, hers = page_of(None), page_of(mia)
    theirs.goto("/")
    hers.goto("/log/")

    assert theirs.evaluate(OPENED, path) == "refused"
    assert hers.evaluate(OPENED, path) == "open"
    assert complained(troubles, "WebSocket connection")


@pytest.mark.parametrize("path", LINES)
def test_page_from_elsewhere_gets_no_line_with_mias_session(site, mia, path):
    address = site.replace("http", "ws", 1) + path
    cookie = {"Cookie": f"sessionid={session_of(mia)}"}

    with connect(address, origin=site, additional_headers=cookie):
        pass
    with pytest.raises(InvalidStatus) as refused:
        connect(address, origin="https://elsewhere.example", additional_headers=cookie)

    assert refused.value.response.status_code == 403


def test_odd_frames_get_one_line_each_and_mia_types_on(page_of, mia):
    page = guide_of(page_of(mia))

    for what, sentence in REFUSALS.items():
        page.evaluate(SEND, what)
        expect(page.locator("#reading")).to_contain_text(sentence)
        expect(page.get_by_label("What I saw or heard")).to_have_value("I saw it on Tuesday.")
    goes_on(page)


def test_frame_that_cuts_the_line_is_followed_by_a_new_line(page_of, mia):
    page = guide_of(page_of(mia))
    lines = []
    page.on("websocket", lambda line: lines.append(line.url))

    page.evaluate(SEND, "too large")

    goes_on(page)
    assert [re.search("/ws/.*", line).group() for line in lines] == ["/ws/guide/"]


def test_flood_is_asked_to_slow_down_and_mia_types_on(page_of, mia):
    page = guide_of(page_of(mia))

    heard = page.evaluate(FLOOD, 30)

    assert any("could not keep up" in answer for answer in heard)
    goes_on(page)
