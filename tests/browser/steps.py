"""What people do on the pages, step by step, as the journeys tell it."""

from playwright.sync_api import expect

PASSWORD = "a quiet notebook"


def tap(page, *words):
    """Tap tiles by their word."""
    for word in words:
        page.get_by_role("radio", name=word, exact=True).check()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def sign_in(page, person):
    """At the door, wherever the house sent them from."""
    page.get_by_label("E-mail").fill(person.email)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")


def write(page, **slots):
    """Type into the slots of the guide, or into the one field of an answer."""
    for slot, words in slots.items():
        page.locator(f"textarea[name={slot}]").fill(words)


def choose_reader(page, person):
    page.get_by_label("Search by name").fill(person.name)
    page.get_by_role("radio", name=person.name).check()


def kind_note():
    return {
        "opening": "You may not have noticed this.",
        "fact": "On Tuesday I saw two guests wait for ten minutes at the desk.",
        "impact": "They left before anyone came.",
        "question": "How did you see it?",
        "offer": "Wave at me and I will come over.",
    }


def send_note(page, reader, **slots):
    """From an empty guide to the inbox."""
    page.goto("/notes/new/")
    write(page, **(slots or kind_note()))
    choose_reader(page, reader)
    press(page, "See it as they will")
    press(page, "Send")
    expect(page.get_by_role("heading", level=1, name="Notes")).to_be_visible()


def unfold(page):
    """Open everything that folds, so that it is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")


def widest(page):
    """How far the page reaches beyond the window, in pixels."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def too_small_to_tap(page):
    """Controls under 48 px; links within a sentence may be as small as its letters."""
    return page.evaluate(
        """() => [...document.querySelectorAll('a, button, summary, input, select, textarea')]
          .map(control => control.closest('label') || control)
          .filter(control => control.checkVisibility() && getComputedStyle(control).display !== 'inline')
          .filter(control => !control.matches('.skip, [type=hidden]'))
          .map(control => [control.outerHTML.slice(0, 120), control.getBoundingClientRect()])
          .filter(([, box]) => box.height < 47.5 || box.width < 47.5)
          .map(([html, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${html}`)"""
    )


def complained(troubles, *words):
    """Take out the complaints that this story is about; any other still fails it."""
    expected = [trouble for trouble in troubles if any(word in trouble for word in words)]
    for trouble in expected:
        troubles.remove(trouble)
    return expected
