"""Pages: ours against Django's stock ASGI handler and granian's WSGI, on the same site, in one run."""

from bench.house import filled_house, serving, signed_in
from bench.load import get, rounds

PAGES = {
    "small signed-in view": "/notes/unread/",
    "log page": "/log/",
    "notebook": "/notebook/",
    "inbox": "/notes/",
}
OURS, STOCK, GRANIAN = "speakup (one hop)", "stock ASGI handler", "granian WSGI"


def main():
    with filled_house() as env, serving(OURS, STOCK, GRANIAN, env=env) as ports:
        cookie = signed_in()
        for page, path in PAGES.items():
            show(page, rounds(ports, get(path, cookie)))


def show(page, found):
    print(f"\n{page}")
    for name, one in found.items():
        print(
            f"  {name:20} {one.per_second:8.0f}/s   p50 {one.p50:6.1f} ms   p99 {one.p99:6.1f} ms"
            f"   failed {one.failed}"
        )
    ours = found[OURS].per_second
    small = page.startswith("small")
    print(
        f"  ours : stock ASGI = {ours / found[STOCK].per_second:.2f}"
        + ("  (goal >= 3)" if small else "")
    )
    print(
        f"  ours : granian WSGI = {ours / found[GRANIAN].per_second:.2f}  (goal >= {0.8 if small else 0.85})"
    )


if __name__ == "__main__":
    main()
