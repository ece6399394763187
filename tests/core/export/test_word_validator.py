"""The memory of the validator: a damaged file has the errors that it has without memory."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.export.word import writer
from tests.core.export import gardens, parsed
from tests.core.export.parsed import W
from tests.core.export.word_validator import list_errors, list_errors_without_memory


def add_child(element: ET.Element) -> None:
    """Put an element there that exists nowhere."""
    ET.SubElement(element, f"{W}nonsense")


def put_paragraph(element: ET.Element) -> None:
    """Put a valid element where it may not be, most often."""
    ET.SubElement(element, f"{W}p")


def reverse_children(element: ET.Element) -> None:
    """Change the order of the children."""
    element[:] = reversed(element)


def spoil_values(element: ET.Element) -> None:
    """Give each attribute a value that only a text may have."""
    for name in element.attrib:
        element.set(name, "*" * 300)


def remove_attributes(element: ET.Element) -> None:
    """Take the attributes out."""
    element.attrib.clear()


def add_attribute(element: ET.Element) -> None:
    """Add an attribute that exists nowhere."""
    element.set(f"{W}nonsense", "1")


@pytest.mark.parametrize(
    "damage",
    [
        add_child,
        put_paragraph,
        reverse_children,
        spoil_values,
        remove_attributes,
        add_attribute,
    ],
)
@pytest.mark.share(3)
def test_the_memory_hides_no_error(
    damage: Callable[[ET.Element], None],
    library: Library,
    resources: Path,
    style: bytes,
    tmp_path: Path,
) -> None:
    """The last element of each kind is damaged, its likes before are not."""
    document = gardens.build_garden_document(gardens.make_garden(), library, resources)
    whole = writer.render(document, style)
    assert gardens.validate_word_file(whole, tmp_path) == []
    tree = parsed.parse_part(whole, "word/document.xml")
    for element in {each.tag: each for each in tree.iter()}.values():
        damage(element)
    file = tmp_path / "damaged.docx"
    file.write_bytes(
        gardens.replace_parts(whole, {"word/document.xml": ET.tostring(tree)}),
    )

    found = list_errors(file)

    assert found
    assert found == list_errors_without_memory(file)
    assert gardens.validate_word_file(whole, tmp_path) == []
    assert list_errors(file) == found
