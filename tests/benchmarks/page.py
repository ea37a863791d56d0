"""Measure the page beside plain pyvis on the same graphs, in the system's Chromium.

    python -m tests.benchmarks.page [--nodes 500 2000 10000] [--rounds 3] [--timeout 60]

A graph has twice as many edges as nodes. "Answers" is the time from opening the file until the browser shows the answer
to a real click on a node: ours names the node in the panel, pyvis selects it. "Redraw" is the middle time between two
frames while the view moves: in the view that a page opens on, and ours once more with every node shown. The best
round counts. Plain pyvis has its own default physics and gets `--timeout` seconds; requests to its CDNs are refused at
once. "pyvis, placed" has our positions and no physics.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright
from pyvis.network import Network

from graph.export.html import write
from graph.layout import arrange, choose_core
from graph.model import KnowledgeGraph
from tests.gold import ROOT
from tests.large_graphs import build_even_graph

SIZE = {"width": 1280, "height": 800}
BARS = {500: 0.7, 2_000: 1.2, 10_000: 3.0}
STEPS = 40
OURS = "globalThis.litigraph?.network"
# pyvis declares its network at the top level of its script.
THEIRS = "globalThis.network"
# A drag moves the view once a frame at most; so does this, as often as frames come.
PAN = """([steps]) => new Promise((done) => { const network = NETWORK; const frames = [];
    const { x, y } = network.getViewPosition(); const scale = network.getScale();
    const note = (time) => { frames.push(time); const step = frames.length;
      network.moveTo({ position: { x: x + 6 * step / scale, y: y + 2 * step / scale } });
      if (step > steps) done(frames); else requestAnimationFrame(note); };
    requestAnimationFrame(note); })"""


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds until a click is answered, milliseconds between frames, megabytes; None where it took too long."""

    answer: float | None
    redraw: float | None = None
    redraw_all: float | None = None
    size: float = 0.0


def write_pyvis(graph: KnowledgeGraph, path: Path, *, placed: bool) -> None:
    """Write the graph as pyvis does it by itself."""
    network = Network(directed=True, cdn_resources="in_line")
    for node in graph.nodes:
        place = graph.positions[node.id]
        options = {"x": place.x, "y": -place.y} if placed else {}
        network.add_node(node.id, label=node.label, title=node.label, **options)
    for relation in graph.relations:
        network.add_edge(relation.subject, relation.object, title=relation.relation)
    network.toggle_physics(not placed)
    path.write_text(network.generate_html(), encoding="utf-8")


