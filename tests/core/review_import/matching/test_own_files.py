"""Exported files are matched whole, whatever a program drops of tags and bookmarks."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportedFile
from erasmus_desk.review_import.answer_parsing import ParsingContext, parse_answer
from erasmus_desk.review_import.docx_reader.document import Paragraph, ReturnedDocument, Run
from erasmus_desk.review_import.docx_reader.reader import read_document
from erasmus_desk.review_import.matching.matcher import match_document
from erasmus_desk.review_import.matching.result import DocumentMatches, MatchBasis
from erasmus_desk.storage import drafts
from tests.core.review_import.exported import EXAMPLES, RESOURCES
from tests.core.review_import.papers import check_nothing_is_lost, get_changed

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not there")
DOT, PLAIN_DOT = "\u00a0· ", " · "
LIBRARY = Library((RESOURCES / "calls",))
NAMES = (*EXAMPLES, "schaduwkaart", "the-empty-chair")
"""The first of 2026 has headings without letters, the last lists inside the items of a list, whose
rows have a table each."""
SENT = pytest.mark.parametrize(
    ("name", "profile"),
    [(name, profile) for name in NAMES for profile in (Profile.CLEAN, Profile.QUESTIONS)],
)


@cache
def sent(name: str, profile: Profile) -> ExportedFile:
    draft = drafts.read(RESOURCES / "examples" / f"{name}.erasmus").draft
    return export.render_word(draft, LIBRARY, RESOURCES, export.ExportRequest(profile))


def as_written(run: Run) -> Run:
    return run


def with_bookmarks(run: Run) -> Run:
    return replace(run, control=None)


def with_nothing(run: Run) -> Run:
    return replace(run, control=None, bookmarks=())


@cache
def read_sent(content: bytes) -> ReturnedDocument:
    return read_document(content, "sent.docx")


def left(made: ExportedFile, leaves: Callable[[Run], Run]) -> ReturnedDocument:
    """The file without some tags and bookmarks, as a program leaves it."""
    found = read_sent(made.content)
    lines = tuple(
        replace(line, runs=tuple(leaves(run) for run in line.runs)) for line in found.paragraphs
    )
    return replace(found, paragraphs=lines)


def demand_equal(made: ExportedFile, found: DocumentMatches, name: str) -> None:
    draft = drafts.read(RESOURCES / "examples" / f"{name}.erasmus").draft
    pack = LIBRARY.load_pack(draft.pack.id)
    reading = ParsingContext(draft, pack, LIBRARY.load_texts(pack.id, made.sent.language))
    assert get_changed(found) == {}
    assert found.unmatched == ()
    assert found.missing == ()
    assert (found.rows_added, found.rows_removed, found.row_orders) == ((), (), ())
    home = {
        one.key: parse_answer(one, made.sent, pack.form.questions.get(one.key.question), reading)
        for one in found.answers
    }
    assert {key: one for key, one in home.items() if one is not None} == dict(made.sent.values)


@SENT
@pytest.mark.parametrize(
    ("leaves", "how"),
    [
        (as_written, MatchBasis.CONTROL),
        (with_bookmarks, MatchBasis.BOOKMARK),
        (with_nothing, MatchBasis.CONTEXT),
    ],
    ids=["all", "bookmarks", "nothing"],
)
@pytest.mark.share
def test_an_untouched_file_returns_every_answer_unchanged(
    name: str, profile: Profile, leaves: Callable[[Run], Run], how: MatchBasis
) -> None:
    made = sent(name, profile)
    found = match_document(made.sent, left(made, leaves))
    demand_equal(made, found, name)
    assert {one.basis for one in found.answers} == {how}


def with_plain_dots(run: Run) -> Run:
    return replace(run, text=run.text.replace(DOT, PLAIN_DOT))


def with_plain_dots_only(run: Run) -> Run:
    return with_nothing(with_plain_dots(run))


@pytest.mark.parametrize("leaves", [with_plain_dots, with_plain_dots_only])
def test_a_file_from_before_the_dots_stayed_on_the_line_returns_unchanged(
    leaves: Callable[[Run], Run],
) -> None:
    made = sent(EXAMPLES[0], Profile.CLEAN)
    returned = left(made, leaves)
    text = "".join(line.text for line in read_sent(made.content).paragraphs)
    assert DOT in text
    assert DOT not in "".join(line.text for line in returned.paragraphs)
    plain = (replace(one, text=one.text.replace(DOT, PLAIN_DOT)) for one in made.sent.blocks)
    earlier = replace(made.sent, blocks=tuple(plain))
    assert earlier != made.sent
    for record in (made.sent, earlier):
        demand_equal(made, match_document(record, returned), EXAMPLES[0])
    demand_equal(made, match_document(earlier, read_sent(made.content)), EXAMPLES[0])


def change_every_ninth(
    made: ExportedFile, leaves: Callable[[Run], Run]
) -> tuple[set[str], list[Paragraph], DocumentMatches]:
    """Add a word to every ninth answer; return their keys, the lines, and what is found."""
    returned = left(made, leaves)
    named = read_sent(made.content).paragraphs
    keys = {str(block.key) for block in made.sent.blocks if block.anchor}
    tags = [
        {run.control.tag for run in line.runs if run.control and run.control.tag in keys}
        for line in named
    ]
    places = [at for at, own in enumerate(tags) if len(own) == 1 and named[at].text.strip()]
    lines = list(returned.paragraphs)
    for at in places[::9]:
        lines[at] = _rewritten(named[at], lines[at])
    found = match_document(made.sent, replace(returned, paragraphs=tuple(lines)))
    return {key for at in places[::9] for key in tags[at]}, lines, found


@pytest.mark.parametrize("leaves", [as_written, with_bookmarks, with_nothing])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.share
def test_every_ninth_answer_is_changed_and_each_change_is_at_its_answer(
    name: str, leaves: Callable[[Run], Run]
) -> None:
    made = sent(name, Profile.CLEAN)
    changed, lines, found = change_every_ninth(made, leaves)
    assert set(get_changed(found)) == changed
    assert found.unmatched == ()
    check_nothing_is_lost(made.sent, lines, found)


def _rewritten(named: Paragraph, returned: Paragraph) -> Paragraph:
    """A line with one word added to its answer."""
    at = max(place for place, one in enumerate(named.runs) if one.control and one.text.strip())
    runs = list(returned.runs)
    runs[at] = replace(runs[at], text=f"{runs[at].text} anders")
    return replace(returned, runs=tuple(runs))


def test_a_part_that_was_moved_is_found_without_any_name() -> None:
    made = sent(EXAMPLES[1], Profile.CLEAN)
    returned = left(made, with_nothing)
    heads = [
        at for at, line in enumerate(returned.paragraphs) if line.heading == 1 and not line.cell
    ]
    first, second, third = heads[5:8]
    lines = returned.paragraphs
    moved = (*lines[:first], *lines[second:third], *lines[first:second], *lines[third:])
    found = match_document(made.sent, replace(returned, paragraphs=moved))
    assert get_changed(found) == {}
    assert found.missing == ()
    assert found.unmatched == ()


def test_a_long_file_is_matched_in_less_than_a_second() -> None:
    made = sent(EXAMPLES[1], Profile.QUESTIONS)
    returned = left(made, with_nothing)
    start = time.process_time()
    match_document(made.sent, returned)
    assert time.process_time() - start < 1


def through_office(content: bytes, folder: Path, *kinds: str) -> bytes:
    path = folder / "sent.docx"
    path.write_bytes(content)
    for place, kind in enumerate(kinds):
        home = f"-env:UserInstallation=file://{folder}/office"
        arguments = ["--convert-to", kind, "--outdir", str(folder / str(place)), str(path)]
        command = ["soffice", "--headless", home, *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        path = folder / str(place) / f"sent.{kind}"
    return path.read_bytes()


def widen_bookmarks(line: Paragraph, *, to_the_front: bool) -> Paragraph:
    """A line whose bookmarks take in the text before them too, or the text behind them."""
    runs = list(line.runs[::-1] if to_the_front else line.runs)
    for at, (one, other) in enumerate(pairwise(runs), start=1):
        if one.bookmarks and not other.bookmarks:
            runs[at] = replace(other, bookmarks=one.bookmarks)
    return replace(line, runs=tuple(runs[::-1] if to_the_front else runs))


@pytest.mark.parametrize("to_the_front", [True, False])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.share
def test_words_of_the_form_that_a_bookmark_took_in_are_in_no_answer(
    name: str, to_the_front: bool
) -> None:
    made = sent(name, Profile.CLEAN)
    bookmarked = left(made, with_bookmarks)
    lines = [widen_bookmarks(one, to_the_front=to_the_front) for one in bookmarked.paragraphs]
    assert lines != list(bookmarked.paragraphs)
    demand_equal(
        made, match_document(made.sent, replace(bookmarked, paragraphs=tuple(lines))), name
    )
    changed, written, _ = change_every_ninth(made, with_bookmarks)
    wide = tuple(widen_bookmarks(one, to_the_front=to_the_front) for one in written)
    found = match_document(made.sent, replace(bookmarked, paragraphs=wide))
    assert set(get_changed(found)) == changed
    assert found.unmatched == ()


@needs_office
@pytest.mark.parametrize(
    ("name", "kinds"),
    [(EXAMPLES[0], ("rtf", "docx")), (EXAMPLES[1], ("odt", "docx")), (EXAMPLES[0], ("docx",))],
)
# What it writes as Word file of a Word file is read in `docx_reader/test_own_files.py`, and as
# OpenDocument of the stored files.
@pytest.mark.share(3)
def test_libreoffice_returns_every_answer_unchanged(
    name: str, kinds: tuple[str, ...], tmp_path: Path
) -> None:
    made = sent(name, Profile.CLEAN if "rtf" in kinds else Profile.QUESTIONS)
    returned = read_document(through_office(made.content, tmp_path, *kinds), "came.docx")
    demand_equal(made, match_document(made.sent, returned), name)


@needs_pandoc
@SENT
@pytest.mark.share(4)
def test_pandoc_returns_every_answer_unchanged(name: str, profile: Profile, tmp_path: Path) -> None:
    made = sent(name, profile)
    (tmp_path / "sent.docx").write_bytes(made.content)
    command = ["pandoc", "sent.docx", "-o", "came.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120)
    returned = read_document((tmp_path / "came.docx").read_bytes(), "came.docx")
    demand_equal(made, match_document(made.sent, returned), name)
