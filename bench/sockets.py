"""The guide over its socket, and a note's dot, against the engine alone and a bare echoing socket."""

import asyncio
import json
import statistics
import time

import websockets

from bench.house import filled_house, serving, signed_in

OURS, ECHO = "speakup (one hop)", "bare echo"
NOTE = (
    "You may not have noticed, but at the desk this morning a guest asked twice about her room and "
    "you always turn to the screen first. She left the queue looking annoyed. Was there something on "
    "the screen that needed you? I am happy to take the phone for ten minutes at noon so that you can "
    "finish what is open."
)
TIMES = 200


def main():
    with filled_house() as env, serving(OURS, ECHO, env=env) as ports:
        cookie = signed_in()
        echo = asyncio.run(round_trips(f"ws://127.0.0.1:{ports[ECHO]}/", {}, NOTE))
        guide = asyncio.run(
            round_trips(
                f"ws://127.0.0.1:{ports[OURS]}/ws/guide/",
                {"Cookie": cookie, "Origin": f"http://127.0.0.1:{ports[OURS]}"},
                json.dumps({"fact": NOTE, "language": "en", "draft": 1}),
                pause=0.25,
                times=40,
            )
        )
        engine = engine_alone()
        limit = 3 * engine + echo
        print(f"bare echo               p50 {echo:6.2f} ms")
        print(f"engine alone            p50 {engine:6.2f} ms")
        print(f"guide over its socket   p50 {guide:6.2f} ms")
        print(f"guide : (3 x engine + echo) = {guide / limit:.2f} (goal <= 1)")


async def round_trips(address, headers, text, *, times=TIMES, pause=0.0):
    took = []
    async with websockets.connect(address, additional_headers=headers) as socket:
        for _ in range(times):
            began = time.perf_counter()
            await socket.send(text)
            await socket.recv()
            took.append((time.perf_counter() - began) * 1000)
            await asyncio.sleep(pause)
    return statistics.median(took)


def engine_alone():
    from coaching.phrasing import review

    review(NOTE, language="en")
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        review(NOTE, language="en")
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    main()
