"""The figures of the Word file: pages, page numbers, and what comes back of it.

Pages are those of LibreOffice.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Draft
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import WHOLE_PROFILES
from erasmus_desk.export.export import ExportedFile
from erasmus_desk.i18n.figures import separate_figures
from erasmus_desk.review_import.docx_reader.document import ReturnedDocument
from erasmus_desk.review_import.docx_reader.reader import read_document
from erasmus_desk.review_import.matching.matcher import match_document
from erasmus_desk.round_trip.visible_text import make_visible, split_lines
from erasmus_desk.storage import drafts
from tests.core.export import parsed
from tests.core.export.laid_out import count_pages, lay_out, list_headings
from tests.core.export.random_drafts import make_random_drafts
from tests.core.export.school_templates import make_templates
from tests.core.export.word_validator import list_errors
from tests.core.review_import.exported import RESOURCES
from tests.core.review_import.matching.test_own_files import (
    LIBRARY,
    NAMES,
    as_written,
    change_every_ninth,
    left,
    sent,
    through_office,
    with_bookmarks,
    with_nothing,
)
from tests.core.review_import.papers import get_changed
from tests.docx_lint import lint

WAYS = {"controls": as_written, "bookmarks": with_bookmarks, "neither": with_nothing}
"""What a program may leave of the marks in a file."""


@dataclass(frozen=True)
class PageFigures:
    """Of a file: its pages, the entries of its contents, and how far their pages are wrong."""

    pages: int
    distances: tuple[int, ...]

    @property
    def right(self) -> int:
        """The entries with the right page."""
        return self.distances.count(0)

    @property
    def furthest(self) -> int:
        """How far the worst page is wrong."""
        return max(self.distances, default=0)


def measure_pages(files: dict[str, bytes], folder: Path) -> dict[str, PageFigures]:
    """Compare the pages in the contents of files with those that LibreOffice puts headings on."""
    found: dict[str, PageFigures] = {}
    for name, pdf in lay_out(files, folder).items():
        headings = iter(list_headings(pdf))
        entries = parsed.list_page_numbers(files[name])
        distances = (
            abs(int(page) - next(at for title, at in headings if title == " ".join(text.split())))
            for text, page in entries
        )
        found[name] = PageFigures(count_pages(pdf), tuple(distances))
    return found


def make_random_files(count: int, first: int = 0) -> dict[str, bytes]:
    """Return the files of drafts made by chance, in turn for both readers and in both languages."""
    files: dict[str, bytes] = {}
    examples = RESOURCES / "examples"
    for place, (name, draft) in enumerate(make_random_drafts(examples, LIBRARY, count, first)):
        profile = WHOLE_PROFILES[place // 4 % 4 == 3]
        request = export.ExportRequest(profile, ("en", "nl")[place // 8 % 2])
        files[name] = export.render_word(draft, LIBRARY, RESOURCES, request).content
    return files


def count_missing_texts(draft: Draft, made: ExportedFile) -> int:
    """Return how many lines of answers to questions of text are not in a file."""
    shown = "\n".join(parsed.list_paragraph_lines(made.content))
    pack = LIBRARY.load_pack(draft.pack.id, draft.pack.revision)
    answers = (
        value
        for one in visibility.visible_questions(draft, pack)
        if one.question.type == "text" and isinstance(value := draft.get(one.key), str)
    )
    lines = (make_visible(line) for text in answers for line in split_lines(text) if line.strip())
    return sum(separate_figures(line) not in shown for line in lines)


def count_false_changes(made: ExportedFile, returned: ReturnedDocument) -> int:
    """Return how many answers of an untouched file seem changed, missing or out of place."""
    found = match_document(made.sent, returned)
    rows = (*found.rows_added, *found.rows_removed, *found.row_orders)
    return len(get_changed(found)) + len(found.unmatched) + len(found.missing) + len(rows)


def list_returned(made: ExportedFile, folder: Path) -> Iterator[tuple[str, ReturnedDocument]]:
    """Return an untouched file as programs leave it."""
    for way, leaves in WAYS.items():
        yield way, left(made, leaves)
    yield "LibreOffice", read_document(through_office(made.content, folder, "docx"), "came.docx")
    (folder / "sent.docx").write_bytes(made.content)
    command = ["pandoc", "sent.docx", "-o", "came.docx"]
    subprocess.run(command, cwd=folder, check=True, timeout=120)
    yield "pandoc", read_document((folder / "came.docx").read_bytes(), "came.docx")


def count_edits(made: ExportedFile) -> tuple[int, int]:
    """Return how many changed answers come back right, and how many were changed."""
    right = total = 0
    for leaves in WAYS.values():
        changed, _, found = change_every_ninth(made, leaves)
        wrong = changed ^ set(get_changed(found))
        total += len(changed)
        right += len(changed) - len(wrong & changed)
    return right, total


def format_examples(folder: Path) -> str:
    """Return the figures of all examples for both readers as a table."""
    files = {
        f"{name}-{profile}": sent(name, profile).content
        for name in NAMES
        for profile in WHOLE_PROFILES
    }
    pages = measure_pages(files, folder)
    rows: list[Sequence[str]] = []
    ways: Sequence[str] = ()
    for name in NAMES:
        draft = drafts.read(RESOURCES / "examples" / f"{name}.erasmus").draft
        for profile in WHOLE_PROFILES:
            made, figures = sent(name, profile), pages[f"{name}-{profile}"]
            false = {
                way: count_false_changes(made, came) for way, came in list_returned(made, folder)
            }
            right, total = count_edits(made)
            headings = f"{figures.right}/{len(figures.distances)}"
            missing = count_missing_texts(draft, made)
            cells = (figures.pages, headings, missing, *false.values(), f"{right}/{total}")
            rows.append((name, profile.value, *map(str, cells)))
            ways = tuple(false)
    heads = ("Example", "For", "Pages", "Headings", "Missing", *ways, "Edits right")
    return _format_table([heads, *rows])


def format_random(folder: Path, count: int) -> str:
    """Return how many headings of drafts made by chance have the right page."""
    found = measure_pages(make_random_files(count), folder).values()
    right, total = sum(one.right for one in found), sum(len(one.distances) for one in found)
    furthest = max(one.furthest for one in found)
    return (
        f"{count} drafts made by chance: {right} of {total} headings with the right page "
        f"({right / total:.1%}), none off by more than {furthest}"
    )


def format_files(folder: Path) -> str:
    """Return how many files are valid, accessible and the same each time.

    Of each example in every language for both readers, and of each template of the tests in turn
    for one of them.
    """
    languages = tuple(sorted(one.stem for one in (RESOURCES / "sentences").glob("[a-z][a-z].json")))
    wanted = [
        (name, export.ExportRequest(profile, language))
        for name in NAMES
        for profile in WHOLE_PROFILES
        for language in languages
    ]
    plain = len(wanted)
    for place, (kind, content) in enumerate(make_templates().items()):
        template = folder / f"{kind}.docx"
        template.write_bytes(content)
        request = export.ExportRequest(
            WHOLE_PROFILES[place % 2], languages[place % len(languages)], template
        )
        wanted.append((NAMES[place % len(NAMES)], request))
    errors = findings = others = 0
    for name, request in wanted:
        draft = drafts.read(RESOURCES / "examples" / f"{name}.erasmus").draft
        first, second = (
            export.render_word(draft, LIBRARY, RESOURCES, request).content for _ in range(2)
        )
        path = folder / "checked.docx"
        path.write_bytes(first)
        errors += len(list_errors(path))
        findings += len(lint(first))
        others += first != second
    return (
        f"{plain} files of examples by reader and language, {len(wanted) - plain} with templates: "
        f"{errors} errors of the validator, {findings} findings of the lint, "
        f"{others} not the same twice"
    )


def _format_table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join(lines)
