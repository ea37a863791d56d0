"""XML of strangers: what can be harmful in it is refused (https://docs.python.org/3/library/xml.html#xml-security)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import InputError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def parse_xml(data: bytes, *, shown: str) -> Element:
    """Return the root of an XML file; InputError where it is not well-formed or declares entities."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(data)
    except DefusedXmlException as problem:
        reason = "declares entities, of which a few lines unfold to gigabytes; save it without its DOCTYPE"
        raise InputError(shown, reason) from problem
    except (ParseError, ValueError, LookupError) as problem:
        raise InputError(shown, f"is not well-formed XML ({str(problem)[:100]}); save it again") from problem
    return root


def name_element(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]
