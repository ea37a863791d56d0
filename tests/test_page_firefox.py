"""The page in Debian's Firefox, opened from disk; Mozilla's own Marionette client drives it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from marionette_driver.by import By  # type: ignore[import-untyped]
from marionette_driver.keys import Keys  # type: ignore[import-untyped]
from marionette_driver.marionette import Marionette  # type: ignore[import-untyped]
from marionette_driver.wait import Wait  # type: ignore[import-untyped]

from tests.browser import GRAPHS, Pages
from tests.graphs import ATTACK

pytestmark = pytest.mark.browser

# What goes wrong before a test could listen is kept by Firefox' console.
PREFERENCES = {"browser.shell.checkDefaultBrowser": False, "datareporting.policy.dataSubmissionEnabled": False}
FAULTS = """return Services.console.getMessageArray()
    .filter(item => item instanceof Ci.nsIScriptError && item.sourceName.startsWith("file:"))
    .map(item => item.errorMessage);"""


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marionette]:
    """Start the system's Firefox without a window."""
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    if path is None:
        pytest.fail("These tests need Firefox; install it, for example with: apt-get install firefox-esr")
    log = tmp_path_factory.mktemp("firefox") / "log"
    driver = Marionette(bin=path, headless=True, prefs=PREFERENCES, gecko_log=str(log))
    driver.start_session()
    driver.set_window_rect(width=1280, height=900)
    yield driver
    driver.quit()
    driver.cleanup()


def open_file(firefox: Marionette, pages: Pages, name: str, *, hash: str = "") -> None:
    """Open a page and wait until its script has run."""
    firefox.navigate("about:blank")
    with firefox.using_context("chrome"):
        firefox.execute_script("Services.console.reset()")
    firefox.navigate(pages[name].as_uri() + hash)
    Wait(firefox, timeout=60).until(lambda _: run(firefox, "return Boolean(litigraph)"))


def run(firefox: Marionette, script: str) -> Any:
    """Return what a script yields inside the page."""
    # The driver's scripts see the page through a wrapper that hides what the page's own scripts have added.
    return firefox.execute_script(f"const litigraph = window.wrappedJSObject.litigraph; {script}")


def read_heading(firefox: Marionette) -> str:
    """Return the panel's heading."""
    return str(firefox.find_element(By.CSS_SELECTOR, "#panel h2").text)


def find_faults(firefox: Marionette) -> list[str]:
    """Return the errors and warnings that pages from disk have caused."""
    with firefox.using_context("chrome"):
        return list(firefox.execute_script(FAULTS))


def click_node(firefox: Marionette, node: str) -> None:
    """Click where a node is drawn."""
    x, y = run(
        firefox,
        f"""const {{ x, y }} = litigraph.network.canvasToDOM(litigraph.network.getPosition({node!r}));
        const box = document.getElementById("canvas").getBoundingClientRect(); return [x + box.left, y + box.top];""",
    )
    chain = firefox.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
    chain.pointer_move(round(x), round(y)).pointer_down().pointer_up().perform()


@pytest.mark.parametrize("name", GRAPHS)
def test_a_page_opens_from_disk_without_a_fault(firefox: Marionette, pages: Pages, name: str) -> None:
    open_file(firefox, pages, name)
    assert run(firefox, "return document.querySelector('#canvas canvas').width") > 300
    assert run(firefox, "return litigraph.drawn().nodes.length") == (
        len(GRAPHS[name].nodes) if len(GRAPHS[name].nodes) <= 3_000 else 60
    )
    assert find_faults(firefox) == []


def test_a_fault_would_be_found(firefox: Marionette, pages: Pages) -> None:
    open_file(firefox, pages, "harbor")
    run(firefox, "window.wrappedJSObject.setTimeout(litigraph.findMiddle, 0, 'gone')")
    Wait(firefox).until(lambda _: any("TypeError" in fault for fault in find_faults(firefox)))


def test_a_click_and_the_search_lead_to_the_evidence(firefox: Marionette, pages: Pages) -> None:
    open_file(firefox, pages, "harbor")
    click_node(firefox, "n20")
    Wait(firefox).until(lambda _: read_heading(firefox) == "Quill v. Osei and The Harbor Gazette")
    assert "Superior Court of Calder County" in firefox.find_element(By.CSS_SELECTOR, "#panel .card").text
    query = firefox.find_element(By.ID, "query")
    query.send_keys("NOVEL")
    query.send_keys(Keys.ARROW_DOWN)
    query.send_keys(Keys.ENTER)
    Wait(firefox).until(lambda _: read_heading(firefox) == "Ada Quill")
    open_file(firefox, pages, "harbor", hash="#edge=e34")
    assert "apologized to Quill" in firefox.find_element(By.CSS_SELECTOR, "#panel .evidence").text
    assert find_faults(firefox) == []


def test_hostile_text_stays_text(firefox: Marionette, pages: Pages) -> None:
    open_file(firefox, pages, "hostile", hash="#node=h99")
    assert read_heading(firefox) == ATTACK
    assert "broken" not in firefox.title
    assert run(firefox, "return document.querySelectorAll('img, iframe, a[href^=javascript]').length") == 0
    assert find_faults(firefox) == []


def test_all_of_a_large_graph_is_drawn_on_demand(firefox: Marionette, pages: Pages) -> None:
    open_file(firefox, pages, "large")
    firefox.find_element(By.CSS_SELECTOR, "#opening button").click()
    Wait(firefox).until(lambda _: run(firefox, "return litigraph.drawn().nodes.length") == 3_200)
    firefox.find_element(By.ID, "groups").click()
    assert "around" in firefox.find_element(By.ID, "communities").text
    assert find_faults(firefox) == []
