"""A file that is no sound Word file is refused with a specific message."""

import json
import os
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from erasmus_desk.errors import ReturnedError
from erasmus_desk.i18n import messages
from erasmus_desk.review_import.docx_reader import limits
from erasmus_desk.review_import.docx_reader.limits import MAX_BYTES
from erasmus_desk.review_import.docx_reader.package import open_package
from tests.core.review_import.packages import (
    HEAD,
    MAIN_KIND,
    Entries,
    document,
    paragraph,
    plain,
    reviewed,
    ties,
    types,
    zipped,
)

RESOURCES = Path(__file__).resolve().parents[4] / "resources"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MEGABYTE = 1024**2
BIG_TEXT = paragraph("x" * 4 * MEGABYTE)


def stream(name: str) -> bytes:
    """A container of Office 97 with a stream of this name."""
    return OLE + name.encode("utf-16-le") + bytes(512)


def office(kind: str, main: str) -> bytes:
    """What Excel and PowerPoint write, as far as it is looked at."""
    whole = f"application/vnd.openxmlformats-officedocument.{kind}"
    entries = {"[Content_Types].xml": types({f"/{main}": whole})}
    return zipped({**entries, "_rels/.rels": ties(("officeDocument", main)), main: b"<a/>"})


def open_document(kind: str) -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zipped({"mimetype": mimetype, "content.xml": b"<a/>"}, zipfile.ZIP_STORED)


