"""Word files are opened whatever program wrote them."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import.docx_reader.limits import MAX_BYTES
from erasmus_desk.review_import.docx_reader.package import Package, open_package, read_file
from tests.core.review_import.exported import exported
from tests.core.review_import.packages import (
    HEAD,
    MAIN_KIND,
    TIES,
    Entries,
    W,
    document,
    paragraph,
    plain,
    reviewed,
    ties,
    types,
    zipped,
)

STRICT = "http://purl.oclc.org/ooxml"


def words(opened_file: Package) -> str:
    return "".join(node.text or "" for node in opened_file.main.root.iter(f"{{{W}}}t"))


def moved(name: str, *, target: str, entry: str = "") -> Entries:
    """The plain file with its main part under another name, and as its relationship says it."""
    entries = plain()
    body = entries.pop("word/document.xml")
    entries["_rels/.rels"] = ties(("officeDocument", target))
    entries["[Content_Types].xml"] = types({f"/{name}": MAIN_KIND})
    return {**entries, entry or name: body}


def strict(content: bytes) -> bytes:
    """The same file in the strict edition of the format, as LibreOffice and Word can save it."""
    for edition in ("wordprocessingml/2006", "officeDocument/2006"):
        ours = f"http://schemas.openxmlformats.org/{edition}"
        content = content.replace(ours.encode(), f"{STRICT}/{edition[:-5]}".encode())
    return content


def test_our_own_word_file_is_opened() -> None:
    opened = open_package(exported("innovation-vet"))
    assert opened.main.name == "/word/document.xml"
    assert opened.main.content_type == MAIN_KIND
    assert "Small Boards, Real Problems" in words(opened)
    assert {part.name for part in opened.find_parts("styles")} == {"/word/styles.xml"}
    assert opened.find_parts("core-properties")
    assert opened.find_parts("comments") == ()


def test_all_parts_of_a_review_are_read() -> None:
    opened = open_package(zipped(reviewed()))
    kinds = (
        *("comments", "commentsExtended", "people", "header", "footnotes", "customXml"),
        *("styles", "core-properties", "extended-properties"),
    )
    assert [len(opened.find_parts(kind)) for kind in kinds] == [1] * len(kinds)
    assert opened.find_parts("customXml")[0].root.text == "1"
    assert opened.pictures == ("/word/media/image1.png",)
    assert opened.embedded == ("/word/embeddings/sheet.xlsx",)


def test_what_lies_outside_is_neither_followed_nor_named() -> None:
    entries = plain()
    entries["word/_rels/document.xml.rels"] = ties(
        outside=(("comments", "https://example.org/comments.xml"), ("image", "file:///etc/passwd"))
    )
    entries["word/https:/example.org/comments.xml"] = b"<a/>"
    opened = open_package(zipped(entries))
    assert set(opened.parts) == {"/word/document.xml"}
    assert opened.pictures == ()


@pytest.mark.parametrize(
    "entries",
    [
        moved("word/document2.xml", target="/word/document2.xml"),
        moved("text.xml", target="text.xml"),
        moved("word/document.xml", target="../../word/./document.xml"),
        moved("word/my text.xml", target="word/my%20text.xml"),
        moved("word/my text.xml", target="word/my%20text.xml", entry="word/my%20text.xml"),
        moved("word/document.xml", target="word/document.xml", entry="Word/Document.XML"),
        moved("word/document.xml", target="word\\document.xml", entry="word\\document.xml"),
        moved("word/document.xml", target="word/document.xml", entry="/word/document.xml"),
    ],
)
def test_the_text_is_found_by_the_relationship_and_not_by_its_name(entries: Entries) -> None:
    assert words(open_package(zipped(entries))) == "Green gardens"


def test_the_strict_edition_reads_like_the_other() -> None:
    entries = {name: strict(content) for name, content in reviewed().items()}
    entries["docProps/app.xml"] = b"<a/>"
    entries["_rels/.rels"] = entries["_rels/.rels"].replace(
        b"extended-properties", b"extendedProperties"
    )
    assert STRICT.encode() in entries["word/document.xml"]
    opened = open_package(zipped(entries))
    assert words(opened) == words(open_package(zipped(reviewed())))
    reference = opened.main.root.find(f".//{{{W}}}headerReference")
    assert reference is not None
    assert reference.get(f"{{{TIES}}}id") == "rId2"
    assert opened.find_parts("extended-properties")


def test_a_text_that_names_a_strict_namespace_is_not_changed() -> None:
    said = f'see xmlns:w="{STRICT}/wordprocessingml/main" there'
    entries = plain(paragraph(said))
    entries["word/document.xml"] = strict(entries["word/document.xml"])
    assert words(open_package(zipped(entries))) == said


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_the_other_encoding_of_packages_is_read(encoding: str) -> None:
    entries = plain(paragraph("Łódź, Αθήνα 😀"))
    content = entries["word/document.xml"].decode().replace(HEAD, "")
    entries["word/document.xml"] = content.encode(encoding)
    assert words(open_package(zipped(entries))) == "Łódź, Αθήνα 😀"


def test_a_word_template_is_opened_like_a_document() -> None:
    entries = plain()
    entries["[Content_Types].xml"] = types(
        {"/word/document.xml": MAIN_KIND.replace("document.main", "template.main")}
    )
    assert words(open_package(zipped(entries))) == "Green gardens"


def test_the_type_may_be_that_of_all_parts_with_one_ending() -> None:
    entries = plain()
    entries["[Content_Types].xml"] = types({}).replace(b"application/xml", MAIN_KIND.encode())
    assert words(open_package(zipped(entries))) == "Green gardens"


class Pipe(io.BytesIO):
    """A target that cannot go back, so that zipfile writes sizes behind each entry."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: object) -> int:
        raise io.UnsupportedOperation


