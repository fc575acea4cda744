"""What the log and error reports may say: never a word that somebody wrote."""

import logging
from collections.abc import ItemsView
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class WithoutPrivateText(logging.Filter):
    """An exception's words may hold what somebody wrote: the log gets its kind and its place."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            while trace and trace.tb_next:
                trace = trace.tb_next
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
            record.msg, record.args = f"{kind.__name__} at {place}", ()
            record.exc_info = record.exc_text = None
        return True


class NothingPrivateReported(SafeExceptionReporterFilter):
    """Error reports show neither what was sent nor what any function held."""

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, request: Any, tb_frame: Any) -> ItemsView[str, Any]:
        return dict[str, Any]().items()
