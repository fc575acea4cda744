"""What page threads send arrives where the sockets wait, and the sweep stays rare."""

import asyncio
import threading

import pytest

from config import layers
from config.layers import EmbeddedChannelLayer

NEWS = {"type": "unread.changed"}


@pytest.fixture
def layer():
    return EmbeddedChannelLayer()


@pytest.fixture
def sockets(layer):
    """The loop in which sockets wait, in a thread of its own; `do` runs a coroutine in it."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def do(coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, loop)

    yield do
    do(hang_up()).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


async def hang_up():
    still = asyncio.all_tasks() - {asyncio.current_task()}
    for waiting in still:
        waiting.cancel()
    await asyncio.wait(still or {asyncio.ensure_future(asyncio.sleep(0))})


async def waits_in(layer, group, channel):
    """A socket that has joined its group and waits: gives the task that ends with the news."""
    await layer.group_add(group, channel)
    waiting = asyncio.ensure_future(layer.receive(channel))
    while layer.home is None:
        await asyncio.sleep(0)
    return waiting


async def outcome(waiting):
    return await asyncio.wait_for(waiting, 30)


def test_a_page_thread_sends_and_the_socket_in_the_other_loop_is_woken(layer, sockets):
    waiting = sockets(waits_in(layer, "person.mia", "mia")).result()

    asyncio.run(layer.group_send("person.mia", NEWS))

    assert sockets(outcome(waiting)).result() == NEWS


def test_many_threads_send_at_once_and_nothing_is_lost(layer, sockets):
    waiting = sockets(waits_in(layer, "person.mia", "mia")).result()
    threads = [
        threading.Thread(
            target=lambda: [asyncio.run(layer.group_send("person.mia", NEWS)) for _ in range(10)]
        )
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    async def the_rest():
        return [await layer.receive("mia") for _ in range(79)]

    assert sockets(outcome(waiting)).result() == NEWS
    assert sockets(outcome(the_rest())).result() == [NEWS] * 79


def test_a_socket_that_has_left_its_group_is_not_told(layer):
    async def conversation():
        await layer.group_add("person.mia", "mia")
        await layer.group_send("person.mia", NEWS)
        told = await layer.receive("mia")
        await layer.group_discard("person.mia", "mia")
        await layer.group_send("person.mia", NEWS)
        return told

    assert asyncio.run(conversation()) == NEWS
    assert (layer.groups, layer.channels) == ({}, {})


def test_news_of_a_group_nobody_is_in_goes_nowhere(layer, sockets):
    sockets(waits_in(layer, "person.mia", "mia")).result()

    asyncio.run(layer.group_send("person.jonas", NEWS))

    assert layer.channels["mia"].empty()


def test_what_is_no_message_is_refused_across_threads_too(layer, sockets):
    sockets(waits_in(layer, "person.mia", "mia")).result()

    with pytest.raises(AssertionError, match="not a dict"):
        asyncio.run(layer.group_send("person.mia", "text"))


def test_nobody_waits_any_more_and_sending_ends_all_the_same(layer):
    asyncio.run(waits_in(layer, "person.mia", "mia"))

    asyncio.run(layer.group_send("person.mia", NEWS))

    assert not layer.home.is_running()


class StoodStill(asyncio.SelectorEventLoop):
    """A loop that ran when it was asked and gets to nothing after that."""

    ran_when_asked = False

    def is_running(self):
        return self.ran_when_asked


@pytest.fixture
def stood_still(layer):
    layer.home = StoodStill()
    layer.home.ran_when_asked = True
    yield layer.home
    layer.home.ran_when_asked = False
    layer.home.run_until_complete(hang_up())
    layer.home.close()


def test_the_sockets_loop_never_gets_to_it_and_sending_does_not_wait_for_ever(
    layer, stood_still, monkeypatch
):
    monkeypatch.setattr(layers, "PATIENCE", 0.01)

    asyncio.run(layer.group_send("person.mia", NEWS))

    assert layer.channels == {}


def test_the_sockets_loop_is_closed_meanwhile_and_sending_ends_all_the_same(layer):
    layer.home = StoodStill()
    layer.home.close()
    layer.home.ran_when_asked = True

    asyncio.run(layer.group_send("person.mia", NEWS))

    assert layer.home.is_closed()


def test_the_sweep_is_rare_and_then_thorough(layer, monkeypatch):
    layer.expiry = -1  # every message is old at once

    async def crowd(number):
        for one in range(number):
            await layer.send(f"gone{one}", NEWS)

    asyncio.run(crowd(3))
    layer._clean_expired()
    asyncio.run(crowd(3))
    layer._clean_expired()
    assert len(layer.channels) == 3

    monkeypatch.setattr(layers, "SWEEP_SECONDS", 0)
    layer.next_sweep = 0.0
    layer._clean_expired()
    assert layer.channels == {}
