"""Keep with a document, or with any object, what was worked out of it, for as long as it lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

from graph.tokens import Doc, Token

Found = TypeVar("Found")


def once_per_document(find: Callable[[Doc], Found]) -> Callable[[Doc], Found]:
    """Let what a function finds in a document be found once; ask it when no tree or lemma will change any more."""

    @wraps(find)
    def recall(doc: Doc) -> Found:
        memory = doc.memory
        if find not in memory:
            memory[find] = find(doc)
        found: Found = memory[find]
        return found

    return recall


def once_per_text(find: Callable[[Doc], Found]) -> Callable[[Doc], Found]:
    """Let what a function finds in a document's words be found once, whatever becomes of its trees and lemmas."""

    @wraps(find)
    def recall(doc: Doc) -> Found:
        memory = doc.lasting
        if find not in memory:
            memory[find] = find(doc)
        found: Found = memory[find]
        return found

    return recall


def once_per_token(find: Callable[[Token], Found]) -> Callable[[Token], Found]:
    """Let what a function finds of a token be found once; a word that is hung elsewhere makes all be found anew.

    Where it finds None, it looks again each time.
    """

    @wraps(find)
    def recall(token: Token) -> Found:
        memory = token.doc.memory
        if find not in memory:
            memory[find] = [None] * len(token.doc.tokens)
        known: list[Found | None] = memory[find]
        found = known[token.i]
        if found is None:
            found = known[token.i] = find(token)
        return found

    return recall


class once(Generic[Found]):
    """A property that is found once; that of `functools` takes a lock for each up to Python 3.11."""

    def __init__(self, find: Callable[[Any], Found]) -> None:
        self.find = find
        self.name = find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> once[Found]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Found: ...
    def __get__(self, instance: object, owner: type) -> Found | once[Found]:
        if instance is None:
            return self
        found = instance.__dict__[self.name] = self.find(instance)
        return found
