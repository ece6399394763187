"""Our own files come home whole, whatever a program leaves of what names the answers."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import Made
from erasmus_desk.review_import.answer_parsing import Reading, value
from erasmus_desk.review_import.docx_reader.document import Line, Returned, Span
from erasmus_desk.review_import.docx_reader.reader import returned
from erasmus_desk.review_import.matching.matcher import How, Placed, placed
from erasmus_desk.storage import drafts
from tests.core.review_import.exported import EXAMPLES, RESOURCES
from tests.core.review_import.papers import changed, check_nothing_is_lost

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not there")
LIBRARY = Library((RESOURCES / "calls",))
SENT = pytest.mark.parametrize(
    ("name", "profile"),
    [(name, profile) for name in EXAMPLES for profile in (Profile.CLEAN, Profile.QUESTIONS)],
)


@cache
def sent(name: str, profile: Profile) -> Made:
    draft = drafts.read(RESOURCES / "examples" / f"{name}.erasmus").draft
    return export.made(draft, LIBRARY, RESOURCES, export.Wish(profile))


def as_written(span: Span) -> Span:
    return span


def with_bookmarks(span: Span) -> Span:
    return replace(span, control=None)


def with_nothing(span: Span) -> Span:
    return replace(span, control=None, anchors=())


def left(made: Made, leaves: Callable[[Span], Span]) -> Returned:
    """The file as a program leaves it that drops some of what names the answers."""
    found = returned(made.content, "sent.docx")
    lines = tuple(
        replace(line, spans=tuple(leaves(span) for span in line.spans)) for line in found.lines
    )
    return replace(found, lines=lines)


def demand_equal(made: Made, found: Placed, name: str) -> None:
    draft = drafts.read(RESOURCES / "examples" / f"{name}.erasmus").draft
    pack = LIBRARY.pack(draft.pack.id)
    reading = Reading(draft, pack, LIBRARY.texts(pack.id, made.sent.language))
    assert changed(found) == {}
    assert found.loose == ()
    assert found.missing == ()
    assert (found.rows_added, found.rows_removed, found.orders) == ((), (), ())
    home = {
        one.key: value(one, made.sent, pack.form.questions.get(one.key.question), reading)
        for one in found.found
    }
    assert {key: one for key, one in home.items() if one is not None} == dict(made.sent.values)


@SENT
@pytest.mark.parametrize(
    ("leaves", "how"),
    [(as_written, How.CONTROL), (with_bookmarks, How.ANCHOR), (with_nothing, How.HEADING)],
    ids=["all", "bookmarks", "nothing"],
)
def test_an_untouched_file_brings_every_answer_home_as_it_was(
    name: str, profile: Profile, leaves: Callable[[Span], Span], how: How
) -> None:
    made = sent(name, profile)
    found = placed(made.sent, left(made, leaves))
    demand_equal(made, found, name)
    assert {one.how for one in found.found} == {how}


@pytest.mark.parametrize("leaves", [as_written, with_bookmarks, with_nothing])
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_ninth_answer_is_changed_and_each_change_is_at_its_answer(
    name: str, leaves: Callable[[Span], Span]
) -> None:
    made = sent(name, Profile.CLEAN)
    came = left(made, leaves)
    named = returned(made.content, "sent.docx").lines
    keys = {str(piece.key) for piece in made.sent.pieces if piece.anchor}
    tags = [
        {span.control.tag for span in line.spans if span.control and span.control.tag in keys}
        for line in named
    ]
    places = [at for at, its in enumerate(tags) if len(its) == 1 and named[at].text.strip()]
    lines = list(came.lines)
    for at in places[::9]:
        lines[at] = _rewritten(named[at], lines[at])
    found = placed(made.sent, replace(came, lines=tuple(lines)))
    assert set(changed(found)) == {key for at in places[::9] for key in tags[at]}
    assert found.loose == ()
    check_nothing_is_lost(made.sent, lines, found)


def _rewritten(named: Line, came: Line) -> Line:
    """A line in which one word is put behind the last of its answer."""
    at = max(place for place, one in enumerate(named.spans) if one.control and one.text.strip())
    spans = list(came.spans)
    spans[at] = replace(spans[at], text=f"{spans[at].text} anders")
    return replace(came, spans=tuple(spans))


def test_a_part_that_was_moved_is_found_without_any_name() -> None:
    made = sent(EXAMPLES[1], Profile.CLEAN)
    came = left(made, with_nothing)
    heads = [at for at, line in enumerate(came.lines) if line.heading == 1 and not line.spot]
    first, second, third = heads[5:8]
    lines = came.lines
    moved = (*lines[:first], *lines[second:third], *lines[first:second], *lines[third:])
    found = placed(made.sent, replace(came, lines=moved))
    assert changed(found) == {}
    assert found.missing == ()
    assert found.loose == ()


def test_a_long_file_is_placed_in_less_than_a_second() -> None:
    made = sent(EXAMPLES[1], Profile.QUESTIONS)
    came = left(made, with_nothing)
    start = time.process_time()
    placed(made.sent, came)
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


@needs_office
@pytest.mark.parametrize(
    ("name", "kinds"), [(EXAMPLES[0], ("docx",)), (EXAMPLES[1], ("odt", "docx"))]
)
def test_libreoffice_brings_every_answer_home_as_it_was(
    name: str, kinds: tuple[str, ...], tmp_path: Path
) -> None:
    made = sent(name, Profile.QUESTIONS)
    came = returned(through_office(made.content, tmp_path, *kinds), "came.docx")
    demand_equal(made, placed(made.sent, came), name)


@needs_pandoc
@SENT
def test_pandoc_brings_every_answer_home_as_it_was(
    name: str, profile: Profile, tmp_path: Path
) -> None:
    made = sent(name, profile)
    (tmp_path / "sent.docx").write_bytes(made.content)
    command = ["pandoc", "sent.docx", "-o", "came.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120)
    came = returned((tmp_path / "came.docx").read_bytes(), "came.docx")
    demand_equal(made, placed(made.sent, came), name)
