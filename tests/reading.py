"""Read a page by its tags, for tests of what people find on it."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """What a page holds, by tag."""

    def __init__(self, answer):
        super().__init__()
        self.tags = []
        self.feed(answer if isinstance(answer, str) else answer.content.decode())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def all(self, tag, **wanted):
        return [
            held
            for name, held in self.tags
            if name == tag and all(held.get(key) == value for key, value in wanted.items())
        ]
