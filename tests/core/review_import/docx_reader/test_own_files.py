"""What we send out is read back whole: every answer in its control, before and after programs."""

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
from erasmus_desk.export.document.blocks import WHOLE, Profile
from erasmus_desk.review_import.docx_reader.document import Line, Returned, Story
from erasmus_desk.review_import.docx_reader.reader import returned
from erasmus_desk.round_trip.record import Piece, Role, tag
from tests.core.export.gardens import garden
from tests.core.export.plans import planned

RESOURCES = Path(__file__).resolve().parents[4] / "resources"
EXAMPLES = sorted((RESOURCES / "examples").glob("*.erasmus"))
BLANK_LINE = 140

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not there")


@pytest.fixture(scope="session")
def library() -> Library:
    packs = Path(__file__).resolve().parents[3] / "packs" / "valid"
    return Library((RESOURCES / "calls", packs))


def example(path: Path) -> Draft:
    return drafts.decode(path.read_bytes()).draft


def by_anchor(found: Returned) -> dict[str, list[Line]]:
    """The lines of each answer, by the bookmark around it."""
    lines: dict[str, list[Line]] = {}
    for line in found.lines:
        for name in dict.fromkeys(name for span in line.spans for name in span.anchors):
            lines.setdefault(name, []).append(line)
    return lines


def text_of(lines: list[Line], anchor: str) -> str:
    """The text between the marks of a bookmark, with the blank lines that space stands for."""
    parts: list[str] = []
    for place, line in enumerate(lines):
        gap = "\n" * (1 + line.before // BLANK_LINE) if place else ""
        parts.append(gap)
        parts += [
            span.text for span in line.spans if anchor in span.anchors and not span.fate.is_gone
        ]
    return "".join(parts)


def tags_of(lines: list[Line], anchor: str) -> set[str]:
    controls = {span.control for line in lines for span in line.spans if anchor in span.anchors}
    return {one.tag.partition("=")[0] if one else "" for one in controls}


def answers(found: Returned) -> Iterator[tuple[Piece, list[Line]]]:
    assert found.sent is not None
    lines = by_anchor(found)
    for piece in found.sent.pieces:
        if piece.role is Role.ANSWER:
            yield piece, lines.get(piece.anchor, [])


def seen(piece: Piece) -> str:
    """An answer without blank lines at its ends, which leave no trace in the file."""
    return piece.text.strip("\n")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("profile", WHOLE)
def test_every_answer_we_send_is_read_in_its_control(
    path: Path, profile: Profile, library: Library
) -> None:
    content = export.proposal(example(path), library, RESOURCES, export.Wish(profile))
    found = returned(content, "sent.docx")
    assert found.draft == example(path).id
    count = 0
    for piece, lines in answers(found):
        assert text_of(lines, piece.anchor) == seen(piece), piece.key
        assert piece.key is not None
        assert tags_of(lines, piece.anchor) == {tag(piece.key)}
        assert {line.spot for line in lines} == {piece.spot}
        assert {line.heading for line in lines} == {piece.heading}
        count += 1
    assert count > 100


@pytest.mark.parametrize("profile", WHOLE)
def test_plans_and_small_drafts_are_read_as_they_were_sent(
    profile: Profile, library: Library
) -> None:
    for draft in (garden(), planned()):
        found = returned(
            export.proposal(draft, library, RESOURCES, export.Wish(profile)), "sent.docx"
        )
        for piece, lines in answers(found):
            assert text_of(lines, piece.anchor).split() == piece.text.split(), piece.key


def test_all_texts_of_the_record_are_read_and_nothing_else(library: Library) -> None:
    content = export.proposal(
        example(EXAMPLES[0]), library, RESOURCES, export.Wish(Profile.QUESTIONS)
    )
    found = returned(content, "sent.docx")
    assert found.sent is not None
    words = " ".join(line.text for line in found.lines if line.story is Story.BODY).split()
    body = (piece for piece in found.sent.pieces if piece.role not in {Role.EDGE, Role.ALOUD})
    assert words == " ".join(piece.text for piece in body).split()
    assert found.comments == ()
    assert (found.pictures, found.foreign) == (0, ())


def test_a_long_file_is_read_in_less_than_a_second(library: Library) -> None:
    content = export.proposal(
        example(EXAMPLES[-1]), library, RESOURCES, export.Wish(Profile.QUESTIONS)
    )
    start = time.process_time()
    found = returned(content, "sent.docx")
    assert time.process_time() - start < 1
    assert len(found.lines) > 3000


# Other programs. What each keeps: docs/decisions/0014-what-comes-home.md.


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
def test_every_answer_comes_home_from_libreoffice(
    kinds: tuple[str, ...], library: Library, tmp_path: Path
) -> None:
    content = export.proposal(
        example(EXAMPLES[0]), library, RESOURCES, export.Wish(Profile.QUESTIONS)
    )
    before = returned(content, "sent.docx")
    after = returned(through_office(content, tmp_path, *kinds), "sent.docx")
    assert (after.sent is not None) == (kinds == ("docx",))
    assert after.draft == before.draft
    seen_before, seen_after = by_anchor(before), by_anchor(after)
    for piece, lines in answers(before):
        came = seen_after[piece.anchor]
        assert text_of(came, piece.anchor) == text_of(seen_before[piece.anchor], piece.anchor)
        assert [one.heading for one in came] == [one.heading for one in lines]
        assert {one.spot for one in came} == {piece.spot}
    texts = [
        [line.text for line in found.lines if line.story is Story.BODY and not line.is_contents]
        for found in (before, after)
    ]
    assert texts[0] == texts[1]


@needs_pandoc
def test_what_pandoc_leaves_is_read(library: Library, tmp_path: Path) -> None:
    (tmp_path / "sent.docx").write_bytes(
        export.proposal(example(EXAMPLES[0]), library, RESOURCES, export.Wish(Profile.CLEAN))
    )
    subprocess.run(
        ["pandoc", "sent.docx", "--track-changes=all", "-o", "came.docx"],
        cwd=tmp_path,
        check=True,
        timeout=120,
    )
    before = returned((tmp_path / "sent.docx").read_bytes(), "sent.docx")
    after = returned((tmp_path / "came.docx").read_bytes(), "came.docx")
    words = set(" ".join(line.text for line in after.lines).split())
    for piece, _ in answers(before):
        assert set(piece.text.split()) <= words