def open_file(browser: Browser, path: Path) -> Page:
    """Return a page that has begun to open a file."""
    page = browser.new_context(viewport=SIZE, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
    page.route("http*://**", lambda route: route.abort())
    page.goto(path.as_uri(), wait_until="commit")
    return page


def click_until(page: Page, network: str, node: str, answered: str, limit: float) -> float | None:
    """Click on a node until the page answers; return the page's own clock in seconds, or None after the limit."""
    end = perf_counter() + limit
    spot = f"""([node]) => {{ const network = {network};
        if (!network?.body?.nodes[node]) return null;
        const {{ x, y }} = network.canvasToDOM(network.getPosition(node));
        const box = network.canvas.frame.getBoundingClientRect(); return [x + box.left, y + box.top]; }}"""
    while (left := end - perf_counter()) > 0:
        try:
            where = page.wait_for_function(spot, arg=[node], timeout=left * 1000).json_value()
            page.mouse.click(*where)
            time = page.wait_for_function(answered, arg=node, timeout=250).json_value()
        except TimeoutError:
            continue
        return float(time) / 1000
    return None


def measure_redraw(page: Page, network: str) -> float:
    """Return the middle number of milliseconds between two frames while the view moves in each."""
    page.wait_for_timeout(200)
    frames = page.evaluate(PAN.replace("NETWORK", network), [STEPS])
    return median(later - sooner for sooner, later in pairwise(frames))


def time_ours(browser: Browser, path: Path, node: str, label: str) -> Timing:
    """Measure our page."""
    page = open_file(browser, path)
    answered = f"() => document.querySelector('#panel h2')?.textContent === {label!r} && performance.now()"
    answer = click_until(page, OURS, node, answered, 60)
    page.keyboard.press("Escape")
    redraw = measure_redraw(page, OURS)
    show_all = page.locator("#opening button")
    everything = redraw
    if show_all.is_visible():
        show_all.click()
        everything = measure_redraw(page, OURS)
    page.context.close()
    return Timing(answer, redraw, everything, path.stat().st_size / 1e6)


def time_theirs(browser: Browser, path: Path, node: str, limit: float) -> Timing:
    """Measure a page of pyvis."""
    page = open_file(browser, path)
    answered = "(node) => network.getSelectedNodes().includes(node) && performance.now()"
    answer = click_until(page, THEIRS, node, answered, limit)
    redraw = None if answer is None else measure_redraw(page, THEIRS)
    page.context.close()
    return Timing(answer, redraw, redraw, path.stat().st_size / 1e6)


def keep_best(runs: int, run: Callable[[], Timing]) -> Timing:
    """Return the best of some rounds; a page that took too long is not opened again."""
    best = run()
    for _ in range(runs - 1):
        if best.answer is None:
            break
        again = run()
        best = Timing(*(min(pair) for pair in zip(
            (best.answer, best.redraw, best.redraw_all, best.size),
            (again.answer, again.redraw, again.redraw_all, again.size), strict=True,
        )))  # type: ignore[type-var,arg-type]  # fmt: skip
    return best


def say(name: str, found: Timing, ours: Timing, limit: float) -> str:
    """Return a row of the table."""

    def ratio(theirs: float | None, own: float | None) -> str:
        return "" if theirs is None or not own else f" ({theirs / own:.1f}x)"

    if found.answer is None:
        return f"  {name:14} > {limit:.0f} s (> {limit / (ours.answer or limit):.0f}x)"
    redraw, everything = found.redraw or 0.0, found.redraw_all or 0.0
    parts = [
        f"  {name:14} {found.answer:7.2f} s{ratio(found.answer, ours.answer):10}",
        f"{redraw:8.0f} ms{ratio(redraw, ours.redraw):10}",
        f"{everything:8.0f} ms{ratio(everything, ours.redraw_all):10}",
        f"{found.size:8.1f} MB",
    ]
    return "".join(parts)


def measure_graph(browser: Browser, folder: Path, count: int, args: argparse.Namespace) -> None:
    """Print the rows of one size of graph."""
    begin = perf_counter()
    graph = arrange(build_even_graph(nodes=count, edges=2 * count))
    print(f"{count:,} nodes, {2 * count:,} edges; layout {perf_counter() - begin:.1f} s; bar: {BARS.get(count, '-')} s")
    core = choose_core(graph)
    target = next(node for node in graph.nodes if node.id in core)
    path = folder / "ours.html"
    write(graph, path)
    ours = keep_best(args.rounds, lambda: time_ours(browser, path, target.id, target.label))
    print(say("litigraph", ours, ours, args.timeout), flush=True)
    for placed in () if args.ours else (True, False):
        other = folder / f"pyvis{placed}.html"
        write_pyvis(graph, other, placed=placed)
        theirs = keep_best(args.rounds if placed else 1, partial(time_theirs, browser, other, target.id, args.timeout))
        print(say("pyvis, placed" if placed else "plain pyvis", theirs, ours, args.timeout), flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=list(BARS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--timeout", type=float, default=60.0, help="seconds that a page of pyvis gets")
    parser.add_argument("--ours", action="store_true", help="measure our page only")
    args = parser.parse_args()
    size = (ROOT / "outputs" / "graph.html").stat().st_size / 1e6
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}; the seeds' page: {size:.2f} MB")
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        heads = f"{'answers':>9}{'redraw, at first':>28}{'all shown':>18}{'file':>14}"
        print(f"{'Chromium ' + browser.version:24}{heads}")
        for count in args.nodes:
            measure_graph(browser, Path(name), count, args)
        browser.close()


if __name__ == "__main__":
    main()
