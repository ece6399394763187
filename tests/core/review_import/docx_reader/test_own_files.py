"""Exported files are read back whole: every answer in its control, before and after programs."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format as drafts
from erasmus_desk.draft.model import Draft
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import WHOLE_PROFILES, Profile
from erasmus_desk.i18n.figures import separate_figures
from erasmus_desk.review_import.docx_reader.document import Paragraph, ReturnedDocument, Story
from erasmus_desk.review_import.docx_reader.reader import read_document
from erasmus_desk.round_trip.record import BlockRole, RecordBlock, make_answer_tag
from tests.core.export.gardens import make_garden
from tests.core.export.plans import make_plan

RESOURCES = Path(__file__).resolve().parents[4] / "resources"
EXAMPLES = sorted((RESOURCES / "examples").glob("*.erasmus"))
GOOD_PRACTICE = RESOURCES / "examples" / "goede-praktijk-school.erasmus"
INNOVATION = RESOURCES / "examples" / "innovation-vet.erasmus"
BLANK_LINE = 140

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not there")


@pytest.fixture(scope="session")
def library() -> Library:
    packs = Path(__file__).resolve().parents[3] / "packs" / "valid"
    return Library((RESOURCES / "calls", packs))


def example(path: Path) -> Draft:
    return drafts.decode(path.read_bytes()).draft


def by_anchor(found: ReturnedDocument) -> dict[str, list[Paragraph]]:
    """The lines of each answer, by the bookmark around it."""
    lines: dict[str, list[Paragraph]] = {}
    for line in found.paragraphs:
        for name in dict.fromkeys(name for run in line.runs for name in run.bookmarks):
            lines.setdefault(name, []).append(line)
    return lines


def text_of(lines: list[Paragraph], anchor: str) -> str:
    """The text between the marks of a bookmark, with the blank lines that space stands for."""
    parts: list[str] = []
    for place, line in enumerate(lines):
        gap = "\n" * (1 + round(line.space_before / BLANK_LINE)) if place else ""
        parts.append(gap)
        parts += [
            run.text for run in line.runs if anchor in run.bookmarks and not run.revision.is_removed
        ]
    return "".join(parts)


def tags_of(lines: list[Paragraph], anchor: str) -> set[str]:
    controls = {run.control for line in lines for run in line.runs if anchor in run.bookmarks}
    return {one.tag.partition("=")[0] if one else "" for one in controls}


def answers(found: ReturnedDocument) -> Iterator[tuple[RecordBlock, list[Paragraph]]]:
    assert found.sent_record is not None
    lines = by_anchor(found)
    for block in found.sent_record.blocks:
        if block.role is BlockRole.ANSWER:
            yield block, lines.get(block.anchor, [])


def seen(block: RecordBlock) -> str:
    """An answer without blank lines at its ends, which leave no trace in the file."""
    return block.text.strip("\n")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("profile", WHOLE_PROFILES)
@pytest.mark.share
def test_every_answer_we_send_is_read_in_its_control(
    path: Path, profile: Profile, library: Library
) -> None:
    content = export.render_word(
        example(path), library, RESOURCES, export.ExportRequest(profile)
    ).content
    found = read_document(content, "sent.docx")
    assert found.draft_id == example(path).id
    count = 0
    for block, lines in answers(found):
        shown = separate_figures(text_of(lines, block.anchor))
        assert shown == separate_figures(seen(block)), block.key
        assert block.key is not None
        assert tags_of(lines, block.anchor) == {make_answer_tag(block.key)}
        assert {line.cell for line in lines} == {block.cell}
        assert {line.heading for line in lines} == {block.heading}
        count += 1
    assert count > 100


@pytest.mark.parametrize("profile", WHOLE_PROFILES)
def test_plans_and_small_drafts_are_read_as_they_were_sent(
    profile: Profile, library: Library
) -> None:
    for draft in (make_garden(), make_plan()):
        found = read_document(
            export.render_word(draft, library, RESOURCES, export.ExportRequest(profile)).content,
            "sent.docx",
        )
        for block, lines in answers(found):
            assert text_of(lines, block.anchor).split() == block.text.split(), block.key


def test_all_texts_of_the_record_are_read_and_nothing_else(library: Library) -> None:
    content = export.render_word(
        example(GOOD_PRACTICE), library, RESOURCES, export.ExportRequest(Profile.QUESTIONS)
    ).content
    found = read_document(content, "sent.docx")
    assert found.sent_record is not None
    words = " ".join(
        (line.is_toc_entry and line.text.rpartition("\t")[0]) or line.text
        for line in found.paragraphs
        if line.story is Story.BODY
    ).split()
    body = (
        block
        for block in found.sent_record.blocks
        if block.role not in {BlockRole.HEADER_FOOTER, BlockRole.ALT_TEXT}
    )
    assert words == " ".join(block.text for block in body).split()
    assert found.comments == ()
    assert (found.picture_count, found.embedded) == (0, ())


def test_a_long_file_is_read_in_less_than_a_second(library: Library) -> None:
    content = export.render_word(
        example(INNOVATION), library, RESOURCES, export.ExportRequest(Profile.QUESTIONS)
    ).content
    start = time.process_time()
    found = read_document(content, "sent.docx")
    assert time.process_time() - start < 1
    assert len(found.paragraphs) > 3000


# Other programs. What each keeps: docs/decisions/0014-reading-returned-word-files.md.


def through_office(content: bytes, folder: Path, *kinds: str) -> bytes:
    """A file opened by LibreOffice and saved again, once for each kind."""
    path = folder / "sent.docx"
    path.write_bytes(content)
    for place, kind in enumerate(kinds):
        target = folder / str(place)
        arguments = ("--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to")
        subprocess.run(
            ["soffice", *arguments, kind, "--outdir", str(target), str(path)],
            check=True,
            capture_output=True,
            timeout=180,
        )
        path = target / f"sent.{kind}"
    return path.read_bytes()


@needs_office
@pytest.mark.parametrize("kinds", [("docx",), ("odt", "docx")], ids=" and ".join)
@pytest.mark.share(2)
def test_every_answer_is_returned_by_libreoffice(
    kinds: tuple[str, ...], library: Library, tmp_path: Path
) -> None:
    content = export.render_word(
        example(GOOD_PRACTICE), library, RESOURCES, export.ExportRequest(Profile.QUESTIONS)
    ).content
    before = read_document(content, "sent.docx")
    after = read_document(through_office(content, tmp_path, *kinds), "sent.docx")
    assert (after.sent_record is not None) == (kinds == ("docx",))
    assert after.draft_id == before.draft_id
    seen_before, seen_after = by_anchor(before), by_anchor(after)
    for block, lines in answers(before):
        returned = seen_after[block.anchor]
        assert text_of(returned, block.anchor) == text_of(seen_before[block.anchor], block.anchor)
        assert [one.heading for one in returned] == [one.heading for one in lines]
        assert {one.cell for one in returned} == {block.cell}
    texts = [
        [
            line.text
            for line in found.paragraphs
            if line.story is Story.BODY and not line.is_toc_entry
        ]
        for found in (before, after)
    ]
    assert texts[0] == texts[1]


@needs_pandoc
def test_what_pandoc_leaves_is_read(library: Library, tmp_path: Path) -> None:
    (tmp_path / "sent.docx").write_bytes(
        export.render_word(
            example(GOOD_PRACTICE), library, RESOURCES, export.ExportRequest(Profile.CLEAN)
        ).content
    )
    subprocess.run(
        ["pandoc", "sent.docx", "--track-changes=all", "-o", "came.docx"],
        cwd=tmp_path,
        check=True,
        timeout=120,
    )
    before = read_document((tmp_path / "sent.docx").read_bytes(), "sent.docx")
    after = read_document((tmp_path / "came.docx").read_bytes(), "came.docx")
    # An answer may stand in brackets or before a comma.
    words = set(re.findall(r"\w+", " ".join(line.text for line in after.paragraphs)))
    for block, _ in answers(before):
        assert set(re.findall(r"\w+", block.text)) <= words