def test_entries_may_be_stored_in_any_of_the_usual_ways() -> None:
    assert words(open_package(zipped(plain(), zipfile.ZIP_STORED))) == "Green gardens"
    for target, large in ((Pipe(), False), (io.BytesIO(), True)):
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.mkdir("word")
            for name, content in plain().items():
                with archive.open(name, "w", force_zip64=large) as entry:
                    entry.write(content)
        assert words(open_package(target.getvalue())) == "Green gardens"


def test_one_part_that_is_named_twice_is_read_once() -> None:
    entries = reviewed()
    entries["word/_rels/document.xml.rels"] = ties(
        ("header", "header1.xml"), ("header", "/word/header1.xml"), ("footer", "header1.xml")
    )
    opened = open_package(zipped(entries))
    assert len(opened.find_parts("header")) == 1
    assert opened.find_parts("footer") == opened.find_parts("header")


def test_a_part_that_is_not_there_is_not_missed() -> None:
    entries = reviewed()
    del entries["word/comments.xml"]
    assert open_package(zipped(entries)).find_parts("comments") == ()


def test_remarks_of_programs_do_not_part_the_text() -> None:
    opened = open_package(zipped(plain(paragraph("Green <!-- no --><?no?>gardens"))))
    assert words(opened) == "Green gardens"
    assert all(isinstance(node.tag, str) for node in opened.main.root.iter())


def test_names_that_climb_out_of_the_package_reach_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    names = ("../evil.xml", "/etc/evil.xml", "C:\\evil.xml", "..\\evil.xml", "word/../../evil.xml")
    entries = plain()
    entries["word/_rels/document.xml.rels"] = ties(*(("comments", name) for name in names))
    opened = open_package(zipped({**entries, **dict.fromkeys(names, b"<a/>")}))
    assert words(opened) == "Green gardens"
    assert list(tmp_path.rglob("*")) == [inside]


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "home.docx"
    path.write_bytes(zipped(plain()))
    assert read_file(path) == zipped(plain())


def test_what_is_no_file_is_told_from_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    expected = {"gone": "missing", ".": "folder", "loop": "unreadable", "a\0b": "missing"}
    assert {name: refusal(tmp_path / name) for name in expected} == expected


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "special"


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refusal(path) == "too-large"


def refusal(path: Path) -> str:
    with pytest.raises(ReturnedError) as told:
        read_file(path)
    assert told.value.facts["path"] == str(path)
    return told.value.message_id.removeprefix("returned.")


def test_the_main_part_must_be_a_text() -> None:
    for body in (b"<a/>", document("").replace(b"w:body", b"w:bodice")):
        with pytest.raises(ReturnedError) as told:
            open_package(zipped({**plain(), "word/document.xml": body}))
        assert told.value.message_id == "returned.damaged.main"


def test_formatting_is_left_out_and_text_is_not() -> None:
    looks = '<w:rPr><w:rFonts w:ascii="A"/><w:vanish/><w:lang w:val="nl"/></w:rPr>'
    opened = open_package(
        zipped(plain(f"<w:p><w:r>{looks}<w:tab/><w:t>Green gardens</w:t></w:r></w:p>"))
    )
    inside = [node.tag.rpartition("}")[2] for node in opened.main.root.iter()]
    assert inside == ["document", "body", "p", "r", "rPr", "vanish", "tab", "t"]
    assert words(opened) == "Green gardens"


def test_a_text_that_looks_like_markup_is_not_changed() -> None:
    opened = open_package(zipped(plain(paragraph('<![CDATA[<w:sz w:val="1"/>]]> &lt;w:sz/>'))))
    assert words(opened) == '<w:sz w:val="1"/> <w:sz/>'
