"""Every write of notes: send, change, take back, deliver, open, answer, close, mute, forget."""

from coaching.notes.actions.answering import answer_note, close_note, open_note
from coaching.notes.actions.delivering import deliver_due, forget_old
from coaching.notes.actions.muting import mute, unmute
from coaching.notes.actions.sending import (
    change_note,
    refuse_unless_changeable,
    refuse_unless_sendable,
    send_note,
    take_back,
)

__all__ = [
    "answer_note",
    "change_note",
    "close_note",
    "deliver_due",
    "forget_old",
    "mute",
    "open_note",
    "refuse_unless_changeable",
    "refuse_unless_sendable",
    "send_note",
    "take_back",
    "unmute",
]
