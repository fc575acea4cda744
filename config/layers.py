"""The in-memory channel layer for one process: safe to send to from page threads, and rarely sweeps."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any

from channels.layers import InMemoryChannelLayer

SWEEP_SECONDS = 10
PATIENCE = 5  # seconds: a loop that ends meanwhile must not hold the thread that sends


class EmbeddedChannelLayer(InMemoryChannelLayer):
    """Channels' own layer sweeps all channels on every message and knows nothing of other threads.

    Pages and background work run in threads with loops of their own, so what they send is handed
    to the loop in which the sockets wait.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.home: asyncio.AbstractEventLoop | None = None
        self.next_sweep = 0.0

    async def receive(self, channel: str) -> Any:
        self.home = asyncio.get_running_loop()
        return await super().receive(channel)

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        sending = super().group_send(group, message)
        home = self.home
        if home is None or home is asyncio.get_running_loop() or not home.is_running():
            await sending
        else:
            await handed_over(sending, home)

    def _clean_expired(self) -> None:
        if time.monotonic() >= self.next_sweep:
            self.next_sweep = time.monotonic() + SWEEP_SECONDS
            super()._clean_expired()


async def handed_over(sending: Coroutine[Any, Any, None], home: asyncio.AbstractEventLoop) -> None:
    """When the other loop ends before it gets to it, there is no socket left to be told."""
    try:
        told = asyncio.wrap_future(asyncio.run_coroutine_threadsafe(sending, home))
    except RuntimeError:  # closed a moment ago
        sending.close()
        return
    await asyncio.wait([told], timeout=PATIENCE)
    if told.done() and not told.cancelled():
        told.result()
