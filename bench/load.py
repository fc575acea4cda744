"""A small closed-loop load: keep-alive connections that ask again as soon as they have an answer."""

import asyncio
import statistics
import time
from dataclasses import dataclass


@dataclass
class Measured:
    per_second: float
    p50: float  # ms
    p99: float  # ms
    failed: int


def rounds(ports, request, *, connections=8, seconds=2.0, times=3, expect=(200,)):
    """Rotates over the servers, so that noise of the machine meets all of them; median of the rounds."""
    results = {name: [] for name in ports}
    for port in ports.values():
        asyncio.run(hammer(port, request, connections, 0.7, expect))  # warm
    for _ in range(times):
        for name, port in ports.items():
            results[name].append(asyncio.run(hammer(port, request, connections, seconds, expect)))
    return {name: middle(found) for name, found in results.items()}


def middle(found):
    pick = lambda field: statistics.median(getattr(one, field) for one in found)  # noqa: E731
    return Measured(pick("per_second"), pick("p50"), pick("p99"), sum(one.failed for one in found))


async def hammer(port, request, connections, seconds, expect):
    until = time.perf_counter() + seconds
    lanes = [one_lane(port, request, until, expect) for _ in range(connections)]
    done = await asyncio.gather(*lanes)
    took = sorted(ms for lane, _ in done for ms in lane)
    failed = sum(failures for _, failures in done)
    if not took:
        return Measured(0.0, 0.0, 0.0, failed)
    return Measured(len(took) / seconds, took[len(took) // 2], took[int(len(took) * 0.99)], failed)


async def one_lane(port, request, until, expect):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    took, failed = [], 0
    while time.perf_counter() < until:
        began = time.perf_counter()
        writer.write(request() if callable(request) else request)
        status, keep = await answer(reader)
        took.append((time.perf_counter() - began) * 1000)
        failed += status not in expect
        if not keep:
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
    return took, failed


async def answer(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    status = int(lines[0].split()[1])
    length = next(
        (int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length")), None
    )
    if length:
        await reader.readexactly(length)
    elif any(b"chunked" in line for line in lines):
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    return status, b"connection: close" not in lines


def get(path, cookie):
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode()


def post(path, cookie, body):
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nX-CSRFToken: {'c' * 32}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()