NOT_WORD = {
    "empty": b"",
    "not-docx.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "not-docx.rtf": b"{\\rtf1\\ansi Dear colleague}",
    "not-docx.html": b"\xef\xbb\xbf\n<!DOCTYPE html><html><body>Sign in</body></html>",
    "not-docx.xml": b'<?xml version="1.0"?><pkg:package xmlns:pkg="a"/>',
    "not-docx.text": "Beste collega’s,\r\n\tHallo".encode(),
    "not-docx.image": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "not-docx.odt": open_document("text"),
    "not-docx.xlsx": office("spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
    "not-docx.pptx": office("presentationml.presentation.main+xml", "ppt/presentation.xml"),
    "not-docx": zipped({"photos/one.jpg": b"\xff\xd8"}),
    "old": stream("WordDocument"),
    "password": stream("EncryptedPackage"),
}
MORE_NOT_WORD = [
    ("not-docx.xlsx", stream("Workbook")),
    ("not-docx.pptx", stream("PowerPoint Document")),
    ("not-docx", OLE),
    ("not-docx", bytes(4096)),
    ("not-docx.xlsx", open_document("spreadsheet")),
    ("not-docx.pptx", open_document("presentation")),
    ("not-docx.image", b"\xff\xd8\xff\xe0\0\x10JFIF"),
    ("damaged.torn", b"PK\x03\x04"),
    ("damaged.torn", b"PK"),
]


def refusal(content: bytes) -> ReturnedError:
    with pytest.raises(ReturnedError) as told:
        open_package(content)
    return told.value


def code(content: bytes) -> str:
    return refusal(content).message_id.removeprefix("returned.")


@pytest.mark.parametrize(("expected", "content"), [*NOT_WORD.items(), *MORE_NOT_WORD])
def test_a_file_of_another_kind_is_named_in_the_error(expected: str, content: bytes) -> None:
    assert code(content) == expected


def with_macros() -> Entries:
    return {**reviewed(), "word/vbaProject.bin": b"macro"}


def with_macro_type() -> Entries:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return {**plain(), "[Content_Types].xml": types({"/word/document.xml": kind})}


def with_types(content: bytes) -> Callable[[], Entries]:
    return lambda: {**plain(), "[Content_Types].xml": content}


def with_main(content: bytes) -> Callable[[], Entries]:
    return lambda: {**plain(), "word/document.xml": content}


def with_comments(content: bytes) -> Callable[[], Entries]:
    return lambda: {**reviewed(), "word/comments.xml": content}


def with_ties(content: bytes) -> Callable[[], Entries]:
    return lambda: {**plain(), "_rels/.rels": content}


def without(name: str) -> Callable[[], Entries]:
    return lambda: {key: content for key, content in plain().items() if key != name}


SOUND = document(paragraph("x"))
ENTITY = b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;&b;">]>'
OUTSIDE = b'<!DOCTYPE a SYSTEM "https://example.org/a.dtd">'
BODY = SOUND.removeprefix(HEAD.encode())


@pytest.mark.parametrize(
    ("expected", "made"),
    [
        ("macros", with_macros),
        ("macros", with_macro_type),
        ("not-docx", without("[Content_Types].xml")),
        ("not-docx", without("_rels/.rels")),
        ("damaged.main", without("word/document.xml")),
        ("damaged.main", with_types(types({}))),
        ("damaged.main", with_main(b"<a/>")),
        ("damaged.main", with_types(types({"/word/document.xml": "text/plain"}))),
        ("not-docx", with_ties(ties(outside=(("officeDocument", "https://example.org/a"),)))),
        ("damaged.main", with_ties(ties(("officeDocument", "../../../etc/passwd")))),
        ("damaged", with_types(b"<Types")),
        ("damaged", with_types(b"")),
        ("damaged", with_ties(b"\0")),
        ("damaged", with_main(SOUND[:-20])),
        ("damaged", with_main(SOUND + b"<a/>")),
        ("damaged", with_main(SOUND.replace(b"<w:t>", b"<w:t>\xff"))),
        ("damaged", with_main(SOUND.replace(b"<w:t>", b"<w:t>&unknown;"))),
        ("damaged", with_main(b"\xff\xfe" + b"<\0a\0/\0>\0\0")),
        ("damaged", with_comments(b"<w:comments>")),
        ("doctype", with_main(ENTITY + BODY)),
        ("doctype", with_main(HEAD.encode() + b"<!-- -->\n<?a?>" + OUTSIDE + BODY)),
        ("doctype", with_main(b"\xef\xbb\xbf\xef\xbb\xbf" + ENTITY + BODY)),
        ("doctype", with_main((ENTITY + BODY).decode().encode("utf-16"))),
        ("doctype", with_main((ENTITY + BODY).decode().encode("utf-16-be"))),
        ("doctype", with_comments(OUTSIDE + b"<a/>")),
        ("doctype", with_types(ENTITY + types({"/word/document.xml": MAIN_KIND})[len(HEAD) :])),
        ("absurd", with_main(document("<w:p>" * 101 + "</w:p>" * 101))),
        ("absurd", with_main(document("<w:p>" * 300 + "</w:p>" * 300))),
        ("absurd", with_main(document("<a/>" * 400_000))),
        ("absurd", with_main(document("a<a/>" * 400_000))),
        ("absurd", with_main(document("<a>", "".join(f' a{n}=""' for n in range(600_000))))),
        ("absurd", with_main(document(paragraph("x" * 11 * MEGABYTE)))),
        ("absurd", with_main(document(" " * 17 * MEGABYTE))),
        ("absurd", with_ties(ties(*(("header", f"{n}.xml") for n in range(20_001))))),
        ("absurd", lambda: {**plain(), **{f"word/media/{n}": b"" for n in range(4097)}}),
    ],
)
def test_a_package_that_is_not_sound_is_refused_with_its_reason(
    expected: str, made: Callable[[], Entries]
) -> None:
    assert code(zipped(made())) == expected


def test_what_lies_beside_the_text_may_not_swell_either() -> None:
    entries = plain()
    names = [f"header{number}.xml" for number in range(9)]
    entries["word/_rels/document.xml.rels"] = ties(*(("header", name) for name in names))
    for name in names:
        entries[f"word/{name}"] = document(BIG_TEXT)
    assert code(zipped(entries)) == "absurd"


def test_what_is_not_read_may_be_as_large_as_it_likes() -> None:
    entries = {**plain(), "word/media/image1.png": bytes(50 * MEGABYTE)}
    assert open_package(zipped(entries)).main.name == "/word/document.xml"


def test_a_file_is_refused_by_its_size_before_it_is_looked_at() -> None:
    told = refusal(bytes(MAX_BYTES + 1))
    assert told.message_id == "returned.too-large"
    assert told.facts["most"] == 40


def test_a_part_that_is_there_twice_is_refused() -> None:
    content = zipped({**plain(), "Word/Document.xml": document(paragraph("Other words"))})
    told = refusal(content)
    assert told.message_id == "returned.twice"
    assert told.facts["part"] == "/word/document.xml"


def directory_of(content: bytes) -> int:
    """Where the directory's line on the main part begins."""
    name = b"word/document.xml"
    return content.rindex(name) - 46


def test_an_entry_with_a_password_is_refused() -> None:
    content = bytearray(zipped(plain()))
    content[directory_of(bytes(content)) + 8] |= 1
    assert code(bytes(content)) == "password"


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_no_package_may_have_are_refused(packing: int) -> None:
    assert code(zipped(plain(), packing)) == "damaged"


@pytest.mark.parametrize("said", [10, 2 * MEGABYTE])
def test_a_size_that_is_not_true_is_found_out(said: int) -> None:
    content = bytearray(zipped(plain(paragraph("x" * MEGABYTE))))
    struct.pack_into("<L", content, directory_of(bytes(content)) + 24, said)
    assert code(bytes(content)) == "damaged"


def test_a_byte_that_fell_over_is_found_out() -> None:
    content = bytearray(zipped(plain(), zipfile.ZIP_STORED))
    content[content.index(b"Green")] ^= 1
    told = refusal(bytes(content))
    assert (told.message_id, told.facts["part"]) == ("returned.damaged", "/word/document.xml")


def test_a_file_that_is_cut_off_is_refused_wherever_it_was_cut() -> None:
    content = zipped(reviewed())
    told = {code(content[:length]) for length in range(4, len(content), 97)}
    assert told == {"damaged.torn"}


def test_a_zip_in_a_zip_in_a_zip_is_not_unpacked() -> None:
    inner = zipped({"a": bytes(30 * MEGABYTE)})
    content = zipped({**plain(), "word/document.xml": zipped({"b": inner})})
    assert code(content) == "damaged"


def test_a_picture_with_a_word_file_behind_it_is_a_picture() -> None:
    assert code(NOT_WORD["not-docx.image"] + zipped(plain())) == "not-docx.image"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counted as Linux counts them")
def test_a_refused_file_leaves_nothing_open() -> None:
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for content in NOT_WORD.values():
        code(content)
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_refusal_has_a_sentence_of_its_own(language: str) -> None:
    folder = RESOURCES / "sentences"
    known = json.loads((folder / f"{language}.json").read_text("utf-8"))["errors"]
    told = messages.load_messages(folder, language)
    whats = {name: known[f"returned.{name}"]["what"] for name in NOT_WORD}
    assert len(set(whats.values())) == len(NOT_WORD)
    for name, content in NOT_WORD.items():
        what = told.format_error(refusal(content), path="home.docx").what
        assert what == whats[name].format(path="home.docx")
    for name in ("absurd", "doctype", "twice", "damaged", "damaged.torn"):
        problem = ReturnedError(name, part="/word/document.xml")
        assert "home.docx" in told.format_error(problem, path="home.docx").what


def test_bytes_behind_the_zip_do_no_harm() -> None:
    buffer = BytesIO(zipped(plain()))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = b"from a mail program"
    assert open_package(buffer.getvalue()).main.name == "/word/document.xml"


@pytest.mark.parametrize("kind", limits.MAX_ELEMENTS)
def test_of_what_readers_keep_there_may_be_so_many_and_no_more(kind: str) -> None:
    most = limits.MAX_ELEMENTS[kind]
    open_package(zipped(plain(f"<w:{kind}/>" * most)))
    told = refusal(zipped(plain(f"<w:{kind}/>" * (most + 1))))
    assert (told.message_id, told.facts["part"]) == ("returned.absurd", "/word/document.xml")


def test_what_stands_beside_the_text_counts_with_it() -> None:
    entries = {**reviewed(), "word/header1.xml": document("<w:p/>" * 9_000)}
    open_package(zipped(entries))
    entries["word/document.xml"] = document("<w:p/>" * 9_000)
    assert code(zipped(entries)) == "absurd"


def test_more_text_than_anybody_reads_is_refused() -> None:
    open_package(zipped(plain(paragraph("x" * 2_400_000))))
    assert code(zipped(plain(paragraph("x" * 2_600_000)))) == "absurd"
