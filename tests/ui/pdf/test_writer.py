"""The PDF holds every word, says what is what, and tells nothing of clock or machine."""

from __future__ import annotations

import getpass
import platform
import re
import subprocess
import unicodedata
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from erasmus_desk.export.document.blocks import (
    Answer,
    Cell,
    Contents,
    Heading,
    Profile,
    Said,
    Table,
    Ticks,
    Turn,
)
from tests.ui.editors import EXAMPLES
from tests.ui.page_layout.papers import (
    dense,
    document_of,
    needs_poppler,
    paper_of,
    said,
    style,
    whole_text,
    written_text,
)
from ui.page_layout.document_layout import Paper
from ui.pdf.objects import NotUnderstood, Objects
from ui.pdf.writer import pdf

NAMES = (
    "Ελληνικό Σχολείο Ώρα μμ Ω",
    "Школа № 5 імені Лесі Українки",
    "İstanbul Çağdaş Öğretmen Lisesi ığüş",
    "Zespół Szkół w Łodzi źdźbło",
    "مدرسة السلام الثانوية في حلب",
    "בית הספר התיכון בחיפה",
    "Official fffi flaw",
)


@needs_poppler
@pytest.mark.parametrize("profile", [Profile.CLEAN, Profile.QUESTIONS])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_answer_of_an_example_is_in_the_pdf_to_the_letter(
    qapp: QApplication, tmp_path: Path, example: Path, profile: Profile
) -> None:
    document = document_of(example, profile)
    paper = Paper.of(document, style())
    found = whole_text(pdf(paper), paper, tmp_path)
    for block in document.blocks:
        match block:
            case Answer(text=Said(text)):
                assert dense(text) in found
            case Ticks(ticks=ticks):
                assert all(dense(tick.text.text) in found for tick in ticks)
            case Table(rows=rows):
                missing = [cell for row in rows for cell in row if dense(told(cell)) not in found]
                assert not missing
            case _:
                pass


@needs_poppler
def test_names_of_every_script_come_back_whole(qapp: QApplication, tmp_path: Path) -> None:
    paper = paper_of(*(Answer("a", said(name)) for name in NAMES))
    (page,) = written_text(pdf(paper), tmp_path)
    # The two letters of an Arabic pair are one sign on paper; every search knows both.
    page = unicodedata.normalize("NFKC", page)
    plain = re.sub("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", "", page)
    names = [unicodedata.normalize("NFKC", name) for name in NAMES]
    assert [name for name in names if name not in plain] == []


@needs_poppler
def test_the_page_numbers_in_the_contents_are_right(qapp: QApplication, tmp_path: Path) -> None:
    paper = Paper.of(document_of(EXAMPLES[0], Profile.CLEAN), style())
    pages = written_text(pdf(paper), tmp_path, "-raw")
    for heading in paper.headings:
        number = paper.where[heading.number][0]
        assert dense(heading.text.text) in dense(pages[number])
        if heading.level <= 2:
            assert dense(f"{heading.text.text}{number + 1}") in dense(pages[1] + pages[2])


@needs_poppler
def test_the_pdf_is_tagged_with_headings_lists_tables_and_links(
    qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "tagged.pdf"
    file.write_bytes(pdf(Paper.of(document_of(EXAMPLES[0], Profile.QUESTIONS), style())))
    about = run("pdfinfo", file)
    assert re.search(r"Tagged: +yes", about)
    assert re.search(r"PDF version: +1\.7", about)
    tree = run("pdfinfo", "-struct-text", file)
    for role in ("H1", "H2", "H3", "LBody", "TOCI", "Link", "Table", "TR", "TH", "TD"):
        assert re.search(rf"^ *{role}\b", tree, re.MULTILINE), role
    # Header and footer are no part of what is read aloud.
    assert "KRUISBLIK · " not in tree
    assert "Syntax" not in run("pdfinfo", "-dests", file)


def test_language_bookmarks_and_links_are_in_the_file(qapp: QApplication) -> None:
    heads = [Heading(1, "A", said("First")), Heading(2, "", said("Second"))]
    paper = paper_of(Contents(said("Contents")), *heads, Answer("a", Said("Ja.", "nl")))
    objects = opened(pdf(paper))
    assert hexed("en-GB") in objects
    assert hexed("nl-NL") in objects or hexed("nl-BE") in objects
    assert b"/Outlines" in objects
    assert hexed("A.\u2002First") in objects
    assert objects.count(b"/Subtype /Link") == 2
    assert b"/DisplayDocTitle true" in objects


def test_neither_clock_nor_user_nor_machine_is_told(qapp: QApplication) -> None:
    paper = paper_of(Answer("a", said("Text.")))
    made = pdf(paper)
    whole = made + opened(made)
    assert b"D:20170206090000Z" in whole
    assert re.search(rb"D:20(?!170206)", whole) is None
    for name in (getpass.getuser(), platform.node()):
        assert len(name) < 4 or name.encode() not in whole
    assert made == pdf(paper)


def test_wide_pages_lie_on_their_side_in_the_file(qapp: QApplication) -> None:
    paper = paper_of(Answer("a", said("x")), Turn(wide=True), Answer("b", said("y")))
    boxes = re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", opened(pdf(paper)))
    assert boxes == [(b"595", b"842"), (b"842", b"595")]


def test_an_empty_document_is_a_page_all_the_same(qapp: QApplication) -> None:
    assert len(paper_of().pages) == 1
    assert pdf(paper_of()).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n", b"startxref\n9\n%%EOF\n"])
def test_a_file_that_is_written_otherwise_is_not_guessed_at(content: bytes) -> None:
    with pytest.raises(NotUnderstood):
        Objects(content)


@pytest.mark.logs
def test_should_qt_write_otherwise_its_own_file_is_given(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_content: bytes) -> None:
        raise NotUnderstood

    monkeypatch.setattr("ui.pdf.tagging.Objects", refuse)
    assert pdf(paper_of(Answer("a", said("x")))).startswith(b"%PDF-1.6")


def test_a_table_says_what_it_is_about(qapp: QApplication) -> None:
    from tests.ui.page_layout.test_pagination import table  # noqa: PLC0415 - for this one test

    block = replace(table(3, "x"), description=said("What it is about"))
    objects = opened(pdf(paper_of(block)))
    assert hexed("What it is about") in objects
    assert b"/Scope /Column" in objects


def told(cell: Cell) -> str:
    return cell.text.text


def run(*command: str | Path) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, check=True)
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def opened(made: bytes) -> bytes:
    """Give what the compressed parts of a file hold."""
    streams = re.findall(rb"stream\n(.*?)\nendstream", made, re.DOTALL)
    found: list[bytes] = []
    for one in streams:
        try:
            found.append(zlib.decompress(one))
        except zlib.error:
            found.append(one)
    return b"\n".join(found)


def hexed(text: str) -> bytes:
    return text.encode("utf-16-be").hex().upper().encode()
