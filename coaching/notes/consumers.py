"""Two telephones: the guide listens while somebody types, and the dot tells what is unread."""

import json
import time
from collections import deque
from typing import Any

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coaching.notes import guidance, presence, queries, telling
from coaching.notes.forms import DraftForm, first_sentence

MOST_BYTES = 16 * 1024
A_SECOND = 5  # messages; typing is debounced to fewer
LOOK_AFTER = 30  # seconds in which a line trusts that its person is still there
NOT_SIGNED_IN = 4401


class Line(AsyncWebsocketConsumer):
    """A line of one signed-in person: it ends with their session, and each person has one group."""

    async def connect(self) -> None:
        self.person = self.scope["user"]
        if not self.person.is_authenticated:
            await self.close(code=NOT_SIGNED_IN)
            return
        self.session_key = self.scope["session"].session_key
        await self.channel_layer.group_add(telling.group_of(self.person.pk), self.channel_name)
        await self.accept()
        await self.begin()

    async def begin(self) -> None:
        """What this line does first."""

    async def disconnect(self, code: int) -> None:
        if self.person.is_authenticated:
            group = telling.group_of(self.person.pk)
            await self.channel_layer.group_discard(group, self.channel_name)

    async def unread_changed(self, event: dict[str, Any]) -> None:
        """News for the dot."""

    async def signed_out(self, event: dict[str, Any]) -> None:
        """Somebody signed out or changed their password; it may have been in another browser."""
        if event["session"] == telling.mark_of_session(self.session_key):
            await self.close(code=NOT_SIGNED_IN)
        elif not event["session"]:
            await self.is_here()

    async def is_here(self) -> bool:
        """Ends the line, too, when its person is not."""
        ask = database_sync_to_async(presence.is_here, thread_sensitive=False)
        if await ask(self.person.pk, self.session_key):
            return True
        await self.close(code=NOT_SIGNED_IN)
        return False


class GuideConsumer(Line):
    """A draft comes in, the fragment about it goes out; nothing is kept.

    No table is asked but now and then the one that says who is signed in.
    """

    async def begin(self) -> None:
        self.hints_in = self.person.language
        self.heard: deque[float] = deque(maxlen=A_SECOND)
        self.looked = time.monotonic()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if time.monotonic() - self.looked > LOOK_AFTER:
            if not await self.is_here():
                return
            self.looked = time.monotonic()
        trouble = self._trouble_with(text_data)
        await self.send(text_data=self._refused(trouble) if trouble else self._read(text_data))

    def _trouble_with(self, text: str | None) -> str | Promise:
        if text is None:
            return _("The guide reads text only. Reload the page and go on.")
        if len(text) > MOST_BYTES or len(text.encode(errors="replace")) > MOST_BYTES:
            return _("This is far more than a note can hold. Shorten it, and the guide reads on.")
        if self._is_hurried():
            return _("The guide could not keep up. It reads on with your next word.")
        return ""

    def _is_hurried(self) -> bool:
        now = time.monotonic()
        if len(self.heard) == A_SECOND and now - self.heard[0] < 1:
            return True
        self.heard.append(now)
        return False

    def _read(self, text: str | None) -> str:
        form = DraftForm(_fields(text or ""))
        if not form.is_valid():
            return self._refused(first_sentence(form))
        number = form.cleaned_data["draft"] or 0
        return guidance.render(
            form.written(), number=number, hints_in=self.hints_in, names=form.names()
        )

    def _refused(self, sentence: str | Promise) -> str:
        return guidance.render_trouble(sentence, hints_in=self.hints_in)


def _fields(text: str) -> dict[str, str | int]:
    """Form values out of a frame; whatever else was sent counts as nothing typed."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {name: value for name, value in content.items() if isinstance(value, str | int)}


class UnreadConsumer(Line):
    """All that is ever sent to a person's group is `look again`."""

    async def begin(self) -> None:
        await self._send_count()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """This line only listens."""

    async def unread_changed(self, event: dict[str, Any]) -> None:
        if await self.is_here():
            await self._send_count()

    async def _send_count(self) -> None:
        count = await database_sync_to_async(queries.unread_count, thread_sensitive=False)(
            self.person.pk
        )
        with translation.override(self.person.language):
            fragment = render_to_string("coaching/notes/_unread.html", {"count": count})
        await self.send(text_data=fragment)
