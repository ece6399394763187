"""A language made of files alone: the English texts with accents, and longer."""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final, cast

import build_translations

from erasmus_desk.i18n.messages import MAIN_LANGUAGE

CODE: Final = "lb"
"""A language of Europe with two plural forms; neither Qt nor this program has words in it."""
PLACEHOLDER: Final = re.compile(r"\{[\w.-]*\}|%L?n")
DATE: Final = "dd-mm-yyyy"
"""What is as long in every language."""
EXPORT: Final = 12
"""Letters of the longest word that is added to a text."""
ACCENTED: Final = str.maketrans("AEIOUYaeiouyCDNSZcdnsz", "ÂÉÎÖÛÝâéîöûýÇĎÑŠŽçďñšž")
WORDS_OF_QT: Final = {
    "QWidgetTextControl": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QUndoStack": ("Undo", "Redo"),
}
"""What Qt says in the menu of a text, and of its actions, by its contexts."""


def pseudo(text: str) -> str:
    """Return a text with accents and longer by two fifths."""
    if text == DATE:
        return f"[{text.translate(ACCENTED)[1:-1]}]"
    parts = re.split(rf"({PLACEHOLDER.pattern})", text)
    drawn = "".join(
        part if PLACEHOLDER.fullmatch(part) else part.translate(ACCENTED) for part in parts
    )
    longer = "~" * max(3, len(text) * 2 // 5)
    words = [longer[place : place + EXPORT] for place in range(0, len(longer), EXPORT)]
    return f"[{drawn} {' '.join(words)}]"


def add_language(resources: Path) -> None:
    """Write all files of the language into a copy of the resources."""
    for name in ("{}.json", "word.{}.json"):
        _translate(resources / "sentences", name)
    for folder in resources.glob("calls/*/words"):
        target = folder / CODE
        target.mkdir()
        for place in (folder / MAIN_LANGUAGE).glob("*.json"):
            words = json.loads(place.read_text("utf-8"))
            (target / place.name).write_text(json.dumps(_lengthen(words)), encoding="utf-8")
        titles = json.loads((folder.parent / "pack.json").read_text("utf-8"))["sources"]
        own = {f"source.{one['id']}.title": pseudo(one["title"]) for one in titles}
        (target / "sources.json").write_text(json.dumps({"working": own}), encoding="utf-8")
    examples = resources / "examples"
    lines = (examples / f"titles.{MAIN_LANGUAGE}.tsv").read_text("utf-8").splitlines()
    titles = [re.sub(r"\t(.*) \((.*)\)$", _title, line) for line in lines]
    (examples / f"titles.{CODE}.tsv").write_text("\n".join(titles), encoding="utf-8")
    translations = resources / "translations"
    window = ET.parse(build_translations.find_words("nl"))  # noqa: S314 - our own file
    _compile(window, translations / f"erasmus_desk_{CODE}")
    _compile(_words_of_qt(), translations / f"qtbase_{CODE}")


def _title(found: re.Match[str]) -> str:
    return f"\t{pseudo(found[1])} ({pseudo(found[2])})"


def _translate(folder: Path, name: str) -> None:
    source = json.loads((folder / name.format(MAIN_LANGUAGE)).read_text("utf-8"))
    (folder / name.format(CODE)).write_text(json.dumps(_lengthen(source)), encoding="utf-8")


def _lengthen(node: object, name: str = "") -> object:
    """Return all texts lengthened; lines of answers for Word have a shape to keep."""
    if isinstance(node, dict):
        members = cast("dict[str, object]", node)
        return {key: _lengthen(part, key) for key, part in members.items()}
    if isinstance(node, list):
        return [_lengthen(part, name) for part in cast("list[object]", node)]
    is_line = name.endswith(".facts")
    return node if is_line or not isinstance(node, str) else pseudo(node)


def _words_of_qt() -> ET.ElementTree[ET.Element]:
    root = ET.Element("TS", version="2.1", language=CODE)
    for name, texts in WORDS_OF_QT.items():
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text in texts:
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = text
            if name == "QUndoStack":
                comment = f"Default text for {text.lower()} action"
                ET.SubElement(message, "comment").text = comment
            ET.SubElement(message, "translation")
    return ET.ElementTree(root)


def _compile(tree: ET.ElementTree[ET.Element], target: Path) -> None:
    """Put the lengthened texts of the source into a .ts file, and compile it."""
    root = tree.getroot()
    root.set("language", CODE)
    for one in root.iter("message"):
        translation = one.find("translation")
        assert translation is not None
        for form in translation.findall("numerusform") or [translation]:
            form.text = pseudo(one.findtext("source") or "")
    source = target.with_suffix(".ts")
    tree.write(source, encoding="utf-8", xml_declaration=True)
    build_translations.compile_translation(source, target.with_suffix(".qm"))


def copy_resources(source: Path, target: Path) -> None:
    """Copy what the program reads, without the compiled words."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.qm"))
