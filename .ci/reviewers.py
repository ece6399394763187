"""Two reviewers for the screenshots: their edits in a Word file, and their comments."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import ChangeSet, Key
from erasmus_desk.draft.review_state import (
    Comment,
    CommentThread,
    SharedCopy,
    UnresolvedItem,
    UnresolvedReason,
)
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from ui.main_window.editor import Editor

SUMMARY = Key("sum.text")
BODY, PROPERTIES = "word/document.xml", "docProps/core.xml"
ANN, BO = "Ann Example", "Bo Voorbeeld"


def write_reviewed_files(
    editor: Editor, exported: export.ExportedFile, folder: Path
) -> tuple[Path, Path]:
    """Return the files of both reviewers; one change conflicts with one of ours."""
    session = editor.session
    text = session.draft.text(SUMMARY.question)
    line = max(text.splitlines(), key=len)
    first, last = " ".join(line.split()[:3]), " ".join(line.split()[-4:])
    ann = _saved(exported.content, ANN, {first: f"{first}, since 2016,"})
    bo = _saved(exported.content, BO, {last: f"{last} (n = 96)", first: f"In short: {first}"})
    session.edit(SUMMARY, text.replace(first, f"{first} (two of them)", 1))
    paths = folder / "ann.docx", folder / "bo.docx"
    for path, content in zip(paths, (ann, bo), strict=True):
        path.write_bytes(content)
    return paths


def build_request() -> export.ExportRequest:
    """Return the export request of the file they review."""
    return export.ExportRequest(Profile.QUESTIONS)


def add_feedback(editor: Editor) -> None:
    """Add a shared copy, a comment thread and an unresolved item."""
    session = editor.session
    at = "2026-11-22T10:00:00+00:00"
    partner = session.draft.items(session.pack.role("organisations"))[1]
    copy = SharedCopy("s1", "0", "partners", "Scuola Esempio", at, partner, date(2026, 12, 1))
    comments = (
        Comment("n1", ANN, at, "Which survey does this rest on?"),
        Comment("n2", BO, at, "The one of spring 2016."),
    )
    thread = CommentThread("t1", SUMMARY, "our learners", is_done=False, comments=comments)
    text = "Our school could host the second training."
    item = UnresolvedItem(
        "w1", UnresolvedReason.UNPLACED, text, near=SUMMARY, author=ANN, at=at, file="ann.docx"
    )
    draft = session.draft
    changes = (
        *review_state.add_shared_copy(draft, copy).changes,
        *review_state.update_thread(draft, thread),
        *review_state.add_unresolved(draft, (item,)),
    )
    session.perform(ChangeSet(changes, "example"))


def _saved(content: bytes, author: str, replacements: dict[str, str]) -> bytes:
    """Return a file with replaced words, saved by an author."""
    exported = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(exported, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == BODY:
                for before, after in replacements.items():
                    text = text.replace(before.encode(), after.encode(), 1)
            if name == PROPERTIES:
                head, tag, rest = text.partition(b"<cp:lastModifiedBy>")
                text = head + tag + author.encode() + b"<" + rest.partition(b"<")[2]
            new.writestr(name, text)
    return exported.getvalue()
