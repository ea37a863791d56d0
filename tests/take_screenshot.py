"""Take the pictures of the built page, for the README and for a look at any change: python -m tests.take_screenshot."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from graph.export.json import read
from tests.gold import ROOT

OUTPUTS = ROOT / "outputs"
PAGE = OUTPUTS / "graph.html"
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
PICTURES = {"screenshot.png": DESKTOP, "screenshot-phone.png": PHONE}
RELATION = "accused"
SETTLE = 1000  # milliseconds until the view has moved


def take(browser: Browser, name: str, size: ViewportSize, *, address: str) -> None:
    """Save what a reader sees who follows an address of the page."""
    page = browser.new_page(viewport=size)
    page.goto(PAGE.as_uri() + address)
    if address:
        page.click("#whole")
        page.mouse.move(0, 0)
    page.wait_for_timeout(SETTLE)
    page.screenshot(path=OUTPUTS / name)


def main() -> None:
    """Save the graph with the evidence of one edge on a screen, and how the page opens on a phone."""
    edges = [relation for relation in read(OUTPUTS / "graph.json").relations if relation.relation == RELATION]
    edge = max(edges, key=lambda relation: (len(relation.evidence), relation.id))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for name, size in PICTURES.items():
            take(browser, name, size, address=f"#edge={edge.id}" if size is DESKTOP else "")
        browser.close()


if __name__ == "__main__":
    main()
