"""Olga orders the standards on her phone."""

from playwright.sync_api import expect

from tests.browser.steps import too_small_to_tap


def names(page):
    return page.locator("ol.list strong").all_inner_texts()


def test_olga_moves_a_standard_with_what_stands_on_one_line(page_of, olga, looked_at):
    page = page_of(olga)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/standards/")
    first, second, *_rest = names(page)
    card = page.locator("ol.list > li").nth(1)

    controls = card.locator("form :is(a, button)")
    tops = controls.evaluate_all("all => all.map(one => Math.round(one.getBoundingClientRect().y))")

    assert len(tops) == 4
    assert len(set(tops)) == 1
    assert too_small_to_tap(page) == []
    looked_at(page, "standards-phone")
    card.get_by_role("button", name=f"Move up: {second}").tap()
    expect(page.locator("ol.list strong").first).to_have_text(second)
    assert names(page)[:2] == [second, first]
