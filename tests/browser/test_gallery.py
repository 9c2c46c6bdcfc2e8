"""The components of the gallery in a real browser: legible in every state, by day and by night."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.browser.tabs import NARROW, WIDE, Tab
from tests.browser.test_public import OPEN_ALL
from tests.gallery.page import gallery
from tests.gallery.samples import samples


@pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_component_is_hard_to_read_or_wider_than_the_window(
    open_tab: Callable[..., Tab], client: Client, window: dict[str, int]
) -> None:
    tab = open_tab(viewport=window)
    tab.page.set_content(gallery(samples(client)))
    tab.page.evaluate(OPEN_ALL)

    assert tab.page.locator(".look[data-theme]").count() == 2
    assert tab.overflow() == 0
    if window is WIDE:
        assert tab.violations(only="color-contrast") == []
