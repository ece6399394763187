"""A small proposal under an invented call, and the ways of the tests to a Word file."""

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Change, Draft, Key, PackRef, Value
from erasmus_desk.export.document import builder
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Contents,
    Document,
    DocumentProperties,
    HeaderFooter,
    Heading,
    LangText,
    Profile,
    Question,
)
from erasmus_desk.export.document.context import load_labels
from erasmus_desk.export.word import writer
from tests.core.export.word_validator import list_errors

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


def make_garden(**changed: Value | None) -> Draft:
    """Return the small draft; a change to `None` takes an answer out."""
    draft = Draft("garden-1", PACK, NOW, NOW)
    answers = {**ANSWERS, **{name.replace("__", "."): value for name, value in changed.items()}}
    return draft.apply(*(Change(Key.parse(key), None, value) for key, value in answers.items()))


def build_garden_document(
    draft: Draft,
    library: Library,
    resources: Path,
    profile: Profile = Profile.CLEAN,
    language: str = "en",
) -> Document:
    """Return a draft as blocks."""
    pack = library.load_pack(draft.pack.id)
    texts = library.load_texts(pack.id, language)
    return builder.build_proposal(draft, pack, texts, load_labels(resources, language), profile)


def render_answer(text: str, style: bytes, template: bytes | None = None) -> bytes:
    """Return a file that holds one answer."""
    return writer.render(make_document(Answer("a", LangText(text, "nl"))), style, template)


def make_document(*blocks: Block) -> Document:
    """Return a document of a heading and these blocks."""
    text = LangText("x", "nl")
    about = DocumentProperties("Title", "Call", "School", "nl", "id-1", NOW, NOW)
    edge = HeaderFooter(
        text, text, LangText("mark", "nl"), LangText("Pagina {page} van {pages}", "nl")
    )
    first = (Contents(LangText("Inhoud", "nl")), Heading(1, "A", LangText("Kop", "nl")))
    return Document(about, edge, (*first, Question("a", LangText("Vraag", "nl")), *blocks))


def read_part(content: bytes, name: str) -> str:
    """Return one part of a Word file as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


def list_parts(content: bytes) -> list[str]:
    """Return the names of all parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.namelist()


def replace_parts(content: bytes, changes: dict[str, bytes | None]) -> bytes:
    """Return a Word file with parts replaced, added, or taken out where nothing is given."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, body in changes.items():
            if body is not None:
                new.writestr(name, body)
    return target.getvalue()


def validate_word_file(content: bytes, folder: Path) -> list[str]:
    """Return what the validator of Open XML finds wrong."""
    file = folder / "audited.docx"
    file.write_bytes(content)
    return list_errors(file)
