"""Saving one observation: the whole page against the same form and action without middleware."""

import uuid
from urllib.parse import urlencode

from bench.house import filled_house, serving, signed_in
from bench.load import post, rounds

OURS, BARE = "speakup (one hop)", "view without middleware"


def main():
    with filled_house(moments=0) as env, serving(OURS, BARE, env=env) as ports:
        fields = {"standard": first_standard(), "impact": "annoyed", "outcome": "stepped_in"}
        saved = {}
        for writers in (1, 8, 32):
            ours = rounds({OURS: ports[OURS]}, page(fields), connections=writers, expect=(302,))[
                OURS
            ]
            bare = rounds(
                {BARE: ports[BARE]}, bare_view(fields), connections=writers, expect=(201,)
            )[BARE]
            saved[writers] = ours.per_second
            print(
                f"{writers:3} writers: ours {ours.per_second:6.0f}/s (p99 {ours.p99:.0f} ms, failed {ours.failed}), "
                f"without middleware {bare.per_second:6.0f}/s, ratio {ours.per_second / bare.per_second:.2f} (goal >= .5)"
            )
        print(f"32 writers : 1 writer = {saved[32] / saved[1]:.2f} (goal >= .8)")


def first_standard():
    from speakup.standards.models import Standard

    return Standard.objects.in_force()[0].code


def page(fields):
    cookie = signed_in()
    return lambda: post("/log/", cookie, urlencode(fields | {"id": uuid.uuid4()}))


def bare_view(fields):
    return lambda: post("/save", "", urlencode(fields | {"id": uuid.uuid4()}))


if __name__ == "__main__":
    main()
