"""The first look: from the door to the log page, on a phone and on a laptop."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("phone", [True, False], ids=["phone", "laptop"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_mia_signs_in_at_the_door_and_can_log_at_once(page_of, mia, axe_clean, shot, phone, dark):
    page = page_of(None, phone=phone, dark=dark)
    seen = f"{'phone' if phone else 'laptop'}-{'dark' if dark else 'light'}"

    page.goto("/")
    expect(page).to_have_url(re.compile("/account/sign-in/"))
    axe_clean(page)
    shot(page, f"door-{seen}")
    page.get_by_label("E-mail").fill(mia.email)
    page.get_by_label("Password").fill("a quiet notebook")
    page.get_by_role("button", name="Sign in").click()

    expect(page).to_have_url(re.compile("/log/$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    axe_clean(page)
    shot(page, f"log-{seen}")


def test_mia_signs_in_without_script(page_of, mia):
    page = page_of(None, script=False)

    page.goto("/")
    page.get_by_label("E-mail").fill(mia.email)
    page.get_by_label("Password").fill("a quiet notebook")
    page.get_by_role("button", name="Sign in").click()

    expect(page).to_have_url(re.compile("/log/$"))


def test_mia_with_a_session_is_let_in_and_a_stranger_is_not(page_of, mia):
    hers, theirs = page_of(mia), page_of(None)

    hers.goto("/log/")
    theirs.goto("/log/")

    expect(hers).to_have_url(re.compile("/log/$"))
    expect(theirs).to_have_url(re.compile("/account/sign-in/"))


def test_a_script_that_the_policy_forbids_is_noticed(page_of, mia, troubles):
    page = page_of(mia)
    page.goto("/log/")

    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), {textContent: '1'}))"
    )
    page.evaluate("console.error('a complaint')")

    assert any("policy: script-src" in trouble for trouble in troubles)
    assert "a complaint" in troubles
    troubles.clear()
