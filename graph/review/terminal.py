"""Print the questions, and take the answers on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from graph.appearance import NODE_STYLES
from graph.characters import blank_controls
from graph.corrections.write import append_correction
from graph.review import Question, Side

SAME, DIFFERENT, SKIP, QUIT = "same", "different", "skip", "quit"
ANSWERS = {"s": SAME, "same": SAME, "d": DIFFERENT, "different": DIFFERENT, "": SKIP, "skip": SKIP,
           "q": QUIT, "quit": QUIT}  # fmt: skip
PROMPT = "same (s), different (d), skip (Enter), quit (q): "
ALIASES_SHOWN = 8


def show_question(console: Console, question: Question, *, number: int, of: int) -> None:
    """Print one question: the two nodes, what speaks for one thing and for two, and what the articles write."""
    left, right = question.left.node, question.right.node
    say(console, f"{number} of {of}, score {question.proposal.score:.2f}", style="dim")
    say(console, f"{left.label} = {right.label}?", style="bold")
    for word, lines in (("for", question.proposal.reasons), ("against", question.proposal.doubts)):
        for line in lines:
            say(console, f"{word}: {line}", indent=2)
    for side in (question.left, question.right):
        say(console, describe_side(side), indent=2)
        for excerpt in side.excerpts:
            say(console, f"{excerpt.path}: “{excerpt.text}”", indent=4)


def describe_side(side: Side) -> str:
    """Return a node in one line: its label, type, other names and how often it is mentioned."""
    node = side.node
    names = [alias for alias in node.aliases if alias != node.label][:ALIASES_SHOWN]
    called = f", also {', '.join(f'“{name}”' for name in names)}" if names else ""
    if len(node.aliases) > ALIASES_SHOWN:
        called += " and more"
    counted = f"{count(node.mentions, 'mention')} in {count(len(node.documents), 'article')}"
    return f"{node.label}: {NODE_STYLES[node.type].singular}, {counted}{called}"


def show_questions(console: Console, questions: Sequence[Question]) -> None:
    """Print all questions."""
    for number, question in enumerate(questions, 1):
        show_question(console, question, number=number, of=len(questions))
        console.print()


def ask_questions(console: Console, questions: Sequence[Question], path: Path) -> int:
    """Ask one by one and keep each answer in the file at once; return how many there were."""
    kept = 0
    for number, question in enumerate(questions, 1):
        show_question(console, question, number=number, of=len(questions))
        answer = take_answer(console)
        if answer == QUIT:
            break
        if answer != SKIP:
            append_correction(path, question.answer(same=answer == SAME))
            kept += 1
        console.print()
    return kept


def take_answer(console: Console) -> str:
    """Return the user's answer; the end of the input and Ctrl-C mean to quit."""
    while True:
        try:
            given = console.input(Text(PROMPT, style="bold")).strip().casefold()
        except (EOFError, KeyboardInterrupt):
            console.print()
            return QUIT
        if given in ANSWERS:
            return ANSWERS[given]
        say(console, f"{given!r} is no answer; legal: {', '.join(legal_answers())}")


def legal_answers() -> Iterator[str]:
    """Yield the answers as they may be written."""
    yield from (f"{letter} or {word}" for letter, word in (("s", SAME), ("d", DIFFERENT), ("q", QUIT)))
    yield f"Enter or {SKIP}"


def say(console: Console, line: str, *, indent: int = 0, style: str = "") -> None:
    """Print one line, wrapped on a terminal and whole in a file; no letter of an article steers the screen."""
    text = Text(blank_controls(line), style=style)
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent)))
    else:
        console.print(Text.assemble(" " * indent, text), soft_wrap=True)


def count(number: int, thing: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
