"""A small proposal under an invented call, and the ways of the tests to a Word file."""

import importlib
import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Change, Draft, Key, PackRef, Value
from erasmus_desk.export.document import builder
from erasmus_desk.export.document.blocks import (
    About,
    Answer,
    Block,
    Contents,
    Document,
    Edge,
    Heading,
    Profile,
    Question,
    Said,
)
from erasmus_desk.export.document.labels import labels
from erasmus_desk.export.word import writer

NOW = datetime(2017, 2, 1, 9, 30, tzinfo=UTC)
PACK = PackRef("lump-sums", "spring", 1)

ANSWERS: dict[str, Value] = {
    "tongue": "en",
    "size": "large",
    "area": "gardening",
    "idea.name": "Herbs & bees <together>",
    "plan.begins": date(2017, 9, 1),
    "plan.months": 1234,
    "why": "Because of:\n- herbs\n- bees\n\n1. dig\n2. plant\n\n\n  Afterwards we rest.\n",
    "members": ("m1", "m2"),
    "member.called@m1": "School of the Rose",
    "member.land@m1": "BE",
    "helpers@m1": ("h1", "h2"),
    "helper.name@h1": "Ann",
    "helper.name@h2": "A-very-long-name-without-any-blank-" * 4,
    "member.called@m2": "School of the Thorn",
}


def garden(**changed: Value | None) -> Draft:
    """Give the small draft; a change to `None` takes an answer out."""
    draft = Draft("garden-1", PACK, NOW, NOW)
    answers = {**ANSWERS, **{name.replace("__", "."): value for name, value in changed.items()}}
    return draft.apply(*(Change(Key.parse(key), None, value) for key, value in answers.items()))


def outlined(
    draft: Draft,
    library: Library,
    resources: Path,
    profile: Profile = Profile.CLEAN,
    language: str = "en",
) -> Document:
    """Give a draft as blocks."""
    pack = library.pack(draft.pack.id)
    texts = library.texts(pack.id, language)
    return builder.build(draft, pack, texts, labels(resources, language), profile)


def one_answer(text: str, style: bytes, template: bytes | None = None) -> bytes:
    """Give a file that holds one answer."""
    return writer.render(document(Answer("a", Said(text, "nl"))), style, template)


def document(*blocks: Block) -> Document:
    """Give a document of a heading and these blocks."""
    said = Said("x", "nl")
    about = About("Title", "Call", "School", "nl", "id-1", NOW, NOW)
    edge = Edge(said, said, Said("mark", "nl"), Said("Pagina {page} van {pages}", "nl"))
    first = (Contents(Said("Inhoud", "nl")), Heading(1, "A", Said("Kop", "nl")))
    return Document(about, edge, (*first, Question("a", Said("Vraag", "nl")), *blocks))


def part(content: bytes, name: str) -> str:
    """Give one part of a Word file as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


def names(content: bytes) -> list[str]:
    """Give the names of all parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.namelist()


def replaced(content: bytes, changes: dict[str, bytes | None]) -> bytes:
    """Give a Word file with parts replaced, added, or taken out where nothing is given."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, body in changes.items():
            if body is not None:
                new.writestr(name, body)
    return target.getvalue()


def audited(content: bytes, folder: Path) -> list[str]:
    """Give what the validator of Open XML finds wrong; it comes without types."""
    file = folder / "audited.docx"
    file.write_bytes(content)
    validator = importlib.import_module("openxml_audit").OpenXmlValidator()
    return [str(error) for error in validator.validate(str(file)).errors]
