"""Take the README's picture of the built page: python -m tests.take_screenshot."""

from __future__ import annotations

import shutil

from playwright.sync_api import ViewportSize, sync_playwright

from tests.gold import ROOT

PAGE = ROOT / "outputs" / "graph.html"
PICTURE = ROOT / "outputs" / "screenshot.png"
SIZE: ViewportSize = {"width": 1280, "height": 800}
LAWSUIT, RELATION = "Baldoni v. Lively", "Ryan Reynolds"
SETTLE = 1000  # milliseconds until the view has moved


def main() -> None:
    """Open the page, choose a party of a lawsuit, and save what a reader sees: the graph and an edge's evidence."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport=SIZE)
        page.goto(PAGE.as_uri())
        page.fill("#query", LAWSUIT)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.get_by_text(RELATION).last.click()
        page.click("#whole")
        page.wait_for_timeout(SETTLE)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
